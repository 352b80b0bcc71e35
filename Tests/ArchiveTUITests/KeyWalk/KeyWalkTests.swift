import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

/// Walks every screen and presses every key that is in its table and every key that is not.
@Suite struct KeyWalkTests {
  @Test func `every screen of the program is walked`() throws {
    #expect(Set(Station.all.map(\.screen)) == (try Self.screens()))
  }

  @Test(arguments: Station.all)
  func `a key does what it says, or says why it cannot and writes nothing`(
    _ station: Station
  ) throws {
    var walk = try KeyWalk(station)
    defer { walk.end() }

    for event in WalkKeys.keys + WalkKeys.texts + WalkKeys.clicks { try walk.press(event) }
    for verb in WalkKeys.keyless { try walk.ask(verb) }

    #expect(walk.faults == [])
  }

  @Test(arguments: Station.all.filter { !$0.needsWriting })
  func `where holdings are only read no key writes, and each says so`(_ station: Station) throws {
    var walk = try KeyWalk(station, readOnly: true)
    defer { walk.end() }

    for event in WalkKeys.changing { try walk.press(event) }

    #expect(walk.faults == [])
  }

  @Test(arguments: Station.all)
  func `it is drawn whole in each window`(_ station: Station) throws {
    var walk = try KeyWalk(station, writes: station.mayWrite, size: .large)
    defer { walk.end() }

    try walk.stroll([
      .key(.down), .key(.tab), .resize(.huge), .resize(.small), .key(.down), .resize(.usual),
    ])

    #expect(walk.faults == [])
  }

  /// Names of the screens in the sources.
  private static func screens() throws -> Set<String> {
    let files = try FileManager.default.subpathsOfDirectory(atPath: sourceFolder.path)
    var found: Set<String> = []
    for file in files where file.hasSuffix(".swift") {
      let text = try String(
        contentsOf: sourceFolder.appendingPathComponent(file), encoding: .utf8)
      for match in text.matches(of: /(?:struct|class|enum|extension) (\w+)[^{\n]*:[^{]*\bScreen\b/)
      {
        found.insert(String(match.1))
      }
    }
    return found
  }
}
