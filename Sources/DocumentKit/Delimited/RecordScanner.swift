/// Divides UTF-8 bytes into records and fields; goes on where a piece of the text ended.
///
/// Source: RFC 4180, and beyond it: any line end, any delimiter, quotes inside an unquoted field.
struct RecordScanner {
  private enum State { case fieldStart, plain, quoted, quoteInQuoted }

  private let delimiter: UInt8
  private let limits: ReadingLimits
  /// The name that faults give as the sheet.
  private let name: String
  private var state = State.fieldStart
  private var fieldStart = 0
  private var number = 0
  private var line: Int
  private var quoteLine = 0
  private var skipsLineFeed = false
  /// What was seen ahead of a loose quote: up to `last` in the bytes at hand the answer is the same.
  private var ahead: (isClosed: Bool, last: Int)?

  init(delimiter: Delimiter, limits: ReadingLimits, name: String, firstLine: Int = 1) {
    self.delimiter = delimiter.rawValue
    self.limits = limits
    self.name = name
    line = firstLine
  }

  /// Takes bytes from `position` on into `row` until its record ends; false where the bytes end
  /// before it.
  mutating func scan(
    _ bytes: [UInt8], _ position: inout Int, into row: inout DelimitedRow
  ) throws(TableFault) -> Bool {
    if skipsLineFeed, position < bytes.count {
      if bytes[position] == Self.lineFeed { position += 1 }
      skipsLineFeed = false
    }
    if row.number == 0 { begin(&row) }
    ahead = nil
    while position < bytes.count {
      switch state {
      case .fieldStart:
        if bytes[position] == Self.quote {
          state = .quoted
          quoteLine = line
          position += 1
        } else {
          state = .plain
        }
      case .plain, .quoteInQuoted:
        if try closeOrTake(bytes, &position, into: &row) { return true }
      case .quoted:
        try takeQuoted(bytes, &position, into: &row)
      }
    }
    return false
  }

  /// Ends the last record; false where the text ended with a line end.
  mutating func finish(_ row: inout DelimitedRow) throws(TableFault) -> Bool {
    if state == .quoted { throw .quoteNotClosed(line: quoteLine) }
    if state == .fieldStart, row.ends.isEmpty { return false }
    try endField(&row)
    return true
  }

  private mutating func begin(_ row: inout DelimitedRow) {
    number += 1
    row.number = number
    row.line = line
    fieldStart = 0
  }

  /// At the end of a field closes it, else takes what belongs to it; true where the record ends.
  private mutating func closeOrTake(
    _ bytes: [UInt8], _ position: inout Int, into row: inout DelimitedRow
  ) throws(TableFault) -> Bool {
    let byte = bytes[position]
    if byte == delimiter {
      position += 1
      try endField(&row)
      return false
    }
    if byte == Self.lineFeed || byte == Self.carriageReturn {
      position += 1
      line += 1
      skipsLineFeed = byte == Self.carriageReturn
      try endField(&row)
      return true
    }
    if state == .plain {
      try takePlain(bytes, &position, into: &row)
    } else if byte == Self.quote {
      position += 1
      row.bytes.append(Self.quote)
      state = .quoted
    } else {
      takeLooseQuote(bytes, position, into: &row)
    }
    return false
  }

  /// Keeps a quote that is neither doubled nor last as it stands, since titles are often written so.
  ///
  /// Where a later quote closes the field (`"关于"五一"的通知",`) it stays quoted, else the first
  /// quote was text too (`"五一"放假的通知,`).
  private mutating func takeLooseQuote(
    _ bytes: [UInt8], _ position: Int, into row: inout DelimitedRow
  ) {
    row.looseQuoteField = row.ends.count
    row.bytes.append(Self.quote)
    if line > quoteLine || isClosedOnLine(bytes, position) {
      state = .quoted
    } else {
      row.bytes.insert(Self.quote, at: fieldStart)
      state = .plain
    }
  }

  /// Whether a quote before a delimiter or a line end follows on the line, as far as it is there.
  ///
  /// Looked for once a line: a title of thousands of loose quotes must not be read thousands of times.
  private mutating func isClosedOnLine(_ bytes: [UInt8], _ position: Int) -> Bool {
    if let ahead, position <= ahead.last { return ahead.isClosed }
    let found = lookAhead(bytes, position)
    ahead = found
    return found.isClosed
  }

  /// Whether a quote closes the field on the line, and the last place from which that is seen.
  private func lookAhead(_ bytes: [UInt8], _ position: Int) -> (isClosed: Bool, last: Int) {
    var wasQuote = false
    for at in position..<bytes.count {
      let isLineEnd = bytes[at] == Self.lineFeed || bytes[at] == Self.carriageReturn
      if wasQuote, isLineEnd || bytes[at] == delimiter { return (true, at - 1) }
      if isLineEnd { return (false, at) }
      wasQuote = bytes[at] == Self.quote
    }
    return (wasQuote, wasQuote ? bytes.count - 1 : bytes.count)
  }

  private mutating func takePlain(
    _ bytes: [UInt8], _ position: inout Int, into row: inout DelimitedRow
  ) throws(TableFault) {
    var end = position
    while end < bytes.count {
      let byte = bytes[end]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      end += 1
    }
    row.bytes.append(contentsOf: bytes[position..<end])
    position = end
    try check(row)
  }

  private mutating func takeQuoted(
    _ bytes: [UInt8], _ position: inout Int, into row: inout DelimitedRow
  ) throws(TableFault) {
    var end = position
    while end < bytes.count, bytes[end] != Self.quote {
      let wasReturn = (end > position ? bytes[end - 1] : row.bytes.last) == Self.carriageReturn
      if bytes[end] == Self.carriageReturn || (bytes[end] == Self.lineFeed && !wasReturn) {
        line += 1
      }
      end += 1
    }
    row.bytes.append(contentsOf: bytes[position..<end])
    position = end
    try check(row)
    if end < bytes.count {
      state = .quoteInQuoted
      position += 1
    }
  }

  private mutating func endField(_ row: inout DelimitedRow) throws(TableFault) {
    try check(row)
    if row.ends.count >= limits.columns {
      throw .tooLarge(.columns, limit: limits.columns, place: place(in: row))
    }
    if FormulaGuard.isGuarded(row.bytes[fieldStart...]) { row.bytes.remove(at: fieldStart) }
    row.ends.append(row.bytes.count)
    fieldStart = row.bytes.count
    state = .fieldStart
  }

  private func check(_ row: DelimitedRow) throws(TableFault) {
    let size = row.bytes.count - fieldStart
    guard size > limits.fieldBytes || row.bytes.count > limits.rowBytes else { return }
    // A quote left open swallows line after line until it meets the limit.
    if state == .quoted, row.bytes[fieldStart...].contains(Self.lineFeed) {
      throw .quoteNotClosed(line: quoteLine)
    }
    if size > limits.fieldBytes {
      throw .tooLarge(.field, limit: limits.fieldBytes, place: place(in: row))
    }
    throw .tooLarge(.row, limit: limits.rowBytes, place: place(in: row))
  }

  private func place(in row: DelimitedRow) -> CellPlace {
    CellPlace(sheet: name, row: row.number, column: row.ends.count)
  }

  private static let quote: UInt8 = 0x22
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D
}
