import ArchiveDomain
import DocumentKit
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct ExportTests {
  let library: TestLibrary
  let lists: Lists
  var archive: Archive { library.archive }

  init() throws {
    library = try Archive.withSamples()
    lists = Lists(library: library)
    try lists.add(lists.file("发文.csv", Lists.sent))
  }

  private func export(_ name: String, _ filter: RecordFilter = RecordFilter()) throws -> URL {
    let url = library.folder.appendingPathComponent(name)
    _ = try archive.export(filter, to: url, try #require(ExportFormat(of: url)))
    return url
  }

  @Test func `a CSV has the keys of the list in their order`() throws {
    defer { library.remove() }

    let text = try String(decoding: Data(contentsOf: export("目录.csv")), as: UTF8.self)

    #expect(
      text.hasPrefix(
        """
        \u{FEFF}id,level,code,number,former_code,title,doc_no,issuer,date,year,type,org,project,\
        retention,basis,direction,pages,page_from,count,secrecy,secret_years,access,persons,\
        keywords,volume,box,box_mm,place,state,marks,note,library
        """))
  }

  @Test func `no cell begins a formula`() throws {
    defer { library.remove() }
    let id = try #require(try archive.newest(1).first).id
    try archive.edit([id], RecordEdit(.title, "=HYPERLINK(1)"))

    let text = try String(decoding: Data(contentsOf: export("目录.csv")), as: UTF8.self)

    #expect(!text.contains(",=HYPER"))
  }

  @Test(arguments: ["目录.csv", "目录.json"]) func `importing an export changes nothing`(
    _ name: String
  ) throws {
    defer { library.remove() }
    let url = try export(name)

    let imported = try lists.add(url)

    #expect(imported.known == 3)
    #expect(imported.written.seq == nil)
  }

  @Test func `JSON is one array with numbers as numbers`() throws {
    defer { library.remove() }

    let data = try Data(contentsOf: export("目录.json"))

    let rows = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(rows.count == 3)
    #expect(rows[0]["pages"] as? Int == 3)
    #expect(rows[0]["org"] as? String == "办公室")
    #expect(rows[0]["number"] is NSNull)
  }

  @Test func `the entry names the classes that left`() throws {
    defer { library.remove() }
    _ = try export("目录.csv")

    let entry = try #require(try archive.entries(limit: 1).first)

    #expect(entry.action == "export")
    #expect(entry.params.contains(#""series":["#))
  }

  @Test func `a list of one state leaves the others out`() throws {
    defer { library.remove() }
    var filter = RecordFilter()
    filter.scope.states = [.filed]

    #expect(try archive.records(filter) == [])
  }

  @Test func `a reader gets no secret paper`() throws {
    defer { library.remove() }
    try archive.set("classified", to: ["machine": .flag(true)])
    let id = try #require(try archive.newest(1).first).id
    try archive.edit([id], RecordEdit(.secrecy, "机密"))
    var opening = TestLibrary.opening()
    opening.readOnly = true
    let reader = try Archive.open(at: library.folder, opening)
    let url = library.folder.appendingPathComponent("读.csv")

    let exported = try reader.export(RecordFilter(), to: url, .csv)

    #expect(exported.count == 2 && exported.leftOut == 1)
  }

  @Test func `nothing is left under another name`() throws {
    defer { library.remove() }
    _ = try export("目录.csv")

    let names = try FileManager.default.contentsOfDirectory(atPath: library.folder.path)
    #expect(!names.contains { $0.hasSuffix(".tmp") })
  }
}

@Suite struct PastExportTests {
  @Test func `the catalogue as of an entry lists what was there, words and sums`() throws {
    let library = try Archive.withSamples()
    defer { library.remove() }
    let archive = library.archive
    let lists = Lists(library: library)
    let seq = try #require(try lists.add(lists.file("发文.csv", Lists.sent)).written.seq)
    let id = try #require(try archive.newest(1).first).id
    try archive.edit([id], RecordEdit(.title, "改了的题名"))
    try archive.create([NewRecord(type: "WS", title: "后来的", facts: SeriesFacts(year: 2023))])

    let past = try archive.asOf(entry: seq)

    #expect(
      try past.records(RecordFilter()).map(\.item.title).sorted()
        == [
          "关于做好春耕生产的通知", "关于农机年检的通知", "关于核拨抗旱油料补助的函",
        ].sorted())
    #expect(try past.tree().first?.counts.inbox == 3)
    #expect(try past.listing(Scope()).count == 3)
  }

  @Test func `an archivist sees secret papers of the past`() throws {
    let library = try Archive.withSamples()
    defer { library.remove() }
    let archive = library.archive
    try archive.set("classified", to: ["machine": .flag(true)])
    var paper = NewRecord(type: "WS", title: "某密件", facts: SeriesFacts(year: 2023))
    paper.item.secrecy = .secret
    let written = try archive.create([paper]).written

    let past = try archive.asOf(entry: try #require(written.seq))

    #expect(try past.newest(1).map(\.title) == ["某密件"])
  }
}
