import DocumentKit
import Testing

@Suite struct CSVWriterTests {
  @Test func `the file has a mark, CRLF, and quotes only where needed`() {
    let bytes = CSVWriter.bytes(of: [["题名", "a,b", "say \"x\"", "c\nd", ""]])

    #expect(bytes == Array("\u{FEFF}题名,\"a,b\",\"say \"\"x\"\"\",\"c\nd\",\r\n".utf8))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
  func `no cell begins a formula`(text: String) {
    let bytes = CSVWriter.bytes(of: [[text]])
    let cell = bytes.dropFirst(3).drop { $0 == 0x22 }

    #expect(cell.first == 0x27)
  }

  @Test(arguments: [
    "'", "''", "'a", "", " a ", "关于“五一”的通知", "0001", "a\r\nb", "\u{FEFF}x", "\u{85}",
  ])
  func `any other text stays as it is`(text: String) throws {
    #expect(try roundTrip([["head", text, "end"]]) == [["head", text, "end"]])
  }

  @Test(arguments: ["\u{301}", "\u{200D}", "\u{FE0F}"])
  func `a quote before a mark that joins it is doubled`(mark: String) {
    let bytes = CSVWriter.bytes(of: [["a\"" + mark + ",b", "c"]])

    #expect(bytes == Array("\u{FEFF}\"a\"\"\(mark),b\",c\r\n".utf8))
  }

  @Test func `a written list read again is equal`() throws {
    var numbers = SeededNumbers(7)
    let pieces = [
      "=", "+", "-", "@", "\t", "\r", "\n", "'", "\"", ",", ";", " ", "档", "𠮷", "a", "1",
    ]
    let rows = (0..<400).map { _ in
      (0..<5).map { column in
        let length = Int.random(in: 0...6, using: &numbers)
        let text = (0..<length).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
        return column == 4 ? "end" + text : text
      }
    }

    #expect(try roundTrip(rows) == rows)
  }

  @Test func `restoring takes one guard off`() {
    #expect(CSVWriter.restore("'=1") == "=1")
    #expect(CSVWriter.restore("''=1") == "'=1")
    #expect(CSVWriter.restore("'a") == "'a")
  }

  @Test func `a long list comes in pieces that make the same file`() throws {
    let rows = (0..<20_000).map { ["\($0)", "关于第\($0)号的通知"] }
    let pieces = Pieces()
    var writer = CSVWriter { pieces.all.append($0) }

    for row in rows { try writer.write(row) }
    try writer.finish()

    #expect(pieces.all.count > 1)
    #expect(pieces.all.flatMap { $0 } == CSVWriter.bytes(of: rows))
  }

  private func roundTrip(_ rows: [[String]]) throws -> [[String]] {
    try document(CSVWriter.bytes(of: rows), delimiter: .comma).texts
  }
}

/// What a writer has handed on.
final class Pieces {
  var all: [[UInt8]] = []
}
