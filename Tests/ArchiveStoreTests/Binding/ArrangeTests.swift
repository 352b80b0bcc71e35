import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct ArrangeTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private func year(_ year: Year, type: String? = "WS") -> Scope {
    var scope = Scope()
    scope.year = year
    scope.type = type
    return scope
  }

  @Test func `a year is numbered class by class, in one entry`() throws {
    defer { library.remove() }
    let thirty = try library.papers(3, TestLibrary.office(.d30))
    let permanent = try library.papers(2, TestLibrary.office(.permanent))

    let result = try archive.arrange(year(2023))

    #expect(result.arranged == 5)
    #expect(
      try library.items(permanent).map(\.code) == [
        "J036-WS·2023·Y·BGS-0001", "J036-WS·2023·Y·BGS-0002",
      ])
    #expect(try library.items(thirty).map(\.number) == [1, 2, 3])
    #expect(try library.items(thirty).map(\.state) == [.arranged, .arranged, .arranged])
  }

  // Rule box-one-class: DA/T 22—2015, 6.4
  @Test func `boxes run through the year and never hold two classes`() throws {
    defer { library.remove() }
    try library.papers(3, TestLibrary.office(.d30)) { $1.pages = 200 }
    try library.papers(3, TestLibrary.office(.permanent)) { $1.pages = 200 }

    try archive.arrange(year(2023))

    let boxes = try archive.boxes(in: year(2023))
    #expect(boxes.map(\.box.number) == [1, 2, 3, 4])
    #expect(boxes.map(\.box.run) == [String](repeating: "J036-WS·2023", count: 4))
    #expect(boxes.map(\.count) == [2, 1, 2, 1])
    #expect(boxes.map(\.box.mm) == [50, 30, 50, 30])
  }

  @Test func `an answer stands behind its request whatever the dates of others`() throws {
    defer { library.remove() }
    let ids = try library.papers(3, TestLibrary.office())
    _ = try archive.write(WriteHead(action: .edit)) { ledger in
      _ = try ledger.insert(Link(itemID: ids[2], otherID: ids[0], kind: .reply))
    }

    try archive.arrange(year(2023))

    #expect(try library.items(ids).map(\.number) == [1, 3, 2])
  }

  @Test func `without a fonds number nothing is numbered`() throws {
    let bare = try TestLibrary(fondsNumber: "").withOrgs()
    defer {
      library.remove()
      bare.remove()
    }
    try bare.papers(2, TestLibrary.office())

    let plan = try bare.archive.rehearseArrange(year(2023))

    #expect(plan.refused.map(\.refusal) == [.noFondsNumber, .noFondsNumber])
    #expect(plan.classes.isEmpty)
  }

  @Test func `a piece of a type by volume waits for its volume`() throws {
    defer { library.remove() }
    try library.papers(1, type: "KU", SeriesFacts(sub: "01", year: 2022, period: .d30))

    let plan = try archive.rehearseArrange(year(2022, type: "KU"))

    #expect(plan.refused.map(\.refusal) == [.notInVolume])
  }

  @Test func `volumes of accounts stand three in a box`() throws {
    defer { library.remove() }
    let facts = SeriesFacts(sub: "01", year: 2022, period: .d30)
    let ids = try library.papers(7, type: "KU", facts, level: .volume)

    try archive.arrange(year(2022, type: "KU"))

    #expect(try archive.boxes(in: year(2022, type: "KU")).map(\.count) == [3, 3, 1])
    #expect(try library.item(ids[6]).code == "J036-KU·01·2022·D30-007")
  }

  @Test func `vouchers without boxes are numbered and filed, ledgers are boxed`() throws {
    var type = ArchiveType.accounts
    type.required = []
    type.subs = [
      SubClass(code: "01", name: "凭证", boxed: false), SubClass(code: "02", name: "账簿"),
    ]
    let library = try TestLibrary(types: [type])
    defer { library.remove() }
    for sub in ["01", "02"] {
      try library.papers(
        2, type: "KU", SeriesFacts(sub: sub, year: 2022, period: .d30), level: .volume)
    }
    let scope = year(2022, type: "KU")

    try library.archive.arrange(scope)
    let boxes = try library.archive.boxes(in: scope)
    let filed = try library.archive.file(
      scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))

    #expect(boxes.map(\.count) == [2])
    #expect(filed.count == 4)
  }

  @Test func `a late paper goes on behind and into the tail box`() throws {
    defer { library.remove() }
    let ids = try library.papers(3, TestLibrary.office())
    try archive.arrange(year(2023))
    let late = try library.papers(1, TestLibrary.office()) { $1.date = "20230101" }

    let result = try archive.arrange(year(2023))

    #expect(result.arranged == 1)
    #expect(result.renumbered == 0)
    #expect(try library.item(late[0]).number == 4)
    #expect(try library.item(late[0]).boxID == library.item(ids[0]).boxID)
  }

  @Test func `a late paper is put where it belongs when asked for`() throws {
    defer { library.remove() }
    let ids = try library.papers(3, TestLibrary.office())
    try archive.arrange(year(2023))
    let late = try library.papers(1, TestLibrary.office()) { _, item in
      item.archivalDate = ArchivalDate(text: "20230102", from: 2023_0102, to: 2023_0102)
      item.docNo = "云农发〔2023〕1号"
    }

    let result = try archive.arrange(year(2023), way: .insert)

    #expect(result.renumbered == 2)
    #expect(try library.items(ids + late).map(\.number) == [1, 3, 4, 2])
  }

  @Test func `nothing left to arrange writes nothing`() throws {
    defer { library.remove() }
    try library.papers(3, TestLibrary.office())
    try archive.arrange(year(2023))

    #expect(try archive.arrange(year(2023)).seq == nil)
  }

  @Test func `a plan made before a change is refused`() throws {
    defer { library.remove() }
    let ids = try library.papers(3, TestLibrary.office())
    let plan = try archive.rehearseArrange(year(2023))
    try archive.exclude([ids[0]], basis: "hand:重复件")

    #expect(throws: Refusal.changedMeanwhile(by: "张老师")) { try archive.arrange(plan) }
    #expect(try library.item(ids[1]).state == .classified)
  }

  @Test func `numbers and boxes are taken off, empty boxes go`() throws {
    defer { library.remove() }
    let ids = try library.papers(3, TestLibrary.office())
    try archive.arrange(year(2023))

    let result = try archive.unarrange(year(2023))

    #expect(result.changed == 3)
    #expect(try library.items(ids).map(\.number) == [nil, nil, nil])
    #expect(try archive.boxes(in: year(2023)).isEmpty)
  }

  @Test func `numbering is taken back whole, and done again`() throws {
    defer { library.remove() }
    let ids = try library.papers(3, TestLibrary.office())
    let done = try archive.arrange(year(2023))
    let codes = try library.items(ids).map(\.code)

    let undone = try archive.takeBack(try #require(done.seq))
    let between = try library.items(ids).map(\.code)
    _ = try archive.takeBack(undone.seq)

    #expect(between == ["", "", ""])
    #expect(try library.items(ids).map(\.code) == codes)
    #expect(try archive.boxes(in: year(2023)).map(\.count) == [3])
  }
}
