import ArchiveDomain
import ArchiveStore
import TerminalKit

/// The fields, arrows and the mouse of 装盒编号.
extension BoxingScreen {
  // MARK: Fields

  /// Enter in a field: takes it and goes back to the boxes.
  mutating func takeField(_ archive: Archive) throws -> Next {
    let field = form.current.id
    if form.goOn(), form.current.fault != nil { return .stay }
    form.isFocused = false
    switch field {
    case "sizes": setSizes()
    case "tail":
      setTail()
      // How much is left free is typed next.
      if form["left"]?.lock == nil { enter("left") }
    case "left": setTail()
    default: return calibrate()
    }
    return .stay
  }

  private mutating func enter(_ field: String) {
    form.isFocused = true
    form.go(to: field)
  }

  mutating func setSizes() {
    let sizes = Self.sizes(form.text("sizes"))
    let rules = rules
    remember()
    plan?.setSizes(sizes) { rules[$0.series.id] ?? SchemeRules() }
    put(state.cursor)
  }

  /// Where all classes have boxes of their own by their scheme, these are shown, and nothing is typed.
  mutating func showSizesOfType() {
    let ruled = classes.map { rules[$0.series.id]?.boxMM ?? [] }
    guard !ruled.isEmpty, ruled.allSatisfy({ !$0.isEmpty }) else { return }
    let sizes = Set(classes.flatMap(\.stock.sizes)).sorted()
    form["sizes"]?.set(sizes.map(String.init).joined(separator: " "))
    form["sizes"]?.lock = Phrase("boxing.of-type")
  }

  /// Thicknesses as typed: `30 50`, `30、50`.
  static func sizes(_ text: String) -> [Int] {
    text.split { !$0.isNumber }.compactMap { Int($0) }.filter { (5...200).contains($0) }
  }

  /// 尾盒, of the class under the cursor.
  mutating func setTail() {
    guard let index = currentClass else { return }
    let left = Int(form.text("left").trimmed) ?? Self.leftFree
    remember()
    plan?.setTail(form.text("tail") == Self.leave ? .leave(left) : .thin, inClass: index)
    put(state.cursor)
  }

  /// Millimetres left for late papers where the tail box shall have room, until others are typed.
  static let leftFree = 10
  private static let leave = "leave"

  /// The millimetres that a tail leaves; nil for one that leaves none.
  static func left(_ tail: BoxFilling.TailBox) -> Int? {
    if case .leave(let left) = tail { left } else { nil }
  }

  /// The fields show the tail of the class under the cursor.
  mutating func showTail() {
    guard let index = currentClass, form["tail"] != nil, !form.isFocused else { return }
    let left = Self.left(classes[index].stock.tail)
    form["tail"]?.set(left == nil ? "thin" : Self.leave)
    if let left { form["left"]?.set(String(left)) }
    lockLeft()
  }

  /// Millimetres are typed only where the tail box leaves some.
  private mutating func lockLeft() {
    let leaves = form.text("tail") == Self.leave
    form["left"]?.lock = leaves ? nil : Phrase("boxing.thinner")
  }

  private var cannotCalibrate: Phrase {
    Phrase("boxing.cannot-calibrate", ["number": numberName])
  }

  mutating func calibrate() -> Next {
    let text = form.text("fitted")
    form["fitted"]?.set("")
    guard let number = Int(text), let spot, var fitted = plan,
      let last = classes[spot.own].pieces.firstIndex(where: { $0.number == number }),
      fitted.calibrate(box: spot.box, inClass: spot.own, lastIn: last)
    else { return text.isEmpty ? .stay : .refuse(cannotCalibrate) }
    remember()
    plan = fitted
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
    default:
      if form.consume(input) == .none { return nil }
      lockLeft()
    }
    return .stay
  }

  mutating func press(_ point: Point) -> Next? {
    guard let row = row(at: point) else { return nil }
    form.isFocused = false
    put(row)
    return .stay
  }

  /// Tab: the list, then the fields, then the list.
  mutating func turn(_ step: Int) {
    let ids = form.fields.filter { $0.lock == nil }.map(\.id)
    let now =
      form.isFocused ? (ids.firstIndex(of: form.current.id) ?? 0) : (step > 0 ? -1 : ids.count)
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
      showTail()
    }
    return .stay
  }

  /// Carries the lifted paper one place up or down.
  mutating func carry(_ by: Int) {
    let to = state.cursor + by
    guard (0..<rowCount).contains(to) else { return }
    plan?.move(from: state.cursor, to: to, inClass: own)
    put(to)
  }

  mutating func put(_ row: Int) {
    state.put(row, count: rowCount, height: height)
    piece = 0
    showTail()
  }

  // MARK: The form

  static func form(_ sizes: [Int], left: Int) -> Form {
    var tail = FormField("tail", Phrase("boxing.tail"), "thin", width: 0)
    tail.choices = [
      FormField.Choice(value: "thin", label: Phrase("boxing.thinner")),
      FormField.Choice(value: leave, label: Phrase("boxing.leave")),
    ]
    var room = FormField("left", Phrase("boxing.left"), String(left), width: 3)
    room.lock = Phrase("boxing.thinner")
    return Form(
      [
        FormField(
          "sizes", Phrase("boxing.sizes"), sizes.map(String.init).joined(separator: " "), width: 13),
        tail, room, FormField("fitted", Phrase("boxing.fitted"), width: 4),
      ]
    ) { field, text in
      switch field {
      case "sizes": BoxingScreen.sizes(text).isEmpty ? Phrase("boxing.no-sizes") : nil
      case "left":
        (1...150).contains(Int(text.trimmed) ?? 0) ? nil : Phrase("boxing.no-left")
      default: nil
      }
    }
  }
}
