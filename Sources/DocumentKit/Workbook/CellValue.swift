/// What a cell's element says, before it is a text.
struct CellValue {
  /// Source: ECMA-376-1, 18.18.11.
  enum Storage { case number, shared, inline, formulaText, boolean, error, isoDate }

  var storage = Storage.number
  var style = 0
  var bytes: [UInt8] = []
  var hasFormula = false

  /// Makes room for the next cell.
  mutating func begin(_ attributes: XMLAttributes) {
    storage = Self.storage(attributes["t"])
    style = attributes["s"]?.number ?? 0
    bytes.removeAll(keepingCapacity: true)
    hasFormula = false
  }

  private static func storage(_ type: XMLBytes?) -> Storage {
    guard let type else { return .number }
    switch type {
    case "s": return .shared
    case "str": return .formulaText
    case "inlineStr": return .inline
    case "b": return .boolean
    case "e": return .error
    case "d": return .isoDate
    default: return .number
    }
  }
}

/// Makes texts of the values of a workbook's cells.
struct CellTexts {
  let strings: [String]
  let formats: CellFormats
  let countsFrom1904: Bool

  /// A cell's text and kind with the warning that goes with it; nil where the value is of no use:
  /// a shared string that is not there.
  func cell(_ value: CellValue, at place: CellPlace) -> (TableCell, TableWarning?)? {
    switch value.storage {
    case .shared:
      guard let index = Self.index(value.bytes), index < strings.count else { return nil }
      return (Self.textCell(strings[index]), nil)
    case .formulaText, .inline: return (Self.textCell(EscapedText.read(value.bytes)), nil)
    case .boolean:
      let isTrue = value.bytes == [0x31] || value.bytes.elementsEqual("true".utf8)
      return (TableCell(isTrue ? "TRUE" : "FALSE", kind: .boolean), nil)
    case .error: return (TableCell(String(decoding: value.bytes, as: UTF8.self), kind: .error), nil)
    case .isoDate: return (Self.dateCell(String(decoding: value.bytes, as: UTF8.self)), nil)
    case .number: return number(value, place)
    }
  }

  private func number(_ value: CellValue, _ place: CellPlace) -> (TableCell, TableWarning?) {
    let raw = String(decoding: value.bytes, as: UTF8.self)
    let format = formats.format(value.style)
    if format == .general, Self.isShortWholeNumber(value.bytes) {
      return (TableCell(raw, kind: .number), nil)
    }
    guard let number = NumberText(raw) else { return (Self.textCell(raw), nil) }
    switch format {
    case .general: break
    case .zeros(let count): return (TableCell(number.padded(count), kind: .number), nil)
    case .affixed(let affix):
      if let text = number.affixed(affix) { return (TableCell(text), nil) }
    case .date(let parts):
      let date = SerialDate.text(number.value, parts, countsFrom1904: countsFrom1904)
      if let date { return (TableCell(date, kind: .date), nil) }
      return (TableCell(number.text, kind: .number), .notADate(place))
    }
    if number.isLong {
      return (TableCell(number.text, kind: .roundedNumber), .longNumber(place))
    }
    return (TableCell(number.text, kind: .number), nil)
  }

  private static func textCell(_ text: String) -> TableCell {
    text.isEmpty ? .empty : TableCell(text)
  }

  /// Source: ISO 8601; the time is left out where it is midnight.
  private static func dateCell(_ text: String) -> TableCell {
    let halves = text.split(separator: "T", maxSplits: 1)
    guard halves.count == 2 else { return TableCell(text, kind: .date) }
    let time = halves[1].prefix { $0 != "." && $0 != "Z" && $0 != "+" }
    let isMidnight = time.allSatisfy { $0 == "0" || $0 == ":" }
    let short = time.hasSuffix(":00") && time.count == 8 ? time.dropLast(3) : time
    return TableCell(isMidnight ? String(halves[0]) : halves[0] + " " + short, kind: .date)
  }

  private static func isShortWholeNumber(_ bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty, bytes.count <= 15, bytes[0] != 0x30 || bytes.count == 1 else {
      return false
    }
    return bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func index(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { XMLBytes(bytes: $0).number }
  }
}
