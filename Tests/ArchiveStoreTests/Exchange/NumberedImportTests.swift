import ArchiveDomain
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct NumberedImportTests {
  let library: TestLibrary
  let lists: Lists
  var archive: Archive { library.archive }

  init() throws {
    library = try Archive.withSamples()
    lists = Lists(library: library)
  }

  private static let catalogue = [
    "件号,责任者,文号,题名,日期,页数,保管期限,年度,机构,盒号",
    "1,农业局,云农发〔2021〕1号,关于春耕的通知,20210206,3,永久,2021,办公室,1",
    "2,农业局,云农发〔2021〕2号,关于夏收的通知,20210606,4,永久,2021,办公室,1",
    "4,农业局,云农发〔2021〕9号,关于秋收的通知,20210906,5,永久,2021,办公室,2",
    "1,农业局,云农函〔2021〕3号,关于农机的函,20210306,2,30年,2021,办公室,3",
  ]

  private func add() throws -> Imported {
    try lists.add(lists.file("目录2021.csv", Self.catalogue)) { $0.keepsNumbers = true }
  }

  // Rule numbers-2000: DA/T 22—2000
  @Test func `numbers on the paper become drafts, holes allowed`() throws {
    defer { library.remove() }

    let imported = try add()

    var scope = Scope()
    scope.period = .permanent
    let rows = try archive.rows(of: archive.listing(scope), from: 0, count: 9)
    #expect(imported.states.arranged == 4)
    #expect(rows.map(\.item.number) == [1, 2, 4])
    #expect(rows.map(\.item.code).last == "J036-WS·2021·Y·BGS-0004")
  }

  @Test func `boxes are those of the paper`() throws {
    defer { library.remove() }

    _ = try add()

    let boxes = try archive.boxes(in: Scope())
    #expect(boxes.map(\.box.label) == ["J036-WS·2021/1", "J036-WS·2021/2", "J036-WS·2021/3"])
    #expect(boxes.map(\.count) == [2, 1, 1])
  }

  @Test func `a box of two classes stays with the first, the other papers keep its name`() throws {
    defer { library.remove() }
    let rows = Self.catalogue.dropLast() + ["1,农业局,云农函〔2021〕3号,关于农机的函,20210306,2,30年,2021,办公室,2"]

    let imported = try lists.add(lists.file("目录2021.csv", Array(rows))) { $0.keepsNumbers = true }

    #expect(imported.unboxed == 1)
    #expect(try archive.newest(1).map(\.note) == ["原盒号 2"])
  }

  @Test func `a number that another paper has is the fault of its row`() throws {
    defer { library.remove() }
    _ = try add()
    let other =
      Self.catalogue.prefix(1) + [
        "7,农业局,云农发〔2021〕78号,又一件,20210208,3,永久,2021,办公室,1",
        "2,农业局,云农发〔2021〕77号,另一件,20210207,3,永久,2021,办公室,1",
      ]

    let plan = try lists.plan(lists.file("又.csv", Array(other))) { $0.keepsNumbers = true }.plan

    let fault = try #require(plan.faults.first)
    #expect(plan.faults.count == 1)
    #expect(fault.place == ListPlace(sheet: 0, row: 3, column: 0))
    #expect(fault.kind == .numberTaken("J036-WS·2021·Y·BGS-0002"))
    #expect(fault.original == "2")
  }

  @Test func `a type that the library lacks is the fault of its row`() throws {
    defer { library.remove() }
    let rows = ["题名,日期,门类", "关于春耕的通知,20210206,文书档案", "婚姻登记一,20210207,婚姻"]

    var (plan, file) = try lists.plan(lists.file("门类.csv", rows))
    #expect(plan.faults.map(\.kind) == [.unknownType])
    #expect(plan.faults.first?.place == ListPlace(sheet: 0, row: 3, column: 2))

    plan.mend(row: 1, column: 2, field: .type, to: "文书")
    #expect(try archive.importRows(plan, of: file).added == 2)
  }

  @Test func `pieces of a by-volume list lie in their volumes`() throws {
    defer { library.remove() }
    let rows = [
      "案卷号,顺序号,题名,日期,页号,项目号,责任者,保管期限", "5,1,施工合同,20220310,1-18,02,施工方,永久",
      "5,2,隐蔽工程验收记录,20220518,19-65,02,施工方,永久", "5,3,开工报告,20220402,66-71,02,施工方,永久",
    ]

    try lists.add(lists.file("卷内.csv", rows), type: "KJ·JJ") { $0.keepsNumbers = true }

    let listing = try archive.listing(Scope())
    let volume = try #require(try archive.rows(of: listing, from: 0, count: 1).first)
    #expect(listing.count == 1)
    #expect(volume.item.code == "J036-KJ·JJ·02-005")
    #expect(
      try archive.pieces(of: volume.id).map(\.code) == [
        "J036-KJ·JJ·02-005-001", "J036-KJ·JJ·02-005-002", "J036-KJ·JJ·02-005-003",
      ])
    #expect(try archive.pieces(of: volume.id).map(\.pageFrom) == [1, 19, 66])
  }

  @Test func `volumes of a list are volumes`() throws {
    defer { library.remove() }
    let rows = [
      "案卷号,案卷题名,起止日期,页数,年度,保管期限,类别号", "1,2022年1月记账凭证,20220101-20220131,120,2022,30年,KU·01",
    ]

    try lists.add(lists.file("凭证.csv", rows), type: "KU") { $0.keepsNumbers = true }

    let volume = try #require(try archive.newest(1).first)
    #expect(volume.level == .volume)
    #expect(volume.code == "J036-KU·01·2022·D30-001")
    #expect(volume.dateFrom == 2022_01_01 && volume.dateTo == 2022_01_31)
  }

  @Test func `the library is clean for verify afterwards`() throws {
    defer { library.remove() }

    _ = try add()

    #expect(try archive.findings() == [])
  }
}
