import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 今日: what waits, the years on the road, why and by which rule.
struct TodayScreen: Screen {
  let desk: Desk
  var layout = Layout(Size(columns: 80, rows: 24))
  var works: [TodayWork] = []
  var state = ListState()
  var road = TodayRoad()
  var roadState = ListState()
  /// The step under the cursor in the road, 0 to 3.
  var roadStep = 0
  /// The last entry of the journal.
  var last: TimelineRow?
  /// What that entry did, in the words of 时光轴.
  var lastWords: Phrase?
  var focus = Focus.works
  private var glance = CheckUpGlance()
  private var gapsGlance: GapsGlance

  enum Focus: CaseIterable, Hashable, Sendable { case works, road, recent }

  init(_ desk: Desk) {
    self.desk = desk
    gapsGlance = GapsGlance(on: desk.today, year: Gaps.year(on: desk.today))
  }

  var activity: Activity? { .today }
  var notes: [Phrase] { [Phrase("today.notes.1"), Phrase("today.notes.2")] }

  var work: TodayWork? { works.indices.contains(state.cursor) ? works[state.cursor] : nil }
  var roadRow: TodayRoad.Row? {
    road.rows.indices.contains(roadState.cursor) ? road.rows[roadState.cursor] : nil
  }

  var header: Header {
    var header = Header(path: [
      Phrase(
        "today.path",
        ["month": .text(String(desk.today.month)), "day": .text(String(desk.today.day))])
    ])
    header.aside = deadlines
    header.hint = hint
    return header
  }

  /// 2022 年文书超期 300 天    离 2023 年文书归档期限 6月30日还有 66 天.
  private var deadlines: Phrase? {
    let tasks = works.compactMap { work in work.task.map { (task: $0, type: work.type) } }
    let isWide = layout.shape == .three
    var parts: [Phrase] = []
    if let late = tasks.first(where: { $0.task.overdue > 0 }) {
      parts.append(
        Phrase(
          "today.late",
          [
            "year": .text(String(late.task.year)), "type": .text(late.type),
            "n": .number(late.task.overdue),
          ]))
    }
    if let next = tasks.first(where: { $0.task.deadline != nil && $0.task.overdue == 0 }),
      let day = next.task.deadline
    {
      parts.append(
        Phrase(
          isWide ? "today.due-wide" : "today.due",
          [
            "year": .text(String(next.task.year)), "type": .text(next.type),
            "month": .text(String(day.month)), "day": .text(String(day.day)),
            "n": .number(desk.today.days(to: day)),
          ]))
    }
    return parts.isEmpty ? nil : .joined(parts, by: isWide ? "    " : "   ")
  }

