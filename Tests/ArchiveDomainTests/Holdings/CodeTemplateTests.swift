import ArchiveDomain
import Testing

@Suite struct CodeTemplateTests {
  private let facts = CodeFacts(
    fonds: "J036", type: "WS", series: SeriesFacts(year: 2023, period: .permanent, orgID: 1),
    org: "BGS")

  @Test func `a prefix is the code without the last hyphen`() throws {
    let template = try CodeTemplate("{fonds}-{type}·{year}·{period}·{org}-{item:4}")

    #expect(template.prefix(of: facts) == "J036-WS·2023·Y·BGS")
    #expect(template.code(prefix: "J036-WS·2023·Y·BGS", number: 7) == "J036-WS·2023·Y·BGS-0007")
  }

  @Test func `the other spelling is another template`() throws {
    let template = try CodeTemplate("{fonds}-{type}·{year}-{period}-{org}-{item:4}")

    #expect(template.prefix(of: facts) == "J036-WS·2023-Y-BGS")
  }

  // Rule code-room: DA/T 13—2022, principles
  @Test func `a width is the least width`() throws {
    let template = try CodeTemplate("{fonds}-{type}·{year}-{item:4}")

    #expect(template.code(prefix: "J036-WS·2023", number: 10_000) == "J036-WS·2023-10000")
  }

  @Test func `an unknown level is named and leaves no prefix`() throws {
    let template = try CodeTemplate("{fonds}-{type}·{year}·{period}·{org}-{item:4}")
    var facts = facts
    facts.period = .unknown
    facts.org = ""

    #expect(template.missing(in: facts) == [.period, .org])
    #expect(template.prefix(of: facts) == nil)
  }

  @Test func `a series is complete but not composed without the fonds's number`() throws {
    let template = try CodeTemplate("{fonds}-{type}·{year}·{period}·{org}-{item:4}")
    var facts = facts
    facts.fonds = ""

    #expect(template.missing(in: facts) == [])
    #expect(template.prefix(of: facts) == nil)
  }

  @Test func `sub-class, project, catalogue and volume are composed`() throws {
    let template = try CodeTemplate(
      "{fonds}-{type}·{sub}·{project}-{catalogue:3}-{volume:3}-{item:3}")
    let facts = CodeFacts(
      fonds: "J036", type: "KJ·JJ",
      series: SeriesFacts(sub: "SG", project: "02", catalogueNo: "1"), org: "")

    #expect(template.prefix(of: facts) == "J036-KJ·JJ·SG·02-001")
    #expect(template.code(prefix: "J036-KJ·JJ·SG·02-001", number: 5) == "J036-KJ·JJ·SG·02-001-005")
    #expect(template.code(volumeCode: "J036-KJ·JJ·02-005", number: 4) == "J036-KJ·JJ·02-005-004")
  }

  @Test(arguments: [
    "", "{type}-{item:4}", "{fonds}-{type}·{year}", "{fonds}-{kind}-{item:4}",
    "{fonds}-{type}·{type}-{item:4}", "{fonds}-{type}·{item:4}", "{fonds}/{type}-{item:4}",
    "{fonds}-{type}-{page:3}", "{fonds}-{type}-{item:x}", "{fonds}-{type",
  ])
  func `a template that cannot number anything is refused`(text: String) {
    #expect(throws: Refusal.self) { try CodeTemplate(text) }
  }

  @Test func `boxes count by type and year, or project`() {
    var project = facts
    project.type = "KJ·JJ"
    project.project = "02"
    var sub = facts
    sub.type = "KU"
    sub.sub = "01"

    #expect(facts.boxRun(by: .typeYear, prefix: "p") == "J036-WS·2023")
    #expect(project.boxRun(by: .typeYear, prefix: "p") == "J036-KJ·JJ·02")
    #expect(sub.boxRun(by: .typeYear, prefix: "p") == "J036-KU·01·2023")
    #expect(facts.boxRun(by: .type, prefix: "p") == "J036-WS")
    #expect(facts.boxRun(by: .series, prefix: "p") == "p")
  }
}
