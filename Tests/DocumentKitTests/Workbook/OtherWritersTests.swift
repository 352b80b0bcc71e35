import DocumentKit
import Foundation
import Testing

@Suite(.enabled(if: Python.has("openpyxl"), "python3 with openpyxl is not installed"))
struct OtherWritersTests {
  @Test func `an office's list of openpyxl is read as it looks`() throws {
    let found = try read(
      """
      import datetime, openpyxl
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.title = '收文'
      sheet.append(['归档文件目录'])
      sheet.merge_cells('A1:D1')
      sheet.append(['件号', '题名', '日期', '页数'])
      sheet.append([1, '关于防汛的通知', datetime.date(2023, 5, 12), 12])
      sheet.append(['0002', '=1+1', datetime.datetime(2023, 5, 12, 8, 30), 1.5])
      sheet['A3'].number_format = '0000'
      sheet['C3'].number_format = 'yyyy"年"m"月"d"日"'
      hidden = book.create_sheet('旧表')
      hidden.sheet_state = 'hidden'
      hidden['C7'] = True
      book.save('list.xlsx')
      """)

    #expect(
      found.texts == [
        ["归档文件目录", "归档文件目录", "归档文件目录", "归档文件目录"], ["件号", "题名", "日期", "页数"],
        ["0001", "关于防汛的通知", "2023-05-12", "12"], ["0002", "", "2023-05-12 08:30", "1.5"],
      ])
    #expect(found.sheets.map(\.isHidden) == [false, true])
    #expect(
      found.sheets[1].rows == [
        TableRow(number: 7, cells: [.empty, .empty, TableCell("TRUE", kind: .boolean)])
      ])
    #expect(found.warnings == [.formulaWithoutValue(CellPlace(sheet: "收文", row: 4, column: 1))])
  }

  @Test func `every cell that openpyxl reads is read the same`() throws {
    let folder = try FreshFolder()
    try Python.run(
      """
      import openpyxl, random, json
      random.seed(5)
      book = openpyxl.Workbook()
      sheet = book.active
      words = ['关于', '通知', ' 前后有空 ', 'a\\nb', '<&>"', '𠮷', '0001']
      rows = []
      for number in range(300):
        row = [random.choice(words) + str(random.randint(0, 9)) for column in range(9)]
        sheet.append(row)
        rows.append(row)
      book.save('list.xlsx')
      json.dump(rows, open('rows.json', 'w'))
      """, in: folder.url)
    let json = try Data(contentsOf: folder.url.appending(path: "rows.json"))
    let expected = try JSONDecoder().decode([[String]].self, from: json)

    let found = try TableReader.read(folder.url.appending(path: "list.xlsx"))

    #expect(found.texts == expected)
  }

  @Test func `a deflate bomb is refused`() throws {
    #expect(throws: TableFault.tooLarge(.ratio, limit: 200, place: nil)) {
      try read(
        bomb(
          "'<row>' + ' ' * 3_000_000 + '</row>'"))
    }
  }

  @Test func `a bomb of shared strings is refused`() throws {
    #expect(throws: TableFault.tooLarge(.ratio, limit: 200, place: nil)) {
      try read(
        """
        \(bomb("'<row/>'"))
        import zipfile
        with zipfile.ZipFile('list.xlsx', 'a', zipfile.ZIP_DEFLATED) as z:
          z.writestr('xl/sharedStrings.xml', '<sst>' + '<si><t>a</t></si>' * 200_000 + '</sst>')
        """)
    }
  }

  @Test(.enabled(if: Python.has("xlwt"), "python3 with xlwt is not installed"))
  func `a list of Excel 97 is told as that`() throws {
    guard Python.has("xlwt") else { return }

    #expect(throws: TableFault.oldExcel) {
      try read(
        """
        import xlwt
        book = xlwt.Workbook()
        book.add_sheet('收文').write(0, 0, '题名')
        book.save('list.xlsx')
        """, needing: "xlwt")
    }
  }

  /// A script that writes a workbook whose sheet holds the value of a Python expression.
  private func bomb(_ rows: String) -> String {
    let parts = HandMadeWorkbook("ROWS").parts.map { "(r'''\($0.key)''', r'''\($0.value)''')" }
    return """
      import zipfile
      with zipfile.ZipFile('list.xlsx', 'w', zipfile.ZIP_DEFLATED) as z:
        for name, text in [\(parts.joined(separator: ","))]:
          z.writestr(name, text.replace('ROWS', \(rows)))
      """
  }

  private func read(
    _ script: String, needing module: String = "openpyxl"
  ) throws -> TableDocument {
    let folder = try FreshFolder()
    var limits = ReadingLimits()
    limits.ratioFloor = 1 << 20
    try Python.run(script, in: folder.url, needing: module)
    return try TableReader.read(folder.url.appending(path: "list.xlsx"), limits: limits)
  }
}
