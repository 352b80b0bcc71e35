import ArchiveDomain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct ImportTests {
  let library: TestLibrary
  let lists: Lists
  var archive: Archive { library.archive }

  init() throws {
    library = try Archive.withSamples()
    lists = Lists(library: library)
  }

  @Test func `rows of a list lie in the inbox of their year and department`() throws {
    defer { library.remove() }

    let imported = try lists.add(lists.file("发文.csv", Lists.sent))

    #expect(imported.added == 3)
    #expect(imported.states.inbox == 3)
    #expect(try archive.tree().first?.counts.inbox == 3)
  }

  @Test func `the entry names the file, its digest and the counts`() throws {
    defer { library.remove() }
    let url = try lists.file("发文.csv", Lists.sent)

    let seq = try lists.add(url).written.seq

    let params = try archive.read {
      try String.fetchOne($0, sql: "SELECT params FROM journal WHERE seq=?", arguments: [seq])
    }
    let digest = Digest(of: Array(try Data(contentsOf: url))).hex
    #expect(params?.contains(#""added":3"#) == true)
    #expect(params?.contains(#""file":"发文.csv""#) == true)
    #expect(params?.contains(digest) == true)
  }

  @Test func `a second import of the same rows adds nothing`() throws {
    defer { library.remove() }
    let url = try lists.file("发文.csv", Lists.sent)
    try lists.add(url)

    let again = try lists.add(url)

    #expect(again.added == 0)
    #expect(again.known == 3)
    #expect(again.written.seq == nil)
  }

  @Test func `rows that stand twice in a list are two papers, once`() throws {
    defer { library.remove() }
    let twice = [
      "题名,责任者,日期", "工作信息,云岭县农业农村局,2023-03-14", "工作信息,云岭县农业农村局,2023-03-14",
    ]
    let url = try lists.file("双.csv", twice)
    var (plan, file) = try lists.plan(url)
    plan.answerAll(.add)
    #expect(try archive.importRows(plan, of: file).added == 2)

    (plan, file) = try lists.plan(url)

    #expect(try archive.importRows(plan, of: file).added == 0)
  }

  @Test func `work that is stopped while rows are written leaves nothing`() throws {
    defer { library.remove() }
    struct Stopped: Error {}
    let (plan, file) = try lists.plan(lists.file("发文.csv", Lists.sent))
    var told: [Int] = []

    #expect(throws: Stopped.self) {
      try archive.importRows(plan, of: file) { done, total in
        told.append(done)
        if done == total { throw Stopped() }
      }
    }

    #expect(told.last == 3)
    #expect(try archive.stats() == [])
    #expect(try archive.findings() == [])
  }

  @Test func `a connection of its own writes while the first reads on`() throws {
    defer { library.remove() }
    let (plan, file) = try lists.plan(lists.file("发文.csv", Lists.sent))
    let before = try archive.head().seq

    var seen: Set<Int64> = []
    try archive.beside().importRows(plan, of: file) { _, _ in
      seen.insert(try archive.head().seq)
    }

    #expect(seen == [before])
    #expect(try archive.head().seq == before + 1)
  }

  @Test func `a list with a fault writes nothing`() throws {
    defer { library.remove() }
    let url = try lists.file("坏.csv", Lists.sent + ["4,,云岭县农业农村局,某通知,2023.13.5,1,办公室"])
    let (plan, file) = try lists.plan(url)

    #expect(throws: Refusal.nothingSelected) { try archive.importRows(plan, of: file) }
    #expect(try archive.stats() == [])
  }

  @Test func `a period in the list makes the paper classified, its ground the list`() throws {
    defer { library.remove() }
    let url = try lists.file(
      "目录.csv", ["题名,责任者,日期,页数,机构,保管期限", "通知,云岭县农业农村局,20230206,3,办公室,永久"])

    let imported = try lists.add(url)

    #expect(imported.states.classified == 1)
    #expect(try archive.newest(1).map(\.basis) == ["hand:原表"])
  }

  @Test func `a likely duplicate in the holdings waits for an answer`() throws {
    defer { library.remove() }
    try lists.add(lists.file("甲.csv", Lists.sent))
    let other = ["文号,题名,日期,责任者", "云农发[2023]7号,关于做好春耕生产的通知,2023-02-07,云岭县农业局"]

    let (plan, _) = try lists.plan(lists.file("乙.csv", other))

    #expect(plan.counts[.undecided] == 1)
  }

  @Test func `an added likely duplicate bears a doubt`() throws {
    defer { library.remove() }
    try lists.add(lists.file("甲.csv", Lists.sent))
    let other = ["文号,题名,日期,责任者", "云农发[2023]7号,关于做好春耕生产的通知,2023-02-07,云岭县农业局"]
    var (plan, file) = try lists.plan(lists.file("乙.csv", other))
    plan.answerAll(.add)

    try archive.importRows(plan, of: file)

    #expect(try archive.newest(1).first?.marks.contains(.doubt) == true)
  }

  @Test func `empty fields of the paper that is there are filled, no other is added`() throws {
    defer { library.remove() }
    try lists.add(lists.file("甲.csv", ["文号,题名,日期", "云农发〔2023〕7号,春耕通知,20230206"]))
    let other = ["文号,题名,日期,责任者,页数,机构", "云农发〔2023〕7号,春耕通知,20230207,农业局,3,办公室"]
    var (plan, file) = try lists.plan(lists.file("乙.csv", other))
    plan.answerAll(.fill)

    let imported = try archive.importRows(plan, of: file)

    let item = try #require(try archive.newest(1).first)
    #expect(imported.added == 0 && imported.filled == 1)
    #expect(item.issuer == "农业局" && item.pages == 3 && item.date == "20230206")
    #expect(try archive.record(item.id)?.holdingsClass.org?.name == "办公室")
  }

  @Test func `an unknown department becomes a row with the initials of its name`() throws {
    defer { library.remove() }
    let url = try lists.file("发文.csv", ["题名,日期,机构", "通知,20230206,农产品质量安全监管股"])
    let (plan, file) = try lists.plan(url)
    #expect(plan.newOrgs.map(\.name) == ["农产品质量安全监管股"])

    let imported = try archive.importRows(plan, of: file)

    #expect(imported.newOrgs == ["农产品质量安全监管股"])
    #expect(try archive.orgs().last?.name == "农产品质量安全监管股")
  }

  @Test func `who stands for a department is remembered`() throws {
    defer { library.remove() }
    let url = try lists.file("发文.csv", ["题名,日期,经手", "通知,20230206,李"])
    try lists.add(url) { $0.persons = ["李": "办公室"] }

    #expect(try archive.listOptions().persons == ["李": "办公室"])
    #expect(
      try archive.newest(1).first.flatMap { try archive.record($0.id) }?.holdingsClass.org?.name
        == "办公室")
  }

  @Test func `a layout is remembered by its fingerprint`() throws {
    defer { library.remove() }
    let url = try lists.file("发文.csv", Lists.sent)
    try lists.add(url) { $0.columns = [0: [0: .note]] }

    let (plan, _) = try lists.plan(url)

    #expect(plan.sheets.first?.isRemembered == true)
    #expect(plan.sheets.first?.column(of: .note, at: 2) == 0)
  }

  @Test func `a secret paper leaves a placeholder, and its words reach no file`() throws {
    defer { library.remove() }
    let url = try lists.file(
      "密.csv", ["文号,题名,日期,页数,密级", "云密〔2023〕1号,绝不能出现的题名,20230206,3,机密"])

    let imported = try lists.add(url)
    try archive.checkpoint(whole: true)

    let bytes = try Data(contentsOf: library.folder.appendingPathComponent("catalogue.sqlite"))
    #expect(imported.placeholders == 1)
    #expect(bytes.range(of: Data("绝不能出现".utf8)) == nil)
  }

  @Test func `a second import of a secret paper adds nothing`() throws {
    defer { library.remove() }
    let url = try lists.file("密.csv", ["文号,题名,日期,页数,密级", "云密〔2023〕1号,某题名,20230206,3,机密"])
    try lists.add(url)

    #expect(try lists.add(url).added == 0)
  }

  @Test func `a batch lists what one import brought`() throws {
    defer { library.remove() }
    let seq = try #require(try lists.add(lists.file("发文.csv", Lists.sent)).written.seq)

    let listing = try archive.listing(.batch(seq))

    #expect(listing.count == 3)
    #expect(try archive.batches().map(\.count) == [3])
  }

  @Test func `a batch goes back whole`() throws {
    defer { library.remove() }
    let seq = try #require(try lists.add(lists.file("发文.csv", Lists.sent)).written.seq)

    _ = try archive.takeBack(seq)

    #expect(try archive.stats() == [])
  }

  @Test func `the library is clean for verify after an import`() throws {
    defer { library.remove() }
    try lists.add(lists.file("发文.csv", Lists.sent))

    #expect(try archive.findings() == [])
  }

  @Test func `a file of the library itself is refused`() throws {
    defer { library.remove() }

    #expect(throws: (any Error).self) {
      try archive.readList(library.folder.appendingPathComponent("catalogue.sqlite"))
    }
  }

  @Test func `a project and a catalogue number without a level stay with the record`() throws {
    defer { library.remove() }
    let lists = Lists(library: library)
    let url = try lists.file(
      "项目.csv",
      ["题名,日期,页数,项目号,目录号,件号", "关于立项的通知,20230206,3,XM2,3,7"])

    let seq = try #require(try lists.add(url).written.seq)

    let item = try library.item(#require(try archive.items(of: seq).first))
    #expect(item.note.contains("项目 XM2"))
    #expect(item.formerCode == "3-7")
  }
}
