import Testing

@testable import ArchiveDomain

@Suite struct SightTests {
  private func item(_ secrecy: Secrecy = .unmarked, marks: Marks = []) -> Item {
    var item = Item(seriesID: 1, title: "关于某事的请示")
    item.state = .filed
    item.secrecy = secrecy
    item.marks = marks
    return item
  }

  private func blocks(_ item: Item, _ use: Blocks.Use, kin: [Item] = []) throws -> [Block] {
    let today = try #require(CalendarDate(yyyymmdd: 20_240_425))
    return Blocks.of(item, kin: kin, for: use, facts: Blocks.Facts(on: today))
  }

  @Test func `archivists see all and readers see secrets masked`() {
    #expect(Visibility.of(item(.secret), role: .archivist) == .full)
    #expect(Visibility.of(item(.secret), role: .reader) == .masked)
  }

  @Test func `internal papers go by the setting`() {
    let strict = Visibility.Settings(readersSeeInternal: false)

    #expect(Visibility.of(.internal, role: .reader) == .full)
    #expect(Visibility.of(.internal, role: .reader, settings: strict) == .masked)
  }

  @Test func `a read-only session makes readers of all`() {
    let settings = Visibility.Settings(isReadOnly: true)

    #expect(Visibility.of(.top, role: .archivist, settings: settings) == .masked)
  }

  @Test func `trainers see practice libraries only`() {
    #expect(Visibility.of(.unmarked, role: .trainer) == .hidden)
    #expect(
      Visibility.of(.unmarked, role: .trainer, settings: .init(isPractice: true)) == .full)
  }

  @Test func `a placeholder keeps number, date, period and pages and nothing else`() {
    var secret = item(.confidential)
    secret.docNo = "云农密〔2023〕1号"
    secret.issuer = "某局"
    secret.number = 4
    secret.pages = 12
    secret.period = .permanent
    secret.note = "备注"

    let kept = SecrecyPlaceholder.admitted(secret, onClassifiedMachine: false)

    #expect(kept.isPlaceholder)
    #expect(kept.secrecy == .unmarked)
    #expect([kept.docNo, kept.issuer, kept.note] == ["", "", ""])
    #expect(kept.number == 4 && kept.pages == 12 && kept.period == .permanent)
  }

  @Test func `a classified machine takes secrets in`() {
    let secret = item(.secret)

    #expect(SecrecyPlaceholder.admitted(secret, onClassifiedMachine: true) == secret)
  }

  @Test func `an item on loan is not lent, appraised, destroyed, transferred or recoded`() throws {
    for use in Blocks.Use.allCases {
      #expect(try blocks(item(marks: .onLoan), use).contains(Block(.mark(.onLoan), .refused)))
    }
  }

  @Test func `a damaged item is lent with a reason`() throws {
    #expect(
      try blocks(item(marks: .damaged), .lend) == [Block(.mark(.damaged), .needsReason)])
  }

  @Test func `the marks of its volume count for a piece`() throws {
    let volume = item(marks: .onLoan)

    #expect(try blocks(item(), .lend, kin: [volume]) == [Block(.mark(.onLoan), .refused)])
  }

  @Test func `permanent records are never destroyed`() throws {
    #expect(
      try blocks(item(), .destroy) == [
        Block(.permanent, .refused), Block(.notAppraised, .refused),
      ])
  }

  @Test func `a secret is lent with an approver`() throws {
    #expect(try blocks(item(.secret), .lend) == [Block(.secret(.secret), .needsApprover)])
  }

  @Test func `what is not filed is not lent`() throws {
    var draft = item()
    draft.state = .arranged

    #expect(try blocks(draft, .lend) == [Block(.notFiled(.arranged), .refused)])
  }
}
