import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct CreateTests {
  let library: TestLibrary
  var archive: Archive { library.archive }

  init() throws { library = try Archive.withSamples() }

  private func paper(
    _ title: String, year: Year = 2023, period: RetentionPeriod = .unknown, org: RowID? = nil
  ) -> NewRecord {
    NewRecord(type: "WS", title: title, facts: SeriesFacts(year: year, period: period, orgID: org))
  }

  @Test func `a paper by hand lies in the inbox of its year`() throws {
    defer { library.remove() }

    let id = try archive.create([paper("关于做好秋粮收购准备工作的通知")]).ids[0]

    let record = try #require(try archive.record(id))
    #expect(record.item.state == .inbox)
    #expect(record.holdingsClass.series.year == 2023)
  }

  @Test func `a paper whose class is known is classified when that is asked for`() throws {
    defer { library.remove() }
    var paper = paper("关于秋粮收购的批复", period: .permanent, org: 1)
    paper.item.basis = "hand:逐件划定"
    paper.isClassified = true

    let id = try archive.create([paper]).ids[0]

    #expect(try archive.record(id)?.item.state == .classified)
  }

  @Test func `a paper without a department stays in the inbox with its period`() throws {
    defer { library.remove() }
    var paper = paper("关于秋粮收购的批复", period: .permanent)
    paper.item.basis = "hand:逐件划定"
    paper.isClassified = true

    let item = try #require(try archive.record(archive.create([paper]).ids[0])).item

    #expect(item.state == .inbox)
    #expect(item.period == .permanent)
  }

  @Test func `a paper without a title is refused`() throws {
    defer { library.remove() }

    #expect(throws: Refusal.noTitle) { try archive.create([paper(" 　")]) }
  }

  @Test func `a secret paper is refused on a machine that is not classified`() throws {
    defer { library.remove() }
    var paper = paper("某事")
    paper.item.secrecy = .secret

    #expect(throws: Refusal.secret) { try archive.create([paper]) }
  }

  @Test func `a secret paper leaves a placeholder without its words`() throws {
    defer { library.remove() }
    var paper = paper("某事")
    paper.item.secrecy = .secret
    paper.item.note = "不能说"
    paper.leavesPlaceholder = true

    let item = try #require(try archive.record(archive.create([paper]).ids[0])).item

    #expect(item.title == "（涉密件，另册）")
    #expect(item.note == "")
    #expect(item.secrecy == .unmarked)
  }

  @Test func `parts come with the paper, in their order`() throws {
    defer { library.remove() }
    var paper = paper("关于县政协第47号提案的答复")
    paper.parts = [Part(n: 1, role: .reply, pages: 2), Part(n: 1, role: .incoming, pages: 1)]

    let record = try #require(try archive.record(archive.create([paper]).ids[0]))

    #expect(record.parts.map(\.role) == [.reply, .incoming])
    #expect(record.item.marks.contains(.hasParts))
  }

  @Test func `a likely duplicate is written with a doubt`() throws {
    defer { library.remove() }
    var paper = paper("关于开展农资打假联合检查的通知")
    paper.item.docNo = "云市监〔2023〕40号"
    try archive.create([paper])

    let second = try archive.create([paper]).ids[0]

    #expect(try archive.record(second)?.item.marks.contains(.doubt) == true)
  }

  @Test func `a copy has the description and the class of its original`() throws {
    defer { library.remove() }
    var paper = paper("工作信息", org: 2)
    paper.item.issuer = "云岭县农业农村局"
    let record = try #require(try archive.record(archive.create([paper]).ids[0]))

    let copy = try #require(try archive.record(archive.create([NewRecord(copyOf: record)]).ids[0]))

    #expect(copy.item.issuer == "云岭县农业农村局")
    #expect(copy.holdingsClass.series.id == record.holdingsClass.series.id)
  }
}
