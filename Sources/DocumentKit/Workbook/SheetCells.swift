/// A worksheet part: its cells as text, and its merges.
///
/// Source: ECMA-376-1, 18.3.
final class SheetCells: XMLSink {
  private(set) var sheet: SheetTable
  private(set) var warnings: [TableWarning] = []
  /// Cells kept, the empty ones before filled ones counted.
  private(set) var cellCount = 0
  private let part: String
  private let texts: CellTexts
  private let limits: ReadingLimits

  private var isInData = false
  private var isInValue = false
  private var isInInline = false
  private var rowNumber = 0
  private var rowBytes = 0
  private var cells: [TableCell] = []
  private var column = -1
  private var value = CellValue()
  private var inline: CellString
  private var hasUnkeptMerges = false

  /// - Parameters:
  ///   - part: the part's name, for faults.
  ///   - limits: their `cells` are those that the whole document may still have.
  init(
    _ name: String, isHidden: Bool, part: String, texts: CellTexts, limits: ReadingLimits
  ) {
    sheet = SheetTable(name: name, isHidden: isHidden)
    self.part = part
    self.texts = texts
    self.limits = limits
    inline = CellString(limit: limits.fieldBytes)
  }

  func start(_ name: XMLBytes, _ attributes: XMLAttributes) throws(TableFault) {
    guard isInData else {
      if name == "sheetData" { isInData = true }
      if name == "mergeCell" { keepMerge(attributes) }
      return
    }
    switch name {
    case "c": beginCell(attributes)
    case "v": isInValue = true
    case "f": value.hasFormula = true
    case "is": isInInline = true
    case "row":
      rowNumber = attributes["r"]?.number ?? rowNumber + 1
      rowBytes = 0
      column = -1
      cells = []
    default: if isInInline { inline.start(name) }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableFault) {
    if isInValue {
      value.bytes.append(contentsOf: bytes)
      if value.bytes.count > limits.fieldBytes { throw fieldFault }
    } else if isInInline {
      inline.text(bytes)
    }
  }

  func end(_ name: XMLBytes) throws(TableFault) {
    guard isInData else { return }
    switch name {
    case "c": try endCell()
    case "v": isInValue = false
    case "is": isInInline = false
    case "row": endRow()
    case "sheetData": isInData = false
    default: if isInInline { inline.end(name) }
    }
  }

  /// Copies the merges' first values over them; to be called once the part is read.
  func finish() {
    if !zip(sheet.rows, sheet.rows.dropFirst()).allSatisfy({ $0.number < $1.number }) {
      sheet.rows.sort { $0.number < $1.number }
    }
    if !MergeFill.fill(&sheet) || hasUnkeptMerges {
      warnings.append(.mergesNotFilled(sheet: sheet.name))
    }
  }

  private var place: CellPlace { CellPlace(sheet: sheet.name, row: rowNumber, column: column) }
  private var fieldFault: TableFault {
    .tooLarge(.field, limit: limits.fieldBytes, place: place)
  }

  private func beginCell(_ attributes: XMLAttributes) {
    column = attributes["r"].flatMap { CellReference.cell($0.bytes)?.column } ?? column + 1
    value.begin(attributes)
    _ = inline.take()
  }

  private func endCell() throws(TableFault) {
    if value.storage == .inline {
      try keep(TableCell(inline.take()))
      return
    }
    guard !value.bytes.isEmpty else {
      if value.hasFormula, value.storage == .number {
        warn(.formulaWithoutValue(place))
        try keep(TableCell("", kind: .formulaWithoutValue))
      }
      return
    }
    guard let (cell, warning) = texts.cell(value, at: place) else {
      throw .damaged(part: part, line: 0)
    }
    if let warning { warn(warning) }
    try keep(cell)
  }

  private func keep(_ cell: TableCell) throws(TableFault) {
    let size = cell.text.utf8.count
    guard size > 0 || cell.kind == .formulaWithoutValue else { return }
    guard size <= limits.fieldBytes else { throw fieldFault }
    guard column < limits.columns else {
      throw .tooLarge(.columns, limit: limits.columns, place: place)
    }
    rowBytes += size
    guard rowBytes <= limits.rowBytes else {
      throw .tooLarge(.row, limit: limits.rowBytes, place: place)
    }
    if column < cells.count {
      cells[column] = cell
      return
    }
    cellCount += column + 1 - cells.count
    guard cellCount <= limits.cells else {
      throw .tooLarge(.cells, limit: limits.cells, place: nil)
    }
    while cells.count < column { cells.append(.empty) }
    cells.append(cell)
  }

  private func endRow() {
    guard !cells.isEmpty else { return }
    let width = cells.count
    sheet.rows.append(TableRow(number: rowNumber, cells: cells))
    cells = []
    cells.reserveCapacity(width)
  }

  private func keepMerge(_ attributes: XMLAttributes) {
    guard let range = attributes["ref"].flatMap({ CellReference.range($0.bytes) }) else { return }
    if sheet.merges.count < MergeFill.most {
      sheet.merges.append(range)
    } else {
      hasUnkeptMerges = true
    }
  }

  private func warn(_ warning: TableWarning) {
    if warnings.count < limits.warnings { warnings.append(warning) }
  }
}
