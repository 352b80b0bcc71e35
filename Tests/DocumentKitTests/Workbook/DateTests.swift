import DocumentKit
import Testing

@Suite struct DateTests {
  @Test(arguments: [
    (14, "45058", "2023-05-12"), (31, "45058", "2023-05-12"), (58, "45058", "2023-05-12"),
    (22, "45058.5", "2023-05-12 12:00"), (14, "45058.75000001", "2023-05-12 18:00"),
    (20, "0.3125", "07:30"), (33, "0.31251", "07:30:01"), (14, "1", "1900-01-01"),
    (14, "59", "1900-02-28"), (14, "61", "1900-03-01"), (14, "2958465", "9999-12-31"),
    (14, "45058.9999999", "2023-05-13"), (14, "45351", "2024-02-29"),
  ])
  func `a built-in date format makes a date`(format: Int, raw: String, text: String) throws {
    #expect(try cell(raw, format: format) == TableCell(text, kind: .date))
  }

  @Test(arguments: [
    "yyyy\\-mm\\-dd;@", "[$-804]yyyy\"年\"m\"月\"d\"日\"", "yyyy/m/d;@", "m/d/yy", "reserved-0x1F",
    "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "d-mmm", "aaaa", "e/m/d",
  ])
  func `a custom date code makes a date`(code: String) throws {
    #expect(try cell("45058", code: code) == TableCell("2023-05-12", kind: .date))
  }

  @Test(arguments: [27, 57, 17])
  func `a format that shows no day gives none`(format: Int) throws {
    #expect(try cell("45047", format: format) == TableCell("2023-05", kind: .date))
  }

  @Test func `a custom code that shows the year alone gives the year`() throws {
    #expect(try cell("45047", code: "yyyy\"年\"") == TableCell("2023", kind: .date))
  }

  @Test(arguments: [
    "\"第\"0\"day\"", "0.00", "General", "G/通用格式", "#,##0_ ", "0.00E+00", "[Red]0", "[h]:mm", "@",
    "\\y0", "0\"年\"",
  ])
  func `a code with date letters only in its words is a number`(code: String) throws {
    let cell = try cell("45058", code: code)

    #expect(cell.kind != .date)
    #expect(cell.text.contains("45058"))
  }

  @Test func `minutes are told from months`() throws {
    #expect(try cell("45058.5", code: "h:mm") == TableCell("2023-05-12 12:00", kind: .date))
    #expect(try cell("0.5", code: "mm:ss") == TableCell("12:00", kind: .date))
    #expect(try cell("45047", code: "yyyy-mm") == TableCell("2023-05", kind: .date))
  }

  @Test func `a code of zeros keeps the zeros that a person sees`() throws {
    #expect(try cell("7", code: "0000") == TableCell("0007", kind: .number))
    #expect(try cell("12345", code: "0000") == TableCell("12345", kind: .number))
    #expect(try cell("7.5", code: "0000") == TableCell("7.5", kind: .number))
  }

  @Test(arguments: ["0", "60", "-1", "2958466", "1E+30"])
  func `a number that is no date stays a number and is told`(raw: String) throws {
    let found = try workbook(raw, "<xf numFmtId=\"14\"/>").read()

    #expect(found.sheets[0].rows[0].cells[0].kind == .number)
    #expect(found.warnings == [.notADate(CellPlace(sheet: "收文", row: 1, column: 0))])
  }

  @Test func `dates may count from 1904`() throws {
    let from1904 = workbook("43596", "<xf numFmtId=\"14\"/>").replacing(
      "<sheets>", with: "<workbookPr date1904=\"1\"/><sheets>", in: "xl/workbook.xml")

    #expect(try from1904.read().texts == [["2023-05-12"]])
  }

  @Test(arguments: [
    ("2023-05-12T00:00:00", "2023-05-12"), ("2023-05-12T08:30:00Z", "2023-05-12 08:30"),
    ("2023-05-12", "2023-05-12"),
  ])
  func `a date stored as ISO text is read`(raw: String, text: String) throws {
    let rows = "<row><c t=\"d\"><v>\(raw)</v></c></row>"

    #expect(try HandMadeWorkbook(rows).read().texts == [[text]])
  }

  private func cell(_ raw: String, format: Int) throws -> TableCell {
    try workbook(raw, "<xf numFmtId=\"\(format)\"/>").read().sheets[0].rows[0].cells[0]
  }

  private func cell(_ raw: String, code: String) throws -> TableCell {
    let quoted = code.replacing("\"", with: "&quot;")
    let styles = workbook(raw, "<xf numFmtId=\"176\"/>").replacing(
      "<cellXfs>",
      with: "<numFmts><numFmt numFmtId=\"176\" formatCode=\"\(quoted)\"/></numFmts><cellXfs>",
      in: "xl/styles.xml")
    return try styles.read().sheets[0].rows[0].cells[0]
  }

  /// One cell in the second style.
  private func workbook(_ raw: String, _ format: String) -> HandMadeWorkbook {
    var workbook = HandMadeWorkbook("<row><c s=\"1\"><v>\(raw)</v></c></row>")
    workbook.parts["xl/styles.xml"] = """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs>\
      <xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>\(format)</cellXfs></styleSheet>
      """
    return workbook
  }
}
