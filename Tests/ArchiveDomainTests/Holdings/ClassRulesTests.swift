import ArchiveDomain
import Testing

/// What may be done to a class itself.
@Suite struct ClassRulesTests {
  private func facts(_ contents: ClassContents, issued: Bool = false) -> ClassFacts {
    var facts = ClassFacts(year: 2023, period: .d30)
    facts.hasNumbers = issued
    facts.contents = contents
    return facts
  }

  @Test func `papers without a number move, also from a class that gave numbers`() {
    let waiting = ClassContents(records: 21, unnumbered: 1)

    #expect(Rules.refusal(of: .classify, on: facts(waiting, issued: true)) == nil)
  }

  @Test func `where all numbers are issued nothing moves`() {
    let filed = ClassContents(records: 21, boxes: 2)

    #expect(Rules.refusal(of: .classify, on: facts(filed, issued: true)) == .numbersIssued)
    #expect(Rules.refusal(of: .classify, on: facts(filed)) == .nothingUnnumbered)
  }

  @Test func `only an empty class that never gave a number goes`() {
    let empty = ClassContents(isMade: true)

    #expect(Rules.refusal(of: .removeClass, on: facts(empty)) == nil)
    #expect(Rules.refusal(of: .removeClass, on: facts(empty, issued: true)) == .numbersIssued)
    #expect(
      Rules.refusal(of: .removeClass, on: facts(ClassContents(records: 2))) == .classHolds(2))
    #expect(
      Rules.refusal(of: .removeClass, on: facts(ClassContents(boxes: 1))) == .classHasBoxes(1))
  }

  @Test func `a class that is shown is not made`() {
    #expect(Rules.refusal(of: .makeClass, on: facts(ClassContents(isMade: true))) == .classExists)
    #expect(Rules.refusal(of: .makeClass, on: facts(ClassContents(records: 1))) == .classExists)
    #expect(Rules.refusal(of: .makeClass, on: facts(ClassContents())) == nil)
  }
}
