import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 装盒编号: the boxes as they would stand, and the numbers; one Enter boxes and numbers.
struct BoxingScreen: Screen {
  /// What fills the zone.
  enum View: Hashable, Sendable { case boxes, classes, numbers }

  /// A box of a class of the plan.
  struct Spot: Hashable, Sendable {
    let own: Int
    let box: Int
  }

  let desk: Desk
  let scope: Scope
  var plan: BindingPlan?
  /// The plan as it was laid: when another one would be laid now, the papers have moved.
  private var laid: BindingPlan?
  /// The last entry when that was looked at: without another nothing has moved.
  private var seen: Int64 = 0
  /// The plans before each change that the person made, to be taken back one by one.
  var earlier: [BindingPlan] = []
  /// What was done; nil before.
  var result: ArrangeResult?
  var view = View.boxes
  var state = ListState()
  /// The class that the numbers are of.
  var own = 0
  /// The paper of the box that is looked at.
  var piece = 0
  /// The position of the paper that F6 lifted.
  var lifted: Int?
  var form = Form([])
  var words: [Phrase] = []
  var counts: StateCounts?
  var waiting = Waiting()
  var layout = Layout(Size(columns: 80, rows: 24))
  var rules: [RowID: SchemeRules] = [:]
  var before = View.boxes
  var types = TypeFiles([])

  init(_ desk: Desk, _ scope: Scope) {
    self.desk = desk
    self.scope = scope
    form.isFocused = false
  }

  var activity: Activity? { .arrange }
  var typing: Typing { form.isFocused ? .field : .list }
  var notes: [Phrase] { [Phrase("boxing.note")] }

  var header: Header {
    var header = Header(path: words + [Verb.bind.name])
    header.rail = counts.map { Rail($0, current: result == nil ? 1 : 2) }
    header.hint = hint
    header.place = rowCount > 0 ? Header.row(state.cursor + 1, of: rowCount) : nil
    header.disk = desk.isReadOnly ? .readOnly : result == nil ? .unwritten : .saved
    return header
  }

  var hint: Phrase {
    if result != nil { return Phrase("boxing.hint.done") }
    if form.isFocused {
      return Phrase(plan?.asksForSizes == true ? "boxing.hint.sizes" : "boxing.hint.field")
    }
    if mustClassify { return Phrase("arrange.not-yet", ["what": waiting.words()]) }
    if lifted != nil { return Phrase("boxing.hint.lifted") }
    if !loose.isEmpty { return Phrase("boxing.hint.loose", ["n": .number(loose.count)]) }
    let n: [String: Phrase] = ["n": .number(plan?.arranging ?? 0)]
    switch view {
    case .boxes: return Phrase("boxing.hint.boxes", n)
    case .classes: return Phrase("boxing.hint.classes", n)
    case .numbers: return Phrase("boxing.hint.numbers", n)
    }
  }

  // MARK: What is shown

  var classes: [PlannedClass] { plan?.classes ?? [] }

  /// What the numbers of the plan are called.
  var numberName: Phrase {
    NumberWords.name(classes.map { .init($0.type, $0.unit) }, types)
  }

  /// 会计.
  func typeName(_ own: PlannedClass) -> String { types[id: own.type]?.name ?? own.type }

  /// 凭证; empty where the type has no sub-classes.
  func subName(_ own: PlannedClass) -> String {
    types[id: own.type]?.subs.first { $0.code == own.series.sub }?.name ?? own.series.sub
  }

  /// All boxes, class by class.
  var spots: [Spot] {
    classes.indices.flatMap { own in
      classes[own].boxes.indices.map { Spot(own: own, box: $0) }
    }
  }

  /// The box under the cursor.
  var spot: Spot? {
    guard view == .boxes else { return nil }
    return spots.indices.contains(state.cursor) ? spots[state.cursor] : nil
  }

  /// The class under the cursor.
  var currentClass: Int? {
    switch view {
    case .boxes: spot?.own
    case .classes: classes.indices.contains(state.cursor) ? state.cursor : nil
    case .numbers: classes.indices.contains(own) ? own : nil
    }
  }

