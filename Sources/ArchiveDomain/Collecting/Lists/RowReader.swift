/// Reads one row of a list into a candidate and what is to be said of it.
struct RowReader {
  private var cells: CellReader
  let options: ListOptions

  init(_ options: ListOptions) {
    self.options = options
    cells = CellReader(options)
  }

  /// A row in the making.
  struct Draft {
    var candidate = ImportCandidate()
    var findings: [ListFinding] = []
    var place: ListPlace
    var defaults: RowDefaults
    var dateParts: [ListField: String] = [:]
    var code = ""
    var sequence: Int?
    /// Numbers as the list writes them, their zeros kept.
    var numberTexts: [ListField: String] = [:]
    var periodColumn: Int?
    /// A range of page numbers as written, with the pages it has.
    var range: (text: String, pages: Int, column: ColumnReading)?
    /// The row comes from an export of ours.
    var isOurs = false

    mutating func find(
      _ kind: ListFinding.Kind, _ field: ListField, _ column: Int?, _ original: String,
      suggestion: String = ""
    ) {
      let at = ListPlace(sheet: place.sheet, row: place.row, column: column)
      findings.append(
        ListFinding(place: at, field: field, original: original, kind: kind, suggestion: suggestion)
      )
    }
  }

  /// Reads the row; columns are those that are taken, in order.
  mutating func read(
    _ row: ListRow, sheet: Int, columns: [ColumnReading], defaults: RowDefaults
  ) -> (candidate: ImportCandidate, findings: [ListFinding], isHidden: Bool) {
    var draft = Draft(place: ListPlace(sheet: sheet, row: row.number), defaults: defaults)
    draft.isOurs = columns.contains { $0.field == .library }
    for column in columns where column.column < row.cells.count {
      let text = row.cells[column.column]
      if !text.isEmpty, !ListRow.isBlank(text) { take(text, column, &draft) }
    }
    note(row, columns, &draft)
    finish(&draft, columns)
    if draft.candidate.secrecy.isSecret, !options.takesSecrets {
      let (candidate, findings) = hidden(draft, columns)
      return (candidate, findings, true)
    }
    return (draft.candidate, draft.findings, false)
  }

  private mutating func take(_ text: String, _ column: ColumnReading, _ draft: inout Draft) {
    let field = column.field
    let at = column.column
    switch field {
    case .ignore: break
    case .title: draft.candidate.title = TitleText.tidy(text)
    case .docNo: draft.candidate.docNo = docNo(text)
    case .issuer: draft.candidate.issuer = TextFold.trimmed(text)
    case .date: takeDate(text, column, &draft)
    case .dateYear, .dateMonth, .dateDay: draft.dateParts[field] = TextFold.line(text)
    case .pages, .pageNo, .pageFrom, .count: takePages(text, column, &draft)
    case .volumeNumber where draft.isOurs && Int(text) != nil:
      // Our exports name a volume without a number by its id, which is nothing here.
      draft.find(.pieceWithoutVolume, field, at, text)
    case .number, .volumeNumber, .sequence: takeNumber(text, column, &draft)
    case .code: draft.code = TextFold.trimmed(text)
    case .formerCode: draft.candidate.formerCode = TextFold.trimmed(text)
    case .catalogueNo: draft.candidate.catalogueNo = TextFold.line(text)
    case .period: takePeriod(text, at, &draft)
    case .periodMark(let period): takeMark(text, period, at, &draft)
    case .year: takeYear(text, at, &draft)
    case .org: draft.candidate.org = cells.org(text)
    case .person: takePerson(text, at, &draft)
    case .secrecy, .secretYears: takeSecrecy(text, column, &draft)
    case .level: takeLevel(text, at, &draft)
    case .access, .publicity, .direction: takeChoice(text, column, &draft)
    default: takeWords(TextFold.trimmed(text), field, &draft)
    }
  }

  private func docNo(_ text: String) -> String {
    let number = DocNumber.normalize(text)
    return ["无", "/", "-", "—", "无文号", "无号"].contains(number) ? "" : number
  }

