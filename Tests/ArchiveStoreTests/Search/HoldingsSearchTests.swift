import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct HoldingsSearchTests {
  let library: TestLibrary
  var archive: Archive { library.archive }

  init() throws {
    library = try Archive.withSamples()
    let lists = Lists(library: library)
    try lists.add(lists.file("发文.csv", Lists.sent))
  }

  private func titles(_ search: HoldingsSearch, _ line: String) throws -> [String] {
    try archive.found(search.ids(of: search.find(line))).map(\.row.item.title)
  }

  @Test(arguments: ["春耕", "cgsc", "云农发〔2023〕7号", "云农发(2023)7号", "2023 春耕"])
  func `a paper is found by words, initials, number and year`(_ line: String) throws {
    defer { library.remove() }
    let search = try archive.searchable()

    let found = try titles(search, line.replacing("cgsc", with: "zhcgsc"))

    #expect(found.first == "关于做好春耕生产的通知" || line == "cgsc")
  }

  @Test func `what was edited since is found after a refresh`() throws {
    defer { library.remove() }
    var search = try archive.searchable()
    let id = try #require(try archive.newest(1).first).id
    try archive.edit([id], RecordEdit(.title, "关于抗旱的函"))

    let changed = try archive.refresh(&search)

    #expect(changed)
    #expect(try titles(search, "抗旱的函") == ["关于抗旱的函"])
    #expect(try titles(search, "核拨") == [])
  }

  @Test func `what was removed since is not found`() throws {
    defer { library.remove() }
    var search = try archive.searchable()
    let id = try #require(try archive.newest(1).first).id
    try archive.remove([id])

    try archive.refresh(&search)

    #expect(search.find("抗旱").count == 0)
  }

  @Test func `what another program added is found`() throws {
    defer { library.remove() }
    var search = try archive.searchable()
    try library.again().create([
      NewRecord(type: "WS", title: "宏达合同", facts: SeriesFacts(year: 2019))
    ])

    try archive.refresh(&search)

    #expect(try titles(search, "hd ht 2019") == ["宏达合同"])
  }

  @Test func `a reader does not find a secret paper by its words`() throws {
    defer { library.remove() }
    try archive.set("classified", to: ["machine": .flag(true)])
    let id = try #require(try archive.newest(1).first).id
    try archive.edit([id], RecordEdit(.secrecy, "机密"))
    var opening = TestLibrary.opening()
    opening.readOnly = true

    let reader = try Archive.open(at: library.folder, opening)

    #expect(try reader.searchable().find("抗旱").count == 0)
    #expect(try reader.found([id]).first?.row.item.title.contains("抗旱") == false)
  }

  @Test func `hits are counted by facet`() throws {
    defer { library.remove() }
    let search = try archive.searchable()

    let counts = search.counts(of: .org, in: search.find("云农"))

    #expect(counts.map(\.value) == ["办公室", "种植业股"])
    #expect(counts.map(\.count) == [2, 1])
  }

  @Test(arguments: ["春耕", "cgsc", "云农", "2023", "办公室", "云农函〔2023〕2号", "春耕 2022"])
  func `a single look-up finds what the laid-out catalogue finds`(_ line: String) throws {
    defer { library.remove() }
    let search = try archive.searchable()

    #expect(try archive.findOnce(line) == search.ids(of: search.find(line)))
  }

  @Test func `a hit in one line is told as in the two rows of the screen`() throws {
    defer { library.remove() }
    let lists = Lists(library: library)
    let rows = ["件号,题名,日期,页数,保管期限,年度,机构,盒号", "1,通知,20210206,3,永久,2021,办公室,7"]
    try lists.add(lists.file("目录.csv", rows)) { $0.keepsNumbers = true }
    try archive.set("classified", to: ["machine": .flag(true)])
    let secret = try #require(try archive.newest(1).first).id
    try archive.edit([secret], RecordEdit(.secrecy, "机密"))
    var opening = TestLibrary.opening()
    opening.readOnly = true
    let reader = try Archive.open(at: library.folder, opening)
    let ids = try archive.ids(of: archive.listing(Scope()))

    let lines = try reader.foundLines(ids)

    let rowsSeen = try reader.found(ids)
    #expect(lines.map(\.id) == rowsSeen.map(\.id))
    #expect(lines.map(\.title) == rowsSeen.map(\.row.item.title))
    #expect(lines.map(\.docNo) == rowsSeen.map(\.row.item.docNo))
    #expect(lines.map(\.box) == rowsSeen.map { $0.row.box?.label ?? "" })
    #expect(lines.map(\.places) == rowsSeen.map(\.places))
    #expect(lines.contains { !$0.box.isEmpty })
  }

  @Test func `a single look-up finds by the box and its place`() throws {
    defer { library.remove() }
    let lists = Lists(library: library)
    let rows = ["件号,题名,日期,页数,保管期限,年度,机构,盒号", "1,通知,20210206,3,永久,2021,办公室,7"]
    try lists.add(lists.file("目录.csv", rows)) { $0.keepsNumbers = true }

    #expect(try archive.findOnce("盒7").count == 1)
  }
}
