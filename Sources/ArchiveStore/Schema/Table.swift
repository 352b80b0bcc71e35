/// The tables whose every change is journalled.
enum Table: String, CaseIterable, Sendable {
  // Stored.
  case setting, `operator`, fonds, org, scheme, series, place, box, item, part, link, vacant
  case file, original, schedule
  case scheduleRow = "schedule_row"
  case printing

  /// By the length of its name: hashing the words costs more than all else where millions of keys
  /// are looked up, and few tables share a length.
  func hash(into hasher: inout Hasher) { hasher.combine(rawValue.utf8.count) }

  /// Its columns as the schema has them.
  var shape: TableShape { TableShape.all[self] ?? TableShape(columns: []) }
}

/// The columns of a table in schema order, without `rev`; the first is its key.
struct TableShape: Sendable {
  let columns: [String]
  let position: [String: Int]

  /// The columns as the list of a SELECT, with `rev` last.
  let selection: String

  var key: String { columns.first ?? "id" }

  init(columns: [String]) {
    self.columns = columns
    var position: [String: Int] = [:]
    for (i, name) in columns.enumerated() { position[name] = i }
    self.position = position
    selection = (columns + ["rev"]).map { "\"\($0)\"" }.joined(separator: ",")
  }

  static let all: [Table: TableShape] = {
    var shapes: [Table: TableShape] = [:]
    for table in Table.allCases {
      let head = "CREATE TABLE \(table.rawValue)("
      guard let text = Schema001.statements.first(where: { $0.hasPrefix(head) }) else { continue }
      shapes[table] = TableShape(columns: columnNames(of: text).filter { $0 != "rev" })
    }
    return shapes
  }()

  /// The first words of the lines of a CREATE TABLE that are columns.
  static func columnNames(of statement: String) -> [String] {
    statement.split(separator: "\n").dropFirst().compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   "),
        let word = line.split(separator: " ").first,
        let first = word.unicodeScalars.first, first.properties.isLowercase
      else { return nil }
      return String(word)
    }
  }
}

/// What names a row: an id, or the text key of `setting` and `file`.
enum RowKey: Hashable, Sendable {
  case id(Int64)
  case name(String)

  /// Texts are compared by their bytes, as SQLite does.
  static func == (one: RowKey, other: RowKey) -> Bool {
    switch (one, other) {
    case (.id(let a), .id(let b)): a == b
    case (.name(let a), .name(let b)): a.isSame(as: b)
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .id(let id): hasher.combine(id)
    case .name(let name): name.hashBytes(into: &hasher)
    }
  }

  var value: Value {
    switch self {
    case .id(let id): .integer(id)
    case .name(let name): .text(name)
    }
  }

  /// The key in words.
  var name: String {
    switch self {
    case .id(let id): String(id)
    case .name(let name): name
    }
  }

  /// The number that `change.lo` and `change.hi` count with; 0 for text keys.
  var number: Int64 {
    if case .id(let id) = self { id } else { 0 }
  }
}

/// A row as the file holds it: values in schema order, and the entry that wrote it last.
struct StoredRow: Hashable, Sendable {
  var values: [Value]
  var rev: Int64
}
