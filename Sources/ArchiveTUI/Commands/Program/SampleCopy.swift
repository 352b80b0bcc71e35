import ArchiveDomain
import ArchiveStore
import Foundation
import SampleHoldings

/// Copies of the sample holdings, to practise on and to show.
///
/// The sample is made once, by telling its story through the store, and kept in the cache; each copy
/// is then only a folder copied.
struct SampleCopy {
  private let data: DataFolder
  private let environment: [String: String]

  init(
    _ data: DataFolder, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.data = data
    self.environment = environment
  }

  /// The day on which the story of the sample ends.
  var today: CalendarDate { get throws { try SampleLibrary.today(in: data) } }

  /// The folder of the practice library, `$XDG_DATA_HOME/lantai/practice`.
  var practice: URL { base("XDG_DATA_HOME", ".local/share").appendingPathComponent("practice") }

  /// Makes the practice library when it is absent.
  /// - Parameter progress: told how many of how many steps are done while the sample is made.
  func ensurePractice(_ progress: (Int, Int) -> Void) throws {
    guard !FileManager.default.fileExists(atPath: catalogue(in: practice).path) else { return }
    try copy(to: practice, progress)
  }

  /// Makes a throw-away copy in the temporary folder.
  func throwAway(_ progress: (Int, Int) -> Void) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-demo-\(UUID().uuidString)")
    try copy(to: folder, progress)
    return folder
  }

  /// Makes the sample in the cache when it is not there, so that copies are quick.
  func prepare(_ progress: (Int, Int) -> Void) throws { _ = try made(progress) }

  /// Puts a copy back as it was made; no program may have it open.
  func restore(_ folder: URL) throws { try copy(to: folder) { _, _ in } }

  private func copy(to folder: URL, _ progress: (Int, Int) -> Void) throws {
    let made = try made(progress)
    try atomically(folder) { try FileManager.default.copyItem(at: made, to: $0) }
  }

  /// The sample in the cache; made now when it is not there.
  private func made(_ progress: (Int, Int) -> Void) throws -> URL {
    let folder = base("XDG_CACHE_HOME", ".cache")
      .appendingPathComponent("sample-\(try SampleKey.of(data))")
    guard !FileManager.default.fileExists(atPath: catalogue(in: folder).path) else { return folder }
    try atomically(folder) { building in
      try SampleLibrary.make(at: building, from: data, purpose: "practice", progress: progress)
    }
    return folder
  }

  /// Fills a folder under another name and gives it its own when it is whole.
  private func atomically(_ folder: URL, _ fill: (URL) throws -> Void) throws {
    let manager = FileManager.default
    let parent = folder.deletingLastPathComponent()
    let building = parent.appendingPathComponent(
      ".\(folder.lastPathComponent)-\(UUID().uuidString)")
    do {
      try manager.createDirectory(at: parent, withIntermediateDirectories: true)
      try fill(building)
      if manager.fileExists(atPath: folder.path) { try manager.removeItem(at: folder) }
      try manager.moveItem(at: building, to: folder)
    } catch {
      // The reason is told; what was begun is of no use.
      try? manager.removeItem(at: building)
      throw error
    }
  }

  private func catalogue(in folder: URL) -> URL {
    folder.appendingPathComponent("catalogue.sqlite")
  }

  /// `lantai` in the folder that the variable names, else in one of the home folder.
  private func base(_ variable: String, _ standard: String) -> URL {
    let named = environment[variable].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
    let home =
      environment["HOME"].map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.homeDirectoryForCurrentUser
    return (named ?? home.appendingPathComponent(standard)).appendingPathComponent("lantai")
  }
}

/// What tells one sample from another: its files and types, and the program that made it.
private enum SampleKey {
  static func of(_ data: DataFolder) throws -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for folder in [data.sample, data.archiveTypes] {
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      for name in names {
        let file = folder.appendingPathComponent(name)
        let facts = try FileManager.default.attributesOfItem(atPath: file.path)
        let size = (facts[.size] as? NSNumber)?.intValue ?? 0
        let changed = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        mix("\(name) \(size) \(changed)", into: &hash)
      }
    }
    mix(ProgramVersion.text, into: &hash)
    return String(hash, radix: 16)
  }

  private static func mix(_ text: String, into hash: inout UInt64) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
