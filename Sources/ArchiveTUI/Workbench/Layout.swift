import TerminalKit

/// Where everything stands in a window of a given size.
///
/// Rows and columns count from 0. Source: our choice, DECISIONS: frame.
struct Layout: Hashable, Sendable {
  let size: Size
  let shape: Shape

  /// How many zones stand side by side.
  enum Shape: Hashable, Sendable {
    /// Under 60 columns or 16 rows: nothing but a request for more room.
    case tooSmall
    /// One zone; Tab changes which.
    case single
    /// The list with the record below; the tree lies over them when asked for.
    case below
    /// Tree, list, record.
    case three
  }

  init(_ size: Size) {
    self.size = size
    shape =
      if size.columns < 60 || size.rows < 16 {
        .tooSmall
      } else if size.columns >= 110 {
        .three
      } else if size.columns >= 80 && size.rows >= 24 {
        .below
      } else {
        .single
      }
  }

  /// Row of the say line.
  var sayRow: Int { size.rows - 2 }
  /// Row of the key bar.
  var keyBarRow: Int { size.rows - 1 }

  /// Everything between path and say line, as one zone.
  var whole: Zone { zone(0, size.columns - 1) }

  /// A: where I am.
  ///
  /// In a narrow window it lies over the others.
  var tree: Zone { shape == .single ? whole : zone(0, min(treeColumns, size.columns - 1)) }

  /// B: the list.
  var list: Zone {
    switch shape {
    case .tooSmall, .single: whole
    case .below: zone(0, size.columns - 1, rows: zoneRows - recordRows)
    case .three:
      zone(treeColumns + 1, size.columns - treeColumns - recordColumns - 3)
    }
  }

  /// C: this one.
  var record: Zone {
    switch shape {
    case .tooSmall, .single: whole
    case .below:
      zone(0, size.columns - 1, from: zoneTop + zoneRows - recordRows, rows: recordRows)
    case .three: zone(size.columns - recordColumns - 1, recordColumns)
    }
  }

  /// B beside A where A lies open in a window of two zones; elsewhere B as it is.
  var listBesideTree: Zone {
    guard shape == .below else { return list }
    return zone(
      treeColumns + 1, size.columns - treeColumns - 2, rows: zoneRows - recordRows)
  }

  /// C beside A where A lies open in a window of two zones; elsewhere C as it is.
  var recordBesideTree: Zone {
    guard shape == .below else { return record }
    return zone(
      treeColumns + 1, size.columns - treeColumns - 2, from: zoneTop + zoneRows - recordRows,
      rows: recordRows)
  }

  /// B and C as one zone: for a screen that keeps the tree and draws the rest itself.
  var listAndRecord: Zone {
    shape == .three ? zone(treeColumns + 1, size.columns - treeColumns - 2) : whole
  }

  /// First row of the zones, where their heads stand.
  private var zoneTop: Int { 2 }
  private var zoneRows: Int { max(2, size.rows - 4) }
  private var treeColumns: Int { size.columns >= 160 ? 30 : 26 }
  private var recordColumns: Int { min(64, 32 + max(0, size.columns - 120 + 2) / 3) }
  /// Rows of the record under the list, its head included: a third, and 7 of 20.
  private var recordRows: Int { (zoneRows + 2) / 3 }

  private func zone(_ column: Int, _ columns: Int, from row: Int? = nil, rows: Int? = nil) -> Zone {
    Zone(
      all: Rect(
        column: column, row: row ?? zoneTop, columns: max(1, columns), rows: rows ?? zoneRows))
  }
}

/// One zone: its head, its body, and the column right of it where its line stands.
struct Zone: Hashable, Sendable {
  /// Head and body, without the line.
  let all: Rect

  var head: Rect {
    Rect(column: all.column, row: all.row, columns: all.columns, rows: 1)
  }

  var body: Rect {
    Rect(column: all.column, row: all.row + 1, columns: all.columns, rows: all.rows - 1)
  }

  /// Column of the upright line, which is its scroll bar.
  var lineColumn: Int { all.column + all.columns }
}
