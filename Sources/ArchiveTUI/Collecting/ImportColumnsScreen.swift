import ArchiveDomain
import ArchiveStore
import DocumentKit
import Foundation
import TerminalKit

/// 导入 1, 对栏目: our names above the file's first rows, one row shown as understood.
struct ImportColumnsScreen: Screen {
  /// What has the focus: the columns, the table of persons, or what is said of the whole sheet.
  enum Zones: Sendable { case columns, persons, settings }

  var reading: ImportReading?
  var sheet = 0
  var column = 0
  var focus = Zones.columns
  var persons = Form([])
  var settings = Form([])
  private(set) var size = Size(columns: 80, rows: 24)
  var words: FieldWords
  /// The plan of an earlier look at the faults, with its mends, while nothing here was changed.
  var mended: ImportPlan?
  let file: ImportFile
  let desk: Desk

  init(_ desk: Desk, _ file: ImportFile) {
    self.desk = desk
    self.file = file
    words = FieldWords(today: desk.today)
  }

  var activity: Activity? { .collect }
  var typing: Typing { .field }

  var header: Header {
    var header = Header(path: [Activity.collect.name, Verb.importList.name])
    header.steps = ImportSteps.columns
    header.aside = .text(file.name)
    header.hint = Phrase("import.hint.\(hintKey)")
    header.place = Phrase("import.row-count", ["n": .number(reading?.rowCount ?? 0)])
    header.disk = .unwritten
    return header
  }

