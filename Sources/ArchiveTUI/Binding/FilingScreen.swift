import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 归档: what stands in the way, names and the count by hand, because numbers lock.
struct FilingScreen: Screen {
  /// What has the focus.
  enum Focus: Hashable, Sendable { case list, form, notYet, agree }

  let desk: Desk
  let scope: Scope
  private(set) var rehearsal: FilingRehearsal?
  private(set) var rows: [FilingObstacles] = []
  private(set) var state = ListState()
  private(set) var form: Form
  private(set) var focus = Focus.list
  private(set) var words: [Phrase] = []
  private(set) var counts: StateCounts?
  private(set) var layout = Layout(Size(columns: 80, rows: 24))
  private var people: [String] = []
  private var isFirst = true

  init(_ desk: Desk, _ scope: Scope) {
    self.desk = desk
    self.scope = scope
    var count = FormField("count", Phrase("filing.count"), width: 5, required: true)
    count.lack = Phrase("filing.count-digits")
    form = Form([
      FormField("by", Phrase("filing.by"), desk.person, width: 10, required: true),
      FormField("checker", Phrase("filing.checker"), width: 10, required: true),
      count,
    ]) { field, text in
      field == "count" && Int(text.trimmed) == nil ? Phrase("filing.count-digits") : nil
    }
    form.go(to: "checker")
    form.isFocused = false
  }

  var activity: Activity? { .arrange }
  /// On the buttons too digits belong to the count, not to activities.
  var typing: Typing { focus == .list ? .list : .field }
  var notes: [Phrase] { [Phrase("filing.note")] }

  var header: Header {
    var header = Header(path: words + [Verb.file.name])
    header.rail = counts.map { Rail($0, current: 2) }
    header.hint = hint
    header.place =
      waitingClasses > 0 ? Phrase("filing.waiting", ["n": .number(waitingClasses)]) : nil
    header.disk = desk.isReadOnly ? .readOnly : .unwritten
    return header
  }

  private var hint: Phrase {
    switch focus {
    case .list: Phrase(rows.isEmpty ? "filing.hint.clear" : "filing.hint.list")
    case .form: Phrase("filing.hint.form")
    case .notYet: Phrase("filing.hint.not-yet")
    case .agree: Phrase("filing.hint.agree", ["n": .number(filing)])
    }
  }