  private func takeWords(_ text: String, _ field: ListField, _ draft: inout Draft) {
    switch field {
    case .carrier:
      let isPaper = ["纸", "纸质", "纸张", "纸质文件", "纸质档案", "纸介质"].contains(text)
      draft.candidate.carrier = isPaper ? "" : text
    case .persons: draft.candidate.persons = listed(text)
    case .keywords: draft.candidate.keywords = listed(text)
    case .note:
      // 备注 and 附注 both are notes: none gives way.
      draft.candidate.keep(text)
    case .box: draft.candidate.box = text
    case .type: draft.candidate.type = text
    case .project: draft.candidate.project = text
    case .basis: draft.candidate.basis = text
    case .seeAlso: draft.candidate.seeAlso = text
    case .annex: draft.candidate.extra["annex"] = text
    case .own(let key): draft.candidate.extra[key] = text
    case .id: draft.candidate.extra["\u{1F}id"] = text
    case .library: draft.candidate.extra["\u{1F}library"] = text
    default: break
    }
  }

  private func listed(_ text: String) -> String {
    guard text.contains(where: { "、,，;".contains($0) }) else { return text }
    return text.split { "、,，;；".contains($0) }.map { TextFold.trimmed(String($0)) }.joined(
      separator: "；")
  }

  mutating func takeDate(_ text: String, _ column: ColumnReading, _ draft: inout Draft) {
    switch cells.date(text, year: draft.defaults.year ?? options.year) {
    case .date(let date):
      draft.candidate.date = date
      if let today = options.today, date.from / 10_000 > today.year + 1 {
        let digits = TextFold.line(text)
        let isShort = digits.count == 6 && digits.allSatisfy(\.isNumber)
        draft.find(
          .futureDate, .date, column.column, text, suggestion: isShort ? "20" + digits : "")
      }
    case .empty: break
    case .fault(let fault):
      if ["无", "不详", "/", "-", "—", "无日期"].contains(TextFold.key(text)) { return }
      draft.find(
        .date(fault), .date, column.column, text,
        suggestion: whole(text, fault, draft.defaults.year))
    }
  }

  /// A year of two digits that is the list's year, with its century.
  private func whole(_ text: String, _ fault: DateFault, _ year: Year?) -> String {
    guard case .shortYear = fault, let year else { return "" }
    let line = TextFold.line(text)
    return line.hasPrefix(String(year % 100)) ? String(year / 100) + line : ""
  }

  private func takePages(_ text: String, _ column: ColumnReading, _ draft: inout Draft) {
    let field = column.field
    switch (PageText.read(text), field) {
    case (.empty, _): break
    case (.pages(let number), .pageNo), (.pages(let number), .pageFrom):
      draft.candidate.pageFrom = number > 0 ? number : nil
    case (.doubtful(let number), .pageNo) where TextFold.line(text).hasPrefix("第"),
      (.doubtful(let number), .pageFrom) where TextFold.line(text).hasPrefix("第"):
      draft.candidate.pageFrom = number > 0 ? number : nil
    case (.pages(let number), .count): draft.candidate.count = number
    case (.pages(let number), _): draft.candidate.pages = number
    case (.range(let first, let pages), .pages), (.range(let first, let pages), .pageNo):
      (draft.candidate.pageFrom, draft.candidate.pages) = (first, draft.candidate.pages ?? pages)
      draft.range = (TextFold.trimmed(text), pages, column)
    case (.doubtful(let number), _):
      draft.find(.doubtfulPages(number), field, column.column, text, suggestion: String(number))
    case (.range, .count), (.unreadable, .count):
      draft.find(.unreadableCount, field, column.column, text)
    default: draft.find(.unreadablePages, field, column.column, text)
    }
  }

