import ArchiveDomain
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct ArrangementWalkTests {
  /// Two walks, or as many as `LANTAI_WALKS` says.
  private static let seeds: ClosedRange<UInt64> = {
    let wanted = ProcessInfo.processInfo.environment["LANTAI_WALKS"].flatMap { UInt64($0) }
    return 1...max(1, wanted ?? 2)
  }()

  @Test(arguments: seeds)
  func `whatever is done in whatever order, the library stays whole`(seed: UInt64) throws {
    let library = try Archive.withSamples()
    defer { library.remove() }
    var walk = try ArrangementWalk(library, seed: seed)

    for step in 1...150 {
      try walk.step()
      guard step % 25 == 0 else { continue }
      let findings = try library.archive.findings()
      #expect(findings == [], "\(walk.done.suffix(25))")
      let empty = try library.archive.read { db in
        try Box.all(in: db).filter { box in
          try Item.fetch(db, where: "box_id=?", [box.id]).isEmpty
        }
      }
      #expect(empty == [], "\(walk.done.suffix(25))")
      if !findings.isEmpty || !empty.isEmpty { return }
    }
  }
}
