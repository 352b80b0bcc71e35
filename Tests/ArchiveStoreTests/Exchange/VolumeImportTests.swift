import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// Lists with pieces and volumes, into a library that has some of them.
@Suite struct VolumeImportTests {
  let library: TestLibrary
  let lists: Lists
  var archive: Archive { library.archive }

  init() throws {
    library = try Archive.withSamples()
    lists = Lists(library: library)
  }

  private var scope: Scope {
    var scope = Scope()
    scope.type = "KJ·JJ"
    return scope
  }

  private static let head = "案卷号,顺序号,题名,日期,页号,页数,项目号,责任者,保管期限"

  @discardableResult
  private func add(_ name: String, _ rows: [String], keeps: Bool = true) throws -> Imported {
    try lists.add(lists.file(name, [Self.head] + rows), type: "KJ·JJ") { $0.keepsNumbers = keeps }
  }

  private func volume() throws -> Item {
    try #require(try archive.rows(of: archive.listing(scope), from: 0, count: 1).first).item
  }

  private func pieces() throws -> [Item] { try archive.pieces(of: volume().id) }

  private func twoPieces() throws {
    try add(
      "一.csv",
      [
        "5,,施工文件,20220310-20220518,,9,02,县局,永久", "5,1,施工合同,20220310,1,4,02,施工方,永久",
        "5,2,验收记录,20220518,5,5,02,施工方,永久",
      ])
  }

  @Test func `the cover follows a piece that a later list brings`() throws {
    defer { library.remove() }
    try twoPieces()

    try add("二.csv", ["5,3,开工报告,20220601,,4,02,施工方,永久"])

    let volume = try volume()
    #expect(volume.pages == 13)
    #expect(volume.count == 3)
    #expect(volume.date == "20220310-20220601")
    #expect(try pieces().map(\.pageFrom) == [1, 5, 10])
    #expect(try archive.findings().isEmpty)
  }

  @Test func `numbers of the paper stay when the cover follows`() throws {
    defer { library.remove() }
    try twoPieces()

    try add("二.csv", ["5,7,开工报告,20220601,,4,02,施工方,永久"])
    try archive.edit([pieces()[0].id], RecordEdit(.pages, "6"))

    #expect(try pieces().map(\.number) == [1, 2, 7])
    #expect(try volume().pages == 15)
  }

  @Test func `the cover follows pages that a list fills in`() throws {
    defer { library.remove() }
    try add(
      "一.csv", ["5,1,施工合同,20220310,,,02,施工方,永久", "5,2,验收记录,20220518,,5,02,施工方,永久"])
    let (read, file) = try lists.plan(
      lists.file("补.csv", [Self.head, "5,1,施工合同,20220310,,4,02,另一方,永久"]), type: "KJ·JJ")
    var plan = read
    plan.answerAll(.fill)

    try archive.importRows(plan, of: file)

    #expect(try volume().pages == 9)
  }

  @Test func `a volume that only its pieces tell of has their cover`() throws {
    defer { library.remove() }

    try add(
      "一.csv", ["5,1,施工合同,20220310,,4,02,施工方,永久", "5,2,验收记录,20220518,,5,02,施工方,永久"])

    let volume = try volume()
    #expect(volume.pages == 9 && volume.count == 2)
    #expect(volume.date == "20220310-20220518")
  }

  @Test func `a late piece of a filed volume is the fault of its row`() throws {
    defer { library.remove() }
    try add(
      "一.csv",
      ["1,,施工文件,2022,,4,02,县局,永久", "1,1,施工合同,20220310,1,4,02,施工方,永久"])
    try archive.arrange(scope)
    let filed = try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    #expect(filed.report.obstacles.filter(\.isBlocking).isEmpty)
    #expect(filed.count == 1)

    let plan = try lists.plan(
      lists.file("晚.csv", [Self.head, "1,2,开工报告,20220601,,4,02,施工方,永久"]), type: "KJ·JJ"
    ) { $0.keepsNumbers = true }.plan

    #expect(plan.faults.map(\.kind) == [.volumeFiled("J036-KJ·JJ·02-001")])
    #expect(!plan.isReady)
  }

