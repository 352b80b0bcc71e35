import DocumentKit
import Foundation
import Testing

@Suite struct WorkbookFuzzTests {
  private let tokens: [[UInt8]] = [
    "<", "</c>", "<row>", "\"", "&", "&amp;", "&#0;", "<!--", "<![CDATA[", "t=\"s\"", "r=\"XFD9\"",
    "99999999999999999999", "-1", "_xD800_", "s=\"9999\"", "<is><t>x</t></is>",
    "<mergeCell ref=\"A1:C9\"/>", "xmlns:x=\"y\"",
  ].map { Array($0.utf8) }

  private var workbook: HandMadeWorkbook {
    var workbook = HandMadeWorkbook(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>题名</t></is></c></row>\
      <row r="2"><c r="A2" s="1"><v>45058.5</v></c><c r="C2"><f>1+1</f><v>2.5E+17</v></c></row>
      """, after: "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>")
    workbook.parts["xl/sharedStrings.xml"] = "<sst><si><r><t>甲_x000D_</t></r></si></sst>"
    workbook.parts["xl/styles.xml"] = """
      <styleSheet><numFmts><numFmt numFmtId="176" formatCode="[$-804]yyyy&quot;年&quot;m"/></numFmts>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>
      """
    return workbook
  }

  @Test func `hundreds of workbooks with a damaged part give rows or a fault`() throws {
    let folder = try FreshFolder()
    var numbers = SeededNumbers(44)
    var outcomes = (rows: 0, faults: 0)

    for _ in 0..<600 {
      var damaged = workbook
      let name = damaged.parts.keys.sorted().randomElement(using: &numbers) ?? ""
      let part = Array((damaged.parts[name] ?? "").utf8)
      let bytes = numbers.mutated(part, with: tokens)
      damaged.parts[name] = String(decoding: bytes, as: UTF8.self)
      count(try folder.file("list.xlsx", damaged.bytes), &outcomes)
    }

    #expect(outcomes.rows > 100)
    #expect(outcomes.faults > 100)
  }

  @Test func `hundreds of damaged zip files give rows or a fault`() throws {
    let folder = try FreshFolder()
    var numbers = SeededNumbers(45)
    var outcomes = (rows: 0, faults: 0)

    for _ in 0..<300 {
      let bytes = numbers.mutated(
        workbook.bytes, with: [[0x50, 0x4B, 3, 4], [0xFF, 0xFF], [0, 0]])
      count(try folder.file("list.xlsx", bytes), &outcomes)
    }

    #expect(outcomes.faults > 100)
  }

  private func count(_ file: URL, _ outcomes: inout (rows: Int, faults: Int)) {
    do throws(TableFault) {
      outcomes.rows += try TableReader.read(file).sheets.reduce(0) { $0 + $1.rows.count }
    } catch {
      outcomes.faults += 1
    }
  }
}
