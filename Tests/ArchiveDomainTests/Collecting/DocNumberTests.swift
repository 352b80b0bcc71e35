import Testing

@testable import ArchiveDomain

@Suite struct DocNumberTests {
  @Test func `numbers too long to count are told apart by all their digits`() {
    #expect(
      DocNumber.parse("第24412000000012345678号") != DocNumber.parse("第24412000000012345679号"))
  }

  private func number(_ text: String) throws -> DocNumber { try #require(DocNumber.parse(text)) }

  @Test func `prefix, year and number`() throws {
    let parts = try number("云农发〔2023〕7号").parts

    #expect(parts == [DocNumber.Part(prefix: "云农发", year: 2023, number: 7, unit: "号")])
  }

  @Test(arguments: [
    "云农发[2023]7号", "云农发（2023）7号", "云农发(2023)第7号", "云农发【２０２３】７号", "云农发 〔2023〕 7 号",
    "云农发〔2023〕07号", "云农发〔２０２３〕第７号",
  ])
  func `all spellings are one number`(text: String) throws {
    #expect(try number(text) == number("云农发〔2023〕7号"))
  }

  @Test func `brackets become uniform and the rest stays as on the paper`() {
    #expect(DocNumber.normalize("云农发［２０２３］第０７号") == "云农发〔2023〕第07号")
  }

  @Test func `an order has no year`() throws {
    let parts = try number("云岭县人民政府令第8号").parts

    #expect(parts == [.init(prefix: "云岭县人民政府令", year: nil, number: 8, unit: "号")])
  }

  @Test func `issues of a bulletin`() throws {
    #expect(try number("云农会简〔2023〕2期").parts[0].number == 2)
    #expect(try number("第7期").parts == [.init(prefix: "", year: nil, number: 7, unit: "期")])
  }

  @Test func `minutes are numbered like documents`() throws {
    #expect(try number("会议纪要〔2023〕7号").parts[0].prefix == "会议纪要")
  }

  @Test func `the old order with the year in front`() throws {
    #expect(
      try number("（87）云农字第12号").parts == [
        .init(prefix: "云农字", year: 87, number: 12, unit: "号")
      ])
  }

  @Test(arguments: [
    "云农发〔2023〕7号、云财农〔2023〕15号", "云农发[2023]7号 云财农[2023]15号", "云农发〔2023〕7号\n云财农〔2023〕15号",
  ])
  func `a joint issue has two numbers`(text: String) throws {
    #expect(try number(text).parts.map(\.prefix) == ["云农发", "云财农"])
    #expect(try number(text).text == "云农发〔2023〕7号、云财农〔2023〕15号")
  }

  @Test func `2号 stands before 10号`() throws {
    #expect(try number("云农发〔2023〕2号") < number("云农发〔2023〕10号"))
  }

  @Test func `quick entry counts on`() throws {
    #expect(try number("云农发〔2023〕45号").next?.text == "云农发〔2023〕46号")
    #expect(try number("云农发〔2023〕第009号").next?.text == "云农发〔2023〕第010号")
  }

  @Test func `a text without a number is kept and does not count on`() throws {
    let note = try number("无文号")

    #expect(note.parts == [.init(prefix: "无文号", year: nil, number: nil, unit: "")])
    #expect(note.next == nil)
  }

  // Rule no-doc-number: DA/T 22—2015, 5.5
  @Test func `blanks are no number`() {
    #expect(DocNumber.parse(" 　") == nil)
  }

  @Test(arguments: ["DB 32/T 1-2020", "云发改审批〔2022〕字第3号", "①", "〔〕", "号", "〔2023", "第号", "🙂号"])
  func `odd texts are read without loss of their characters`(text: String) throws {
    #expect(try number(text).text.isEmpty == false)
  }
}
