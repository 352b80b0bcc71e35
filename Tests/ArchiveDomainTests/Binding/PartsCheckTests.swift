import Testing

@testable import ArchiveDomain

@Suite struct PartsCheckTests {
  private func part(_ n: Int, _ role: PartRole, pages: Int? = 1) -> Part {
    Part(n: n, role: role, pages: pages)
  }

  @Test func `复文 stands before 来文 and the pages add up`() {
    let parts = [part(1, .reply, pages: 2), part(2, .incoming)]

    #expect(PartsCheck.faults(parts, pages: 3, title: "答复").isEmpty)
  }

  // Rule order-reply: DA/T 22—2015, 5.1.2
  @Test func `来文 before 复文 is out of order`() {
    let parts = [part(1, .incoming), part(2, .reply)]

    #expect(
      PartsCheck.faults(parts, pages: 2, title: "") == [
        .outOfOrder(n: 2, role: .reply, before: .incoming)
      ])
  }

  @Test func `two texts are one too many`() {
    #expect(
      PartsCheck.faults([part(1, .reply), part(2, .text)], pages: 2, title: "")
        == [.severalTexts(2)])
  }

  @Test func `被转发文 needs the text that forwards it`() {
    let faults = PartsCheck.faults([part(1, .forwarded)], pages: 1, title: "")

    #expect(faults == [.noText, .forwardedWithoutText(n: 1)])
  }

  // Rule pages-total: DA/T 22—2015, 5.5
  @Test func `pages that do not add up are told with both figures`() {
    #expect(
      PartsCheck.faults([part(1, .text, pages: 2)], pages: 3, title: "")
        == [.pagesDiffer(parts: 2, piece: 3)])
  }

  @Test func `附件 named and absent is a warning`() {
    let faults = PartsCheck.faults([part(1, .text)], pages: 1, title: "通知（附件2份）")

    #expect(faults == [.annexAbsent])
    #expect(faults.map(\.isWarning) == [true])
  }

  // Rule piece-alone: DA/T 22—2015, 5.1.1
  @Test func `a lone 正文 needs no part`() {
    #expect(PartsCheck.faults([], pages: 3, title: "通知").isEmpty)
  }

  // Rule piece-annex: DA/T 22—2015, 5.1.1
  // Rule piece-draft: DA/T 22—2015, 5.1.1
  // Rule piece-forward: DA/T 22—2015, 5.1.1
  // Rule piece-copy: DA/T 22—2015, 5.1.1
  // Rule piece-translation: DA/T 22—2015, 5.1.1
  // Rule ling8-slip: Order 8 (2006), article 10
  @Test(arguments: [
    [PartRole.text, .annex], [.text, .final], [.text, .final, .draft], [.text, .forwarded],
    [.text, .copy], [.text, .translation], [.text, .foreign], [.slip, .text],
    [.slip, .text, .draftSheet, .final],
  ])
  func `what belongs together is one piece`(roles: [PartRole]) {
    let parts = roles.enumerated().map { part($0.offset + 1, $0.element) }

    #expect(PartsCheck.faults(parts, pages: roles.count, title: "通知").isEmpty)
  }

  // Rule order-received: DA/T 22—2015, 5.1.2
  // Rule order-issued: DA/T 22—2015, 5.1.2
  // Rule order-forward: DA/T 22—2015, 5.1.2
  // Rule order-copy: DA/T 22—2015, 5.1.2
  // Rule order-translation: DA/T 22—2015, 5.1.2
  @Test(arguments: [
    [PartRole.slip, .text, .annex], [.text, .draftSheet, .final], [.text, .forwarded],
    [.text, .copy], [.text, .translation], [.text, .foreign], [.reply, .incoming],
  ])
  func `parts the wrong way round are put right`(roles: [PartRole]) {
    let parts = roles.reversed().enumerated().map { part($0.offset + 1, $0.element) }

    #expect(!PartsCheck.faults(parts, pages: roles.count, title: "").isEmpty)
    #expect(PartsCheck.ordered(parts).map(\.role) == roles)
  }

  @Test func `parts are put in the order of the standard`() {
    let parts = [part(1, .final), part(2, .text), part(3, .slip)]

    #expect(PartsCheck.ordered(parts).map(\.role) == [.slip, .text, .final])
  }
}
