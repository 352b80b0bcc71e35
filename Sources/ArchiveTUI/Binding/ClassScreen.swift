import ArchiveDomain
import ArchiveStore
import TerminalKit

/// A class: 章, what the hand did with the stamps on its papers; name and code of its department;
/// and the way back from filing.
struct ClassScreen: Screen {
  private let desk: Desk
  private let series: RowID
  private(set) var own: HoldingsClass?
  private(set) var form = Form([])
  private var org: Org?
  private var filed: [ItemID] = []
  private var numbered = 0
  /// Why numbers would stay, were the filing taken back.
  private var keeps: Phrase?
  private var words: [Phrase] = []
  private var size = Size(columns: 80, rows: 24)

  init(_ desk: Desk, _ series: RowID) {
    self.desk = desk
    self.series = series
  }

  var isLayer: Bool { true }
  var typing: Typing { .field }

  var header: Header {
    var header = Header(path: [])
    header.hint = Phrase(filed.isEmpty ? "filing.class.hint" : "filing.class.hint-filed")
    header.disk = desk.isReadOnly ? .readOnly : form.isDirty ? .unwritten : .saved
    return header
  }

  private var stamp: Stamp { Stamp(rawValue: form.text(Field.stamp)) ?? .unstamped }

  /// Ids of the fields.
  private enum Field {
    static let stamp = "stamp"
    static let name = "name"
    static let code = "code"
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward, .stamp:
      if desk.isReadOnly { return .refused(.readOnly) }
      return form.fields.allSatisfy { $0.lock != nil }
        ? .refused(Phrase("filing.class.no-numbers")) : .does(Phrase("filing.class.take"))
    case .clear: return form.current.isChoice ? nil : .does
    case .undo: return form.current.isChoice ? nil : .does
    case .unfile: return filed.isEmpty ? .refused(.notFiled) : .does
    default: return nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .unfile: return .open(Unfile.dialog(filed, numbersKept: keeps))
    case .clear: form.clear()
    case .undo: return form.takeBackTyping() ? .stay : .refuse(Phrase("form.nothing-typed"))
    default: return form.checkAll() ? try write(archive) : .stay
    }
    return .stay
  }

  /// Writes what was changed, in one group that Ctrl-Z takes back at once.
  private func write(_ archive: Archive) throws -> Next {
    var archive = archive
    if var org, form[Field.name]?.isDirty == true || form[Field.code]?.isDirty == true {
      (org.name, org.code) = (form.text(Field.name).trimmed, form.text(Field.code).trimmed)
      archive = archive.grouped(with: try archive.editOrg(org).seq)
    }
    let isRenamed = archive.group != nil
    if stamp != own?.series.stamp {
      try archive.stamp([series], stamp)
    } else if !isRenamed {
      return .close
    }
    let name: [String: Phrase] = [
      "stamp": .text(stamp.name), "name": .text(form.text(Field.name).trimmed),
    ]
    return .several([
      .close, .done(Phrase(isRenamed ? "filing.class.renamed" : "filing.class.stamped", name)),
    ])
  }

  // MARK: Moving and typing

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    // On 章 the arrows go through its words, as long as there is nothing below.
    if form.fields.count == 1, let turned = turn(input) { return turned }
    switch form.consume(input) {
    case .wantsCompletions: form.move(by: 1)
    case .none: return nil
    default: break
    }
    return .stay
  }

  private mutating func turn(_ input: TextInput) -> Next? {
    switch input {
    case .key(.up): form.current.turn(by: -1)
    case .key(.down): form.current.turn(by: 1)
    default: return nil
    }
    return .stay
  }

  // MARK: Reading

  mutating func reload(from archive: Archive) throws {
    own = try archive.holdingsClass(series)
    var scope = Scope.series(series)
    scope.states = [.filed]
    filed = try archive.ids(of: archive.listing(scope))
    scope.states = [.arranged, .filed]
    numbered = try archive.listing(scope).count
    keeps = filed.isEmpty ? nil : try archive.releasable(series).map { Phrase($0) }
    words = own.map { Self.words($0, archive.types) } ?? []
    let named = try own?.org.flatMap { own in try archive.orgs().first { $0.id == own.id } }
    org = named
    if form.fields.isEmpty { form = makeForm() }
  }

  private func makeForm() -> Form {
    var stamp = FormField(
      Field.stamp, Verb.stamp.name, (own?.series.stamp ?? .unstamped).rawValue, width: 0)
    stamp.choices = Stamp.allCases.map {
      FormField.Choice(value: $0.rawValue, label: .text($0.name))
    }
    if numbered == 0 {
      stamp.choices = []
      stamp.input.text = ""
      stamp.width = 24
      stamp.lock = Phrase("filing.class.not-numbered")
    }
    guard let org else { return Form([stamp]) }
    return Form([
      stamp,
      FormField(Field.name, Phrase("filing.class.name"), org.name, width: 24, required: true),
      FormField(Field.code, Phrase("filing.class.code"), org.code, width: 10, required: true),
    ]) { field, text in
      guard field == Field.code, text.trimmed != org.code else { return nil }
      return OrgRules.refusal(ofCode: text.trimmed).map { Phrase($0) }
    }
  }

  /// 文书 2022 永久 办公室.
  private static func words(_ own: HoldingsClass, _ types: TypeFiles) -> [Phrase] {
    let series = own.series
    return [
      types[id: own.type]?.name ?? own.type, series.sub, series.project,
      series.year == 0 ? "" : String(series.year), series.period.label, own.org?.name ?? "",
    ].filter { !$0.isEmpty }.map(Phrase.text)
  }

  mutating func resize(to size: Size) { self.size = size }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let notes = noteLines(phrases)
    let faults = form.fields.count { $0.fault != nil }
    let popup = Popup(rows: 1 + form.fields.count + faults + notes.count, in: size)
    popup.draw(phrases.text(.joined(words, by: " ")), on: &canvas)
    popup.put(own?.series.prefix ?? "", row: 0, role: .dim, on: &canvas)
    let labels = form.fields.map { DisplayWidth.of(phrases.text($0.label)) }.max() ?? 0
    var row = 1
    for field in form.fields {
      form.draw(field.id, at: popup.row(row).origin, labelColumns: labels, on: &canvas, phrases)
      row += field.fault == nil ? 1 : 2
    }
    for (offset, line) in notes.enumerated() {
      popup.put(line, row: row + offset, role: .dim, on: &canvas)
    }
  }

  /// What the stamp means, what a new name changes, and whether numbers are locked.
  private func noteLines(_ phrases: Phrases) -> [String] {
    var notes: [String] = []
    if numbered > 0 {
      notes.append(phrases("filing.class.meaning.\(stamp == .inked ? "inked" : "open")"))
    }
    if org != nil { notes.append(phrases("filing.class.rename-note")) }
    if !filed.isEmpty { notes.append(phrases("filing.class.filed", ["n": .number(filed.count)])) }
    let columns = Popup(rows: 1, in: size).row(0).columns
    return notes.flatMap { DisplayWidth.wrap($0, columns) }
  }
}

/// 退回整理: asks for the reason, and says what becomes of the numbers.
enum Unfile {
  /// `numbersKept` says why the numbers would stay; nil when they can be released.
  static func dialog(_ ids: [ItemID], numbersKept: Phrase?) -> ConfirmDialog {
    var lines = [Phrase("filing.unfile.what", ["n": .number(ids.count)])]
    if let numbersKept {
      lines += [Phrase("filing.unfile.kept"), numbersKept]
    } else {
      lines.append(Phrase("filing.unfile.released"))
    }
    return ConfirmDialog(
      title: Verb.unfile.name, lines: lines, agree: Verb.unfile.name, needsReason: true,
      count: ids.count
    ) { answer, archive in
      let done = try archive.unfile(ids, reason: answer.reason)
      let key = done.outcome.kept.isEmpty ? "filing.unfile.done" : "filing.unfile.done-kept"
      return .done(Phrase(key, ["n": .number(done.outcome.items)]))
    }
  }
}
