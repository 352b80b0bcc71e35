import ArchiveDomain
import DocumentKit
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

/// What a list gives and the class of its record has no place for, and what leaves the library again.
@Suite struct KeptAsideTests {
  let library: TestLibrary
  let lists: Lists
  var archive: Archive { library.archive }

  init() throws {
    library = try Archive.withSamples()
    lists = Lists(library: library)
  }

  private func export(_ name: String) throws -> URL {
    let url = library.folder.appendingPathComponent(name)
    _ = try archive.export(RecordFilter(), to: url, try #require(ExportFormat(of: url)))
    return url
  }

  @Test func `a year of a type without years stays in the note`() throws {
    defer { library.remove() }

    try lists.add(
      lists.file("卷.csv", ["案卷号,案卷题名,年度,保管期限,项目号", "1,办公楼文件,2021,永久,02"]), type: "KJ·JJ")

    #expect(try archive.newest(1).map(\.note) == ["原年度 2021"])
  }

  @Test func `a year that the date tells is not told twice, nor one that nobody wrote`() throws {
    defer { library.remove() }

    try lists.add(
      lists.file(
        "卷.csv",
        ["案卷号,案卷题名,年度,日期,保管期限,项目号", "1,甲,2021,20210105,永久,02", "2,乙,,2020,永久,02"]),
      type: "KJ·JJ")

    #expect(try archive.newest(2).map(\.note) == ["", ""])
  }

  @Test func `a project of a type without projects stays in the note`() throws {
    defer { library.remove() }

    try lists.add(lists.file("甲.csv", ["题名,年度,项目号,备注", "事项一,1997,XM9,急件"]))

    #expect(try archive.newest(1).map(\.note) == ["急件；项目 XM9"])
  }

  @Test func `a secret paper's project is kept nowhere`() throws {
    defer { library.remove() }

    try lists.add(lists.file("甲.csv", ["题名,年度,项目号,密级", "事项一,1997,XM9,机密"]))

    #expect(try archive.newest(1).map(\.note) == [""])
  }

  @Test(arguments: ["全部.csv", "全部.json"]) func `附件 leaves with an export and comes back`(
    _ name: String
  ) throws {
    defer { library.remove() }
    try lists.add(lists.file("甲.csv", ["题名,日期,附件", "关于甲的通知,20230101,附件：名单"]))
    let url = try export(name)
    let other = try Archive.withSamples()
    defer { other.remove() }

    try Lists(library: other).add(url)

    #expect(try other.archive.newest(1).first?.extra?["annex"] == "附件：名单")
  }

  @Test func `an export taken in with its numbers is equal however often it goes round`() throws {
    defer { library.remove() }
    try lists.add(
      lists.file("甲.csv", ["件号,题名,日期,年度,机构,保管期限", "1,甲,20210206,2021,办公室,永久"])
    ) { $0.keepsNumbers = true }
    let first = try #require(try archive.newest(1).first)
    #expect(first.formerCode == "1")
    let other = try Archive.withSamples()
    defer { other.remove() }

    try Lists(library: other).add(export("全部.json")) { $0.keepsNumbers = true }

    let again = try #require(try other.archive.newest(1).first)
    #expect(again.formerCode == "1")
    #expect(again.code == first.code && again.number == 1)
  }

  @Test func `a code of an export that becomes no number is a former code`() throws {
    defer { library.remove() }
    let url = try lists.file(
      "甲.csv", ["library,code,number,title,date", "u,J099-XX·2021-Y-0007,7,甲,20210206"])

    try lists.add(url) { $0.keepsNumbers = true }

    let paper = try #require(try archive.newest(1).first)
    #expect(paper.number == nil)
    #expect(paper.formerCode == "J099-XX·2021-Y-0007")
  }

  @Test func `the title of a volume stands above the list of its pieces`() throws {
    defer { library.remove() }
    let url = try lists.file(
      "卷内.csv",
      [
        "案卷号：5  案卷题名：办公楼工程,,,,,", "顺序号,题名,日期,页号,项目号,保管期限", "1,施工合同,20220310,1-18,02,永久",
        "2,开工报告,20220402,19-20,02,永久",
      ])

    try lists.add(url, type: "KJ·JJ") { $0.keepsNumbers = true }

    let records = try archive.records(RecordFilter()).map(\.item)
    #expect(records.map(\.title) == ["办公楼工程", "施工合同", "开工报告"])
    #expect(records.map(\.note) == ["", "", ""])
    #expect(records.map(\.formerCode) == ["", "5-1", "5-2"])
  }

  @Test func `another writing of a character in the sheet is told`() throws {
    defer { library.remove() }
    try lists.add(lists.file("甲.csv", ["题名,日期", "关于法\u{F9D8}的通知,20230101"]))
    let url = try export("全部.csv")
    let text = try String(contentsOf: url, encoding: .utf8)
    let scalars = text.unicodeScalars.map { $0 == "\u{F9D8}" ? "律" : $0 }
    var corrected = String.UnicodeScalarView()
    corrected.append(contentsOf: scalars)
    try Data(String(corrected).utf8).write(to: url)

    let plan = try lists.plan(url).plan

    #expect(plan.rows.flatMap(\.allFindings).map(\.kind) == [.recordDiffers])
  }

  @Test(arguments: [
    (#"[{"title":"甲","persons":["a","b"]}]"#, TableFault.notRecords(record: 1, key: "persons")),
    (#"{"title":"甲"}"#, .notRecords(record: 0, key: "")),
    (#"[{"title":"甲"#, .damaged(part: "甲.json", line: 0)),
  ])
  func `what of a JSON is no list of records is said`(text: String, fault: TableFault) throws {
    defer { library.remove() }
    let url = try lists.file("甲.json", [text])

    #expect(throws: fault) { try archive.readList(url) }
  }
}
