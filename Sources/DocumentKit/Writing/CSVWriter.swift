/// Writes rows as .csv that Excel and WPS open without a question: UTF-8 with BOM, CRLF, quotes
/// where needed.
///
/// A field that a spreadsheet program would take for a formula gets a `'` before it; `TableReader`
/// and `DelimitedText` take it off, so that a list written and read is equal.
package struct CSVWriter {
  private var sink: TextSink
  private let lineEnd: String

  /// Begins with the byte order mark.
  /// - Parameters:
  ///   - isPiped: another program reads it: no byte order mark, and lines end in LF.
  ///   - pass: takes each piece of the file in order.
  package init(isPiped: Bool = false, _ pass: @escaping ([UInt8]) throws -> Void) {
    sink = TextSink(pass)
    lineEnd = isPiped ? "\n" : "\r\n"
    if !isPiped { sink.append("\u{FEFF}") }
  }

  /// Writes one row; an empty one becomes a blank line.
  package mutating func write(_ fields: [String]) throws {
    sink.append(Self.line(of: fields, lineEnd))
    try sink.passIfFull()
  }

  /// Hands on the last piece; nothing may be written after it.
  package mutating func finish() throws {
    try sink.flush()
  }

  /// The whole file of a few rows.
  package static func bytes(of rows: [[String]]) -> [UInt8] {
    Array(("\u{FEFF}" + rows.map { line(of: $0, "\r\n") }.joined()).utf8)
  }

  /// The field as it was before `write` guarded it.
  package static func restore(_ field: String) -> String {
    FormulaGuard.restored(field)
  }

  /// One row with its line end.
  private static func line(of fields: [String], _ lineEnd: String) -> String {
    // A row of one empty field is written as quotes: a blank line would be no row.
    if fields == [""] { return "\"\"" + lineEnd }
    return fields.map(quoted).joined(separator: ",") + lineEnd
  }

  /// A field guarded, and in quotes where it holds a comma, a quote, a line break or a blank at
  /// either end.
  private static func quoted(_ field: String) -> String {
    let text = FormulaGuard.guarded(field)
    let utf8 = text.utf8
    let isPlain =
      utf8.allSatisfy { $0 != 0x2C && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
      && utf8.first != 0x20 && utf8.last != 0x20
    if isPlain { return text }
    // By scalars: a quote before a combining mark is no Character of its own.
    var quoted = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
