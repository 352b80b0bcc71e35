import ArchiveDomain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct BulkInsertTests {
  private func papers(_ series: RowID, _ count: Int) -> [Item] {
    (0..<count).map { i in
      var item = Item.sample(id: 0, title: "第 \(i) 件\"引号\"\n换行", docNo: "")
      item.seriesID = series
      item.state = .inbox
      item.pages = i % 7 == 0 ? nil : i
      item.extra = i % 3 == 0 ? ["holder": "周平"] : nil
      return item
    }
  }

  /// All bodies of the last entry.
  private func bodies(of library: TestLibrary) throws -> [[UInt8]] {
    try library.archive.read { db in
      let stored = try [UInt8].fetchAll(db)
      return stored.compactMap(Packing.unpack)
    }
  }

  @Test func `the fast path writes the bodies and sums of the slow one`() throws {
    let slow = try Archive.withSamples()
    let fast = try Archive.withSamples()
    defer {
      slow.remove()
      fast.remove()
    }
    for (library, isFast) in [(slow, false), (fast, true)] {
      _ = try library.archive.write(WriteHead(action: .import)) { ledger in
        var book = try SeriesBook(ledger, library.archive.types)
        let series = try book.series("WS", SeriesFacts(year: 2023)).id
        for item in papers(series, 2_500) {
          if isFast { _ = try ledger.insertBulk(item) } else { _ = try ledger.insert(item) }
        }
      }
    }

    #expect(try bodies(of: slow) == bodies(of: fast))
    #expect(try slow.archive.tree() == fast.archive.tree())
    #expect(try fast.archive.findings() == [])
  }
}

extension [UInt8] {
  /// The item bodies of the last entry, as stored.
  fileprivate static func fetchAll(_ db: Database) throws -> [[UInt8]] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT body FROM change WHERE tab='item' AND seq=(SELECT max(seq) FROM journal) ORDER BY n
        """
    ).map { [UInt8]($0[0] as Data) }
  }
}
