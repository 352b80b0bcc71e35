import Testing

@testable import ArchiveDomain

@Suite struct NumberingTests {
  @Test func `three pieces of a new class take 1 2 3`() {
    let numbers = Numbering.assign(ordered: [11, 12, 13], held: [:], vacant: [:], issued: 0)

    #expect(numbers == [11: 1, 12: 2, 13: 3])
  }

  @Test func `issued numbers stay and the one between takes the next`() {
    let numbers = Numbering.assign(
      ordered: [11, 99, 12], held: [11: 1, 12: 2], vacant: [:], issued: 2)

    #expect(numbers == [11: 1, 99: 3, 12: 2])
  }

  @Test func `a piece that comes back regains its vacant number`() {
    let numbers = Numbering.assign(ordered: [3, 4], held: [:], vacant: [3: 3], issued: 3)

    #expect(numbers == [3: 3, 4: 4])
  }

  @Test func `drafts above issued are numbered anew in order`() {
    let numbers = Numbering.assign(ordered: [2, 1], held: [1: 5, 2: 6], vacant: [:], issued: 4)

    #expect(numbers == [2: 5, 1: 6])
  }

  @Test func `numbers that others hold above issued are passed over`() {
    let numbers = Numbering.assign(ordered: [1, 2], held: [7: 1], vacant: [:], issued: 0)

    #expect(numbers == [1: 2, 2: 3])
  }

  @Test func `holes are what nobody holds or left`() {
    #expect(Numbering.holes(held: [1, 4, 9], vacant: [2], issued: 8) == [3...3, 5...8])
  }

  @Test func `the first gap above issued is found`() {
    #expect(Numbering.firstGap(drafts: [4, 5, 7], issued: 3) == 6)
    #expect(Numbering.firstGap(drafts: [4, 5], issued: 3) == nil)
  }

  @Test func `a filed number given up becomes vacant`() {
    let settled = Numbering.settle(
      before: [1: 3], after: [:], vacant: [], issued: 3, given: [.init(item: 1, number: 3)])

    #expect(settled.vacated == [.init(item: 1, number: 3)])
  }

  @Test func `a number only adopted leaves no vacancy`() {
    let settled = Numbering.settle(before: [1: 3], after: [:], vacant: [], issued: 3, given: [])

    #expect(settled == Numbering.Settlement())
  }

  @Test func `the return of its item clears a vacancy`() {
    let claim = Numbering.Claim(item: 1, number: 3)
    let settled = Numbering.settle(
      before: [:], after: [1: 3], vacant: [claim], issued: 3, given: [claim])

    #expect(settled.cleared == [claim])
  }

  @Test func `a vacant number is refused to another item`() {
    let settled = Numbering.settle(
      before: [:], after: [2: 3], vacant: [.init(item: 1, number: 3)], issued: 3, given: [])

    #expect(settled.conflicts == [.init(item: 2, number: 3)])
  }

  @Test func `a release frees the vacant numbers above what is still issued`() {
    let settled = Numbering.settle(
      before: [:], after: [:], vacant: [.init(item: 1, number: 3), .init(item: 2, number: 5)],
      issued: 3, given: [])

    #expect(settled.cleared == [.init(item: 2, number: 5)])
  }

  @Test func `a number held and vacant at once is a fault`() {
    let faults = Numbering.faults(
      held: [.init(item: 1, number: 1)], vacant: [.init(item: 2, number: 1)], issued: 1)

    #expect(faults == [.heldAndVacant(1)])
  }
}
