import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 章 of a class: what the hand did with the stamps on its papers; and the way back from filing.
struct ClassScreen: Screen {
  private let desk: Desk
  private let series: RowID
  private(set) var own: HoldingsClass?
  private var filed: [ItemID] = []
  private var numbered = 0
  /// Why numbers would stay, were the filing taken back.
  private var keeps: Phrase?
  private var chosen = Stamp.unstamped
  private var words: [Phrase] = []
  private var size = Size(columns: 80, rows: 24)

  init(_ desk: Desk, _ series: RowID) {
    self.desk = desk
    self.series = series
  }

  var isLayer: Bool { true }
  var typing: Typing { .list }

  var header: Header {
    var header = Header(path: [])
    header.hint = Phrase(filed.isEmpty ? "filing.class.hint" : "filing.class.hint-filed")
    header.disk = desk.isReadOnly ? .readOnly : .saved
    return header
  }

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward, .stamp:
      if desk.isReadOnly { return .refused(.readOnly) }
      return numbered == 0
        ? .refused(Phrase("filing.class.no-numbers")) : .does(Phrase("filing.class.take"))
    case .unfile: return filed.isEmpty ? .refused(.notFiled) : .does
    default: return nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    if verb == .unfile {
      return .open(Unfile.dialog(filed, numbersKept: keeps))
    }
    guard chosen != own?.series.stamp else { return .close }
    try archive.stamp([series], chosen)
    return .several([
      .close, .done(Phrase("filing.class.stamped", ["stamp": .text(chosen.name)])),
    ])
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    let all = Stamp.allCases
    let now = all.firstIndex(of: chosen) ?? 0
    switch step {
    case .left, .up: chosen = all[max(0, now - 1)]
    case .right, .down: chosen = all[min(all.count - 1, now + 1)]
    default: break
    }
    return .stay
  }

  mutating func reload(from archive: Archive) throws {
    own = try archive.holdingsClass(series)
    chosen = own?.series.stamp ?? .unstamped
    var scope = Scope.series(series)
    scope.states = [.filed]
    filed = try archive.ids(of: archive.listing(scope))
    scope.states = [.arranged, .filed]
    numbered = try archive.listing(scope).count
    keeps = filed.isEmpty ? nil : try archive.releasable(series).map { Phrase($0) }
    words = own.map { Self.words($0, archive.types) } ?? []
  }

  /// 文书 2022 永久 办公室.
  private static func words(_ own: HoldingsClass, _ types: TypeFiles) -> [Phrase] {
    let series = own.series
    return [
      types[id: own.type]?.name ?? own.type, series.sub, series.project,
      series.year == 0 ? "" : String(series.year), series.period.label, own.org?.name ?? "",
    ].filter { !$0.isEmpty }.map(Phrase.text)
  }

  mutating func resize(to size: Size) { self.size = size }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let popup = Popup(rows: filed.isEmpty ? 4 : 5, in: size)
    popup.draw(phrases.text(.joined(words, by: " ")), on: &canvas)
    popup.put(own?.series.prefix ?? "", row: 0, role: .dim, on: &canvas)
    let label = phrases("verb.stamp") + " "
    var column = popup.row(1).column + canvas.put(label, at: popup.row(1).origin)
    for stamp in Stamp.allCases {
      let isChosen = stamp == chosen
      let point = Point(column: column, row: popup.row(1).row)
      if isChosen { canvas.cursor = Point(column: column + 1, row: point.row) }
      column += canvas.put(
        isChosen ? "[\(stamp.name)]" : " \(stamp.name) ", at: point,
        role: isChosen ? .fieldFocused : .normal)
    }
    for (row, line) in DisplayWidth.wrap(
      phrases("filing.class.meaning.\(chosen == .inked ? "inked" : "open")"), popup.row(2).columns
    ).prefix(2).enumerated() {
      popup.put(line, row: 2 + row, role: .dim, on: &canvas)
    }
    if !filed.isEmpty {
      popup.put(
        phrases("filing.class.filed", ["n": .number(filed.count)]), row: 4, role: .dim, on: &canvas)
    }
  }
}

/// 退回整理: asks for the reason, and says what becomes of the numbers.
enum Unfile {
  /// `numbersKept` says why the numbers would stay; nil when they can be released.
  static func dialog(_ ids: [ItemID], numbersKept: Phrase?) -> ConfirmDialog {
    var lines = [Phrase("filing.unfile.what", ["n": .number(ids.count)])]
    if let numbersKept {
      lines += [Phrase("filing.unfile.kept"), numbersKept]
    } else {
      lines.append(Phrase("filing.unfile.released"))
    }
    return ConfirmDialog(
      title: Verb.unfile.name, lines: lines, agree: Verb.unfile.name, needsReason: true,
      count: ids.count
    ) { answer, archive in
      let done = try archive.unfile(ids, reason: answer.reason)
      let key = done.outcome.kept.isEmpty ? "filing.unfile.done" : "filing.unfile.done-kept"
      return .done(Phrase(key, ["n": .number(done.outcome.items)]))
    }
  }
}
