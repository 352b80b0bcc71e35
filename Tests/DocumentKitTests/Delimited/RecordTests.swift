import DocumentKit
import Foundation
import Testing

@Suite struct RecordTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `any line end divides rows`(lineEnd: String) throws {
    let found = try document("a,b\(lineEnd)c,d\(lineEnd)")

    #expect(found.texts == [["a", "b"], ["c", "d"]])
    #expect(found.sheets[0].rows.map(\.number) == [1, 2])
  }

  @Test func `the last row needs no line end`() throws {
    #expect(try document("a,b\nc,d").texts == [["a", "b"], ["c", "d"]])
  }

  @Test func `quotes hold delimiters, line breaks and doubled quotes`() throws {
    let found = try document("a,\"b,\"\"c\"\"\r\nd\"\r\ne,f\r\n")

    #expect(found.texts == [["a", "b,\"c\"\r\nd"], ["e", "f"]])
  }

  @Test func `a row after a quoted line break keeps the number that a spreadsheet shows`() throws {
    #expect(try document("a,\"b\nc\"\nd,e\n").sheets[0].rows.map(\.number) == [1, 2])
  }

  @Test func `a quote inside an unquoted field is text`() throws {
    #expect(try document("关于\"十四五\"规划,b\n").texts == [["关于\"十四五\"规划", "b"]])
  }

  @Test func `a quote that is not doubled stays as it is and is told`() throws {
    let found = try document("1,\"关于\"十四五\"规划\",c\n2,d,e\n")

    #expect(found.texts == [["1", "关于\"十四五\"规划", "c"], ["2", "d", "e"]])
    #expect(found.warnings == [.looseQuote(CellPlace(sheet: "list", row: 1, column: 1))])
  }

  @Test func `a title that begins with a quoted word keeps its quotes and is told`() throws {
    let found = try document("\"五一\"放假的通知,b\n\"双减\"政策,c\n")

    #expect(found.texts == [["\"五一\"放假的通知", "b"], ["\"双减\"政策", "c"]])
    #expect(found.warnings.count == 2)
  }

  @Test func `a quote never closed is a fault with the line where it opens`() {
    #expect(throws: TableFault.quoteNotClosed(line: 3)) {
      try document("a,\"b\nc\"\nd,\"e\nf,g\n")
    }
  }

  @Test func `a quote never closed in a long file is told as that, not as a long field`() {
    let rest = String(repeating: "一行普通的内容,二\n", count: 5_000)

    #expect(throws: TableFault.quoteNotClosed(line: 1)) {
      try document("a,\"b\n" + rest)
    }
  }

  @Test func `blank rows are left out and counted`() throws {
    let found = try document("a,b\n\n,,\nc,d\n")

    #expect(found.sheets[0].rows.map(\.number) == [1, 4])
  }

  @Test func `empty cells after the last filled one are left out`() throws {
    #expect(try document("a,,b,,\n").texts == [["a", "", "b"]])
  }

  @Test func `a field over its limit is refused with its place`() {
    let place = CellPlace(sheet: "list", row: 2, column: 1)
    let long = String(repeating: "x", count: 64 * 1024 + 1)

    #expect(throws: TableFault.tooLarge(.field, limit: 64 * 1024, place: place)) {
      try document("a,b\nc,\(long)\n")
    }
  }

  @Test func `a row over its limit is refused with its place`() {
    let field = String(repeating: "x", count: 60_000)
    let row = Array(repeating: field, count: 20).joined(separator: ",")
    let place = CellPlace(sheet: "list", row: 1, column: 17)

    #expect(throws: TableFault.tooLarge(.row, limit: 1024 * 1024, place: place)) {
      try document(row)
    }
  }

  @Test func `ten thousand columns are read and one more is refused`() throws {
    let row = Array(repeating: "x", count: 10_000).joined(separator: ",")
    let place = CellPlace(sheet: "list", row: 1, column: 10_000)

    #expect(try document(row).texts[0].count == 10_000)
    #expect(throws: TableFault.tooLarge(.columns, limit: 10_000, place: place)) {
      try document(row + ",x")
    }
  }

  @Test func `more cells than the limit are refused`() {
    var limits = ReadingLimits()
    limits.cells = 5

    #expect(throws: TableFault.tooLarge(.cells, limit: 5, place: nil)) {
      try document("a,b\nc,d\ne,f\n", limits: limits)
    }
  }

  @Test func `streaming gives rows one after another with their lines`() throws {
    let folder = try FreshFolder()
    var text = try DelimitedText(folder.file("list.csv", "a,\"b\nc\"\nd,e\n"))
    var row = DelimitedRow()
    var seen: [String] = []

    while try text.next(into: &row) {
      seen.append(
        "\(row.number) \(row.line) " + (0..<row.count).map(row.text).joined(separator: "|"))
    }

    #expect(seen == ["1 1 a|b\nc", "2 3 d|e"])
  }

  @Test func `a field's bytes come without a copy`() throws {
    let folder = try FreshFolder()
    var text = try DelimitedText(folder.file("list.csv", "题,名\n"))
    var row = DelimitedRow()

    let isRow = try text.next(into: &row)

    #expect(isRow)
    #expect(row.withUTF8(1) { Array($0) } == Array("名".utf8))
  }
}
