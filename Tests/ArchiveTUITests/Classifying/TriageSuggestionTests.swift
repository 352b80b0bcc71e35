import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

/// Triage with the national schedules and the rules of suggesting.
@Suite struct TriageSuggestionTests {
  private let office: Office

  init() throws { office = try Office(knowledge: Self.knowledge) }

  /// Read once for all of them.
  private static let knowledge = Knowledge(dataFolder)

  private static let minutes = "云岭县农业农村局局长办公会议纪要（第8期）"
  private static let request = "关于2023年高标准农田建设项目实施方案的请示"
  private static let call = "群众来电记录：咨询种子价格"

  private func papers(_ titles: String...) throws -> [ItemID] {
    try office.papers(titles.count) { n, item in
      item.title = titles[n]
      item.docNo = ""
    }
  }

  @Test func `what is certain stands in brackets with its clause`() throws {
    _ = try papers(Self.minutes)

    let harness = try office.triage()

    harness.expectLine(contains: "期限 [永久")
    harness.expectLine(contains: "依据  令8 表3 永久")
    harness.expectLine(contains: "有把握")
  }

  @Test func `Enter takes what is certain and records its row`() throws {
    let ids = try papers(Self.minutes)
    var harness = try office.triage()

    harness.press("Enter")

    let item = try office.item(ids[0])
    #expect(item.period == .permanent)
    #expect(item.basis == "ling8:3")
    #expect(item.state == .classified)
  }

  @Test func `where important or not is open nothing stands in brackets and Enter writes nothing`()
    throws
  {
    let ids = try papers(Self.request)
    var harness = try office.triage()
    harness.expectLine(contains: "期限 [        ]")

    harness.press("Enter")

    harness.expectSays("先按 9 或 3")
    #expect(try office.item(ids[0]).period == .unknown)
  }

  @Test(arguments: [("9", "ling8:8.2.1", "Y"), ("3", "ling8:8.2.2", "D30")])
  func `a digit that answers the question records the row of the answer`(
    digit: String, basis: String, period: String
  ) throws {
    let ids = try papers(Self.request)
    var harness = try office.triage()

    harness.press(digit)

    #expect(try office.item(ids[0]).basis == basis)
    #expect(try office.item(ids[0]).period.rawValue == period)
  }

  @Test func `a digit that no clause proposes is by hand`() throws {
    let ids = try papers(Self.minutes)
    var harness = try office.triage()

    harness.press("1")

    #expect(try office.item(ids[0]).basis == "hand:逐件划定")
    #expect(try office.item(ids[0]).period == .d10)
  }

  @Test func `what is not filed is taken out with its article as the ground`() throws {
    let ids = try papers(Self.call)
    var harness = try office.triage()
    harness.expectLine(contains: "第4条(二)")

    harness.press("Enter")

    #expect(try office.item(ids[0]).state == .excluded)
    #expect(try office.item(ids[0]).basis.hasPrefix("ling8:"))
  }

  @Test func `all marked and Enter show what is certain by clause and what waits`() throws {
    _ = try papers(Self.request, Self.minutes)
    var harness = try office.triage()

    harness.press("Ctrl-A", "Enter")

    harness.expectLine(contains: "将划 1")
    harness.expectLine(contains: "要您定 1")
    harness.expectLine(contains: "永久  令8 表3")
  }

  @Test func `the sheet takes what is certain in one step and leaves the rest in the queue`() throws
  {
    let ids = try papers(Self.request, Self.minutes, Self.call)
    var harness = try office.triage()
    harness.press("Ctrl-A", "Enter", "Enter")

    #expect(try office.item(ids[0]).state == .inbox)
    #expect(try office.item(ids[1]).period == .permanent)
    #expect(try office.item(ids[2]).state == .excluded)

    harness.press("Ctrl-Z")

    #expect(try office.item(ids[1]).period == .unknown)
    #expect(try office.item(ids[2]).state == .inbox)
  }

  @Test func `after the sheet a digit decides the next paper alone`() throws {
    let ids = try papers(Self.request, Self.minutes, Self.request)
    var harness = try office.triage()
    harness.press("Ctrl-A", "Enter", "Enter")

    harness.press("3")

    #expect(try ids.map { try office.item($0).state == .classified }.count { $0 } == 2)
    #expect(try office.item(ids[0]).period == .d30)
  }

  @Test func `F3 shows the clause in full`() throws {
    _ = try papers(Self.request)
    var harness = try office.triage(Size(columns: 80, rows: 24))

    harness.press("F3")

    harness.expectLine(contains: "本机关请示与上级批复")
    harness.expectLine(contains: "令8 表8.2.2")
  }

  @Test func `the record cites the row in the original's number`() throws {
    let ids = try papers(Self.minutes)
    var harness = try office.triage()
    harness.press("Enter")

    let record = try #require(try office.archive.record(ids[0]))

    #expect(record.citation == "令8 表3")
  }

  @Test func `the queue marks what asks the person something`() throws {
    _ = try papers(Self.request, Self.minutes)

    let harness = try office.triage(Size(columns: 120, rows: 36))

    harness.expectLine(contains: "?    关于2023")
  }
}
