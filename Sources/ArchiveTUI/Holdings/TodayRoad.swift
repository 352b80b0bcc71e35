import ArchiveDomain
import ArchiveStore

/// 各年走到哪一步: a row for each type and year at work, the rest together.
struct TodayRoad: Sendable {
  /// One row.
  struct Row: Hashable, Sendable {
    enum Name: Hashable, Sendable {
      /// 2022 文书; year 0 for a type without years.
      case year(Year, String)
      /// 以前 文书.
      case earlier(String)
      /// 别的 门类.
      case others
    }

    var name: Name
    var counts: StateCounts
    /// What Enter works on.
    var scope: Scope
    /// The types and years that it counts.
    var years: [CheckUp.YearOfType] = []
    /// What the check-up found in them.
    var found = CheckUp.Count()
    /// 缺文号: numbers of the unit's own series that no paper bears.
    var missing = 0

    /// 收, 划, 编, 归.
    var cells: [Int] { [counts.inbox, counts.classified, counts.arranged, counts.filed] }
  }

  private(set) var rows: [Row] = []

  init() {}

  /// Years with work and the current year stand alone, older ones of the first type together.
  init(_ board: TodayBoard, types: (String) -> String, on today: CalendarDate) {
    let working = Set(board.tasks.map { Key($0.type, $0.year) })
    let isAlone = { (row: TodayBoard.RoadRow) in
      working.contains(Key(row.type, row.year)) || (row.year > 0 && row.year >= today.year)
    }
    let main = board.road.first(where: isAlone)?.type ?? board.road.first?.type
    var earlier = StateCounts()
    var others = StateCounts()
    var (earlierYears, otherYears): ([CheckUp.YearOfType], [CheckUp.YearOfType]) = ([], [])
    var lastYear = 0
    for row in board.road {
      if isAlone(row) {
        rows.append(Self.row(row, types(row.type)))
      } else if row.type == main {
        earlier = earlier + row.counts
        earlierYears.append(row.own)
        lastYear = max(lastYear, row.year)
      } else {
        others = others + row.counts
        otherYears.append(row.own)
      }
    }
    if let main, earlier.held > 0 {
      var scope = Scope()
      scope.type = main
      scope.years = 0...lastYear
      rows.append(
        Row(name: .earlier(types(main)), counts: earlier, scope: scope, years: earlierYears))
    }
    if others.held > 0 {
      rows.append(Row(name: .others, counts: others, scope: Scope(), years: otherYears))
    }
  }

  /// Puts into each row what the check-up found in its years.
  mutating func take(_ counts: [CheckUp.YearOfType: CheckUp.Count]) {
    for index in rows.indices {
      rows[index].found = rows[index].years.reduce(into: CheckUp.Count()) { sum, year in
        sum.places += counts[year]?.places ?? 0
        sum.holes += counts[year]?.holes ?? 0
      }
    }
  }

  /// Puts into each row how many numbers its years lack.
  mutating func take(_ gaps: Gaps) {
    for index in rows.indices {
      rows[index].missing = rows[index].years.reduce(0) {
        $0 + gaps.missingNumbers(in: $1.year, of: $1.type)
      }
    }
  }

  /// The row that a task works on.
  func index(of task: TodayBoard.Task, named type: String) -> Int? {
    rows.firstIndex { $0.name == .year(task.year, type) }
  }

  private static func row(_ row: TodayBoard.RoadRow, _ type: String) -> Row {
    var scope = Scope()
    scope.type = row.type
    scope.year = row.year
    return Row(
      name: .year(row.year, type), counts: row.counts, scope: scope, years: [row.own])
  }

  private struct Key: Hashable {
    let type: String
    let year: Year

    init(_ type: String, _ year: Year) {
      self.type = type
      self.year = year
    }
  }
}

extension TodayBoard.RoadRow {
  fileprivate var own: CheckUp.YearOfType { CheckUp.YearOfType(type: type, year: year) }
}

extension TodayRoad.Row {
  /// The first step where work waits, else 归.
  var busiest: Int { cells.firstIndex { $0 > 0 } ?? 3 }

  /// Where Enter on a step leads: the work of that step, or the papers filed.
  func destination(_ step: Int) -> Destination {
    var scope = scope
    switch (step, name) {
    case (0, .year):
      scope.states = [.inbox]
      return .triage(scope, start: nil)
    case (1, .year):
      scope.states = [.classified]
      return .boxing(scope)
    case (2, .year):
      scope.states = [.arranged]
      return .filing(scope)
    default: return .arrange(scope, record: nil)
    }
  }
}
