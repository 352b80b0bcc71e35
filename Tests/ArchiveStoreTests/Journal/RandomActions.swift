import ArchiveDomain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

/// Random work on a real library, beside a memory of how every row stood after each entry.
///
/// The memory is read by plain SELECTs, every sixth entry or so, and knows nothing of the journal:
/// taking back and the past must come out as it has them.
struct RandomActions {
  /// A journalled table's rows by key, as values.
  typealias Rows = [RowName: [Value]]

  let library: TestLibrary
  let archive: Archive
  private(set) var memory: [Rows] = []
  private(set) var tally = [String: Int]()
  private var random: RandomSource
  private var items: [ItemID] = []
  private let orgs: [RowID]
  /// The entry after which the work begins: the unit's founding is never taken back here.
  private let base: Int64
  /// Who held a number when it was shown outside, by class and number: it is his for good.
  private(set) var shown: [ShownNumber: ItemID] = [:]

  /// A number of a class that stood on paper.
  struct ShownNumber: Hashable {
    let series: RowID
    let number: Int
  }

  init(seed: UInt64) throws {
    library = try TestLibrary().withOrgs()
    archive = library.archive
    random = RandomSource(seed: seed)
    orgs = try archive.orgs().map(\.id)
    base = try archive.head().seq
    let rows = try Self.rows(of: archive)
    memory = [Rows](repeating: [:], count: Int(try archive.head().seq))
    memory.append(rows)
  }

  /// Does one thing, or meets a refusal; what it did is remembered.
  mutating func act() throws {
    let before = try archive.head().seq
    let name = names[Int.random(in: 0..<names.count, using: &random)]
    do {
      try perform(name)
    } catch let refusal as Refusal {
      tally["refused " + refusal.key, default: 0] += 1
      guard try archive.head().seq == before else { throw refusal }
    }
    let after = try archive.head().seq
    tally[after == before ? name + " (nothing)" : name, default: 0] += 1
    guard after > before else { return }
    for _ in before..<after - 1 { memory.append([:]) }
    memory.append(random.once(in: 6) ? try Self.rows(of: archive) : [:])
  }

  private let names = [
    "create", "create", "create", "import", "edit", "edit", "edit", "classify", "classify",
    "classify", "refile", "exclude", "readmit", "arrange", "arrange", "unarrange", "file", "unfile",
    "part", "remove", "stamp", "print", "there and back", "remove and return", "make class",
    "remove class", "undo last", "undo any", "undo any", "undo with later",
    "undo untouched", "redo",
  ]

  private mutating func perform(_ name: String) throws {
    switch name {
    case "create": try create()
    case "import":
      let imported = try RandomList.bringIn(
        Int.random(in: 1...5, using: &random), "list", into: archive, &random)
      if let seq = imported.written.seq { items += try archive.items(of: seq) }
    case "edit": try edit()
    case "classify": try classify(overwriting: false)
    case "refile": try classify(overwriting: true)
    case "exclude": _ = try archive.exclude(some(3), basis: "hand:不归档")
    case "readmit": _ = try archive.readmit(some(3))
    case "arrange": _ = try archive.arrange(scope())
    case "unarrange": _ = try archive.unarrange(scope())
    case "file":
      _ = try archive.file(scope(), names: FilingNames(arrangedBy: "张老师", checkedBy: "李"))
    case "unfile":
      let ways: [NumbersAfterUnfiling] = [.keep, .releaseIfPossible, .release]
      _ = try archive.unfile(
        some(4), numbers: ways[Int.random(in: 0..<3, using: &random)], reason: "归错了")
    case "part": try part()
    case "remove": _ = try archive.remove(some(1))
    case "print": try show()
    case "there and back": try thereAndBack()
    case "remove and return":
      let before = try Self.rows(of: archive)
      guard let seq = try archive.remove(some(2)).seq else { throw Refusal.nothingSelected }
      _ = try archive.takeBack(seq, reason: "不该删")
      try expectSame(before, "removed and returned")
    case "stamp":
      _ = try archive.stamp(scope(), random.once(in: 6) ? .inked : .pencil)
    case "make class": _ = try archive.makeClass("WS", facts())
    case "remove class":
      let made = try archive.read { try MadeClasses.all(in: $0).sorted() }
      guard let series = made.randomElement(using: &random) else { return }
      _ = try archive.removeClass(series)
    default: try takeBack(name)
    }
  }

  /// Shows the numbers of a scope outside, as a printing does.
  private mutating func show() throws {
    let series = try archive.read { db in
      try Series.fetchAll(db, sql: "SELECT * FROM series WHERE issued>0")
    }
    guard let one = series.randomElement(using: &random) else { throw Refusal.nothingSelected }
    let params = ["series": ParamValue.numbers([one.id])]
    _ = try archive.write(WriteHead(action: .print, params: params, isAlone: true)) { _ in }
    let filed = try archive.read {
      try Item.fetch($0, where: "series_id=? AND state='filed'", [one.id])
    }
    for item in filed {
      shown[ShownNumber(series: one.id, number: item.number ?? 0)] = item.id
    }
  }

  /// Takes the last step back and does it again: everything is as before.
  private mutating func thereAndBack() throws {
    let group = try archive.undoable()
    guard !group.isEmpty, group.allSatisfy({ $0.seq > base }) else {
      throw Refusal.nothingToTakeBack
    }
    let before = try Self.rows(of: archive)
    _ = try archive.takeBack(group: group, reason: "试着撤销", later: .withThem)
    _ = try archive.takeBack(group: archive.redoable(), reason: "还是要的")
    try expectSame(before, "\(group.map(\.action)) taken back and done again")
  }

