import ArchiveDomain
import Foundation
import Yams

/// The archive types that the program knows: those of its data folder and the unit's own.
package struct TypeFiles: Sendable {
  /// In the order of the catalogue.
  package let all: [ArchiveType]
  private let byID: [String: ArchiveType]

  package init(_ types: [ArchiveType]) {
    all = types.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    byID = Dictionary(types.map { ($0.id, $0) }, uniquingKeysWith: { _, own in own })
  }

  /// The type of an id: `WS`, `KJ·JJ`.
  package subscript(id id: String) -> ArchiveType? { byID[id] }

  /// Reads every `.yaml` of the folders; a later folder's type replaces an earlier one's.
  /// - Throws: ``StoreFault/badDataFile(file:place:why:)`` for the first file that is wrong.
  package static func load(from folders: [URL]) throws -> TypeFiles {
    var types: [String: ArchiveType] = [:]
    for file in try folders.flatMap(yamlFiles) {
      let type: ArchiveType = try decode(file)
      if let fault = type.faults.first {
        throw StoreFault.badDataFile(
          file: file.lastPathComponent, place: fault.key,
          why: "\(fault.reason.rawValue): \(fault.value)")
      }
      types[type.id] = type
    }
    return TypeFiles(Array(types.values))
  }

  /// Decodes a data file: 1 MB at most, no aliases, every fault with its line or key.
  package static func decode<T: Decodable>(_ file: URL) throws -> T {
    let name = file.lastPathComponent
    let data: Data
    do { data = try Data(contentsOf: file) } catch {
      throw StoreFault.badDataFile(file: name, place: "", why: "unreadable")
    }
    guard data.count <= 1 << 20, let text = String(data: data, encoding: .utf8) else {
      throw StoreFault.badDataFile(file: name, place: "", why: "not UTF-8, or above 1 MB")
    }
    do {
      try refuseAliases(text)
      return try YAMLDecoder().decode(T.self, from: text)
    } catch let error as DecodingError {
      throw StoreFault.badDataFile(file: name, place: place(of: error), why: why(error))
    } catch let error as YamlError {
      throw StoreFault.badDataFile(file: name, place: "", why: "\(error)")
    }
  }

  /// The `.yaml` files of a folder, by name; none when there is no folder.
  static func yamlFiles(in folder: URL) throws -> [URL] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted().map(folder.appendingPathComponent)
  }

  /// An alias can make 300 bytes into gigabytes; no file of ours needs one.
  private static func refuseAliases(_ text: String) throws {
    let parser = try Parser(yaml: text)
    guard parser.yaml.contains("*") || parser.yaml.contains("&") else { return }
    for line in text.split(separator: "\n") {
      let value = line.drop { $0 != ":" }.dropFirst().drop { $0 == " " }
      guard !value.hasPrefix("*"), !value.hasPrefix("&") else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: [], debugDescription: "aliases are not taken: \(line)"))
      }
    }
  }

  private static func place(of error: DecodingError) -> String {
    let path: [any CodingKey]
    switch error {
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    case .typeMismatch(_, let context), .valueNotFound(_, let context): path = context.codingPath
    case .dataCorrupted(let context): path = context.codingPath
    @unknown default: path = []
    }
    return path.map(\.stringValue).joined(separator: ".")
  }

  private static func why(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound: "missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context): context.debugDescription
    case .dataCorrupted(let context):
      context.underlyingError.map { "\($0)" } ?? context.debugDescription
    @unknown default: "unreadable"
    }
  }
}
