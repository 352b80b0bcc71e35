import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct FilingTests {
  let library: TestLibrary
  private let names = FilingNames(arrangedBy: "张老师", checkedBy: "李科长")

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private var scope: Scope {
    var scope = Scope()
    scope.year = 2023
    return scope
  }

  private func filed(_ count: Int) throws -> [ItemID] {
    let ids = try library.papers(count, TestLibrary.office())
    try archive.arrange(scope)
    try archive.file(scope, names: names)
    return ids
  }

  /// An entry that shows the numbers of a series outside.
  private func printed(_ series: RowID) throws {
    let params = ["series": ParamValue.numbers([series])]
    _ = try archive.write(WriteHead(action: .print, params: params, isAlone: true)) { _ in }
  }

  @Test func `filing locks the numbers of a whole series`() throws {
    defer { library.remove() }

    let ids = try filed(3)

    #expect(try library.items(ids).map(\.state) == [.filed, .filed, .filed])
    #expect(try library.series(of: ids[0]).issued == 3)
  }

  // Rule box-note: DA/T 22—2015, 6.4
  @Test func `the names stand in the note of each box`() throws {
    defer { library.remove() }

    _ = try filed(3)

    let note = try archive.boxes(in: scope).first?.box.endNote
    #expect(note?.by == "张老师")
    #expect(note?.checkedBy == "李科长")
    #expect(note?.on == TestLibrary.today)
  }

  @Test func `one paper without pages holds its series, others are filed`() throws {
    defer { library.remove() }
    let held = try library.papers(3, TestLibrary.office(.permanent)) { n, item in
      if n == 1 { item.pages = 0 }
    }
    let ready = try library.papers(2, TestLibrary.office(.d30))
    try archive.arrange(scope)

    let result = try archive.file(scope, names: names)

    #expect(result.count == 2)
    #expect(result.report.held == [try library.series(of: held[0]).id])
    #expect(result.report.obstacles.first?.what == .refusal(.missing(field: "pages")))
    #expect(try library.items(held).map(\.state) == [.arranged, .arranged, .arranged])
    #expect(try library.items(ready).map(\.state) == [.filed, .filed])
  }

  @Test func `filing without a name is refused`() throws {
    defer { library.remove() }

    #expect(throws: Refusal.noName) {
      try archive.file(scope, names: FilingNames(arrangedBy: "张老师", checkedBy: " "))
    }
  }

  @Test func `a late paper is numbered behind what is filed`() throws {
    defer { library.remove() }
    _ = try filed(3)
    let late = try library.papers(1, TestLibrary.office())
    try archive.arrange(scope)

    let result = try archive.file(scope, names: names)

    #expect(result.count == 1)
    #expect(try library.item(late[0]).number == 4)
    #expect(try library.series(of: late[0]).issued == 4)
  }

  @Test func `taken back, numbers are released while nothing shows them`() throws {
    defer { library.remove() }
    let ids = try filed(3)

    let result = try archive.unfile(ids, reason: "装错了盒")

    #expect(result.outcome.released == [try library.series(of: ids[0]).id])
    #expect(try library.series(of: ids[0]).issued == 0)
    #expect(try library.series(of: ids[0]).releases == 1)
    #expect(try library.items(ids).map(\.state) == [.arranged, .arranged, .arranged])
  }

  @Test func `after a printing numbers are kept`() throws {
    defer { library.remove() }
    let ids = try filed(3)
    let series = try library.series(of: ids[0]).id
    try printed(series)

    let result = try archive.unfile(ids, reason: "装错了盒")

    #expect(result.outcome.kept == [series: .numbersShown(by: "print")])
    #expect(try library.series(of: ids[0]).issued == 3)
  }

  @Test func `a release asked for after a printing is refused`() throws {
    defer { library.remove() }
    let ids = try filed(3)
    try printed(library.series(of: ids[0]).id)

    #expect(throws: Refusal.numbersShown(by: "print")) {
      try archive.unfile(ids, numbers: .release, reason: "装错了盒")
    }
    #expect(try library.item(ids[0]).state == .filed)
  }

  @Test func `inked stamps keep the numbers`() throws {
    defer { library.remove() }
    let ids = try filed(2)
    try archive.stamp(scope, .inked)

    #expect(try archive.releasable(library.series(of: ids[0]).id) == .stampInked)
  }

  @Test func `released beside a filed number, issued falls to it`() throws {
    defer { library.remove() }
    let ids = try filed(5)

    try archive.unfile(Array(ids[3...]), reason: "缺附件")

    #expect(try library.series(of: ids[0]).issued == 3)
  }

  @Test func `released beside a vacant number, issued falls to it`() throws {
    defer { library.remove() }
    let ids = try filed(5)
    try archive.unfile([ids[3]], numbers: .keep, reason: "划错期限")
    try archive.unarrange([ids[3]])

    try archive.unfile(Array(ids[1...2]) + [ids[4]], reason: "缺附件")

    #expect(try library.series(of: ids[0]).issued == 4)
  }

  @Test func `kept numbers come back to their own papers`() throws {
    defer { library.remove() }
    let ids = try filed(4)
    try printed(library.series(of: ids[0]).id)
    try archive.unfile(ids, reason: "重排")
    try archive.unarrange(scope)
    let late = try library.papers(1, TestLibrary.office())

    try archive.arrange(scope)

    #expect(try library.items(ids + late).map(\.number) == [1, 2, 3, 4, 5])
  }

  @Test func `a later filing that stands keeps the numbers of an earlier one`() throws {
    defer { library.remove() }
    let ids = try filed(2)
    _ = try filed(1)

    let result = try archive.unfile(ids, reason: "重排")

    #expect(result.outcome.released.isEmpty)
    #expect(try library.series(of: ids[0]).issued == 3)
  }

  @Test func `what is on loan is not taken back`() throws {
    defer { library.remove() }
    let ids = try filed(2)
    _ = try archive.write(WriteHead(action: .edit)) { ledger in
      try ledger.update(.item, ids[0], ["marks": 1])
    }

    #expect(throws: Refusal.blocked(by: .onLoan)) { try archive.unfile(ids, reason: "重排") }
  }

  @Test func `taking the filing back in the journal releases too, and redo files again`() throws {
    defer { library.remove() }
    let ids = try library.papers(3, TestLibrary.office())
    try archive.arrange(scope)
    let filing = try archive.file(scope, names: names)

    let undone = try archive.takeBack(try #require(filing.seq), reason: "误归")
    let between = try library.series(of: ids[0])
    _ = try archive.takeBack(undone.seq, reason: "核对无误")

    #expect(between.issued == 0)
    #expect(between.releases == 1)
    #expect(try library.series(of: ids[0]).issued == 3)
    #expect(try library.items(ids).map(\.state) == [.filed, .filed, .filed])
  }

  @Test func `a paper in the middle taken back holds the place of its number`() throws {
    defer { library.remove() }
    let ids = try filed(3)
    try archive.unfile([ids[1]], reason: "缺附件")

    let result = try archive.file(scope, names: names)

    #expect(result.count == 1)
    #expect(try library.item(ids[1]).number == 2)
  }

  @Test func `what was printed before a filing was taken back still keeps the numbers`() throws {
    defer { library.remove() }
    let ids = try filed(3)
    let series = try library.series(of: ids[0]).id
    let filing = try archive.head().seq
    try printed(series)
    try archive.takeBack(filing, reason: "重查")
    try archive.file(scope, names: names)

    #expect(throws: Refusal.numbersShown(by: "print")) {
      try archive.unfile(ids, numbers: .release, reason: "退回")
    }
  }

  @Test func `the release of a late number does not hide what showed the earlier ones`() throws {
    defer { library.remove() }
    let ids = try filed(3)
    try printed(library.series(of: ids[0]).id)
    let late = try filed(1)
    try archive.unfile(late, numbers: .release, reason: "缺附件")

    #expect(throws: Refusal.numbersShown(by: "print")) {
      try archive.unfile(ids, numbers: .release, reason: "退回")
    }
  }

  @Test func `drafts printed after a release keep no numbers`() throws {
    defer { library.remove() }
    let ids = try filed(3)
    try archive.unfile(ids, numbers: .release, reason: "退回")
    try printed(library.series(of: ids[0]).id)
    try archive.file(scope, names: names)

    try archive.unfile(ids, numbers: .release, reason: "再退")

    #expect(try library.series(of: ids[0]).issued == 0)
  }

  @Test func `numbers kept by the person's word stay kept when that is done again by redo`() throws
  {
    defer { library.remove() }
    let ids = try filed(3)
    try archive.unfile([ids[2]], numbers: .keep, reason: "纸上已写号")
    let undone = try archive.takeBack(archive.head().seq, reason: "再看")

    try archive.takeBack(undone.seq, reason: "还是退")

    #expect(try library.item(ids[2]).state == .arranged)
    #expect(try library.series(of: ids[0]).issued == 3)
  }

  @Test func `a release leaves a number issued that a person kept before`() throws {
    defer { library.remove() }
    let ids = try filed(3)
    try archive.unfile([ids[2]], numbers: .keep, reason: "纸上已写号")

    try archive.unfile(Array(ids[..<2]), numbers: .release, reason: "退回")

    #expect(try library.series(of: ids[0]).issued == 3)
  }
}
