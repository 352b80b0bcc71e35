import Testing

@testable import ArchiveDomain

@Suite struct LookUpTests {
  private let arena: SearchArena = {
    var arena = SearchArena()
    let records = [
      SearchRecord(
        id: 10, code: "J036-WS·2019-Y-JCG-0023", docNo: "云农购〔2019〕4号", title: "植保无人机采购合同（宏达农机有限公司）",
        number: 23, year: 2019, type: "WS", period: .permanent, org: "计划财务股", orgCode: "JCG",
        state: .filed),
      SearchRecord(
        id: 11, code: "J036-WS·2019-D30-JCG-0041", title: "宏达农机公司植保无人机合同履约验收报告", number: 41,
        year: 2019,
        type: "WS", period: .d30, org: "计划财务股", orgCode: "JCG", state: .filed),
      SearchRecord(
        id: 12, code: "J036-WS·2020-Y-XCZ-0014", title: "关于青石镇农村宅基地审批管理办法的批复", issuer: "云岭县人民政府",
        number: 14, year: 2020, type: "WS", period: .permanent, org: "乡村振兴股", orgCode: "XCZ",
        state: .filed),
      SearchRecord(
        id: 13, title: "重庆市考察2019年情况的报告", note: "宅基地", year: 2020, type: "KJ·JJ", org: "办公室"),
    ]
    for record in records { arena.append(record) }
    return arena
  }()

  private func ids(_ line: String) -> [RowID] {
    let query = LookUpQuery.parse(line)
    return arena.ranked(arena.find(query), by: query).map { arena.id(at: Int($0)) }
  }

  @Test func `year and initials together`() {
    #expect(ids("2019 hd ht") == [10, 11])
  }

  @Test func `initials find the middle of a title`() {
    #expect(ids("zjd") == [12])
  }

  @Test func `either reading finds`() {
    #expect(ids("cqs") == [13])
    #expect(ids("zqs") == [13])
  }

  @Test func `one Hanzi, a word, and a note are found`() {
    #expect(ids("宅") == [12, 13])
    #expect(ids("人民政府") == [12])
  }

  @Test func `a number typed stands first`() {
    #expect(ids("14") == [12])
    #expect(ids("41")[0] == 11)
  }

  @Test(arguments: [
    "J036-WS·2019-Y-JCG-0023", "j036-ws·2019·y·jcg-0023", "Ｊ０３６－ＷＳ•2019—Y–JCG-0023", "JCG-0023",
  ])
  func `a code is found in every spelling`(code: String) {
    #expect(ids(code) == [10])
  }

  @Test(arguments: ["云农购〔2019〕4号", "云农购[2019]4号", "云农购（2019）"])
  func `a 文号 is found with any brackets`(text: String) {
    #expect(ids(text) == [10])
  }

  @Test func `a year alone also finds it in titles`() {
    #expect(ids("2019") == [10, 11, 13])
    #expect(ids("2019 报告") == [11])
  }

  @Test func `facets narrow`() {
    #expect(ids("type:WS period:永久") == [10, 12])
    #expect(ids("机构：JCG") == [10, 11])
    #expect(ids("type:KJ") == [13])
    #expect(ids("state:filed year:2020") == [12])
  }

  @Test func `titles that begin with the words come before those that hold them`() {
    #expect(ids("宏达") == [11, 10])
  }

  @Test func `counts of a facet`() {
    let counts = arena.counts(of: .period, among: arena.find(.parse("无人机")))

    #expect(counts.map(\.value) == ["D30", "Y"])
  }

  @Test func `a changed record is found by its new words only`() {
    var arena = arena
    arena.append(SearchRecord(id: 12, title: "换了题名"))

    #expect(arena.find(.parse("宅基地")).map { arena.id(at: Int($0)) } == [13])
    #expect(arena.find(.parse("换了")).map { arena.id(at: Int($0)) } == [12])
  }

  @Test func `a removed record is not found`() {
    var arena = arena
    arena.remove(12)

    #expect(arena.find(.parse("宅基地")).map { arena.id(at: Int($0)) } == [13])
    #expect(arena.find(.parse("year:2020")).map { arena.id(at: Int($0)) } == [13])
  }

  @Test func `looking among earlier hits gives the same`() {
    let earlier = arena.find(.parse("宏"))

    #expect(arena.find(.parse("宏达 h"), among: earlier) == arena.find(.parse("宏达 h")))
  }

  @Test func `typing on narrows and deleting does not`() {
    #expect(LookUpQuery.parse("宅基地").narrows(.parse("宅")))
    #expect(!LookUpQuery.parse("宅").narrows(.parse("宅基地")))
    #expect(!LookUpQuery.parse("2019").narrows(.parse("201")))
  }

  @Test func `hits are the characters to underline`() {
    let title = "植保无人机采购合同（宏达农机有限公司）"

    let hits = LookUpQuery.parse("hd 合同").hits(in: title)

    #expect(hits.map { String(title[$0.range]) } == ["合同", "宏达"])
    #expect(hits.map(\.isInitials) == [false, true])
  }

  @Test func `full-width letters in a title are letters`() {
    var arena = SearchArena()
    arena.append(SearchRecord(id: 1, title: "ＡＢ类（１）"))

    #expect(arena.find(.parse("abl1")) == [0])
  }

  @Test func `an empty line finds all`() {
    #expect(ids("  ") == [10, 11, 12, 13])
  }
}