  private var hintKey: String {
    switch focus {
    case .columns: "columns"
    case .persons: "persons"
    case .settings: "settings"
    }
  }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: onwardMeaning
    case .back, .new: .does
    case .view: .does(Phrase("import.original"))
    case .edit, .delete, .move, .copy: nil
    case .clear: focus == .columns ? nil : .does
    case .undo: .refused(Phrase("import.nothing-yet"))
    case .adopt: .refused(.later)
    default: nil
    }
  }

  private var onwardMeaning: Meaning {
    guard focus == .columns else { return .does(Phrase("form.next-field")) }
    guard let reading, reading.rowCount > 0 else { return .refused(Phrase("import.no-rows")) }
    return .does(Phrase("import.check"))
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .onward: return try onward(archive)
    case .back: return back()
    case .new: return .replace(ImportFileScreen(desk))
    case .view: return .open(original)
    case .clear:
      if focus == .persons { persons.clear() } else { settings.clear() }
      return .stay
    default: return .stay
    }
  }

  private mutating func onward(_ archive: Archive) throws -> Next {
    switch focus {
    case .columns: return try check(archive)
    case .persons:
      if !persons.goOn() { turnZone(1, to: .columns) }
      takePersons()
    case .settings:
      if !settings.goOn() { turnZone(1, to: .columns) }
      try takeSettings(archive)
    }
    return .stay
  }

  private mutating func back() -> Next {
    if persons.closeCompletions() || settings.closeCompletions() { return .stay }
    guard focus == .columns else {
      focus = .columns
      light()
      return .stay
    }
    return .close
  }

  /// Looks at every row, a long list beside the loop; nothing is written.
  private func check(_ archive: Archive) throws -> Next {
    guard let reading else { return .stay }
    let (desk, mended) = (desk, mended)
    guard reading.isPreview, mended == nil else {
      let rehearsal = try archive.rehearseImport(mended ?? reading.whole())
      return .open(ImportCheckScreen(desk, reading.file, rehearsal))
    }
    return .start(
      Job(Phrase("import.checking"), unit: Phrase("import.rows")) { control in
        let plan = reading.whole()
        try control.checkStop()
        let rehearsal = try archive.rehearseImport(plan)
        try control.checkStop()
        return {
          .onlyThere(
            .open(ImportCheckScreen(desk, reading.file, rehearsal)),
            else: Phrase("import.read-gone", ["name": .text(reading.file.name)]))
        }
      })
  }

  /// The mends of the next step, kept while nothing is changed here.
  mutating func receive(_ answer: any Sendable, in archive: Archive) throws -> Next {
    if let plan = answer as? ImportPlan { mended = plan }
    return .stay
  }

  /// F3: the sheet as the file has it.
  private var original: ReadingLayer {
    let shown = file.sheets.indices.contains(sheet) ? file.sheets[sheet] : nil
    return ReadingLayer(
      title: .text(shown?.name ?? ""),
      lines: (shown?.rows.prefix(200) ?? []).map { row in
        .text("\(row.number)  " + row.cells.joined(separator: " | "))
      })
  }

  // MARK: Typing

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    guard reading != nil else { return nil }
    switch input {
    case .key(.tab): try leaveZone(1, archive)
    case .key(.backTab): try leaveZone(-1, archive)
    case .press(let point), .doublePress(let point): press(point)
    default:
      switch focus {
      case .columns: return typeInColumns(input)
      case .persons: return Self.type(input, &persons, words)
      case .settings: return Self.type(input, &settings, words)
      }
    }
    return .stay
  }

  private mutating func typeInColumns(_ input: TextInput) -> Next? {
    switch input {
    case .key(.left): moveColumn(-1)
    case .key(.right): moveColumn(1)
    case .key(.home): moveColumn(-1000)
    case .key(.end): moveColumn(1000)
    case .key(.down): turnField(1)
    case .key(.up): turnField(-1)
    case .key(.pageDown): moveSheet(1)
    case .key(.pageUp): moveSheet(-1)
    case .text(" "), .text("\u{3000}"):
      mended = nil
      reading?.toggle(sheet)
      lay()
    default: return nil
    }
    return .stay
  }

  static func type(
    _ input: TextInput, _ form: inout Form, _ words: FieldWords
  ) -> Next? {
    switch form.consume(input) {
    case .none: return nil
    case .typed, .left: return .stay
    case .wantsCompletions(let field):
      let isOfSheet = ["head", "year", "retention", "type"].contains(field)
      let known = isOfSheet ? field : RecordField.org.rawValue
      form.offer(words.rows(for: known, typed: form.current.text))
      if form.completions == nil { form.move(by: 1) }
      return .stay
    }
  }

  private mutating func press(_ point: Point) {
    let places = ColumnPlaces(self)
    if let hit = places.column(at: point) {
      focus = .columns
      column = hit
      light()
    }
  }

  var columns: [ColumnReading] { reading?.plan.sheets[sheet].columns ?? [] }

  private mutating func moveColumn(_ by: Int) {
    column = min(max(0, column + by), max(0, columns.count - 1))
  }

  private mutating func moveSheet(_ by: Int) {
    guard let visible = reading?.visible, let now = visible.firstIndex(of: sheet) else { return }
    sheet = visible[min(max(0, now + by), visible.count - 1)]
    column = 0
    lay()
  }

  private mutating func turnField(_ by: Int) {
    guard columns.indices.contains(column) else { return }
    mended = nil
    let place = columns[column].column
    reading?.turn(place, of: sheet, by: by)
    layPersons()
  }

  // MARK: Zones

  private mutating func leaveZone(_ by: Int, _ archive: Archive) throws {
    switch focus {
    case .columns: break
    case .persons:
      persons.move(by: 0)
      takePersons()
    case .settings:
      settings.move(by: 0)
      try takeSettings(archive)
    }
    turnZone(by)
  }

  private mutating func turnZone(_ by: Int, to zone: Zones? = nil) {
    let zones: [Zones] =
      persons.fields.isEmpty
      ? [.columns, .settings] : [.columns, .persons, .settings]
    let index = (zones.firstIndex(of: focus) ?? 0) + by + zones.count
    focus = zone ?? zones[index % zones.count]
    light()
  }

  mutating func light() {
    persons.isFocused = focus == .persons
    settings.isFocused = focus == .settings
  }

  // MARK: Reading

  mutating func resize(to size: Size) { self.size = size }
}
