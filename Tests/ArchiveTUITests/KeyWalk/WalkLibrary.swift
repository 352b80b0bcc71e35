import ArchiveDomain
import ArchiveStore
import Foundation

@testable import ArchiveTUI

/// A small real library with papers at every state, a volume, and a journal worth reading; made once
/// and copied for each screen that is walked.
struct WalkLibrary: Sendable {
  let folder: URL
  let archive: Archive
  /// Papers at each state, in the order in which they were entered.
  let papers: Papers
  /// A list with a row that is wrong and one that may be there already, in a folder of its own.
  let list: URL

  /// Who works there.
  var desk: Desk {
    var desk = Desk.sample
    desk.isReadOnly = !archive.canWrite
    desk.drafts = DraftFolder(state: folder.appendingPathComponent("state"))
    return desk
  }

  struct Papers: Sendable {
    var inbox: [ItemID] = []
    var classified: [ItemID] = []
    var arranged: [ItemID] = []
    var filed: [ItemID] = []
    var volume: ItemID = 0
    /// Classes of the numbered papers: one that lacks something, one that could be filed.
    var held: RowID = 0
    var ready: RowID = 0
    var filedClass: RowID = 0
  }

  /// A copy of its own, opened anew.
  static func copy(readOnly: Bool = false) throws -> WalkLibrary {
    let made = try template.get()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-walk-" + UUID().uuidString)
    try FileManager.default.copyItem(at: made.folder, to: folder)
    var opening = made.opening
    opening.readOnly = readOnly
    return WalkLibrary(
      folder: folder, archive: try Archive.open(at: folder, opening), papers: made.papers,
      list: made.list)
  }

  /// The holdings shared by all walks that write nothing, with a folder of its own for drafts and the
  /// like: opening a library costs more than walking a screen.
  static func shared(readOnly: Bool) throws -> WalkLibrary {
    let common = try (readOnly ? onlyRead : neverWritten).get()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-walk-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return WalkLibrary(
      folder: folder, archive: common.archive, papers: common.papers, list: common.list)
  }

  private static let onlyRead = Result { try copy(readOnly: true) }
  private static let neverWritten = Result { try copy() }

  /// Takes the copy away.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// A part of the copy's holdings.
  static func scope(year: Year, _ states: Set<ItemState> = []) -> Scope {
    var scope = Scope()
    scope.type = "WS"
    scope.year = year
    scope.states = states
    return scope
  }

  // MARK: The template

  private struct Template: Sendable {
    let folder: URL
    let opening: Opening
    let papers: Papers
    let list: URL
  }

  private static let template = Result { try make() }
  /// The national schedules and the rules of suggesting, read once.
  private static let knowledge = Knowledge(dataFolder)

  private static func make() throws -> Template {
    let office = try Office(knowledge: knowledge)
    let archive = office.archive
    var papers = Papers()
    papers.inbox = try office.papers(8) { n, item in
      if n == 1 { item.title = "扫描件0023.pdf" }
      if n == 2 { item.pages = nil }
      if n == 6 { item.title = "云岭县农业农村局局长办公会议纪要（第8期）" }
    }
    papers.inbox += try office.papers(2, org: nil)
    papers.classified = try enter(archive, 5, year: 2022, org: 1)
    papers.arranged = try enter(archive, 3, year: 2021, org: 1) { if $0 == 1 { $1.pages = nil } }
    papers.arranged += try enter(archive, 3, year: 2021, org: 2)
    papers.filed = try enter(archive, 3, year: 2020, org: 1)
    for year in [2020, 2021] { try archive.arrange(scope(year: year)) }
    try archive.file(scope(year: 2020), names: FilingNames(arrangedBy: "张老师", checkedBy: "李科长"))
    papers.volume = try office.volume(3).volume
    try office.papers(2, type: "KU", sub: "01", org: nil, period: .d30)
    try change(archive, papers)
    papers.held = try series(of: papers.arranged[0], archive)
    papers.ready = try series(of: papers.arranged[3], archive)
    papers.filedClass = try series(of: papers.filed[0], archive)
    return Template(
      folder: archive.folder,
      opening: Opening(
        session: archive.session, types: archive.types, knowledge: knowledge, fileSystem: .local),
      papers: papers, list: try writeLists())
  }

  /// Papers with their period, of a year.
  private static func enter(
    _ archive: Archive, _ count: Int, year: Year, org: RowID,
    _ change: (Int, inout Item) -> Void = { _, _ in }
  ) throws -> [ItemID] {
    let records = (0..<count).map { n in
      var record = NewRecord(
        type: "WS", title: "\(year)年第\(n + 1)件事的请示",
        facts: SeriesFacts(year: year, period: .d30, orgID: org))
      record.item.docNo = "云农发〔\(year)〕\(org)\(n + 1)号"
      record.item.issuer = "云岭县农业农村局"
      record.item.pages = 4 + n
      let day = year * 10_000 + 301 + n
      record.item.archivalDate = ArchivalDate(text: String(day), from: day, to: day)
      record.isClassified = true
      record.item.basis = HandBasis.oneByOne
      change(n, &record.item)
      return record
    }
    return try archive.create(records).ids
  }

  /// A bulk change of which one record was changed once more, so that one entry hangs on the other.
  private static func change(_ archive: Archive, _ papers: Papers) throws {
    var facts = FactChange(orgID: 2)
    facts.isOverwriting = true
    try archive.classify(Array(papers.inbox[3...5]), facts)
    try archive.edit([papers.inbox[3]], RecordEdit(.title, "改过的题名"))
  }

  private static func series(of id: ItemID, _ archive: Archive) throws -> RowID {
    guard let series = try archive.items([id]).first?.seriesID else { throw NotThere(id: id) }
    return series
  }

  private struct NotThere: Error { let id: ItemID }

  private static func writeLists() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-walk-lists-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let rows = [
      "序号,文号,责任者,题名,日期,页数,经手",
      "1,云农函〔2023〕1号,云岭县农业农村局,关于春耕的函,2023.2.27,3,李",
      "2,云农函〔2023〕2号,云岭县农业农村局,关于抗旱的函,2023.13.5,4,李",
      "3,云农函〔2023〕3号,云岭县农业农村局,关于秋收的函,2023.3.9,5,王",
      "4,云农函〔2023〕3号,云岭县农业农村局,关于秋收的函,2023.3.9,5,王",
    ]
    let list = folder.appendingPathComponent("收发文登记2023.csv")
    try Data(rows.joined(separator: "\n").utf8).write(to: list)
    try Data("x".utf8).write(to: folder.appendingPathComponent("旧目录.xls"))
    return list
  }
}
