import ArchiveDomain
import TestSupport
import Testing

@Suite struct BindingPlanTests {
  /// A class of papers of so many pages each, with 10 sheets to a millimetre.
  private func plan(
    _ pages: [Int], issued: Int = 0, stamp: Stamp = .unstamped, standing: [StandingBox] = [],
    change: (Int, inout Item) -> Void = { _, _ in }
  ) throws -> BindingPlan {
    var series = Series.sample(issued: issued)
    series.stamp = stamp
    let items = pages.enumerated().map { n, pages in
      var item = Item.sample(
        id: Int64(n + 1), title: "第\(n + 1)件", date: String(2023_0101 + n), state: .classified)
      item.pages = pages
      change(n, &item)
      return item
    }
    let boxing = Boxing(sizes: [20, 30, 40, 50])
    var own = PlannedClass(
      series: series, type: "WS", unit: .item, run: "J036-WS·2023",
      template: try CodeTemplate("{fonds}-{type}·{year}·{period}·{org}-{item:4}"),
      keys: SchemeRules.standardOrder, stock: boxing.stock(for: SchemeRules()),
      pieces: items.map { PlannedPiece($0, mm: boxing.mm(of: $0)) })
    own.standing = standing
    own.begin(items)
    return BindingPlan(classes: [own], boxing: boxing, highest: ["J036-WS·2023": 4])
  }

  // Rule box-order: DA/T 22—2015, 6.4
  @Test func `papers get numbers in order and codes with them`() throws {
    let own = try plan([10, 10, 10]).classes[0]

    #expect(own.pieces.map(\.number) == [1, 2, 3])
    #expect(own.pieces.last?.code == "J036-WS·2023·Y·BGS-0003")
  }

  // Rule box-number: DA/T 22—2015, 6.4
  @Test func `boxes count on in their run`() throws {
    let own = try plan([200, 200, 200]).classes[0]

    #expect(own.boxes.map(\.number) == [5, 6])
    #expect(own.boxes.map(\.pieces) == [[0, 1], [2]])
    #expect(own.boxes.map(\.mm) == [50, 30])
  }

  @Test func `what is not paper gets a number and no box`() throws {
    let own = try plan([10, 10]) { n, item in if n == 0 { item.carrier = "电子" } }.classes[0]

    #expect(own.pieces.map(\.number) == [1, 2])
    #expect(own.boxes.map(\.pieces) == [[1]])
  }

  @Test func `the last paper of a box moves to the next one`() throws {
    var plan = try plan([100, 100, 100, 100])

    plan.moveLast(ofBox: 0, inClass: 0)

    #expect(plan.classes[0].boxes.map(\.pieces) == [[0, 1, 2], [3]])
  }

  @Test func `another thickness makes the rest flow`() throws {
    var plan = try plan([100, 100, 100, 100])

    try plan.resize(box: 0, inClass: 0, to: 30)

    #expect(plan.classes[0].boxes.map(\.mm) == [30, 30])
    #expect(plan.classes[0].boxes.map(\.pieces) == [[0, 1], [2, 3]])
  }

  @Test func `a tail that leaves room takes a thicker box`() throws {
    var plan = try plan([100])

    plan.setTail(.leave(10), inClass: 0)

    #expect(plan.classes[0].boxes.map(\.mm) == [30])
  }

  @Test func `the boxes that the office has are asked for once`() throws {
    var plan = try plan([200, 200])

    plan.setSizes([30]) { _ in SchemeRules() }

    #expect(plan.classes[0].boxes.map(\.mm) == [30, 30])
    #expect(plan.isBoxingChanged)
  }

  @Test func `what really went in corrects the thickness of a sheet`() throws {
    var plan = try plan([100, 100, 100, 100, 100])
    let before = plan.classes[0].boxes[0].pieces.count

    plan.calibrate(box: 0, inClass: 0, lastIn: 2)

    #expect(before == 4)
    #expect(plan.classes[0].boxes[0].pieces == [0, 1, 2])
    #expect(plan.boxing.paper.micrometresPerSheet > 100)
  }

  private func late(_ way: LatePapers, stamp: Stamp = .pencil) throws -> PlannedClass {
    var plan = try plan(
      [100, 100, 100], stamp: stamp, standing: [StandingBox(id: 9, number: 2, mm: 50)]
    ) { n, item in
      guard n != 1 else { return }
      item.state = .arranged
      item.number = n == 0 ? 1 : 2
      item.boxID = 9
    }
    plan.setWay(way, inClass: 0)
    return plan.classes[0]
  }

