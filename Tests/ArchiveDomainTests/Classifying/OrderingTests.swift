import ArchiveDomain
import TestSupport
import Testing

@Suite struct OrderingTests {
  private func paper(_ id: ItemID, _ date: String, _ docNo: String = "") -> Item {
    var item = Item.sample(id: id, docNo: docNo)
    if case .date(let known) = DateReader.read(date) { item.archivalDate = known }
    if date.isEmpty { item.archivalDate = .unknown }
    return item
  }

  private func reply(_ answer: ItemID, to request: ItemID) -> Link {
    Link(itemID: answer, otherID: request, kind: .reply)
  }

  @Test func `papers stand by date, then by number as numbers`() {
    let result = Ordering.sort([
      paper(1, "20230301"), paper(2, "20230206", "云农发〔2023〕10号"),
      paper(3, "20230206", "云农发〔2023〕2号"),
    ])

    #expect(result.items == [3, 2, 1])
    #expect(result.reason == Ordering.Reason(keys: [.date, .docNo]))
  }

  @Test func `the reason names only what decided`() {
    let result = Ordering.sort([paper(1, "20230301", "云农发〔2023〕2号"), paper(2, "20230206")])

    #expect(result.reason == Ordering.Reason(keys: [.date]))
  }

  // Rule sort-time-matter: DA/T 22—2015, 5.3
  @Test func `a matter stands together, the request before its answer, by its earliest date`() {
    let papers = [
      paper(1, "20230415"), paper(2, "20230510"), paper(3, "20230401"), paper(4, "20230420"),
    ]

    let result = Ordering.sort(papers, links: [reply(2, to: 3)])

    #expect(result.items == [3, 2, 1, 4])
    #expect(result.reason.pair == Ordering.Pair(first: 3, second: 2))
  }

  // Rule sort-formation: DA/T 22—2015, 5.3
  @Test func `on one day the request stands before its answer, whatever their ids`() {
    let papers = [paper(1, "20230401"), paper(2, "20230401")]

    #expect(Ordering.sort(papers, links: [reply(1, to: 2)]).items == [2, 1])
  }

  @Test func `an answer without date stands behind its request`() {
    let papers = [paper(1, ""), paper(2, "20230401"), paper(3, "20230501")]

    #expect(Ordering.sort(papers, links: [reply(1, to: 2)]).items == [2, 1, 3])
  }

  @Test func `a chain of letters is one matter`() {
    let papers = [
      paper(1, "20230601"), paper(2, "20230301"), paper(3, "20230201"), paper(4, "20230401"),
    ]

    let result = Ordering.sort(papers, links: [reply(1, to: 2), reply(2, to: 3)])

    #expect(result.items == [3, 2, 1, 4])
  }

  @Test func `a tie to another class or a mere reference says nothing`() {
    let papers = [paper(1, "20230301"), paper(2, "20230401"), paper(3, "20230501")]
    let links = [reply(3, to: 99), Link(itemID: 3, otherID: 1, kind: .see)]

    #expect(Ordering.sort(papers, links: links).items == [1, 2, 3])
  }

  @Test func `unknown dates stand last, a month at its end`() {
    let papers = [paper(1, ""), paper(2, "202302"), paper(3, "20230301"), paper(4, "20230227")]

    #expect(Ordering.sort(papers).items == [4, 2, 3, 1])
  }

  // Rule sort-2000: DA/T 22—2000
  @Test func `without matter among the keys pairs are parted`() {
    let papers = [paper(1, "20230301"), paper(2, "20230401"), paper(3, "20230501")]

    let result = Ordering.sort(papers, links: [reply(3, to: 1)], by: [.date])

    #expect(result.items == [1, 2, 3])
    #expect(result.reason.pair == nil)
  }

  @Test func `nothing to tell them apart leaves them as they were recorded`() {
    #expect(Ordering.sort([paper(2, "20230301"), paper(1, "20230301")]).items == [1, 2])
    #expect(Ordering.sort([]).items == [])
  }

  @Test(arguments: [("第2号", "第10号"), ("a9", "a010"), ("a", "ab"), ("2-9", "2-11")])
  func `numbers in texts compare as numbers`(less: String, more: String) {
    #expect(NaturalOrder.compare(less, more) < 0)
    #expect(NaturalOrder.compare(more, less) > 0)
    #expect(NaturalOrder.compare(less, less) == 0)
  }
}
