// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in our own targets; the packages we use are built as they come.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A release has a hundred thousand addresses to set right at each start: packed, they take 60 kB of
/// the file to read instead of 2.5 MB.
///
/// Needs glibc 2.36, as Debian 12 has it.
let packed: [LinkerSetting] = [
  .unsafeFlags(
    ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
    .when(configuration: .release))
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "lantai",
  products: [.executable(name: "lantai", targets: ["ArchiveTUI"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C: what Swift's libraries lack.
    .target(
      name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CDisk", linkerSettings: [.linkedLibrary("nettle"), .linkedLibrary("z")]),
    .systemLibrary(
      name: "CArchive", path: "Sources/DocumentLibraries/CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CXml2", path: "Sources/DocumentLibraries/CXml2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),

    // Ours. An arrow more goes into Tests/ArchitectureTests/ImportTests.swift too.
    .target(name: "TerminalKit", dependencies: ["CNcurses"], swiftSettings: strict),
    .target(name: "DocumentKit", dependencies: ["CArchive", "CXml2"], swiftSettings: strict),
    .target(name: "ArchiveDomain", swiftSettings: strict),
    .target(
      name: "ArchiveStore",
      dependencies: ["ArchiveDomain", "DocumentKit", "CDisk", grdb, sqlite, yams],
      swiftSettings: strict),
    .target(
      name: "SampleHoldings", dependencies: ["ArchiveStore", "ArchiveDomain", "DocumentKit"],
      swiftSettings: strict),
    .executableTarget(
      name: "ArchiveTUI",
      dependencies: [
        "TerminalKit", "ArchiveStore", "ArchiveDomain", "DocumentKit", "SampleHoldings", arguments,
        yams,
      ],
      swiftSettings: strict, linkerSettings: packed),

    // Tests and the tools that are never installed.
    .target(
      name: "TestSupport", dependencies: ["ArchiveDomain", "ArchiveStore", "TerminalKit"],
      path: "Tests/TestSupport", exclude: ["Types", "Schedules"], swiftSettings: strict),
    .executableTarget(
      name: "Bench", dependencies: ["ArchiveStore", "ArchiveDomain"], path: "Tests/Tools/Bench",
      exclude: ["make_list.py", "pty_bench.py"], swiftSettings: strict),
    .executableTarget(
      name: "KillChild", dependencies: ["ArchiveStore", "ArchiveDomain", "TestSupport", grdb],
      path: "Tests/Tools/KillChild", swiftSettings: strict),
    .executableTarget(
      name: "SampleMaker", dependencies: ["SampleHoldings", "ArchiveStore"],
      path: "Tests/Tools/SampleMaker/Main", swiftSettings: strict),
    .testTarget(
      name: "ArchiveDomainTests", dependencies: ["ArchiveDomain", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SampleHoldingsTests",
      dependencies: ["SampleHoldings", "ArchiveStore", "ArchiveDomain"],
      swiftSettings: strict),
    .testTarget(
      name: "ArchiveStoreTests",
      dependencies: [
        "ArchiveStore", "ArchiveDomain", "DocumentKit", "TestSupport", "KillChild", grdb,
      ],
      exclude: ["Suggesting/Papers"], swiftSettings: strict),
    .testTarget(name: "TerminalKitTests", dependencies: ["TerminalKit"], swiftSettings: strict),
    .testTarget(name: "DocumentKitTests", dependencies: ["DocumentKit"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "ArchiveTUITests",
      dependencies: ["ArchiveTUI", "ArchiveStore", "ArchiveDomain", "TerminalKit", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "EndToEndTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