  private func takeNumber(
    _ text: String, _ column: ColumnReading, _ draft: inout Draft
  ) {
    guard let number = CellReader.number(text) ?? lastNumber(text, column.field) else {
      if options.keepsNumbers || options.unit == .volume {
        draft.find(.unreadableNumber, column.field, column.column, text)
      } else {
        draft.code = draft.code.isEmpty ? TextFold.trimmed(text) : draft.code
      }
      return
    }
    let digits = TextFold.key(text).filter { ("0"..."9").contains($0) }
    draft.numberTexts[column.field] = Int(digits) == number ? digits : String(number)
    switch column.field {
    case .volumeNumber: draft.candidate.volumeNumber = number
    case .sequence: draft.sequence = number
    default: draft.candidate.number = number
    }
  }

  /// A volume may be named by its code: J036-KJ·JJ·02-005 is volume 5.
  private func lastNumber(_ text: String, _ field: ListField) -> Int? {
    guard field == .volumeNumber, let tail = text.split(separator: "-").last, text.contains("-")
    else { return nil }
    return CellReader.number(String(tail))
  }

  private mutating func takePeriod(_ text: String, _ column: Int, _ draft: inout Draft) {
    draft.periodColumn = column
    if let period = cells.period(text) {
      draft.candidate.period = period
    } else if !["/", "-", "—", "未定", "待定"].contains(TextFold.key(text)) {
      draft.find(.unreadablePeriod, .period, column, text)
    }
  }

  private func takeMark(
    _ text: String, _ period: RetentionPeriod, _ column: Int, _ draft: inout Draft
  ) {
    if ["0", "否", "无", "×", "x", "-", "/", "false"].contains(TextFold.key(text)) { return }
    if draft.candidate.period.isKnown {
      draft.find(.unreadablePeriod, .periodMark(period), column, text)
    } else {
      draft.candidate.period = period
      draft.periodColumn = column
    }
  }

  private func takeYear(_ text: String, _ column: Int, _ draft: inout Draft) {
    var key = TextFold.key(text)
    for tail in ["年度", "年", ".0"] where key.hasSuffix(tail) { key.removeLast(tail.count) }
    if let year = Int(key) ?? ChineseNumeral.value(key), Years.isAccepted(year) {
      (draft.candidate.year, draft.candidate.statedYear) = (year, year)
    } else {
      draft.find(.unreadableYear, .year, column, text)
    }
  }

  private func takePerson(_ text: String, _ column: Int, _ draft: inout Draft) {
    draft.candidate.person = TextFold.trimmed(text)
    guard draft.candidate.org.isEmpty else { return }
    if let org = cells.org(ofPerson: text) {
      draft.candidate.org = org
    } else {
      draft.find(.unknownPerson, .person, column, text)
    }
  }

  /// A field of few words; any other word is for a person to say, never dropped.
  private func takeChoice(_ text: String, _ column: ColumnReading, _ draft: inout Draft) {
    let isRead =
      switch column.field {
      case .access: ListWords.access(text).map { draft.candidate.access = $0 } != nil
      case .publicity: ListWords.publicity(text).map { draft.candidate.publicity = $0 } != nil
      default: ListWords.direction(text).map { draft.candidate.direction = $0 } != nil
      }
    if !isRead { draft.find(.unknownWord, column.field, column.column, text) }
  }

  private func takeSecrecy(_ text: String, _ column: ColumnReading, _ draft: inout Draft) {
    if column.field == .secretYears {
      draft.candidate.secretYears = CellReader.number(text.replacing("年", with: ""))
      if draft.candidate.secretYears == nil, !ListWords.saysNothing(text) {
        draft.find(.unknownWord, .secretYears, column.column, text)
      }
    } else if let (secrecy, years) = CellReader.secrecy(text) {
      draft.candidate.secrecy = secrecy
      draft.candidate.secretYears = years ?? draft.candidate.secretYears
    } else {
      draft.find(.unreadableSecrecy, .secrecy, column.column, text)
    }
  }

  private func takeLevel(_ text: String, _ column: Int, _ draft: inout Draft) {
    switch TextFold.key(text) {
    case "item", "件", "文件级", "文件": draft.candidate.level = .item
    case "volume", "卷", "案卷", "案卷级": draft.candidate.level = .volume
    default: draft.find(.unreadableLevel, .level, column, text)
    }
  }
}