  /// What the library holds now, but for the count of releases, is what it held before.
  private func expectSame(_ before: Rows, _ what: String) throws {
    let before = Self.settled(before)
    let now = Self.settled(try Self.rows(of: archive))
    let differing = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }
    guard let one = differing.first else { return }
    let head = try archive.head().seq
    Issue.record(
      """
      \(what), entry \(head): \(differing.count) rows differ, \(one.table.rawValue) \(one.key):
      \(before[one] ?? [])
      \(now[one] ?? [])
      """)
  }

  /// Without the counts of releases, and vacant numbers under what they are, not under their ids:
  /// they are settled anew in each write.
  private static func settled(_ rows: Rows) -> Rows {
    var out: Rows = [:]
    for (name, values) in rows {
      var row = values
      if let i = name.table.shape.position["releases"] { row[i] = .null }
      guard name.table == .vacant else {
        out[name] = row
        continue
      }
      row[0] = .null
      let place = row[1...3].map { String($0.integer ?? 0) }.joined(separator: " ")
      out[RowName(table: .vacant, key: .name(place))] = row
    }
    return out
  }

  private mutating func create() throws {
    let records = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      var record = NewRecord(
        type: "WS", title: "关于第\(Int.random(in: 1...999, using: &random))号事项的通知")
      record.item.issuer = "云岭县农业农村局"
      record.item.pages = random.once(in: 5) ? nil : Int.random(in: 1...40, using: &random)
      record.item.archivalDate = date()
      record.facts.year = 2022
      if !random.once(in: 3) { record.facts.orgID = orgs.randomElement(using: &random) }
      return record
    }
    items += try archive.create(records).ids
  }

  private mutating func date() -> ArchivalDate {
    let month = Int.random(in: 1...12, using: &random)
    let day = Int.random(in: 1...28, using: &random)
    let number = 20_220_000 + month * 100 + day
    return ArchivalDate(text: String(number), from: number, to: number)
  }

  private mutating func edit() throws {
    let field: RecordField = random.once(in: 2) ? .title : .pages
    let text =
      field == .pages
      ? String(Int.random(in: 0...60, using: &random))
      : "改过的题名\(Int.random(in: 1...99, using: &random))"
    _ = try archive.edit(some(2), RecordEdit(field, text), reason: "改正")
  }

  private mutating func classify(overwriting: Bool) throws {
    var change = FactChange(
      period: [.permanent, .d30, .d10].randomElement(using: &random) ?? .d10, basis: "hand:逐件划定")
    change.orgID = orgs.randomElement(using: &random)
    change.isOverwriting = overwriting
    _ = try archive.classify(some(overwriting ? 2 : 6), change)
  }

  private mutating func facts() -> SeriesFacts {
    SeriesFacts(
      year: Int.random(in: 2022...2023, using: &random),
      period: [.permanent, .d30, .d10].randomElement(using: &random) ?? .d10,
      orgID: orgs.randomElement(using: &random))
  }

  private mutating func part() throws {
    guard let id = items.randomElement(using: &random) else { return }
    var edit = RecordEdit()
    edit.parts = [
      Part(itemID: id, n: 1, role: .text, pages: 2), Part(itemID: id, n: 2, role: .annex, pages: 1),
    ]
    _ = try archive.edit([id], edit, reason: "补组成")
  }

  private mutating func some(_ most: Int) -> [ItemID] {
    let n = min(items.count, Int.random(in: 1...most, using: &random))
    return Array(Set((0..<n).compactMap { _ in items.randomElement(using: &random) })).sorted()
  }

  private mutating func scope() -> Scope {
    var scope = Scope()
    scope.type = "WS"
    scope.year = 2022
    if random.once(in: 2) { scope.orgID = orgs.randomElement(using: &random) }
    return scope
  }

  private mutating func takeBack(_ name: String) throws {
    let head = try archive.head().seq
    let reason = "试着撤销"
    switch name {
    case "undo last":
      let group = try archive.undoable()
      guard group.allSatisfy({ $0.seq > base }) else { throw Refusal.nothingToTakeBack }
      _ = try archive.takeBack(group: group, reason: reason, later: .withThem)
    case "redo": _ = try archive.takeBack(group: archive.redoable(), reason: reason)
    default:
      guard head > base else { throw Refusal.nothingToTakeBack }
      let seq = Int64.random(in: max(base + 1, head - 60)...head, using: &random)
      let later: LaterEntries =
        name == "undo with later" ? .withThem : name == "undo untouched" ? .onlyUntouched : .refuse
      _ = try archive.takeBack(seq, reason: reason, later: later)
    }
  }

  /// All journalled rows of a library, without `rev`.
  static func rows(of archive: Archive) throws -> Rows {
    try archive.read { db in
      var rows: Rows = [:]
      for table in Table.allCases {
        let shape = table.shape
        let cursor = try Row.fetchCursor(
          db, sql: "SELECT \(shape.selection) FROM \"\(table.rawValue)\"")
        while let row = try cursor.next() {
          let stored = StoredRow(row: row, width: shape.columns.count)
          guard let key = RowKey(stored.values[0]) else { continue }
          rows[RowName(table: table, key: key)] = stored.values
        }
      }
      return rows
    }
  }
}
