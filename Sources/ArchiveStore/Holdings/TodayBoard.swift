import ArchiveDomain
import GRDB

/// What waits, and how far each year has come.
package struct TodayBoard: Hashable, Sendable {
  /// What is to be done, the most urgent first.
  package var tasks: [Task]
  /// Types of a year on the road, newest year first, in the order of the types.
  package var road: [RoadRow]

  /// The papers of one type and year, by the step they have reached.
  package struct RoadRow: Hashable, Sendable {
    package var type: String
    /// 0: not known.
    package var year: Year
    /// In the unit that the type counts.
    package var counts: StateCounts
    package var faults: Int
  }

  /// One kind of work on the papers of a type and year.
  package struct Task: Hashable, Sendable {
    /// What is to be done.
    package enum Kind: Hashable, Sendable {
      /// 划期限: papers in the inbox want their class.
      case classify
      /// 装盒 (or 立卷): what is classified wants number and box.
      case arrange
      /// 归档: what is arranged wants filing.
      case file
    }

    package var kind: Kind
    package var type: String
    package var year: Year
    package var scope: Scope
    /// In the unit that the type counts.
    package var count: Int
    /// The classes that take part.
    package var series: [RowID]
    /// To file: papers in classes that a fault holds back; else 0.
    package var heldBack: Int
    /// To file: papers with a fault; else those with one among them.
    package var faults: Int
    /// How many of each sub-class; empty for a type without sub-classes.
    package var subs: [SubCount]
    /// When they are to be filed; nil where no rule says so.
    package var deadline: CalendarDate?
    /// Days by which the deadline is past; 0 while it is not.
    package var overdue: Int

    /// Lower is sooner: the deadline, else the year, what has no year last.
    fileprivate var urgency: Urgency {
      Urgency(
        deadline: deadline?.yyyymmdd ?? Urgency.never, year: year == 0 ? Urgency.never : year)
    }
  }

  fileprivate struct Urgency: Comparable {
    let deadline: Int
    let year: Int

    static let never = Int.max

    static func < (one: Urgency, other: Urgency) -> Bool {
      (one.deadline, one.year) < (other.deadline, other.year)
    }
  }

  /// How many of a sub-class.
  package struct SubCount: Hashable, Sendable {
    package var sub: String
    package var count: Int
  }
}

/// When the papers of a year are to be filed.
package enum FilingDeadline {
  /// 30 June of the next year for documents 文书; nil for types without a rule.
  ///
  /// Source: Order 13 of the National Archives Administration (2018), article unverified.
  package static func of(type: String, year: Year) -> CalendarDate? {
    guard type == "WS", year > 0 else { return nil }
    return CalendarDate(year: year + 1, month: 6, day: 30)
  }
}

extension Archive {
  /// What waits today: per type and year the first step that is not done, papers of the current
  /// year left out, what is due first, then what no rule gives a day.
  package func today(on date: CalendarDate) throws -> TodayBoard {
    try read { db in
      var groups = RoadGroups(types: types)
      let sums = try ClassSums(db)
      for one in try knownClasses(db).classes where !sums[one.series.id].isEmpty {
        groups.add(one, sums)
      }
      return groups.board(on: date)
    }
  }
}

/// Classes gathered by type and year.
private struct RoadGroups {
  private struct Key: Hashable {
    var type: String
    var year: Year
  }

  private struct Member {
    var one: HoldingsClass
    var states: StateCounts
    var faults: Int
  }

  private let types: TypeFiles
  private var members: [Key: [Member]] = [:]
  private var order: [Key] = []

  init(types: TypeFiles) { self.types = types }

  mutating func add(_ one: HoldingsClass, _ sums: ClassSums) {
    let key = Key(type: one.type, year: one.series.year)
    if members[key] == nil { order.append(key) }
    let unit = types[id: one.type]?.counts ?? .items
    let counted = sums.counted(one, in: unit)
    members[key, default: []].append(
      Member(one: one, states: counted.states, faults: counted.faults))
  }

  func board(on date: CalendarDate) -> TodayBoard {
    let sorted = order.enumerated().sorted {
      ($1.element.year, $0.offset) < ($0.element.year, $1.offset)
    }.map(\.element)
    let tasks = sorted.compactMap { task($0, on: date) }.enumerated().sorted {
      ($0.element.urgency, $0.offset) < ($1.element.urgency, $1.offset)
    }
    return TodayBoard(tasks: tasks.map(\.element), road: sorted.map(row))
  }

  private func row(_ key: Key) -> TodayBoard.RoadRow {
    let all = members[key] ?? []
    return TodayBoard.RoadRow(
      type: key.type, year: key.year,
      counts: all.reduce(StateCounts()) { $0 + $1.states },
      faults: all.reduce(0) { $0 + $1.faults })
  }

  private func task(_ key: Key, on date: CalendarDate) -> TodayBoard.Task? {
    guard key.year < date.year, let (kind, state) = step(key) else { return nil }
    let all = (members[key] ?? []).filter { $0.states[state] > 0 }
    let held = kind == .file ? all.filter { $0.faults > 0 } : []
    var scope = Scope()
    scope.type = key.type
    scope.year = key.year
    scope.states = [state]
    let deadline = FilingDeadline.of(type: key.type, year: key.year)
    return TodayBoard.Task(
      kind: kind, type: key.type, year: key.year, scope: scope,
      count: all.reduce(0) { $0 + $1.states[state] }, series: all.map(\.one.series.id),
      heldBack: held.reduce(0) { $0 + $1.states[state] }, faults: all.reduce(0) { $0 + $1.faults },
      subs: subs(all, state), deadline: deadline,
      overdue: deadline.map { max(0, $0.days(to: date)) } ?? 0)
  }

  /// The first step that is not done.
  private func step(_ key: Key) -> (TodayBoard.Task.Kind, ItemState)? {
    let counts = row(key).counts
    if counts.inbox > 0 { return (.classify, .inbox) }
    if counts.classified > 0 { return (.arrange, .classified) }
    return counts.arranged > 0 ? (.file, .arranged) : nil
  }

  private func subs(_ all: [Member], _ state: ItemState) -> [TodayBoard.SubCount] {
    var counts: [TodayBoard.SubCount] = []
    for member in all where !member.one.series.sub.isEmpty {
      let sub = member.one.series.sub
      if let index = counts.firstIndex(where: { $0.sub == sub }) {
        counts[index].count += member.states[state]
      } else {
        counts.append(.init(sub: sub, count: member.states[state]))
      }
    }
    return counts
  }
}