  var rowCount: Int {
    switch view {
    case .boxes: spots.count
    case .classes: classes.count
    case .numbers: classes.indices.contains(own) ? classes[own].pieces.count : 0
    }
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: meaningOfOnward
    case .back: .does
    case .clear: form.isFocused ? .does : nil
    case .undo: form.isFocused ? .does : earlier.isEmpty ? nil : .does(Phrase("boxing.undo"))
    case .view:
      currentClass == nil ? .refused(Phrase("boxing.nothing")) : .does(Phrase("boxing.one-by-one"))
    case .edit: meaningOfEdit
    case .move: meaningOfMove
    case .new: meaningOfNewBox
    case .delete: meaningOfMerge
    case .stamp:
      result == nil ? .refused(Phrase("boxing.not-numbered")) : .does
    default: nil
    }
  }

  /// Nothing can be numbered because papers lack something: Enter goes there.
  var mustClassify: Bool {
    guard let plan, result == nil, !desk.isReadOnly, waiting.count > 0 else { return false }
    return plan.arranging + plan.renumbered + plan.already == 0 && plan.refused.isEmpty
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward: return try onward(archive)
    case .back: return back()
    case .clear: form.clear()
    case .undo: return takeBack()
    case .view: showNumbers()
    case .edit, .stamp: return try edit()
    case .move: move()
    case .new: change { [piece] in $0.split(box: $1.box, before: piece, inClass: $1.own) }
    case .delete: change { $0.merge(box: $1.box, inClass: $1.own) }
    default: break
    }
    return .stay
  }

  mutating func onward(_ archive: Archive) throws -> Next {
    if result != nil { return .several([.close, .visit(.filing(scope))]) }
    if form.isFocused { return try takeField(archive) }
    if lifted != nil {
      lifted = nil
      return .stay
    }
    if mustClassify { return .visit(.triage(scope, start: nil)) }
    if !loose.isEmpty { return try NewVolume.dialog(of: loose, in: archive) }
    guard let plan else { return .stay }
    let done: ArrangeResult
    do {
      done = try archive.arrange(plan)
    } catch let refusal as Refusal {
      // Somebody was quicker: the plan that is shown is of what stands now.
      if case .changedMeanwhile = refusal { try begin(archive) }
      throw refusal
    }
    result = done
    earlier = []
    view = .classes
    state = ListState()
    counts = try branches(archive).branch(scope).node?.counts
    return .done(
      Phrase(
        done.refused.isEmpty ? "boxing.done" : "boxing.done-refused",
        [
          "n": .number(done.arranged), "boxes": .number(done.boxes),
          "refused": .number(done.refused.count),
        ]))
  }

  /// Esc: the paper goes back, the field is left, the numbers close, then the screen.
  mutating func back() -> Next {
    if let from = lifted {
      plan = earlier.popLast() ?? plan
      put(from)
      lifted = nil
    } else if form.isFocused {
      form.isFocused = false
    } else if view == .numbers {
      show(before)
    } else {
      return .close
    }
    return .stay
  }

  mutating func showNumbers() {
    guard view != .numbers else { return show(before) }
    before = view
    own = currentClass ?? 0
    show(.numbers)
  }

  mutating func show(_ view: View) {
    self.view = view
    state = ListState()
    lifted = nil
    piece = 0
    if view == .classes { state.cursor = min(own, max(0, classes.count - 1)) }
  }

  // MARK: Reading

  mutating func resize(to size: Size) { layout = Layout(size) }

  /// Plans once; what the person changed in the plan stays, until its papers moved, or until all was
  /// written and taken back.
  mutating func reload(from archive: Archive) throws {
    let branches = try branches(archive)
    words = [Activity.arrange.name] + branches.words(of: scope)
    counts = branches.branch(scope).node?.counts
    waiting = try archive.waiting(in: scope)
    guard let plan, loose.isEmpty else { return try begin(archive) }
    let head = try archive.head().seq
    guard head != seen else { return }
    seen = head
    let now = try archive.rehearseArrange(scope)
    guard result != nil else {
      if now != laid { try begin(archive) }
      return
    }
    if now.arranging > 0, now.arranging >= plan.arranging {
      result = nil
      try begin(archive)
    }
  }

  mutating func begin(_ archive: Archive) throws {
    seen = try archive.head().seq
    let fresh = try archive.rehearseArrange(scope)
    (plan, laid, earlier, lifted) = (fresh, fresh, [], nil)
    types = archive.types
    rules = Dictionary(
      try fresh.classes.map { ($0.series.id, try archive.rules(of: $0)) },
      uniquingKeysWith: { one, _ in one })
    let sizes = fresh.boxing.sizes.isEmpty ? Boxing.usualSizes : fresh.boxing.sizes
    form = Self.form(sizes, left: Self.left(fresh.boxing.tail) ?? Self.leftFree)
    showSizesOfType()
    form.isFocused =
      fresh.asksForSizes && !desk.isReadOnly && !mustClassify && form["sizes"]?.lock == nil
    show(spots.isEmpty ? .classes : .boxes)
    showTail()
  }

  func branches(_ archive: Archive) throws -> HoldingsBranches {
    HoldingsBranches(roots: try archive.tree(), types: archive.types)
  }
}
