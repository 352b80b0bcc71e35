import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 案卷: the pieces of a volume in their order; lift, carry, drop; page ranges follow.
struct VolumeScreen: Screen {
  /// What fills the zone: the volume, or the basket of pieces that lie in none.
  enum View: Hashable, Sendable { case pieces, basket }

  let desk: Desk
  let volume: ItemID
  private(set) var record: RecordView?
  private(set) var pieces: [Item] = []
  private(set) var basket: [Item] = []
  private(set) var firsts: [Int?] = []
  private(set) var view = View.pieces
  private(set) var state = ListState()
  private(set) var marks: Set<ItemID> = []
  /// Where the lifted piece came from.
  private(set) var lifted: Int?
  private(set) var paging = PageCounting.piece
  private(set) var paper = PaperThickness()
  private(set) var type: ArchiveType?
  private(set) var counts: StateCounts?
  private(set) var layout = Layout(Size(columns: 80, rows: 24))
  private var words: [Phrase] = []

  init(_ desk: Desk, _ volume: ItemID) {
    self.desk = desk
    self.volume = volume
  }

  var activity: Activity? { .arrange }
  var notes: [Phrase] { [Phrase("volume.note")] }

  var header: Header {
    let name: Phrase =
      isCounted
      ? .text(number + " " + (type?.numberName ?? "").replacing("\u{53F7}", with: ""))
      : Phrase("volume.path", ["n": .text(number)])
    var header = Header(path: words + [name])
    header.rail = counts.map { Rail($0) }
    header.hint = hint
    header.place = rows.isEmpty ? nil : Header.row(state.cursor + 1, of: rows.count)
    header.marks = marks.isEmpty ? nil : marks.count
    header.faults = faults.count
    header.disk = desk.isReadOnly ? .readOnly : lifted == nil ? .saved : .unwritten
    return header
  }

  private var hint: Phrase {
    if lifted != nil { return Phrase("volume.hint.lifted") }
    return Phrase(view == .pieces ? "volume.hint.pieces" : "volume.hint.basket")
  }

  /// 005; a dash while it has none.
  var number: String {
    record?.item.number.map(Self.three) ?? "---"
  }

