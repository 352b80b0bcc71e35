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
  /// What was done; nil before.
  private(set) var result: ArrangeResult?
  var view = View.boxes
  var state = ListState()
  /// The class that the numbers are of.
  var own = 0
  /// The paper of the box that is looked at.
  var piece = 0
  /// The position of the paper that F6 lifted.
  var lifted: Int?
  var form = Form([])
  private(set) var words: [Phrase] = []
  private(set) var counts: StateCounts?
  private(set) var layout = Layout(Size(columns: 80, rows: 24))
  private var rules: [RowID: SchemeRules] = [:]
  private var before = View.boxes

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

  private var hint: Phrase {
    if result != nil { return Phrase("boxing.hint.done") }
    if form.isFocused {
      return Phrase(plan?.asksForSizes == true ? "boxing.hint.sizes" : "boxing.hint.field")
    }
    if lifted != nil { return Phrase("boxing.hint.lifted") }
    let n: [String: Phrase] = ["n": .number(plan?.arranging ?? 0)]
    switch view {
    case .boxes: return Phrase("boxing.hint.boxes", n)
    case .classes: return Phrase("boxing.hint.classes", n)
    case .numbers: return Phrase("boxing.hint.numbers", n)
    }
  }

  // MARK: What is shown

  var classes: [PlannedClass] { plan?.classes ?? [] }

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
    case .undo: form.isFocused ? .does : nil
    case .view: currentClass == nil ? .refused(Phrase("boxing.nothing")) : .does(Phrase("boxing.one-by-one"))
    case .edit: meaningOfEdit
    case .move: meaningOfMove
    case .stamp:
      result == nil ? .refused(Phrase("boxing.not-numbered")) : .does
    default: nil
    }
  }

  private var meaningOfOnward: Meaning {
    if result != nil { return .does(Verb.file.name) }
    if form.isFocused { return .does(Phrase("boxing.take")) }
    if lifted != nil { return .does(Phrase("boxing.drop")) }
    guard let plan else { return .refused(Phrase("boxing.nothing")) }
    if plan.arranging + plan.renumbered == 0, plan.already == 0 {
      if let first = plan.refused.first { return .refused(first.refusal) }
      if let waiting = counts?.inbox, waiting > 0 {
        return .refused(Phrase("arrange.without-period", ["n": .number(waiting)]))
      }
      return .refused(Phrase("boxing.nothing"))
    }
    return .does(Verb.bind.name)
  }

  private var meaningOfEdit: Meaning {
    if result != nil { return .does(Verb.stamp.name) }
    guard let spot else { return .refused(Phrase("boxing.on-a-box")) }
    return classes[spot.own].boxes[spot.box].isStanding
      ? .refused(Phrase("boxing.stands")) : .does(Phrase("boxing.thickness"))
  }

  private var meaningOfMove: Meaning {
    if result != nil { return .refused(Phrase("boxing.done-already")) }
    if view == .numbers {
      return classes.indices.contains(own) && !classes[own].holdsNumbers
        ? .does(Phrase("boxing.lift")) : .refused(.stampInked)
    }
    guard let spot else { return .refused(Phrase("boxing.on-a-box")) }
    let box = classes[spot.own].boxes[spot.box]
    if box.isStanding { return .refused(Phrase("boxing.stands")) }
    if classes[spot.own].perBox != nil { return .refused(Phrase("boxing.by-count")) }
    return box.pieces.count > 1
      ? .does(Phrase("boxing.to-next")) : .refused(Phrase("boxing.only-one"))
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward: return try onward(archive)
    case .back: return back()
    case .clear: form.clear()
    case .undo: return form.takeBackTyping() ? .stay : .refuse(Phrase("form.nothing-typed"))
    case .view: showNumbers()
    case .edit, .stamp: return try edit()
    case .move: move()
    default: break
    }
    return .stay
  }

  private mutating func onward(_ archive: Archive) throws -> Next {
    if result != nil { return .several([.close, .visit(.filing(scope))]) }
    if form.isFocused { return try takeField(archive) }
    if lifted != nil {
      lifted = nil
      return .stay
    }
    guard let plan else { return .stay }
    let done = try archive.arrange(plan)
    result = done
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
  private mutating func back() -> Next {
    if let from = lifted {
      plan?.move(from: state.cursor, to: from, inClass: own)
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

  private mutating func edit() throws -> Next {
    if result != nil {
      let index = currentClass ?? 0
      return classes.indices.contains(index) ? .visit(.holdingsClass(classes[index].series.id)) : .stay
    }
    guard let spot else { return .stay }
    let sizes = classes[spot.own].stock.sizes
    let now = classes[spot.own].boxes[spot.box].mm
    guard let next = sizes.first(where: { $0 > now }) ?? sizes.first else { return .stay }
    try plan?.resize(box: spot.box, inClass: spot.own, to: next)
    put(state.cursor)
    return .stay
  }

  private mutating func move() {
    if view == .numbers {
      lifted = state.cursor
    } else if let spot {
      plan?.moveLast(ofBox: spot.box, inClass: spot.own)
      put(state.cursor)
    }
  }

  private mutating func showNumbers() {
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

  // MARK: Fields

  /// Enter in a field: takes it and goes back to the boxes.
  private mutating func takeField(_ archive: Archive) throws -> Next {
    let field = form.current.id
    if form.goOn(), form.current.fault != nil { return .stay }
    form.isFocused = false
    switch field {
    case "sizes": setSizes()
    case "tail": setTail()
    default: return calibrate()
    }
    return .stay
  }

  private mutating func setSizes() {
    let sizes = Self.sizes(form.text("sizes"))
    let rules = rules
    plan?.setSizes(sizes) { rules[$0.series.id] ?? SchemeRules() }
    put(state.cursor)
  }

  /// Thicknesses as typed: `30 50`, `30、50`.
  static func sizes(_ text: String) -> [Int] {
    text.split { !$0.isNumber }.compactMap { Int($0) }.filter { (5...200).contains($0) }
  }

  /// 尾盒, of the class under the cursor.
  private mutating func setTail() {
    guard let index = currentClass else { return }
    plan?.setTail(form.text("tail") == "leave" ? .leave(Self.leftFree) : .thin, inClass: index)
    put(state.cursor)
  }

  /// Millimetres left for late papers where the tail box shall have room.
  private static let leftFree = 10

  private mutating func calibrate() -> Next {
    let text = form.text("fitted")
    form["fitted"]?.set("")
    guard let number = Int(text), let spot,
      let last = classes[spot.own].pieces.firstIndex(where: { $0.number == number }),
      plan?.calibrate(box: spot.box, inClass: spot.own, lastIn: last) == true
    else { return text.isEmpty ? .stay : .refuse(Phrase("boxing.cannot-calibrate")) }
    put(state.cursor)
    let sheet = plan?.boxing.paper.mmPerSheet ?? 0
    return .done(Phrase("boxing.calibrated", ["mm": .text("\(sheet)")]))
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    if case .press(let point) = input { return press(point) }
    if case .wheel(let rows, _) = input {
      put(state.cursor + rows)
      return .stay
    }
    guard form.isFocused else { return nil }
    switch input {
    case .key(.tab): turn(1)
    case .key(.backTab): turn(-1)
    case .key(.up), .key(.down): form.isFocused = false
    default: if form.consume(input) == .none { return nil }
    }
    return .stay
  }

  private mutating func press(_ point: Point) -> Next? {
    guard let row = row(at: point) else { return nil }
    form.isFocused = false
    put(row)
    return .stay
  }

  /// Tab: the list, then the fields, then the list.
  private mutating func turn(_ step: Int) {
    let ids = form.fields.map(\.id)
    let now = form.isFocused ? (ids.firstIndex(of: form.current.id) ?? 0) : (step > 0 ? -1 : ids.count)
    guard ids.indices.contains(now + step), view == .boxes, result == nil else {
      form.isFocused = false
      if !ids.indices.contains(now + step), step > 0, result == nil, view == .boxes {
        return show(.classes)
      }
      if view == .classes { show(spots.isEmpty ? .classes : .boxes) }
      return
    }
    form.isFocused = true
    form.go(to: ids[now + step])
  }

  // MARK: Moving

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .nextZone: turn(1)
    case .previousZone: turn(-1)
    case .left where view == .boxes: piece = max(0, piece - 1)
    case .right where view == .boxes:
      let last = spot.map { classes[$0.own].boxes[$0.box].pieces.count - 1 } ?? 0
      piece = min(max(0, last), piece + 1)
    case .up where lifted != nil: carry(-1)
    case .down where lifted != nil: carry(1)
    default:
      guard lifted == nil else { break }
      state.move(step, count: rowCount, height: height)
      piece = 0
    }
    return .stay
  }

  /// Carries the lifted paper one place up or down.
  private mutating func carry(_ by: Int) {
    let to = state.cursor + by
    guard (0..<rowCount).contains(to) else { return }
    plan?.move(from: state.cursor, to: to, inClass: own)
    put(to)
  }

  private mutating func put(_ row: Int) {
    state.put(row, count: rowCount, height: height)
    piece = 0
  }

  // MARK: Reading

  mutating func resize(to size: Size) { layout = Layout(size) }

  /// Plans once; what the person changed in the plan stays, until all was written and taken back.
  mutating func reload(from archive: Archive) throws {
    let branches = try branches(archive)
    words = [Activity.arrange.name] + branches.words(of: scope)
    counts = branches.branch(scope).node?.counts
    guard let plan else { return try begin(archive) }
    guard result != nil else { return }
    let now = try archive.rehearseArrange(scope)
    if now.arranging > 0, now.arranging >= plan.arranging {
      result = nil
      try begin(archive)
    }
  }

  private mutating func begin(_ archive: Archive) throws {
    let fresh = try archive.rehearseArrange(scope)
    plan = fresh
    rules = Dictionary(
      try fresh.classes.map { ($0.series.id, try archive.rules(of: $0)) },
      uniquingKeysWith: { one, _ in one })
    let sizes = fresh.boxing.sizes.isEmpty ? Boxing.usualSizes : fresh.boxing.sizes
    form = Self.form(sizes)
    form.isFocused = fresh.asksForSizes && !desk.isReadOnly
    show(spots.isEmpty ? .classes : .boxes)
  }

  private func branches(_ archive: Archive) throws -> HoldingsBranches {
    HoldingsBranches(roots: try archive.tree(), types: archive.types)
  }

  private static func form(_ sizes: [Int]) -> Form {
    var tail = FormField("tail", Phrase("boxing.tail"), "thin", width: 0)
    tail.choices = [
      FormField.Choice(value: "thin", label: Phrase("boxing.thinner")),
      FormField.Choice(value: "leave", label: Phrase("boxing.leave")),
    ]
    return Form(
      [
        FormField(
          "sizes", Phrase("boxing.sizes"), sizes.map(String.init).joined(separator: " "), width: 13),
        tail, FormField("fitted", Phrase("boxing.fitted"), width: 4),
      ]
    ) { field, text in
      field == "sizes" && BoxingScreen.sizes(text).isEmpty ? Phrase("boxing.no-sizes") : nil
    }
  }
}
