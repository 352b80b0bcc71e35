import ArchiveDomain
import Testing

/// Source: DA/T 13—2022, examples.
@Suite struct ReferenceCodeTests {
  static let examples = [
    "J019-ZY·JC·CC·2019·D30-001-001", "J019-KU·01·2017-001-001", "A002-RS-001-002",
    "X032-KJ·KY·01-003", "X032-KJ·JJ·02-005-054", "K021-ZP·2019·D30-025-005",
    "C038-001-002-003", "A439-WS·2015·D30·003-005", "Z109-WS·2011·Y·办公室-0001",
    "Z008-WS·2019·Y-037", "J019-LY·2019·Y-001", "C015-WY·TZGG·2019·D10-00001",
    "B168-SW·2015·Y-001",
  ]

  static func scheme(_ type: String, _ template: String) throws -> CodeScheme {
    CodeScheme(type: type, template: try CodeTemplate(template))
  }

  static func schemes() throws -> [CodeScheme] {
    [
      try scheme("ZY·JC", "{fonds}-{type}·{sub}·{year}·{period}-{volume:3}-{item:3}"),
      try scheme("KU", "{fonds}-{type}·{sub}·{year}-{volume:3}-{item:3}"),
      try scheme("RS", "{fonds}-{type}-{volume:3}-{item:3}"),
      try scheme("KJ·KY", "{fonds}-{type}·{project}-{volume:3}-{item:3}"),
      try scheme("KJ·JJ", "{fonds}-{type}·{project}-{volume:3}-{page:3}"),
      try scheme("ZP", "{fonds}-{type}·{year}·{period}-{volume:3}-{item:3}"),
      try scheme("", "{fonds}-{catalogue:3}-{volume:3}-{item:3}"),
      try scheme("WS", "{fonds}-{type}·{year}·{period}·{org}-{item:4}"),
      try scheme("LY", "{fonds}-{type}·{year}·{period}-{item:3}"),
      try scheme("WY", "{fonds}-{type}·{sub}·{year}·{period}-{item:5}"),
      try scheme("SW", "{fonds}-{type}·{sub}·{year}·{period}-{item:3}"),
    ]
  }

  // Rule code-separators: DA/T 13—2022, structure
  // Rule code-examples: DA/T 13—2022, examples
  @Test(arguments: examples)
  func `each example of the standard goes in and comes out by its template`(text: String) throws {
    #expect(try ReferenceCode.parse(text, schemes: Self.schemes()).text == text)
  }

  // Rule code-order: DA/T 13—2022, structure
  @Test(arguments: examples)
  func `each example of the standard goes in and comes out without a scheme`(text: String) throws {
    #expect(try ReferenceCode.parse(text).text == text)
  }

  // Rule code-spellings: DA/T 13—2022, structure; DA/T 22—2015, 5.4
  @Test(arguments: [
    "A439-WS·2015-D30-003-005", "A439-WS·2015·D30·003-005", "ａ４３９－ws•2015—D30–003-005",
  ])
  func `one code in three spellings is one code`(text: String) throws {
    let code = try ReferenceCode.parse("A439-WS·2015·D30·003-005", schemes: Self.schemes())

    #expect(try ReferenceCode.parse(text, schemes: Self.schemes()) == code)
    #expect(try ReferenceCode.parse(text) == code)
  }

  // Rule code-2015: DA/T 22—2015, 5.4
  @Test func `a code is written in both spellings`() throws {
    let code = try ReferenceCode.parse("A439-WS·2015·D30·003-005", schemes: Self.schemes())

    #expect(code.text(in: .hyphens) == "A439-WS·2015-D30-003-005")
    #expect(code.text(in: .dots) == "A439-WS·2015·D30·003-005")
  }

  // Rule code-by-volume: DA/T 13—2022, structure
  @Test func `the old form is catalogue, volume and piece`() throws {
    let code = try ReferenceCode.parse("C038-001-002-003")

    #expect(code.catalogueNo == "1")
    #expect(code.volume == 2)
    #expect(code.leaf == .item(3))
  }

  // Rule code-project: DA/T 13—2022, values
  @Test func `the template says that the last number is a page`() throws {
    let code = try ReferenceCode.parse("X032-KJ·JJ·02-005-054", schemes: Self.schemes())

    #expect(code.type == "KJ")
    #expect(code.sub == ["JJ"])
    #expect(code.project == "02")
    #expect(code.volume == 5)
    #expect(code.leaf == .page(54))
  }

  // Rule type-codes: DA/T 13—2022, values
  @Test(arguments: [
    "WS", "KJ", "RS", "KU", "ZY", "ZP", "SW", "LY", "LX", "SJ", "YJ", "WY", "MT",
  ])
  func `every type of the first level is read`(type: String) throws {
    let code = try ReferenceCode.parse("J036-\(type)·2019·Y-001")

    #expect(code.type == type)
    #expect(code.year == 2019)
    #expect(code.period == .permanent)
  }

  // Rule sub-levels: DA/T 13—2022, values
  @Test func `sub-classes go down to four levels`() throws {
    let code = try ReferenceCode.parse("J019-ZY·JC·CC·A1·2019·D30-001-001")

    #expect(code.sub == ["JC", "CC", "A1"])
    #expect(code.text == "J019-ZY·JC·CC·A1·2019·D30-001-001")
  }

  // Rule code-org: DA/T 13—2022, values
  @Test(arguments: ["BGS", "003", "办公室"])
  func `a department is letters, digits or Chinese`(org: String) throws {
    let code = try ReferenceCode.parse("J036-WS·2019·Y·\(org)-0001", schemes: Self.schemes())

    #expect(code.org == org)
  }

