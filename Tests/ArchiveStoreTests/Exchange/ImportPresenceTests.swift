import ArchiveDomain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

/// What counts as 已有, and what does not.
@Suite struct ImportPresenceTests {
  let library: TestLibrary
  let lists: Lists
  var archive: Archive { library.archive }

  init() throws {
    library = try Archive.withSamples()
    lists = Lists(library: library)
  }

  private func vouchers(_ year: Int) throws -> URL {
    try lists.file(
      "\(year).csv",
      ["题名,责任者,年度,保管期限,页数", "记账凭证,财务股,\(year),30年,10", "记账凭证,财务股,\(year),30年,10"])
  }

  @Test func `vouchers of another year that are called alike are asked about, not taken as here`()
    throws
  {
    defer { library.remove() }
    let first = try lists.plan(vouchers(2022), type: "KU·01")
    try archive.importRows(answered(first.plan), of: first.file)

    let next = try lists.plan(vouchers(2023), type: "KU·01")

    #expect(next.plan.counts[.known] == nil)
    let added = try archive.importRows(answered(next.plan), of: next.file)
    #expect(added.added == 2)
    #expect(try lists.plan(vouchers(2023), type: "KU·01").plan.counts == [.known: 2])
  }

  private func answered(_ plan: ImportPlan) -> ImportPlan {
    var plan = plan
    plan.answerAll(.add)
    return plan
  }

  @Test func `an export brings back a record that was removed`() throws {
    defer { library.remove() }
    try lists.add(lists.file("发文.csv", Lists.sent))
    let export = library.folder.appendingPathComponent("全部.csv")
    _ = try archive.export(RecordFilter(), to: export, .csv)
    let gone = try #require(try archive.newest(1).first?.id)
    try archive.remove([gone])

    let again = try lists.add(export)

    #expect(again.added == 1)
    #expect(again.known == 2)
  }

  @Test func `a record whose row was changed in the export is told, and kept`() throws {
    defer { library.remove() }
    try lists.add(lists.file("发文.csv", Lists.sent))
    let export = library.folder.appendingPathComponent("全部.csv")
    _ = try archive.export(RecordFilter(), to: export, .csv)
    let text = try String(contentsOf: export, encoding: .utf8)
    try text.replacing("关于农机年检的通知", with: "关于农机的通知").write(
      to: export, atomically: true, encoding: .utf8)

    let plan = try lists.plan(export).plan

    #expect(plan.counts == [.known: 3])
    #expect(plan.rows.flatMap(\.allFindings).map(\.kind) == [.recordDiffers])
  }

  @Test func `fields of another type come back from an export`() throws {
    defer { library.remove() }
    try lists.add(
      lists.file("凭证.csv", ["题名,起止日期,册次,凭证起号,保管期限", "记账凭证,20221120,3,17,30年"]), type: "KU·01")
    let export = library.folder.appendingPathComponent("全部.csv")
    _ = try archive.export(RecordFilter(), to: export, .csv)
    let other = try Archive.withSamples()
    defer { other.remove() }

    let plan = try Lists(library: other).plan(export).plan
    #expect(plan.faults.map(\.kind) == [])
    #expect(plan.counts == [.add: 1])
    try Lists(library: other).add(export)

    let extra = try other.archive.newest(1).first?.extra
    #expect(extra?["volume_of"] == "3" && extra?["voucher_from"] == "17")
  }

  @Test func `a plan made before another import of the same list adds nothing twice`() throws {
    defer { library.remove() }
    let url = try lists.file("发文.csv", Lists.sent)
    let (plan, file) = try lists.plan(url)
    try lists.add(url)

    let late = try archive.importRows(plan, of: file, rehearsedAt: 1)

    #expect(late.added == 0)
    #expect(try archive.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM item") } == 3)
  }

  @Test func `a period that the type does not have leaves its paper in the inbox, and is told`()
    throws
  {
    defer { library.remove() }
    let url = try lists.file("甲.csv", ["题名,日期,机构,保管期限", "甲,20230101,办公室,20年"])

    let plan = try lists.plan(url).plan

    #expect(plan.rows.flatMap(\.allFindings).map(\.kind) == [.periodNotAllowed])
    #expect(try lists.add(url).states.inbox == 1)
  }

  @Test func `a code on paper that names another class than the row is a fault`() throws {
    defer { library.remove() }
    let url = try lists.file(
      "甲.csv",
      ["档号,题名,日期,机构,保管期限", "J036-WS·2022·D30·BGS-0005,甲,20230101,办公室,永久"])

    let plan = try lists.plan(url) { $0.keepsNumbers = true }.plan

    #expect(plan.faults.map(\.kind) == [.codeDiffers("J036-WS·2023·Y·BGS-0005")])
  }

  @Test func `volumes that are called alike but have other numbers are asked about`() throws {
    defer { library.remove() }
    func list(_ numbers: ClosedRange<Int>) throws -> URL {
      try lists.file(
        "\(numbers.lowerBound).csv",
        ["案卷号,题名,年度,保管期限"] + numbers.map { "\($0),记账凭证,2022,30年" })
    }
    let first = try lists.plan(list(1...2), type: "KU·01")
    try archive.importRows(answered(first.plan), of: first.file)

    let next = try lists.plan(list(3...4), type: "KU·01")

    #expect(next.plan.counts[.known] == nil)
    #expect(try archive.importRows(answered(next.plan), of: next.file).added == 2)
  }

  @Test func `公开属性, 载体 and 互见号 stand in the export`() throws {
    defer { library.remove() }
    try lists.add(
      lists.file("甲.csv", ["题名,日期,公开属性,载体,互见号", "甲,20230101,主动公开,光盘,J036-ZP·2022-Y-001"]))
    let export = library.folder.appendingPathComponent("全部.csv")
    _ = try archive.export(RecordFilter(), to: export, .csv)

    let text = try String(contentsOf: export, encoding: .utf8)

    #expect(text.contains(",publicity,carrier,see_also"))
    #expect(text.contains("active,光盘,J036-ZP·2022-Y-001"))
  }
}
