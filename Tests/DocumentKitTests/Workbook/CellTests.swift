import DocumentKit
import Testing

@Suite struct CellTests {
  @Test func `cells and rows without a reference follow one another`() throws {
    let rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    let found = try HandMadeWorkbook(rows).read()

    #expect(found.texts == [["1", "2"], ["3"]])
    #expect(found.sheets[0].rows.map(\.number) == [1, 2])
  }

  @Test func `a column after Z is found and what is missing before it is empty`() throws {
    let rows = "<row r=\"4\"><c r=\"B4\"><v>1</v></c><c r=\"AA4\"><v>2</v></c></row>"
    let row = try HandMadeWorkbook(rows).read().sheets[0].rows[0]

    #expect(row.number == 4)
    #expect(row.cells.count == 27)
    #expect(row.cells[0].kind == .empty)
    #expect(row.text(at: 26) == "2")
    #expect(ColumnLetters.of(26) == "AA")
  }

  @Test func `rows and cells with a style but nothing in them are left out`() throws {
    let rows =
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\" s=\"3\"/></row><row r=\"9\" s=\"1\"/>"

    #expect(try HandMadeWorkbook(rows).read().texts == [["1"]])
  }

  @Test func `a formula without its result keeps its row and says so`() throws {
    let rows =
      "<row r=\"1\"><c r=\"A1\"><f>B1</f></c></row><row r=\"2\"><c r=\"B2\"><f>1+1</f><v></v></c></row>"
    let sheet = try HandMadeWorkbook(rows).read().sheets[0]

    #expect(sheet.rows.map(\.number) == [1, 2])
    #expect(sheet.rows[1].cells.map(\.kind) == [.empty, .formulaWithoutValue])
  }

  @Test(arguments: [
    ("\"甲发〔2021〕\"0\"号\"", "7", "甲发〔2021〕7号"), ("0\"页\"", "12", "12页"),
    ("000\"号\"", "7", "007号"), ("General\"页\"", "12", "12页"), ("0%", "0.3", "30%"),
    ("0.00", "1.5", "1.5"), ("#,##0", "1234", "1234"),
  ])
  func `the words of a number format stand around the number`(
    code: String, value: String, shown: String
  ) throws {
    var workbook = HandMadeWorkbook("<row><c s=\"1\"><v>\(value)</v></c></row>")
    let escaped = code.replacing("\"", with: "&quot;")
    workbook.parts["xl/styles.xml"] = """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>\
      <numFmt numFmtId="200" formatCode="\(escaped)"/></numFmts><cellXfs><xf numFmtId="0"/>\
      <xf numFmtId="200"/></cellXfs></styleSheet>
      """

    #expect(try workbook.read().texts == [[shown]])
  }

  @Test func `prefixed names are read as plain ones`() throws {
    var workbook = HandMadeWorkbook()
    workbook.parts["xl/worksheets/sheet1.xml"] = """
      <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
      <x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>文号</x:t></x:is></x:c>\
      </x:row></x:sheetData></x:worksheet>
      """

    #expect(try workbook.read().texts == [["文号"]])
  }

  @Test func `rich text is joined and readings are left out`() throws {
    var workbook = HandMadeWorkbook("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>")
    workbook.parts["xl/sharedStrings.xml"] = """
      <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><rPr><b/></rPr>\
      <t xml:space="preserve">关于 </t></r><r><t>防汛 &amp; 抗旱</t></r><rPh sb="0" eb="1">\
      <t>guān yú</t></rPh><phoneticPr fontId="1"/></si><si><t/></si></sst>
      """

    #expect(try workbook.read().texts == [["关于 防汛 & 抗旱"]])
  }

  @Test func `escaped characters are read, an escaped escape is not`() throws {
    let text = "甲_x000D_\n乙_x005F_x000D_丙_xD83D__xDE00_丁_x0000_"
    let rows = "<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>"

    #expect(try HandMadeWorkbook(rows).read().texts == [["甲\r\n乙_x000D_丙\u{1F600}丁_x0000_"]])
  }

  @Test func `text, booleans, errors and formula results have their kinds`() throws {
    let rows = """
      <row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>\
      <c t="str"><f>A1&amp;"x"</f><v>甲x</v></c><c><f>1+1</f><v>2</v></c></row>
      """
    let cells = try HandMadeWorkbook(rows).read().sheets[0].rows[0].cells

    #expect(cells.map(\.text) == ["TRUE", "FALSE", "#N/A", "甲x", "2"])
    #expect(cells.map(\.kind) == [.boolean, .boolean, .error, .text, .number])
  }

  @Test func `a formula whose result is not in the file is told`() throws {
    let rows = "<row><c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>1+1</f><v></v></c></row>"
    let place = CellPlace(sheet: "收文", row: 1, column: 1)

    #expect(try HandMadeWorkbook(rows).read().warnings == [.formulaWithoutValue(place)])
  }

  @Test(arguments: [
    ("45058", "45058"), ("1.5", "1.5"), ("1.50", "1.5"), ("12.0", "12"), ("-3", "-3"), ("-0", "0"),
    ("0.30000000000000004", "0.3"), ("1.2E+17", "120000000000000000"), ("1E-3", "0.001"),
    ("1.25E2", "125"), ("1E+300", "1E+300"), ("007", "7"), ("123456789012345", "123456789012345"),
  ])
  func `a number is written as a person reads it`(raw: String, text: String) throws {
    let cell = try HandMadeWorkbook("<row><c><v>\(raw)</v></c></row>").read().sheets[0].rows[0]
      .cells[0]

    #expect(cell.text == text)
    #expect(cell.kind == .number || cell.kind == .roundedNumber)
  }

  @Test func `a number of more than fifteen digits is told`() throws {
    let found = try HandMadeWorkbook("<row><c><v>1.10105199001011E+17</v></c></row>").read()

    #expect(found.texts == [["110105199001011000"]])
    #expect(found.warnings == [.longNumber(CellPlace(sheet: "收文", row: 1, column: 0))])
  }

  @Test func `what stands as a number and is none is text`() throws {
    let cell = try HandMadeWorkbook("<row><c><v>甲</v></c></row>").read().sheets[0].rows[0].cells[0]

    #expect(cell == TableCell("甲"))
  }

  @Test func `an XML part in UTF-16 is read`() throws {
    let sheet = HandMadeWorkbook("<row><c t=\"inlineStr\"><is><t>文号</t></is></c></row>")
    var zip = PlainZip()
    for (name, text) in sheet.parts {
      let marked = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + text
      let wide = marked.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      zip.add(name, name.contains("sheet1") ? wide : Array(text.utf8))
    }

    #expect(try document(zip.bytes, "list.xlsx").texts == [["文号"]])
  }
}