  // Rule code-width: DA/T 13—2022, values
  @Test(arguments: ["005", "0005", "00005"])
  func `numbers of three, four and five digits are one number`(number: String) throws {
    #expect(try ReferenceCode.parse("B168-SW·2015·Y-\(number)").leaf == .item(5))
  }

  // Rule code-year: DA/T 13—2022, values
  @Test func `a year of two digits is a fault`() throws {
    #expect(throws: CodeFault.year("23")) {
      try ReferenceCode.parse("J036-WS·23-Y-0001", schemes: Self.schemes())
    }
    #expect(throws: CodeFault.year("23")) { try ReferenceCode.parse("J036-WS·23-Y-0001") }
  }

  @Test func `a number of zero is a fault`() throws {
    #expect(throws: CodeFault.number("0000")) {
      try ReferenceCode.parse("J036-WS·2023·Y·BGS-0000", schemes: Self.schemes())
    }
  }

  // Rule code-period: DA/T 13—2022, values
  @Test func `a period that is none is a fault`() throws {
    #expect(throws: CodeFault.period("X30")) {
      try ReferenceCode.parse("J036-WS·2023·X30·BGS-0001", schemes: Self.schemes())
    }
  }

  @Test func `a code without its period does not fit the template`() throws {
    #expect(throws: CodeFault.doesNotFit(template: "{fonds}-{type}·{year}·{period}·{org}-{item:4}"))
    {
      try ReferenceCode.parse("J036-WS·2023-0001", schemes: Self.schemes())
    }
  }

  @Test func `a missing component is a fault`() {
    #expect(throws: CodeFault.doesNotFit(template: "")) {
      try ReferenceCode.parse("J036-WS··2023-Y-0001")
    }
  }

  @Test func `an old scheme's sign for a period is read and written`() throws {
    var scheme = try Self.scheme("WS", "{fonds}-{type}·{year}·{period}-{item:4}")
    scheme.periodCodes = ["C": .long]

    let code = try ReferenceCode.parse("J036-WS·1998·C-0001", schemes: [scheme])

    #expect(code.period == .long)
    #expect(code.text == "J036-WS·1998·C-0001")
  }

  @Test func `codes are ordered by parts, permanent before 30 years, 2 before 10`() throws {
    let texts = [
      "J036-WS·2023·D30·BGS-0001", "J036-WS·2023·Y·BGS-0010", "J036-WS·2023·Y·BGS-0002",
      "J036-WS·2022·D10·BGS-0001",
    ]

    let sorted = try texts.map { try ReferenceCode.parse($0, schemes: Self.schemes()) }.sorted()

    #expect(
      sorted.map(\.text) == [
        "J036-WS·2022·D10·BGS-0001", "J036-WS·2023·Y·BGS-0002", "J036-WS·2023·Y·BGS-0010",
        "J036-WS·2023·D30·BGS-0001",
      ])
  }
}

@Suite struct ReferenceCodeLintTests {
  private func lint(
    _ text: String, period: RetentionPeriod = .d10, year: Year = 2023, isExtended: Bool = false
  ) throws -> [CodeFault] {
    var scheme = try ReferenceCodeTests.scheme(
      "WS", "{fonds}-{type}·{year}·{period}·{org}-{item:4}")
    scheme.orgs = ["BGS"]
    let code = try ReferenceCode.parse(text, schemes: [scheme])
    return code.lint(
      .init(
        fonds: "J036", schemes: [scheme], year: year, period: period, isExtended: isExtended))
  }

  @Test func `a code that agrees has no fault`() throws {
    #expect(try lint("J036-WS·2023·D10·BGS-0001") == [])
  }

  @Test func `another period in the code is an error`() throws {
    let faults = try lint("J036-WS·2023·D10·BGS-0001", period: .d30)

    #expect(faults == [.periodDiffers(code: .d10, item: .d30)])
    #expect(faults.first?.severity == .error)
  }

  @Test func `another period in the code is a note once it was extended`() throws {
    let faults = try lint("J036-WS·2023·D10·BGS-0001", period: .d30, isExtended: true)

    #expect(faults == [.periodExtended(code: .d10, item: .d30)])
    #expect(faults.first?.severity == .note)
  }

  // Rule code-consistent: DA/T 13—2022, principles
  @Test func `year and fonds are compared`() throws {
    #expect(
      try lint("J037-WS·2022·D10·BGS-0001") == [
        .fondsDiffers(code: "J037", own: "J036"), .yearDiffers(code: 2022, item: 2023),
      ])
  }

  // Rule fonds-number: DA/T 13—2022, values
  @Test(arguments: [("J036", false), ("0036", false), ("JX36A", true)])
  func `a fonds number other than a letter and three digits is worth a look`(
    fonds: String, isUnusual: Bool
  ) throws {
    let code = try ReferenceCode.parse("\(fonds)-WS·2023·Y-0001")

    let faults = code.lint(.init(fonds: fonds, schemes: [], year: 2023, period: .permanent))

    #expect(faults.contains(.fondsUnusual(fonds)) == isUnusual)
  }

  @Test func `an unknown department, another width and mixed spellings are warnings`() throws {
    let faults = try lint("J036-WS·2023·D10-XZ-001")

    #expect(
      faults == [.orgUnknown("XZ"), .spellingsMixed, .widthDiffers(written: 3, template: 4)])
    #expect(faults.allSatisfy { $0.severity == .warning })
  }

  @Test func `a type without scheme is an error`() throws {
    let code = try ReferenceCode.parse("J036-DZ·2023·Y-001")

    let faults = code.lint(.init(fonds: "J036", schemes: [], year: 2023, period: .permanent))

    #expect(faults == [.typeNotEnabled("DZ")])
  }
}
