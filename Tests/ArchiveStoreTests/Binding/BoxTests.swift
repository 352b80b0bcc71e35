import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct BoxTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private var scope: Scope {
    var scope = Scope()
    scope.year = 2023
    return scope
  }

  private func boxed(_ pages: [Int]) throws -> [ItemID] {
    let ids = try library.papers(pages.count, TestLibrary.office()) { $1.pages = pages[$0] }
    try archive.arrange(scope)
    return ids
  }

  private func counts() throws -> [Int] { try archive.boxes(in: scope).map(\.count) }

  @Test func `a box gets another thickness`() throws {
    defer { library.remove() }
    let ids = try boxed([100, 100])
    let box = try #require(try library.item(ids[0]).boxID)

    try archive.resizeBox(box, to: 60)

    #expect(try archive.box(box)?.box.mm == 60)
  }

  @Test func `a thickness that no box has is refused`() throws {
    defer { library.remove() }
    let ids = try boxed([100])
    let box = try #require(try library.item(ids[0]).boxID)

    #expect(throws: Refusal.boxTooThick(mm: 300)) { try archive.resizeBox(box, to: 300) }
  }

  @Test func `a box is split from one paper on`() throws {
    defer { library.remove() }
    let ids = try boxed([100, 100, 100, 100])
    let box = try #require(try library.item(ids[0]).boxID)

    let result = try archive.splitBox(box, from: ids[3])

    #expect(result.moved == 1)
    #expect(try counts() == [3, 1])
  }

  @Test func `boxes are laid anew after pages were corrected`() throws {
    defer { library.remove() }
    let ids = try boxed([100, 100, 100, 100])
    _ = try archive.write(WriteHead(action: .edit)) { ledger in
      try ledger.update(.item, ids[3], ["pages": 300])
    }
    let series = try library.series(of: ids[0]).id

    let result = try archive.rebalance(series)

    #expect(result.moved == 1)
    #expect(try counts() == [3, 1])
    #expect(try archive.boxes(in: scope).map(\.box.mm) == [50, 40])
  }

  // Rule shelf-order: DA/T 22—2015, 6.5
  @Test func `boxes of a run are numbered anew in catalogue order`() throws {
    defer { library.remove() }
    _ = try boxed([100])
    try library.papers(1, TestLibrary.office(.permanent))
    try archive.arrange(scope)
    let before = try archive.boxes(in: scope).map(\.box.number)

    try archive.renumberBoxes(of: "J036-WS·2023")

    #expect(before == [2, 1])
    #expect(try archive.boxes(in: scope).map(\.box.number) == [1, 2])
  }

  @Test func `numbering boxes anew needs a reason once something in them is filed`() throws {
    defer { library.remove() }
    _ = try boxed([100])
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    try library.papers(1, TestLibrary.office(.permanent))
    try archive.arrange(scope)

    #expect(throws: Refusal.noReason) { try archive.renumberBoxes(of: "J036-WS·2023") }
  }

  @Test func `a box that holds filed papers is changed with a reason alone`() throws {
    defer { library.remove() }
    let ids = try boxed([100, 100])
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    let box = try #require(try library.item(ids[0]).boxID)
    let series = try library.series(of: ids[0]).id

    #expect(throws: Refusal.noReason) { try archive.resizeBox(box, to: 60) }
    #expect(throws: Refusal.noReason) { try archive.splitBox(box, from: ids[1]) }
    #expect(throws: Refusal.noReason) { try archive.rebalance(series) }

    try archive.resizeBox(box, to: 60, reason: "换了盒")
    try archive.splitBox(box, from: ids[1], reason: "太满")
    try archive.rebalance(series, reason: "重新装盒")

    #expect(try archive.entries(limit: 3).map(\.reason) == ["重新装盒", "太满", "换了盒"])
  }

  @Test func `the note at the end of a box is kept`() throws {
    defer { library.remove() }
    let ids = try boxed([100])
    let box = try #require(try library.item(ids[0]).boxID)

    try archive.setEndNote(EndNote(note: "缺第 7 页", by: "张老师"), ofBox: box)

    #expect(try archive.box(box)?.box.endNote?.note == "缺第 7 页")
  }

  /// A hundred papers boxed before their pages were counted, fifty pages each.
  private func countedLate() throws -> [ItemID] {
    let ids = try library.papers(100, TestLibrary.office()) { $1.pages = nil }
    try archive.arrange(scope)
    try archive.edit(ids, RecordEdit(.pages, "50"))
    return ids
  }

  @Test func `papers without pages have room in their boxes`() throws {
    defer { library.remove() }
    try library.papers(100, TestLibrary.office()) { $1.pages = nil }

    let plan = try archive.rehearseArrange(scope)

    #expect(plan.uncounted == 100)
    #expect(plan.classes[0].boxes.map(\.used).reduce(0, +) == 200)
  }

  @Test func `a class whose pages were counted late is in the plan again`() throws {
    defer { library.remove() }
    _ = try countedLate()

    let plan = try archive.rehearseArrange(scope)

    #expect(plan.overfull == 5)
  }

  @Test func `a class whose pages were counted late is boxed again with its numbers`() throws {
    defer { library.remove() }
    let ids = try countedLate()
    var plan = try archive.rehearseArrange(scope)

    plan.layOverfullAnew()
    try archive.arrange(plan)

    #expect(try archive.boxes(in: scope).count == 15)
    #expect(try library.items(ids).map(\.number) == Array(1...100))
    #expect(try archive.rehearseArrange(scope).classes.isEmpty)
    #expect(try archive.findings().isEmpty)
  }

  @Test func `filing tells an overfull box and goes on`() throws {
    defer { library.remove() }
    _ = try countedLate()

    let report = try archive.rehearseFile(scope).report

    #expect(report.obstacles.map(\.isBlocking) == [false, false, false, false, false])
    #expect(report.obstacles.first?.what == .boxOverfull(number: 1, used: 138, mm: 50))
    #expect(report.held.isEmpty)
  }

  @Test func `one paper that no box holds is not offered again`() throws {
    defer { library.remove() }
    _ = try boxed([900])

    #expect(try archive.rehearseArrange(scope).classes.isEmpty)
  }
}
