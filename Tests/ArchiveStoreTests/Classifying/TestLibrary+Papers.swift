import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

extension TestLibrary {
  /// Papers of one class, written directly: classified when the class is complete, else inbox.
  @discardableResult
  func papers(
    _ count: Int, type: String = "WS", _ facts: SeriesFacts, level: ItemLevel = .item,
    change: (Int, inout Item) -> Void = { _, _ in }
  ) throws -> [ItemID] {
    try archive.write(WriteHead(action: .create)) { ledger in
      var book = try SeriesBook(ledger, archive.types)
      let series = try book.series(type, facts)
      let isComplete = try book.isComplete(series)
      return try (0..<count).map { n in
        var item = Item(seriesID: series.id, title: "关于第\(n + 1)件事的通知")
        item.level = level
        item.state = isComplete ? .classified : .inbox
        item.period = facts.period
        item.issuer = "云岭县农业农村局"
        item.docNo = "云农发〔2023〕\(n + 1)号"
        let day = 2023_0101 + n % 28 + n / 28 % 12 * 100
        item.archivalDate = ArchivalDate(text: String(day), from: day, to: day)
        item.pages = 10
        change(n, &item)
        return try ledger.insert(item).id
      }
    }.0
  }

  /// Complete facts of the office's class of 2023.
  static func office(
    _ period: RetentionPeriod = .d30, year: Year = 2023, org: RowID = 1
  ) -> SeriesFacts {
    SeriesFacts(year: year, period: period, orgID: org)
  }

  func item(_ id: ItemID) throws -> Item {
    try #require(try archive.read { try Item.fetch(id, in: $0) })
  }

  func items(_ ids: [ItemID]) throws -> [Item] { try ids.map(item) }

  func series(of id: ItemID) throws -> Series {
    let item = try item(id)
    return try archive.read { try Series.required(item.seriesID, in: $0) }
  }
}
