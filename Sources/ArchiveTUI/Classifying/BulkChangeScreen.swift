import ArchiveDomain
import ArchiveStore
import TerminalKit

/// Asks what many records shall be: period, department, year; then the sheet.
struct BulkChangeScreen: Screen {
  private let desk: Desk
  private let ids: [ItemID]
  private var form: Form
  private var orgs: [Org] = []
  private var size = Size(columns: 80, rows: 24)

  init(_ desk: Desk, _ ids: [ItemID]) {
    self.desk = desk
    self.ids = ids
    form = Self.form(knowing: [])
  }

  private static func form(knowing orgs: [Org]) -> Form {
    Form(
      [
        FormField("org", .field("org"), width: 16),
        FormField("period", .field("retention"), width: 16),
        FormField("year", .field("year"), width: 16),
      ], check: check(knowing: orgs))
  }

  private static func check(knowing orgs: [Org]) -> Form.Check {
    let names = Set(orgs.flatMap { [$0.name, $0.code] })
    return { field, text in
      guard !text.isEmpty else { return nil }
      return switch field {
      case "org": names.contains(text) ? nil : Phrase("bulk.no-such-org")
      case "period": PeriodText.read(text) == nil ? Phrase("bulk.no-such-period") : nil
      default: Int(text).map(Years.isAccepted) == true ? nil : Phrase("why.year")
      }
    }
  }

  var isLayer: Bool { true }
  var typing: Typing { .field }

  var header: Header {
    var header = Header(path: [Phrase("bulk.ask", ["n": .number(ids.count)])])
    header.hint = Phrase("bulk.hint")
    header.disk = desk.isReadOnly ? .readOnly : .unwritten
    return header
  }

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward:
      desk.isReadOnly
        ? .refused(.readOnly)
        : ids.isEmpty ? .refused(.nothingSelected) : .does(Phrase("bulk.rehearse"))
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

  /// Enter takes what is typed: with any field filled the sheet comes.
  private mutating func onward(_ archive: Archive) throws -> Next {
    let hasMore = form.goOn()
    if let name = NewOrg.asked(by: form, orgs) {
      return .open(try NewOrg.dialog(name, in: archive))
    }
    if hasMore, form.current.fault != nil || form.fields.allSatisfy(\.isEmpty) { return .stay }
    guard form.checkAll() else { return .stay }
    let change = change
    guard !change.isEmpty else { return .refuse(Phrase("bulk.nothing")) }
    return .several([
      .close, .open(try BulkChange(ids, change, path: [Activity.arrange.name]).sheet(in: archive)),
    ])
  }

  private var change: FactChange {
    var change = FactChange()
    let org = form.text("org")
    if !org.isEmpty { change.orgName = org }
    if let period = PeriodText.read(form.text("period")) {
      change.period = period
      change.basis = HandBasis.together
    }
    change.year = Int(form.text("year"))
    return change
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next { .stay }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch form.consume(input) {
    case .wantsCompletions(let field): offer(field, "")
    case .typed:
      if form.current.id == "org", form.completions == nil { offer("org", form.text("org")) }
    case .left: break
    case .none: return nil
    }
    return .stay
  }

  private mutating func offer(_ field: String, _ text: String) {
    switch field {
    case "org":
      form.offer(
        orgs.filter { text.isEmpty || $0.fits(text) }
          .map { Form.Completion(text: $0.name, note: $0.code) })
    case "period":
      form.offer([RetentionPeriod.permanent, .d30, .d10].map { Form.Completion(text: $0.label) })
    default: form.move(by: 1)
    }
  }

  mutating func reload(from archive: Archive) throws {
    let now = try archive.orgs()
    guard now != orgs else { return }
    orgs = now
    form.check = Self.check(knowing: orgs)
    form["org"]?.fault = nil
  }

  mutating func resize(to size: Size) { self.size = size }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let popup = Popup(rows: form.rows + 1, in: size)
    popup.draw(phrases("bulk.ask", ["n": .number(ids.count)]), on: &canvas)
    popup.put(phrases("bulk.leave-empty"), row: 0, role: .dim, on: &canvas)
    form.draw(in: popup, from: 1, size: size, on: &canvas, phrases)
  }
}

extension Org {
  /// Whether its name, code, initials or pinyin begin as typed.
  func fits(_ text: String) -> Bool {
    name.contains(text) || code.lowercased().hasPrefix(text.lowercased())
      || PinyinInitials.matches(query: text, text: name)
      || PinyinSyllables.begin(name, typed: text)
  }
}