  @Test func `a late paper goes on behind the last number and into the tail box`() throws {
    let own = try late(.append)

    #expect(own.pieces.map(\.id) == [1, 3, 2])
    #expect(own.boxes.map(\.id) == [9])
    #expect(own.boxes[0].used == 33)
  }

  @Test func `a late paper is put where it belongs when asked for`() throws {
    let own = try late(.insert)

    #expect(own.pieces.map(\.id) == [1, 2, 3])
    #expect(own.pieces.map(\.number) == [1, 2, 3])
    #expect(own.boxes.map(\.number) == [2])
  }

  @Test func `inked numbers never move`() throws {
    let own = try late(.reorder, stamp: .inked)

    #expect(own.way == .append)
    #expect(own.pieces.map(\.id) == [1, 3, 2])
  }

  @Test func `a draft above a gap moves down`() throws {
    let own = try plan([10, 10]) { n, item in
      item.state = .arranged
      item.number = n == 0 ? 1 : 3
    }.classes[0]

    #expect(own.pieces.map(\.number) == [1, 2])
  }

  @Test func `numbers that stand on the paper keep their gaps`() throws {
    let own = try plan([10, 10, 10]) { n, item in
      guard n < 2 else { return }
      item.state = .arranged
      item.number = n == 0 ? 1 : 3
      item.formerCode = "2023-Y-BGS-000\(n == 0 ? 1 : 3)"
    }.classes[0]

    #expect(own.pieces.map(\.number) == [1, 3, 4])
  }

  @Test func `drafts begin behind what is issued`() throws {
    let own = try plan([10, 10], issued: 7).classes[0]

    #expect(own.pieces.map(\.number) == [8, 9])
  }

  // Rule sort-sets: DA/T 22—2015, 5.3
  @Test func `moving a paper moves its number`() throws {
    var plan = try plan([10, 10, 10])

    plan.move(from: 2, to: 0, inClass: 0)

    #expect(plan.classes[0].pieces.map(\.id) == [3, 1, 2])
    #expect(plan.classes[0].pieces.map(\.number) == [1, 2, 3])
  }

  @Test func `a paper whose pages nobody counted takes a sheet, and is told`() throws {
    let plan = try plan([10, 10]) { n, item in if n == 1 { item.pages = nil } }

    #expect(plan.classes[0].pieces.map(\.mm) == [2, 2])
    #expect(plan.uncounted == 1)
  }

  @Test func `a placeholder takes nothing, and its pages are not missed`() throws {
    let plan = try plan([10]) { _, item in
      item.title = Item.placeholderTitle
      item.pages = nil
    }

    #expect(plan.classes[0].pieces.map(\.mm) == [0])
    #expect(plan.uncounted == 0)
  }

  /// Four papers of 11 mm in a box of 20 and one in a box of 30 behind it.
  private func overfull(holdsFiled: Bool = false) throws -> BindingPlan {
    let boxes = [
      StandingBox(id: 7, number: 3, mm: 20, holdsFiled: holdsFiled, first: 1),
      StandingBox(id: 8, number: 4, mm: 30, first: 5),
    ]
    return try plan([100, 100, 100, 100, 100], standing: boxes) { n, item in
      item.state = .arranged
      item.number = n + 1
      item.boxID = n < 4 ? 7 : 8
    }
  }

  @Test func `a standing box that holds more than fits is told, and stays`() throws {
    let plan = try overfull()

    #expect(plan.overfull == 1)
    #expect(plan.boxed == 0)
  }

  @Test func `boxes are laid anew from the overfull one on, and numbers stay`() throws {
    var plan = try overfull()

    plan.layOverfullAnew()

    #expect(plan.overfull == 0)
    #expect(plan.classes[0].pieces.map(\.number) == [1, 2, 3, 4, 5])
    #expect(plan.classes[0].boxes.map(\.pieces) == [[0, 1, 2, 3], [4]])
    #expect(plan.classes[0].boxes.map(\.mm) == [50, 20])
    #expect(plan.classes[0].boxes.map(\.id) == [7, 8])
  }

  @Test func `a box that holds filed papers is never laid anew`() throws {
    var plan = try overfull(holdsFiled: true)

    plan.layOverfullAnew()

    #expect(plan.overfull == 1)
    #expect(plan.classes[0].boxes.first?.isStanding == true)
  }
}
