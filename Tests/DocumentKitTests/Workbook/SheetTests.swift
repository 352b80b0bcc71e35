import DocumentKit
import Testing

@Suite struct SheetTests {
  private let cell = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

  @Test func `a name with an ampersand is read`() throws {
    let workbook = HandMadeWorkbook(cell).replacing("收文", with: "收&amp;发", in: "xl/workbook.xml")

    #expect(try workbook.read().sheets[0].name == "收&发")
  }

  @Test(arguments: ["hidden", "veryHidden"])
  func `a hidden sheet is read and marked`(state: String) throws {
    let workbook = HandMadeWorkbook(cell).replacing(
      "sheetId", with: "state=\"\(state)\" sheetId", in: "xl/workbook.xml")

    #expect(try workbook.read().sheets.map(\.isHidden) == [true])
  }

  @Test(arguments: [
    "/xl/表/目录1.xml", "表/目录1.xml", "../xl/表/./目录1.xml", "%E8%A1%A8/%E7%9B%AE%E5%BD%951.xml",
  ])
  func `a part with a Chinese name is found however the workbook refers to it`(
    target: String
  ) throws {
    var workbook = HandMadeWorkbook(cell).replacing(
      "worksheets/sheet1.xml", with: target, in: "xl/_rels/workbook.xml.rels")
    workbook.parts["xl/表/目录1.xml"] = workbook.parts.removeValue(forKey: "xl/worksheets/sheet1.xml")

    #expect(try workbook.read().texts == [["1"]])
  }

  @Test func `the letter case of a part's name does not matter`() throws {
    var workbook = HandMadeWorkbook(cell)
    workbook.parts["XL/Worksheets/Sheet1.XML"] =
      workbook.parts.removeValue(forKey: "xl/worksheets/sheet1.xml")

    #expect(try workbook.read().texts == [["1"]])
  }

  @Test func `sheets come in the order of their tabs, not of the file`() throws {
    var workbook = HandMadeWorkbook(cell)
      .replacing(
        "<sheets>", with: "<sheets><sheet name=\"发文\" sheetId=\"2\" r:id=\"rId9\"/>",
        in: "xl/workbook.xml"
      )
      .replacing(
        "</Relationships>",
        with: "<Relationship Id=\"rId9\" Type=\"x/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
          + "</Relationships>", in: "xl/_rels/workbook.xml.rels")
    workbook.parts["xl/worksheets/sheet2.xml"] = workbook.parts["xl/worksheets/sheet1.xml"]

    #expect(try workbook.read().sheets.map(\.name) == ["发文", "收文"])
  }

  @Test func `a chart sheet is passed over and told`() throws {
    let workbook = HandMadeWorkbook(cell)
      .replacing(
        "<sheets>", with: "<sheets><sheet name=\"图\" sheetId=\"2\" r:id=\"rId9\"/>",
        in: "xl/workbook.xml"
      )
      .replacing(
        "</Relationships>",
        with: "<Relationship Id=\"rId9\" Type=\"x/chartsheet\" Target=\"charts/1.xml\"/>"
          + "</Relationships>", in: "xl/_rels/workbook.xml.rels")

    let found = try workbook.read()

    #expect(found.sheets.map(\.name) == ["收文"])
    #expect(found.warnings == [.sheetWithoutCells(sheet: "图")])
  }

  @Test func `a merged head is copied over what it covers and marked`() throws {
    let rows = """
      <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>\
      <row r="2"><c r="A2"/><c r="B2"><v>3</v></c><c r="C2"><v>4</v></c></row>
      """
    let merges = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>"
    let sheet = try HandMadeWorkbook(rows, after: merges).read().sheets[0]

    #expect(sheet.rows.map { $0.cells.map(\.text) } == [["1", "2", "2"], ["1", "3", "4"]])
    #expect(
      sheet.rows.map { $0.cells.map(\.isMergedContinuation) }
        == [[false, false, true], [true, false, false]])
    #expect(
      sheet.merges == [
        CellRange(rows: 1...2, columns: 0...0), CellRange(rows: 1...1, columns: 1...2),
      ])
  }

  @Test func `a merge of the whole sheet fills no more than the sheet has`() throws {
    let merges = "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"
    let sheet = try HandMadeWorkbook(
      "<row r=\"1\"><c><v>1</v></c></row><row r=\"7\"><c r=\"C7\"><v>2</v></c></row>", after: merges
    ).read().sheets[0]

    #expect(sheet.rows.map { $0.cells.map(\.text) } == [["1", "1", "1"], ["1", "1", "1"]])
  }

  @Test func `merges without end are given up and told`() throws {
    let row = { (number: Int) in "<row r=\"\(number)\"><c r=\"A\(number)\"><v>1</v></c></row>" }
    let merge = "<mergeCell ref=\"A1:A1048576\"/>"
    let workbook = HandMadeWorkbook(
      (1...2_000).map(row).joined(),
      after: "<mergeCells>" + String(repeating: merge, count: 3_000) + "</mergeCells>")

    #expect(try workbook.read().warnings == [.mergesNotFilled(sheet: "收文")])
  }
}
