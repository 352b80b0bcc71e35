import ArchiveDomain
import ArchiveStore
import TerminalKit

/// How records stand in lists: number, step, title, date, period, pages, box; more when wide.
///
/// Source: our choice, DECISIONS: frame.
enum RecordTable {
  /// `number` is what the numbers are called; a longer name has a wider column.
  static func table(
    _ phrases: Phrases, number: Phrase = Phrase("column.number")
  ) -> Table {
    func head(_ key: String) -> String { phrases("record.head.\(key)") }
    return Table(columns: [
      numberColumn(phrases.text(number)),
      Table.Column(title: head("step"), width: 2),
      Table.Column(title: head("title"), width: 0),
      Table.Column(title: head("doc-no"), width: 18, fromWidth: 100),
      Table.Column(title: head("issuer"), width: 16, fromWidth: 130),
      Table.Column(title: head("date"), width: 8),
      Table.Column(title: head("period"), width: 4),
      Table.Column(title: head("pages"), width: 4, isNumber: true),
      Table.Column(title: head("box"), width: 2, isNumber: true),
    ])
  }

  /// The column of numbers under their name.
  static func numberColumn(_ name: String) -> Table.Column {
    Table.Column(title: name, width: max(4, DisplayWidth.of(name)))
  }

  /// Index of the row at a point of a body whose first row names the columns.
  static func row(at point: Point, in body: Rect, top: Int) -> Int? {
    guard body.contains(point), point.row > body.row else { return nil }
    return top + point.row - body.row - 1
  }

  /// `found` is the sign of what the check-up found on it.
  static func row(
    _ record: CatalogueRow, isMarked: Bool, found: Table.Sign? = nil, _ phrases: Phrases
  ) -> Table.Row {
    let item = record.item
    var row = Table.Row(
      cells: [
        number(item), phrases("state.\(item.state.phraseKey)"), title(record), item.docNo,
        item.issuer, compactDate(item), item.period.label, item.pages.map(String.init) ?? "",
        record.box.map { String($0.number) } ?? "",
      ])
    row.isMarked = isMarked
    row.roles[1] = item.state.role
    if item.marks.contains(.fault) {
      row.sign = .fault
    } else if item.marks.contains(.doubt) {
      row.sign = found ?? .doubt
    } else {
      row.sign = found
    }
    return row
  }

  /// 0007, of a volume 007, as its code has it; ---- without one.
  static func number(_ item: Item) -> String {
    guard let number = item.number else { return "----" }
    if let tail = item.code.split(separator: "-").last, Int(tail) == number { return String(tail) }
    let text = String(number)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text
  }

  /// The title; blocks where the paper may not be seen.
  static func title(_ record: CatalogueRow) -> String {
    record.visibility == .masked ? String(repeating: "*", count: 8) : record.item.title
  }

  /// 20220406; a volume's span by its first day.
  private static func compactDate(_ item: Item) -> String {
    if item.date.utf8.count <= 8 { return item.date }
    return item.dateFrom > 0 ? String(item.dateFrom) : String(item.date.prefix(8))
  }
}

extension ItemState {
  /// Its key under `state.` in the language files.
  var phraseKey: String { self == .inbox ? "collected" : rawValue }

  var role: Role {
    switch self {
    case .inbox: .stateIn
    case .classified: .stateClassified
    case .arranged: .stateArranged
    case .filed: .stateFiled
    case .transferred: .stateTransferred
    case .excluded, .destroyed: .stateGone
    }
  }
}

extension Rail {
  /// The road of these counts, with a state in brackets.
  init(_ counts: StateCounts, current: Int? = nil) {
    self.init(
      collected: counts.inbox, classified: counts.classified, arranged: counts.arranged,
      filed: counts.filed, current: current ?? Self.busiest(counts))
  }

  /// The first state where work waits.
  private static func busiest(_ counts: StateCounts) -> Int? {
    [counts.inbox, counts.classified, counts.arranged].firstIndex { $0 > 0 }
  }
}
