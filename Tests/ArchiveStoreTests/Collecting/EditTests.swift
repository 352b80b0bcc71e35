import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct EditTests {
  let library: TestLibrary
  var archive: Archive { library.archive }

  init() throws { library = try Archive.withSamples() }

  private func paper(_ title: String, period: RetentionPeriod = .unknown, org: RowID? = nil) throws
    -> ItemID
  {
    var record = NewRecord(
      type: "WS", title: title, facts: SeriesFacts(year: 2023, period: period, orgID: org))
    record.item.basis = period.isKnown ? "hand:逐件划定" : ""
    record.isClassified = true
    return try archive.create([record]).ids[0]
  }

  /// A number as arranging would give it.
  private func arrange(_ id: ItemID, number: Int = 1, state: ItemState = .arranged) throws {
    _ = try archive.write(WriteHead(action: .arrange)) { ledger in
      var item = try #require(try ledger.item(id))
      item.state = state
      item.number = number
      item.code = "J036-WS·2023·Y·BGS-000\(number)"
      try ledger.put(item)
      if state == .filed { try ledger.update(.series, item.seriesID, ["issued": Value(number)]) }
    }
  }

  private func item(_ id: ItemID) throws -> Item { try #require(try archive.record(id)).item }

  @Test func `a date in an office's way becomes the one form`() throws {
    defer { library.remove() }
    let id = try paper("通知")

    try archive.edit([id], RecordEdit(.date, "2023.2.6"))

    #expect(try item(id).date == "20230206")
    #expect(try item(id).dateFrom == 2023_02_06)
  }

  @Test func `a day that does not exist is refused`() throws {
    defer { library.remove() }
    let id = try paper("通知")

    #expect(throws: Refusal.badField(field: "date", why: "no-day")) {
      try archive.edit([id], RecordEdit(.date, "2022-02-30"))
    }
  }

  @Test func `a fact of a paper in the inbox moves it to the class of these facts`() throws {
    defer { library.remove() }
    let id = try paper("通知")

    try archive.edit([id], RecordEdit(.org, "种植业股"))

    let record = try #require(try archive.record(id))
    #expect(record.item.state == .inbox)
    #expect(record.holdingsClass.org?.code == "ZZY")
  }

  @Test func `the department of a classified paper is classifying anew`() throws {
    defer { library.remove() }
    let id = try paper("通知", period: .permanent, org: 1)

    let written = try archive.edit([id], RecordEdit(.org, "ZZY"))

    let record = try #require(try archive.record(id))
    #expect(record.holdingsClass.series.prefix == "J036-WS·2023·Y·ZZY")
    #expect(record.trace?.action == .classify)
    #expect(written.rows > 0)
  }

  @Test func `an arranged paper gives up its number with its class`() throws {
    defer { library.remove() }
    let id = try paper("通知", period: .permanent, org: 1)
    try arrange(id)

    try archive.edit([id], RecordEdit(.retention, "30年"))

    #expect(try item(id).state == .classified)
    #expect(try item(id).number == nil)
    #expect(try item(id).period == .d30)
  }

  @Test func `a filed paper wants a reason`() throws {
    defer { library.remove() }
    let id = try paper("通知", period: .permanent, org: 1)
    try arrange(id, state: .filed)

    #expect(throws: Refusal.noReason) { try archive.edit([id], RecordEdit(.note, "缺页")) }
  }

  @Test func `a filed paper is edited with a reason`() throws {
    defer { library.remove() }
    let id = try paper("通知", period: .permanent, org: 1)
    try arrange(id, state: .filed)

    try archive.edit([id], RecordEdit(.note, "缺页"), reason: "清点时发现")

    #expect(try item(id).note == "缺页")
  }

  @Test func `the class of a filed paper is locked`() throws {
    defer { library.remove() }
    let id = try paper("通知", period: .permanent, org: 1)
    try arrange(id, state: .filed)

    #expect(throws: Refusal.filed) {
      try archive.edit([id], RecordEdit(.retention, "30年"), reason: "错了")
    }
  }

  @Test func `an edit of what was written meanwhile names who wrote`() throws {
    defer { library.remove() }
    let id = try paper("通知")
    let seen = try item(id).rev
    try library.again(operatorName: "李老师").edit([id], RecordEdit(.pages, "3"))

    #expect(throws: Refusal.changedMeanwhile(by: "李老师")) {
      try archive.edit([id], RecordEdit(.pages, "4"), revs: [id: seen])
    }
  }

  @Test func `many are edited all or none`() throws {
    defer { library.remove() }
    let first = try paper("通知", period: .permanent, org: 1)
    let second = try paper("批复")
    try arrange(first, state: .filed)

    #expect(throws: Refusal.noReason) {
      try archive.edit([second, first], RecordEdit(.pages, "3"))
    }
    #expect(try item(second).pages == nil)
  }

  @Test func `parts change places`() throws {
    defer { library.remove() }
    let id = try paper("答复")
    var edit = RecordEdit()
    edit.parts = [Part(n: 1, role: .incoming), Part(n: 2, role: .reply)]
    try archive.edit([id], edit)
    let parts = try #require(try archive.record(id)).parts

    edit.parts = [parts[1], parts[0]]
    try archive.edit([id], edit)

    #expect(try archive.record(id)?.parts.map(\.role) == [.reply, .incoming])
    #expect(try archive.record(id)?.parts.map(\.id) == [parts[1].id, parts[0].id])
  }

  @Test func `a reply is tied by a field of the command line`() throws {
    defer { library.remove() }
    let asked = try paper("请示")
    let answer = try paper("批复")
    var edit = RecordEdit()
    try edit.set("reply=\(asked)", fields: []) { try archive.find($0)?.id }

    try archive.edit([answer], edit)

    let tie = try #require(try archive.record(asked)).ties
    #expect(tie.map(\.other.id) == [answer])
    #expect(tie.map(\.isFrom) == [false])
  }

  @Test func `an unknown field is refused`() throws {
    defer { library.remove() }
    var edit = RecordEdit()

    #expect(throws: Refusal.badField(field: "colour", why: "unknown")) {
      try edit.set("colour=red", fields: []) { _ in nil }
    }
  }

  @Test func `an edit that changes nothing writes no entry`() throws {
    defer { library.remove() }
    let id = try paper("通知")

    #expect(try archive.edit([id], RecordEdit(.title, "通知")).seq == nil)
  }

  @Test func `sums follow each edit`() throws {
    defer { library.remove() }
    let id = try paper("通知", period: .permanent, org: 1)

    try archive.edit([id], RecordEdit(.pages, "12"))

    #expect(try archive.stats().map(\.pages) == [12])
  }
}
