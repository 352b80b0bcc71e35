import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 新类: a class ahead of its papers, said level by level.
struct NewClassScreen: Screen {
  private let desk: Desk
  private let start: Scope
  private(set) var form = Form([])
  private var words: NewClassWords?
  private var size = Size(columns: 80, rows: 24)

  init(_ desk: Desk, _ start: Scope) {
    self.desk = desk
    self.start = start
  }

  var isLayer: Bool { true }
  var typing: Typing { .field }

  var header: Header {
    var header = Header(path: [Phrase("arrange.new-class")])
    header.hint = Phrase("new-class.hint")
    header.disk = desk.isReadOnly ? .readOnly : .unwritten
    return header
  }

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: desk.isReadOnly ? .refused(.readOnly) : .does(Phrase("new-class.make"))
    case .undo, .clear: .does
    default: nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .undo: return form.takeBackTyping() ? .stay : .refuse(Phrase("form.nothing-typed"))
    case .clear: form.clear()
    default: return try onward(archive)
    }
    return .stay
  }

  /// Enter goes to the next level that is open; the last one makes the class.
  private mutating func onward(_ archive: Archive) throws -> Next {
    let hasMore = form.goOn()
    let isOther = reshape()
    if hasMore || isOther && form.fields.contains(where: \.needsAttention) { return .stay }
    guard form.checkAll(), let words, let type = words.type(form.text(NewClassWords.type)) else {
      return .stay
    }
    do {
      let made = try archive.makeClass(type.id, words.facts(form))
      return .several([
        .answer(MadeClass(series: made.id)),
        .done(Phrase("new-class.made", ["class": .text(words.name(form))])),
      ])
    } catch let refusal as Refusal { return refused(refusal) }
  }

  /// Stands under the level that it is about, where there is one.
  private mutating func refused(_ refusal: Refusal) -> Next {
    let level: SchemeLevel? =
      switch refusal {
      case .yearUnknown, .noScheme, .yearClosed: .year
      case .noPeriod, .periodNotAllowed: .period
      case .noOrg, .orgNotValid: .org
      case .badField: .sub
      default: nil
      }
    if let level, form[level.rawValue] != nil {
      form[level.rawValue]?.fault = Phrase(refusal)
      form.go(to: level.rawValue)
    }
    return .refuse(refusal)
  }

  /// Another type, or a year of another scheme, has other levels; whether it is so.
  private mutating func reshape() -> Bool {
    guard let words, let fields = words.fields(replacing: form) else { return false }
    form = Form(fields) { [words] in words.fault($0, $1, of: fields) }
    if let open = form.fields.first(where: \.needsAttention) { form.go(to: open.id) }
    return true
  }

  // MARK: Moving and typing

  mutating func step(_ step: Step, in archive: Archive) throws -> Next { .stay }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    if case .text(let text) = input, form.current.id == SchemeLevel.period.rawValue,
      let whole = PeriodTyping.typed(text, after: form.current.text),
      whole != PeriodTyping.excluded
    {
      form.current.set(whole)
      return .stay
    }
    switch form.consume(input) {
    case .wantsCompletions(let field): offer(field, "", orMove: true)
    case .typed: offerWhileTyping(input)
    case .left: _ = reshape()
    case .none: return nil
    }
    return .stay
  }

  /// Initials are completed while one types.
  private mutating func offerWhileTyping(_ input: TextInput) {
    guard case .text = input, FieldWords.isInitials(form.current.text) else { return }
    offer(form.current.id, form.current.text, orMove: false)
  }

  private mutating func offer(_ field: String, _ typed: String, orMove: Bool) {
    form.offer(words?.rows(for: field, typed: typed, in: form) ?? [])
    guard form.completions == nil, orMove else { return }
    form.move(by: 1)
    _ = reshape()
  }

  // MARK: Reading and drawing

  mutating func reload(from archive: Archive) throws {
    guard words == nil else { return }
    let words = try NewClassWords(archive)
    self.words = words
    let fields = words.fields(of: start)
    form = Form(fields) { words.fault($0, $1, of: fields) }
    if let open = form.fields.first(where: \.needsAttention) { form.go(to: open.id) }
  }

  mutating func resize(to size: Size) { self.size = size }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let popup = Popup(rows: form.rows + 1, in: size)
    popup.draw(phrases("arrange.new-class"), on: &canvas)
    popup.put(phrases("new-class.ahead"), row: 0, role: .dim, on: &canvas)
    form.draw(in: popup, from: 1, size: size, on: &canvas, phrases)
  }
}
