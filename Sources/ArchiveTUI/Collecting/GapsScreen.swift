import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 催收: what the unit's papers of a year lack, between which neighbours, and whom to ask.
struct GapsScreen: Screen {
  let desk: Desk
  private(set) var glance: GapsGlance
  private(set) var rows: [GapRow] = []
  private(set) var state = ListState()
  private(set) var layout = Layout(Size(columns: 80, rows: 24))

  /// Without a year: the last one that is over.
  init(_ desk: Desk, _ year: Year? = nil) {
    self.desk = desk
    glance = GapsGlance(on: desk.today, year: year ?? Gaps.year(on: desk.today))
  }

  var year: Year { glance.year }
  /// What was found; nil while it is being looked for.
  var gaps: Gaps? { glance.gaps }

  var activity: Activity? { .collect }
  var notes: [Phrase] { (1...5).map { Phrase("gaps.notes.\($0)") } }

  var header: Header {
    var header = Header(path: [
      Activity.collect.name, Phrase("gaps.path", ["year": .text(String(year))]),
    ])
    header.aside = GapWords.sums(rows)
    header.hint = Phrase(
      gaps == nil ? "gaps.looking" : rows.isEmpty ? "gaps.none-hint" : "gaps.hint")
    header.place = rows.isEmpty ? nil : Header.row(state.cursor + 1, of: rows.count)
    header.disk = desk.isReadOnly ? .readOnly : .saved
    return header
  }

  var current: GapRow? { rows.indices.contains(state.cursor) ? rows[state.cursor] : nil }

  /// The years that can be looked at, newest first.
  var years: [Year] {
    Set((gaps?.years ?? []) + [year]).filter { $0 <= desk.today.year }.sorted(by: >)
  }

  /// How many lines a year has that somebody must be asked about; nil where it was not looked at
  /// for departments and yearly titles.
  func count(of year: Year) -> Int {
    GapRow.rows((gaps?.open ?? []).filter { $0.year == year }).count
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    guard let current else {
      switch verb {
      case .onward, .edit, .delete: return .refused(Phrase("gaps.none"))
      case .view:
        return answered.isEmpty ? .refused(Phrase("gaps.none")) : .does(Phrase("gaps.view"))
      default: return nil
      }
    }
    switch verb {
    case .onward:
      return desk.isReadOnly ? .refused(.readOnly) : .does(Phrase("gaps.answer"))
    case .delete: return desk.isReadOnly ? .refused(.readOnly) : .does(Phrase("gaps.dismiss"))
    case .view: return .does(Phrase("gaps.view"))
    case .edit:
      return current.neighbours.isEmpty
        ? .refused(Phrase("gaps.no-paper")) : .does(Phrase("gaps.form"))
    case .new: return desk.isReadOnly ? .refused(.readOnly) : .does(Phrase("gaps.enter"))
    default: return nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    if verb == .view { return .open(GapWords.reading(current, answered: answered, year: year)) }
    guard let current else { return .stay }
    switch verb {
    case .onward: return .open(GapAnswering(current, on: desk.today).dialog)
    case .delete: return .open(GapAnswering(current, on: desk.today).dismissal)
    case .edit: return current.neighbours.first.map { .visit(.form($0.id, field: nil)) } ?? .stay
    case .new: return GapAnswering.entry(of: current.gaps)
    default: return .stay
    }
  }

  /// What the year's gaps came to.
  private var answered: [Gap] { gaps?.all(in: year).filter { $0.answer != nil } ?? [] }

  // MARK: Moving

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .left, .right:
      // The newest stands first: left is earlier.
      guard let at = years.firstIndex(of: year) else { return .stay }
      let next = at + (step == .left ? 1 : -1)
      guard years.indices.contains(next) else {
        return .refuse(Phrase(step == .left ? "gaps.first-year" : "gaps.last-year"))
      }
      return try go(to: years[next], archive)
    default: state.move(step, count: rows.count, height: height)
    }
    return .stay
  }

  private mutating func go(to year: Year, _ archive: Archive) throws -> Next {
    glance.go(to: year)
    state = ListState()
    try reload(from: archive)
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    case .press(let point), .doublePress(let point):
      let body = zone.body
      guard body.contains(point), rows.indices.contains(state.top + point.row - body.row) else {
        return nil
      }
      state.put(state.top + point.row - body.row, count: rows.count, height: height)
      if case .doublePress = input, meaning(of: .onward)?.isPossible == true {
        return try perform(.onward, in: archive)
      }
    case .wheel(let rows, _): state.move(by: rows, count: self.rows.count, height: height)
    default: return nil
    }
    return .stay
  }

  // MARK: Reading

  mutating func resize(to size: Size) { layout = Layout(size) }

  mutating func reload(from archive: Archive) throws {
    try glance.read(archive)
    rows = GapRow.rows((gaps?.open ?? []).filter { $0.year == year })
    state.put(state.cursor, count: rows.count, height: height)
  }

  func awaited(in archive: Archive) -> Job? { glance.job(archive) }

  var height: Int { max(1, zone.body.rows) }
  var zone: Zone { layout.listAndRecord }
}