  private var hint: Phrase {
    switch focus {
    case .works:
      guard let work else { return Phrase("today.hint-none") }
      return Phrase(
        layout.shape == .three ? "today.hint-wide" : "today.hint", ["go": work.goingOn])
    case .road: return Phrase("today.hint-road")
    case .recent: return Phrase("today.hint-recent")
    }
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: onward
    case .view: work.map { .does(Phrase("today.why", ["what": $0.verb])) }
    case .new: .does(Phrase("today.enter-one"))
    default: nil
    }
  }

  private var onward: Meaning {
    switch focus {
    case .works: work.map { .does($0.goingOn) } ?? .refused(Phrase("today.nothing"))
    case .road:
      roadRow == nil ? .refused(Phrase("today.nothing")) : .does(Phrase("today.from-here"))
    case .recent: .does(Verb.history.name)
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .view:
      guard let work else { return .stay }
      return .open(
        ReadingLayer(
          title: Phrase("today.this"),
          lines: [.joined([work.verb, work.about], by: " ")] + work.paragraphs))
    case .new: return .visit(.quickEntry(nil))
    default: return goOn()
    }
  }

  private func goOn() -> Next {
    switch focus {
    case .works: work.map { .visit($0.destination) } ?? .stay
    case .road: roadRow.map { .visit($0.destination(roadStep)) } ?? .stay
    case .recent: .visit(.timeline(nil))
    }
  }

  // MARK: Moving

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch (step, focus) {
    case (.nextZone, _): moveFocus(by: 1)
    case (.previousZone, _): moveFocus(by: -1)
    case (.right, .works): focus(.road)
    case (.left, .road): leftInRoad()
    case (.left, .recent): focus(.works)
    case (.right, .road): roadStep = nextStep(after: roadStep)
    case (.down, .road) where roadState.cursor == road.rows.count - 1: focus(.recent)
    case (.up, .recent): focus(.road)
    case (_, .works):
      state.move(step, count: works.count, height: worksHeight)
      followWork()
    case (_, .road):
      roadState.move(step, count: road.rows.count, height: roadHeight)
      roadStep = roadRow?.busiest ?? 0
    default: break
    }
    return .stay
  }

  private mutating func moveFocus(by step: Int) {
    let all = Focus.allCases.filter { $0 != .road || !road.rows.isEmpty }
    let index = all.firstIndex(of: focus) ?? 0
    focus(all[(index + step + all.count) % all.count])
  }

  private mutating func focus(_ zone: Focus) {
    guard zone != .road || !road.rows.isEmpty else { return }
    focus = zone
    if zone == .works { followWork() }
  }

  /// To the step before, or from the first one back to what waits.
  private mutating func leftInRoad() {
    let before = (0..<roadStep).last { (roadRow?.cells[$0] ?? 0) > 0 }
    if let before { roadStep = before } else { focus(.works) }
  }

  private func nextStep(after step: Int) -> Int {
    let later = (step + 1)..<4
    return later.first { (roadRow?.cells[$0] ?? 0) > 0 } ?? step
  }

  /// The road shows the row and step of the work under the cursor.
  private mutating func followWork() {
    guard let work, let task = work.task, let row = road.index(of: task, named: work.type) else {
      return
    }
    roadState.put(row, count: road.rows.count, height: roadHeight)
    roadStep = task.kind.column
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    guard case .press(let point) = input else { return nil }
    if showsWorks, let row = worksRow(at: point) {
      focus(.works)
      state.put(row, count: works.count, height: worksHeight)
      followWork()
      return .stay
    }
    guard showsRoad, let row = roadRow(at: point) else { return nil }
    if row < road.rows.count {
      focus(.road)
      roadState.put(row, count: road.rows.count, height: roadHeight)
      roadStep = roadRow?.busiest ?? 0
    } else {
      focus(.recent)
    }
    return .stay
  }

  // MARK: Reading

  mutating func reload(from archive: Archive) throws {
    let board = try archive.today(on: desk.today)
    try glance.read(archive)
    try gapsGlance.read(archive)
    works = try board.tasks.map { try TodayWork($0, in: archive) }
    if let work = gapsGlance.gaps.flatMap(TodayWork.init) { works.append(work) }
    if let work = glance.checkUp.flatMap(TodayWork.init) { works.append(work) }
    if works.isEmpty, board.road.isEmpty {
      works = [TodayWork(.importList), TodayWork(.enterOne)]
    }
    road = TodayRoad(board, types: { archive.types[id: $0]?.name ?? $0 }, on: desk.today)
    road.take(glance.checkUp?.counts ?? [:])
    if let gaps = gapsGlance.gaps { road.take(gaps) }
    last = try archive.timeline(from: 0, count: 1).first
    lastWords = nil
    if let last, last.entry.rows <= 500 {
      // Without the tables: reading them would hold up the first frame for words seen here hardly ever.
      var words = ChangeWords(archive, Schedules())
      lastWords = EntryWords.phrase(last, try words.lines(of: last.id, limit: 6))
    }
    state.put(state.cursor, count: works.count, height: worksHeight)
    roadState.put(roadState.cursor, count: road.rows.count, height: roadHeight)
    if focus == .road, road.rows.isEmpty { focus = .works }
    if focus == .works { followWork() }
  }

  func awaited(in archive: Archive) -> Job? { glance.job(archive) ?? gapsGlance.job(archive) }

  mutating func resize(to size: Size) { layout = Layout(size) }
}
