import ArchiveDomain
import ArchiveStore

/// How a list is understood while a person corrects it; a long one by its first rows.
struct ImportReading: Sendable {
  let file: ImportFile
  private(set) var options: ListOptions
  private(set) var plan: ImportPlan
  /// Whether the plan is of the first rows alone.
  let isPreview: Bool

  /// Rows of a sheet that a long list is shown by.
  private static let shown = 1000
  /// Above this many rows a list is long.
  static let long = 4000

  init(_ file: ImportFile, _ archive: Archive) throws {
    self.file = file
    var options = try archive.listOptions(type: archive.types.all.first?.id ?? "")
    isPreview = Self.isLong(file)
    let sheets = Self.sheets(file, isPreview)
    var plan = ListReading.read(sheets, options: options)
    if file.visible.count < file.sheets.count {
      let heads = plan.sheets.map(\.headRows)
      options.sheets = file.visible.filter { !heads[$0].isEmpty }
      plan = ListReading.read(sheets, options: options)
    }
    self.plan = plan
    self.options = options
  }

  /// Whether it has so many rows that the first ones must do while the loop waits.
  static func isLong(_ file: ImportFile) -> Bool {
    file.sheets.reduce(0) { $0 + $1.rows.count } > long
  }

  /// The sheets, or of a long list their first rows.
  static func sheets(_ file: ImportFile, _ isPreview: Bool) -> [ListSheet] {
    guard isPreview else { return file.sheets }
    return file.sheets.map { sheet in
      ListSheet(
        name: sheet.name, rows: Array(sheet.rows.prefix(shown)), isDelimited: sheet.isDelimited)
    }
  }

  /// Changes what is said of the list, and reads it again.
  mutating func change(_ change: (inout ListOptions) -> Void) {
    change(&options)
    plan = ListReading.read(Self.sheets(file, isPreview), options: options)
  }

  /// The list read in full.
  func whole() -> ImportPlan {
    isPreview ? ListReading.read(file.sheets, options: options) : plan
  }

  // MARK: What it shows

  /// Sheets that a person may see, by position.
  var visible: [Int] { file.sheets.indices.filter(file.visible.contains) }

  /// Whether a sheet is taken in.
  func isTaken(_ sheet: Int) -> Bool {
    options.sheets?.contains(sheet) ?? (plan.sheets[sheet].dataRows > 0)
  }

  /// Takes a sheet in or leaves it.
  mutating func toggle(_ sheet: Int) {
    var taken = Set(visible.filter(isTaken))
    if taken.remove(sheet) == nil { taken.insert(sheet) }
    change { $0.sheets = taken }
  }

  /// Positions of the rows of a sheet that are records.
  func rows(of sheet: Int) -> [Int] { plan.rows.indices.filter { plan.rows[$0].sheet == sheet } }

  /// The rows of the sheets that are taken in.
  var rowCount: Int {
    isPreview ? visible.filter(isTaken).reduce(0) { $0 + rowCount(of: $1) } : plan.rows.count
  }

  /// The rows of a sheet; of a long list all below its head.
  func rowCount(of sheet: Int) -> Int {
    isPreview
      ? max(0, file.sheets[sheet].rows.count - (plan.sheets[sheet].headRows.last ?? 0))
      : plan.sheets[sheet].dataRows
  }

  /// Persons who stand for departments in the list, in order of appearance, twelve at most.
  var persons: [String] {
    var found: [String] = []
    for row in plan.rows where !row.candidate.person.isEmpty {
      let person = row.candidate.person
      if !found.contains(person) { found.append(person) }
      if found.count == 12 { break }
    }
    return found
  }

  // MARK: Columns

  /// What a column may be taken as, in the order in which one goes through it.
  var choices: [ListField] { ListField.common + options.fields.map { .own($0.key) } }

  /// Takes a column as the next or the field before.
  mutating func turn(_ column: Int, of sheet: Int, by step: Int) {
    let columns = plan.sheets[sheet].columns
    guard let now = columns.first(where: { $0.column == column })?.field else { return }
    let choices = choices
    let index = choices.firstIndex(of: now) ?? 0
    let next = choices[(index + step + choices.count) % choices.count]
    take(column, of: sheet, as: next)
  }

  private mutating func take(_ column: Int, of sheet: Int, as field: ListField) {
    let twin = plan.sheets[sheet].columns.first {
      $0.field == field && field != .ignore && $0.column != column
    }
    change { options in
      options.columns[sheet, default: [:]][column] = field
      if let twin { options.columns[sheet, default: [:]][twin.column] = .ignore }
    }
  }

  /// A cell as it is understood, by what its column is taken as.
  static func understood(_ field: ListField, _ candidate: ImportCandidate, cell: String) -> String {
    switch field {
    case .ignore: ""
    case .title: candidate.title
    case .docNo: candidate.docNo
    case .issuer: candidate.issuer
    case .date: dashed(candidate.date)
    case .pages: candidate.pages.map(String.init) ?? ""
    case .org, .person: candidate.org
    case .period, .periodMark: candidate.period.label
    case .year: candidate.year == 0 ? "" : String(candidate.year)
    case .number, .sequence: candidate.number.map(String.init) ?? ""
    case .volumeNumber: candidate.volumeNumber.map(String.init) ?? ""
    case .secrecy: candidate.secrecy.name
    default: cell
    }
  }

  static func dashed(_ date: ArchivalDate) -> String {
    guard date.isDay, let day = CalendarDate(yyyymmdd: date.from) else { return date.text }
    return day.dashed
  }

  /// What a field is called above its column.
  func name(_ field: ListField) -> Phrase {
    switch field {
    case .ignore: Phrase("import.ignore")
    case .periodMark(let period): .text(period.label)
    case .own(let key): .text(options.fields.first { $0.key == key }?.name ?? key)
    default: .field(field.key)
    }
  }
}