  /// Records that would be filed, and those that wait, in the unit that their types count.
  private(set) var filing = 0
  private(set) var waiting = 0
  private var waitingClasses: Int { rehearsal?.report.held.count ?? 0 }
  var current: FilingObstacles? { rows.indices.contains(state.cursor) ? rows[state.cursor] : nil }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: meaningOfOnward
    case .back: .does(Phrase("filing.not-yet"))
    case .undo, .clear: focus == .form ? .does : nil
    case .edit, .stamp:
      rehearsal?.classes.isEmpty == false
        ? .does(Verb.stamp.name) : .refused(Phrase("filing.nothing"))
    case .nextFault: rows.isEmpty ? .refused(Phrase("arrange.no-fault")) : .does
    default: nil
    }
  }

  private var meaningOfOnward: Meaning {
    switch focus {
    case .list: .does(Phrase(current == nil ? "filing.fill-in" : "filing.mend"))
    case .form: .does
    case .notYet: .does(Phrase("filing.not-yet"))
    case .agree: .does(Verb.file.name)
    }
  }

  /// Why it cannot be done yet.
  private var refusal: Phrase? {
    if desk.isReadOnly { return Phrase(.readOnly) }
    if filing == 0 { return Phrase(rows.isEmpty ? "filing.nothing" : "filing.all-wait") }
    if form["by"]?.isEmpty == true || form["checker"]?.isEmpty == true { return Phrase(.noName) }
    return isCounted ? nil : Phrase("filing.count-wrong", ["n": .number(filing)])
  }

  /// Whether the typed count is right.
  private var isCounted: Bool { Int(form.text("count").trimmed) == filing }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward: return try onward(archive)
    case .back: return back()
    case .undo: return form.takeBackTyping() ? .stay : .refuse(Phrase("form.nothing-typed"))
    case .clear: form.clear()
    case .edit, .stamp:
      let series = current?.obstacles.first?.seriesID ?? rehearsal?.classes.first?.series.id
      return series.map { .visit(.holdingsClass($0)) } ?? .stay
    case .nextFault:
      put(.list)
      state.move(by: 1, count: rows.count, height: height)
    default: break
    }
    return .stay
  }

  private mutating func onward(_ archive: Archive) throws -> Next {
    switch focus {
    case .list:
      if let current { return .visit(current.remedy) }
      put(.form)
    case .form: return leaveField()
    case .notYet: return .close
    case .agree:
      guard let refusal else { return try file(archive) }
      if filing > 0, !desk.isReadOnly {
        form.go(to: form.fields.first(where: \.isEmpty)?.id ?? "count")
        put(.form)
      }
      return .refuse(refusal)
    }
    return .stay
  }

  /// To the next field; after the last to 归档, or to the count again when it is wrong.
  private mutating func leaveField() -> Next {
    if form.goOn() { return .stay }
    if let refusal {
      form.go(to: "count")
      if filing > 0, !isCounted { form.clear() }
      return .refuse(refusal)
    }
    put(.agree)
    return .done(Phrase("filing.counted"))
  }

  private func file(_ archive: Archive) throws -> Next {
    let names = FilingNames(
      arrangedBy: form.text("by").trimmed, checkedBy: form.text("checker").trimmed)
    let done = try archive.file(scope, names: names)
    let key = done.report.held.isEmpty ? "filing.done" : "filing.done-waiting"
    return .several([
      .close,
      .done(
        Phrase(
          key,
          [
            "n": .number(filing), "classes": .number(done.filed.count),
            "waiting": .number(waiting), "held": .number(done.report.held.count),
          ])),
    ])
  }

  private mutating func back() -> Next {
    if form.closeCompletions() { return .stay }
    return .close
  }

  // MARK: Moving

  private mutating func put(_ focus: Focus) {
    self.focus = focus
    form.isFocused = focus == .form
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch (step, focus) {
    case (.nextZone, .list): enterForm()
    case (.nextZone, .notYet), (.right, .notYet): put(.agree)
    case (.nextZone, .agree): put(.list)
    case (.previousZone, .agree), (.left, .agree): put(.notYet)
    case (.previousZone, .notYet), (.up, .notYet), (.up, .agree): put(.form)
    case (.previousZone, .list): put(.agree)
    case (_, .list): state.move(step, count: rows.count, height: height)
    default: break
    }
    return .stay
  }

  /// Into the first field that is empty.
  private mutating func enterForm() {
    form.go(to: form.fields.first(where: \.isEmpty)?.id ?? "by")
    put(.form)
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    if case .press(let point) = input { return press(point) }
    guard focus == .form else { return consumeOnButton(input) }
    switch input {
    case .key(.tab) where form.current.id == "count":
      put(.notYet)
      return .stay
    case .key(.backTab) where form.current.id == "by":
      put(.list)
      return .stay
    case .text(let text) where form.current.id == "count" && !text.allSatisfy(\.isNumber):
      return .refuse(Phrase("filing.count-digits"))
    default: break
    }
    switch form.consume(input) {
    case .wantsCompletions(let field):
      if field == "count" {
        put(.notYet)
      } else {
        let other = form.text(field == "by" ? "checker" : "by")
        form.offer(people.filter { $0 != other }.map { Form.Completion(text: $0) })
      }
    case .none: return nil
    default: break
    }
    return .stay
  }

  /// A digit typed on a button goes to the count; what is no digit is for nobody.
  private mutating func consumeOnButton(_ input: TextInput) -> Next? {
    guard focus != .list, case .text(let text) = input else { return nil }
    guard text.allSatisfy(\.isNumber) else { return .stay }
    form.go(to: "count")
    put(.form)
    _ = form.consume(input)
    return .stay
  }

  private mutating func press(_ point: Point) -> Next? {
    let row = state.top + point.row - zone.body.row
    guard zone.body.contains(point), rows.indices.contains(row), point.row - zone.body.row < height
    else { return nil }
    put(.list)
    state.put(row, count: rows.count, height: height)
    return .stay
  }

  // MARK: Reading

  mutating func resize(to size: Size) { layout = Layout(size) }

  mutating func reload(from archive: Archive) throws {
    let branches = HoldingsBranches(roots: try archive.tree(), types: archive.types)
    words = [Activity.arrange.name] + branches.words(of: scope)
    counts = branches.branch(scope).node?.counts
    let told = try archive.rehearseFile(scope)
    rehearsal = told
    filing = told.report.ready.reduce(0) { $0 + branches.branch(.series($1)).counts.arranged }
    waiting = told.report.held.reduce(0) { $0 + branches.branch(.series($1)).counts.arranged }
    let firsts = try archive.items(Array(FilingObstacles.records(told)))
    rows = FilingObstacles.grouped(
      told, Dictionary(firsts.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one }))
    state.keepVisible(count: rows.count, height: height)
    people = try archive.people()
    if isFirst, rows.isEmpty, filing > 0 { enterForm() }
    isFirst = false
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
