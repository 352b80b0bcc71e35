import Foundation

/// Reads a text file record by record in constant memory: .csv, .tsv, .txt of any size.
package struct DelimitedText {
  package let encoding: TextEncoding
  package let delimiter: Delimiter
  private var text: DecodedText
  private var scanner: RecordScanner
  private var bytes: [UInt8] = []
  private var position = 0
  private let size: Int
  private let limits: ReadingLimits

  /// Opens the file, finds its encoding (by reading it through once) and its delimiter.
  /// - Parameters:
  ///   - encoding: how the file is to be read; nil to find it.
  ///   - delimiter: what divides the fields; nil to find it.
  package init(
    _ url: URL, limits: ReadingLimits = .standard, encoding: TextEncoding? = nil,
    delimiter: Delimiter? = nil
  ) throws(TableFault) {
    let file = try ByteFile(url)
    let name = url.deletingPathExtension().lastPathComponent
    let found = if let encoding { encoding } else { try EncodingGuess.of(file, limits) }
    var text = try DecodedText(file, encoding: found)
    var bytes: [UInt8] = []
    _ = try text.append(to: &bytes)
    let said = Self.delimiterLine(bytes)
    let divider = delimiter ?? said?.delimiter ?? DelimiterGuess.of(bytes)
    self.encoding = found
    self.delimiter = divider
    self.text = text
    self.bytes = bytes
    position = said?.end ?? 0
    size = file.size
    self.limits = limits
    scanner = RecordScanner(
      delimiter: divider, limits: limits, name: name, firstLine: said == nil ? 1 : 2)
  }

  /// Reads the next record into `row`; false at the end, `row` then holds nothing.
  ///
  /// Fields come without the guard that `CSVWriter` puts before formulas.
  package mutating func next(into row: inout DelimitedRow) throws(TableFault) -> Bool {
    row.clear()
    while true {
      if try scanner.scan(bytes, &position, into: &row) { return true }
      bytes.removeAll(keepingCapacity: true)
      position = 0
      try limits.tell(text.offset, of: size)
      if try !text.append(to: &bytes) { return try scanner.finish(&row) }
    }
  }

  /// The first line `sep=;` with which Excel is told the delimiter; it is no row.
  private static func delimiterLine(_ bytes: [UInt8]) -> (delimiter: Delimiter, end: Int)? {
    guard bytes.count > 5, bytes.starts(with: "sep=".utf8) || bytes.starts(with: "SEP=".utf8),
      let delimiter = Delimiter(rawValue: bytes[4])
    else { return nil }
    if bytes[5...].starts(with: [0x0D, 0x0A]) { return (delimiter, 7) }
    return bytes[5] == 0x0A || bytes[5] == 0x0D ? (delimiter, 6) : nil
  }
}