  /// A number of three digits at least.
  static func three(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 3 - text.count)) + text
  }

  var rows: [Item] { view == .pieces ? pieces : basket }
  var current: Item? { rows.indices.contains(state.cursor) ? rows[state.cursor] : nil }

  /// What is wrong with the page numbers as they stand.
  var faults: [PageFault] {
    // Photographs are counted and not paged.
    if isCounted { return [] }
    return paging.faults(firsts: firsts, pages: pieces.map(\.pages), total: nil)
  }

  /// Whether its pieces are counted and neither paged nor boxed: 7 张, not 7 件 0 页.
  var isCounted: Bool { type?.boxed == false }

  private var isFiled: Bool { record?.item.state.isFixed ?? false }
  private var targets: [ItemID] {
    marks.isEmpty ? current.map { [$0.id] } ?? [] : rows.map(\.id).filter(marks.contains)
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .back: return .does
    case .onward:
      if lifted != nil { return .does(Phrase("volume.drop")) }
      guard current != nil else { return .refused(Phrase("volume.empty")) }
      if view == .basket, desk.isReadOnly { return .refused(.readOnly) }
      return .does(Phrase(view == .pieces ? "volume.open" : "volume.put-in"))
    case .view: return .does(Phrase("volume.end-note"))
    case .edit: return .does(Phrase("volume.name"))
    case .new:
      return lifted == nil ? .does(Phrase("volume.new")) : .refused(Phrase("volume.first-drop"))
    case .mark, .markAll: return rows.isEmpty ? .refused(.nothingSelected) : .does
    case .move:
      if view == .basket { return .refused(Phrase("volume.in-basket")) }
      if isFiled { return .refused(.volumeFiled) }
      if lifted != nil { return .refused(Phrase("volume.first-drop")) }
      return pieces.count > 1 ? .does(Phrase("volume.lift")) : .refused(Phrase("volume.only-one"))
    case .delete:
      if view == .basket { return .refused(Phrase("volume.in-basket")) }
      if isFiled { return .refused(.volumeFiled) }
      return pieces.isEmpty ? .refused(.emptyVolume) : .does(Phrase("volume.take-out"))
    default: return nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward: return try onward(archive)
    case .back: return try back(archive)
    case .view: return .open(try endNote(archive))
    case .edit: return .visit(.form(volume, field: "title"))
    case .new: return .open(newVolume(targets: marks.isEmpty ? [] : targets))
    case .move: if lifted == nil { lifted = state.cursor }
    case .delete: return try takeOut(archive)
    case .mark:
      if let current, marks.remove(current.id) == nil { marks.insert(current.id) }
      put(state.cursor + 1)
    case .markAll: marks = marks.count == rows.count ? [] : Set(rows.map(\.id))
    default: break
    }
    return .stay
  }

  private mutating func onward(_ archive: Archive) throws -> Next {
    if lifted != nil {
      lifted = nil
      let before = try archive.pieces(of: volume).map(\.id)
      let order = pieces.map(\.id)
      try archive.reorder(volume, order)
      try reload(from: archive)
      let moved = zip(before, order).count { $0 != $1 }
      return .done(Phrase("volume.dropped", ["n": .number(moved)]))
    }
    guard let current else { return .stay }
    if view == .pieces { return .visit(.form(current.id, field: nil)) }
    let ids = targets
    let done = try isFiled ? archive.append(ids, to: volume) : archive.gather(ids, into: volume)
    marks = []
    try reload(from: archive)
    if let refusal = done.refused.values.first, done.pieces == 0 { return .refuse(refusal) }
    return .done(Phrase("volume.gathered", ["n": .number(done.pieces)]))
  }

  /// Esc: the piece goes back, the marks go, the basket closes, then the screen.
  private mutating func back(_ archive: Archive) throws -> Next {
    if let from = lifted {
      lifted = nil
      try reload(from: archive)
      put(from)
    } else if !marks.isEmpty {
      marks = []
    } else if view == .basket {
      show(.pieces)
    } else {
      return .close
    }
    return .stay
  }

  private mutating func takeOut(_ archive: Archive) throws -> Next {
    let done = try archive.ungather(targets)
    marks = []
    try reload(from: archive)
    if let refusal = done.refused.values.first, done.pieces == 0 { return .refuse(refusal) }
    return .done(Phrase("volume.taken-out", ["n": .number(done.pieces)]))
  }

  // MARK: Moving

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .up where lifted != nil: carry(-1)
    case .down where lifted != nil: carry(1)
    case .nextZone, .previousZone: if lifted == nil { show(view == .pieces ? .basket : .pieces) }
    default: if lifted == nil { state.move(step, count: rows.count, height: height) }
    }
    return .stay
  }

  /// Carries the lifted piece one place; first pages follow at once.
  private mutating func carry(_ by: Int) {
    let to = state.cursor + by
    guard pieces.indices.contains(to) else { return }
    pieces.swapAt(state.cursor, to)
    firsts = paging.firsts(pages: pieces.map(\.pages))
    put(to)
  }

  private mutating func put(_ row: Int) {
    state.put(row, count: rows.count, height: height)
  }

  private mutating func show(_ view: View) {
    self.view = view
    marks = []
    state = ListState()
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    case .press(let point):
      guard lifted == nil, let row = row(at: point) else { return nil }
      put(row)
    case .wheel(let rows, _): if lifted == nil { put(state.cursor + rows) }
    default: return nil
    }
    return .stay
  }

  // MARK: Reading

  mutating func resize(to size: Size) { layout = Layout(size) }

  mutating func reload(from archive: Archive) throws {
    guard lifted == nil, let record = try archive.record(volume) else { return }
    self.record = record
    let series = record.holdingsClass.series
    pieces = try archive.pieces(of: volume)
    firsts = pieces.map(\.pageFrom)
    var loose = Scope.series(series.id)
    loose.states = [.classified]
    let listing = try archive.listing(loose)
    basket = try archive.rows(of: listing, from: 0, count: listing.count).map(\.item)
      .filter { $0.level == .item }
    type = archive.types[id: record.holdingsClass.type]
    paging = try archive.schemes().first { $0.id == series.schemeID }?.rules.pages ?? .piece
    paper = try archive.boxing().paper
    let branches = HoldingsBranches(roots: try archive.tree(), types: archive.types)
    words =
      [
        Activity.arrange.name, .text(type?.name ?? record.holdingsClass.type),
      ]
      + [series.project, series.year == 0 ? "" : String(series.year), series.period.label]
      .filter { !$0.isEmpty }.map(Phrase.text)
    counts = branches.roots.first { $0.scope.type == record.holdingsClass.type }?.counts
    marks.formIntersection(rows.map(\.id))
    put(state.cursor)
  }
}
