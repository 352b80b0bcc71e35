import ArchiveDomain
import Testing

/// What the sieve stops, no query finds.
@Suite struct LookUpSieveTests {
  private let records = [
    SearchRecord(
      id: 1, code: "J036-WS·2021-Y-BGS-0007", docNo: "云农发〔2021〕7号",
      title: "关于重庆宏达公司 高标准农田建设的通知", issuer: "云岭县农业农村局", number: 7, year: 2021),
    SearchRecord(id: 2, title: "会计　凭证（２０２１）", persons: "张三；李四", note: "ＡＢＣ", year: 2020),
    SearchRecord(id: 3, title: "㐂字档案", keywords: "宅基地", other: "盒12 库房-3排"),
    SearchRecord(id: 4, title: "Annual report 2021", year: 0),
  ]

  @Test(arguments: [
    "农田", "高标准农田", "宏达公司高标准", "zjd", "hd", "cqhd", "zqhd", "云农发〔2021〕7号", "云农发[2021]7",
    "7", "2021", "2021 通知", "abc", "kjpz", "zs", "库房-3", "盒12", "WS·2021", "annualreport",
    "year:2021", "不在的词", "12",
  ])
  func `what it stops the look-up does not find either`(line: String) {
    let query = LookUpQuery.parse(line)
    var arena = SearchArena()
    for record in records { arena.append(record) }
    let found = Set(arena.find(query).map { arena.id(at: Int($0)) })

    let passed = Set(records.filter { passes($0, query) }.map(\.id))

    #expect(found.isSubset(of: passed))
  }

  @Test func `a record without the words is stopped`() {
    #expect(!passes(records[1], LookUpQuery.parse("农田")))
    #expect(!passes(records[2], LookUpQuery.parse("zjd")))
    #expect(!passes(records[2], LookUpQuery.parse("7")))
  }

  private func passes(_ record: SearchRecord, _ query: LookUpQuery) -> Bool {
    var sieve = LookUpSieve(query)
    sieve.begin(number: record.number, year: record.year)
    for text in [record.title, record.issuer, record.persons] {
      var text = text
      text.withUTF8 { sieve.look($0, initials: true) }
    }
    for text in [record.code, record.docNo, record.keywords, record.note, record.other] {
      sieve.look(text)
    }
    return sieve.passes
  }
}
