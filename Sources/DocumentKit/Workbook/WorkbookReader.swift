import Foundation

/// Reads an .xlsx workbook: the list of its sheets first, then what they share, then the sheets.
struct WorkbookReader {
  private var archive: PartsArchive
  private let limits: ReadingLimits

  /// - Parameter size: bytes of the file.
  static func read(
    _ url: URL, size: Int, limits: ReadingLimits
  ) throws(TableFault) -> TableDocument {
    try UTF8Names.during { () throws(TableFault) in
      let archive = PartsArchive(path: url.path, size: size, limits: limits)
      var reader = WorkbookReader(archive: archive, limits: limits)
      return try reader.document()
    }
  }

  private mutating func document() throws(TableFault) -> TableDocument {
    let workbook = try workbookPart()
    let relationships = Relationships(of: workbook)
    let list = SheetList()
    let relationshipsPart = Relationships.part(for: workbook)
    try archive.parse { part in
      part == workbook ? list : part == relationshipsPart ? relationships : nil
    }
    guard list.isWorkbook else { throw .notATable(.archive) }
    let texts = try texts(relationships, countsFrom1904: list.countsFrom1904)
    return try document(list.tabs, relationships, texts)
  }

  /// The workbook's main part; a fault that says what else the zip file is.
  private mutating func workbookPart() throws(TableFault) -> String {
    let root = Relationships(of: "")
    var parts: Set<String> = []
    try archive.parse { part in
      parts.insert(part)
      return part == Relationships.part(for: "") ? root : nil
    }
    let main = root.first("officeDocument")?.part ?? "xl/workbook.xml"
    if main.hasSuffix(".bin") { throw .notATable(.binaryWorkbook) }
    if parts.contains(main), !main.hasPrefix("word/"), !main.hasPrefix("ppt/") { return main }
    if main.hasPrefix("word/") { throw .notATable(.word) }
    if main.hasPrefix("ppt/") { throw .notATable(.slides) }
    throw .notATable(parts.contains("mimetype") ? .openDocument : .archive)
  }

  private mutating func texts(
    _ relationships: Relationships, countsFrom1904: Bool
  ) throws(TableFault) -> CellTexts {
    let strings = SharedStrings(limits: limits)
    let formats = CellFormats()
    let stringsPart = relationships.first("sharedStrings")?.part
    let stylesPart = relationships.first("styles")?.part
    try archive.parse { part in
      part == stringsPart ? strings : part == stylesPart ? formats : nil
    }
    return CellTexts(strings: strings.strings, formats: formats, countsFrom1904: countsFrom1904)
  }

  private mutating func document(
    _ tabs: [SheetList.Tab], _ relationships: Relationships, _ texts: CellTexts
  ) throws(TableFault) -> TableDocument {
    let targets = Dictionary(relationships.targets.map { ($0.id, $0) }) { first, _ in first }
    var tabOfPart: [String: SheetList.Tab] = [:]
    for tab in tabs {
      guard let target = targets[tab.relationship] else { throw .truncated }
      if target.kind == "worksheet" { tabOfPart[target.part] = tab }
    }
    let sheets = try sheets(tabOfPart, texts)
    var warnings: [TableWarning] = []
    var tables: [SheetTable] = []
    for tab in tabs {
      guard let target = targets[tab.relationship], target.kind == "worksheet" else {
        warnings.append(.sheetWithoutCells(sheet: tab.name))
        continue
      }
      guard let sheet = sheets[target.part] else {
        throw .damaged(part: target.part, line: 0)
      }
      tables.append(sheet.sheet)
      warnings += sheet.warnings
    }
    return TableDocument(
      sheets: tables, format: .xlsx, encoding: nil, delimiter: nil,
      warnings: Array(warnings.prefix(limits.warnings)))
  }

  /// The sheets by the names of their parts.
  private mutating func sheets(
    _ tabs: [String: SheetList.Tab], _ texts: CellTexts
  ) throws(TableFault) -> [String: SheetCells] {
    var sheets: [String: SheetCells] = [:]
    var limits = limits
    var last: SheetCells?
    try archive.parse { part in
      guard let tab = tabs[part] else { return nil }
      limits.cells -= last?.cellCount ?? 0
      let sheet = SheetCells(
        tab.name, isHidden: tab.isHidden, part: part, texts: texts, limits: limits)
      last = sheet
      sheets[part] = sheet
      return sheet
    }
    for sheet in sheets.values { sheet.finish() }
    return sheets
  }
}
