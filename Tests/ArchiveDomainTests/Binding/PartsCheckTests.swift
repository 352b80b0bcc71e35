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

  @Test func `a lone 正文 needs no part`() {
    #expect(PartsCheck.faults([], pages: 3, title: "通知").isEmpty)
  }

  @Test func `parts are put in the order of the standard`() {
    let parts = [part(1, .final), part(2, .text), part(3, .slip)]

    #expect(PartsCheck.ordered(parts).map(\.role) == [.slip, .text, .final])
  }
}