  @Test func `first pages of a list stay when its pieces are gathered`() throws {
    defer { library.remove() }
    try add(
      "一.csv",
      [
        "5,,施工文件,2022,,,02,县局,永久", "5,1,施工合同,20220310,3,3,02,施工方,永久",
        "5,2,验收记录,20220518,8,3,02,施工方,永久",
      ],
      keeps: false)
    let ids = try archive.records(RecordFilter()).map(\.item)
    let volume = try #require(ids.first { $0.level == .volume }).id

    try archive.gather(ids.filter { $0.level == .item }.map(\.id), into: volume)

    #expect(try archive.pieces(of: volume).map(\.pageFrom) == [3, 8])
  }

  @Test func `a piece without a first page runs on from one that has it`() throws {
    defer { library.remove() }
    try add(
      "一.csv",
      ["5,,施工文件,2022,,,02,县局,永久", "5,1,施工合同,20220310,3,3,02,施工方,永久"], keeps: false)
    try add("二.csv", ["5,2,验收记录,20220518,,3,02,施工方,永久"], keeps: false)
    let items = try archive.records(RecordFilter()).map(\.item)
    let volume = try #require(items.first { $0.level == .volume }).id

    try archive.gather(items.filter { $0.level == .item }.map(\.id), into: volume)

    #expect(try archive.pieces(of: volume).map(\.pageFrom) == [3, 6])
  }

  @Test func `first pages of a list stay when the volume is split`() throws {
    defer { library.remove() }
    try add(
      "一.csv",
      [
        "5,,施工文件,2022,,,02,县局,永久", "5,1,施工合同,20220310,3,3,02,施工方,永久",
        "5,2,验收记录,20220518,8,3,02,施工方,永久",
      ])

    let new = try archive.splitVolume(volume().id, [pieces()[1].id], title: "验收文件").volume

    #expect(try archive.pieces(of: new).map(\.pageFrom) == [8])
    #expect(try pieces().map(\.pageFrom) == [3])
  }

  private static let covers = [
    "案卷号,案卷题名,起止日期,件数,总页数,保管期限,项目号,立卷单位,备注",
    "1,甲卷,20200101-20201231,12,177,永久,JJ01,县局,", "2,乙卷,20210101-20211231,30,277,永久,JJ01,县局,缺页",
  ]

  @Test func `joining volumes of which only covers are known adds their figures`() throws {
    defer { library.remove() }
    try lists.add(lists.file("案卷.csv", Self.covers), type: "KJ·JJ")
    let ids = try archive.records(RecordFilter()).map(\.item.id).sorted()

    try archive.joinVolumes(ids[0], ids[1])

    let volume = try library.item(ids[0])
    #expect(volume.pages == 454 && volume.count == 42)
    #expect(volume.date == "20200101-20211231")
    #expect(volume.note == "缺页；并入：乙卷")
  }

  @Test func `volumes of which only covers are known are filed by them, and told`() throws {
    defer { library.remove() }
    try lists.add(lists.file("案卷.csv", Self.covers), type: "KJ·JJ")
    try archive.arrange(scope)

    let result = try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))

    #expect(result.count == 2)
    #expect(result.report.obstacles.map(\.what) == [.noPieces, .noPieces])
  }

  @Test func `joining volumes keeps the stricter access`() throws {
    defer { library.remove() }
    try lists.add(lists.file("案卷.csv", Self.covers), type: "KJ·JJ")
    let ids = try archive.records(RecordFilter()).map(\.item.id).sorted()
    try archive.edit([ids[0]], RecordEdit(.access, "open"))
    try archive.edit([ids[1]], RecordEdit(.access, "controlled"))

    try archive.joinVolumes(ids[0], ids[1])

    #expect(try library.item(ids[0]).access == .controlled)
  }
}
