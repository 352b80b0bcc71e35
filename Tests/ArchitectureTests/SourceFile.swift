import Foundation

/// A file of the repository, or a text planted to show that a check can fail.
struct SourceFile {
  /// From the root of the repository: `Sources/ArchiveDomain/Holdings/Item.swift`.
  let path: String
  let lines: [String]

  init(_ path: String, _ text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The target that the file belongs to; "" outside Sources and Tests.
  var target: String {
    let names = path.split(separator: "/")
    return names.count > 2 && (names[0] == "Sources" || names[0] == "Tests") ? String(names[1]) : ""
  }

  /// Lines with their comments cut off.
  ///
  /// A `//` inside a string ends its line early: good enough here.
  var code: [String] {
    lines.map { line in
      guard let comment = line.firstRange(of: "//") else { return line }
      return String(line[..<comment.lowerBound])
    }
  }

  /// Where something stands, as an editor understands it.
  func place(_ index: Int) -> String { "\(path):\(index + 1)" }

  /// The files under a folder of the repository whose names end in one of these ways.
  static func all(under folder: String, _ endings: [String] = [".swift"]) throws -> [SourceFile] {
    let base = root.appendingPathComponent(folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return try names.sorted().filter { name in endings.contains { name.hasSuffix($0) } }.map {
      name in
      let text = try String(contentsOf: base.appendingPathComponent(name), encoding: .utf8)
      return SourceFile(folder + "/" + name, text)
    }
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
