import DocumentKit
import Foundation

/// A small .xlsx of one sheet whose parts a test can replace.
struct HandMadeWorkbook {
  var parts: [String: String]

  /// - Parameters:
  ///   - rows: what stands in `sheetData`.
  ///   - after: what follows it.
  init(_ rows: String = "", after: String = "") {
    let sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = [
      "[Content_Types].xml": "<Types/>",
      "_rels/.rels": """
      <Relationships xmlns="\(package)"><Relationship Id="rId1" Type="\(office)/officeDocument" \
      Target="xl/workbook.xml"/></Relationships>
      """,
      "xl/workbook.xml": """
      <workbook xmlns="\(sheets)" xmlns:r="\(office)"><sheets>\
      <sheet name="收文" sheetId="1" r:id="rId1"/></sheets></workbook>
      """,
      "xl/_rels/workbook.xml.rels": """
      <Relationships xmlns="\(package)">\
      <Relationship Id="rId1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="rId2" Type="\(office)/sharedStrings" Target="sharedStrings.xml"/>\
      <Relationship Id="rId3" Type="\(office)/styles" Target="styles.xml"/></Relationships>
      """,
      "xl/worksheets/sheet1.xml": """
      <worksheet xmlns="\(sheets)"><sheetData>\(rows)</sheetData>\(after)</worksheet>
      """,
    ]
  }

  /// The file, its parts stored in the order of their names.
  var bytes: [UInt8] {
    var zip = PlainZip()
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) { zip.add(name, Array(text.utf8)) }
    return zip.bytes
  }

  /// Replaces one text in a part.
  func replacing(_ text: String, with other: String, in part: String) -> HandMadeWorkbook {
    var copy = self
    copy.parts[part] = parts[part]?.replacingOccurrences(of: text, with: other)
    return copy
  }

  func read(limits: ReadingLimits = .standard) throws -> TableDocument {
    try document(bytes, "list.xlsx", limits: limits)
  }
}
