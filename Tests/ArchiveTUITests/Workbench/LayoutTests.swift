import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct LayoutTests {
  @Test func `at 120 columns tree, list and record stand side by side`() {
    let layout = Layout(.large)

    #expect(layout.tree.all == Rect(column: 0, row: 2, columns: 26, rows: 32))
    #expect(layout.tree.lineColumn == 26)
    #expect(layout.list.all == Rect(column: 27, row: 2, columns: 59, rows: 32))
    #expect(layout.list.lineColumn == 86)
    #expect(layout.record.all == Rect(column: 87, row: 2, columns: 32, rows: 32))
    #expect(layout.record.lineColumn == 119)
  }

  @Test func `at 200 columns the record takes a third of what exceeds 120`() {
    let layout = Layout(.huge)

    #expect(layout.tree.all == Rect(column: 0, row: 2, columns: 30, rows: 56))
    #expect(layout.list.all == Rect(column: 31, row: 2, columns: 108, rows: 56))
    #expect(layout.record.all == Rect(column: 140, row: 2, columns: 59, rows: 56))
    #expect(layout.record.lineColumn == 199)
  }

  @Test func `at 80 columns the record lies under the list`() {
    let layout = Layout(.usual)

    #expect(layout.list.all == Rect(column: 0, row: 2, columns: 79, rows: 13))
    #expect(layout.record.all == Rect(column: 0, row: 15, columns: 79, rows: 7))
    #expect(layout.list.lineColumn == 79)
    #expect(layout.sayRow == 22)
    #expect(layout.keyBarRow == 23)
  }

  @Test func `at 60 by 16 there is one zone`() {
    let layout = Layout(.small)

    #expect(layout.shape == .single)
    #expect(layout.list == layout.record)
    #expect(layout.list.all == Rect(column: 0, row: 2, columns: 59, rows: 12))
  }

  @Test func `below 60 by 16 there is none`() {
    #expect(Layout(Size(columns: 59, rows: 40)).shape == .tooSmall)
    #expect(Layout(Size(columns: 200, rows: 15)).shape == .tooSmall)
  }

  @Test func `a row of the list at 120 columns has the cells of the picture`() {
    let table = Table(columns: [
      Table.Column(title: "件号", width: 4), Table.Column(title: "步", width: 2),
      Table.Column(title: "题名", width: 0), Table.Column(title: "日期", width: 8),
      Table.Column(title: "期限", width: 4), Table.Column(title: "页", width: 4, isNumber: true),
      Table.Column(title: "盒", width: 2, isNumber: true),
    ])
    var canvas = Canvas(Size(columns: 59, rows: 3))
    let row = Table.Row(
      cells: ["0006", "编", "局党组会议纪要（第2期）", "20220322", "永久", "0", "1"], sign: .fault,
      isMarked: true)

    table.draw(
      0..<1, cursor: 5, focused: true, in: Rect(column: 0, row: 0, columns: 59, rows: 3),
      on: &canvas
    ) { _ in row }

    #expect(canvas.line(0) == "   件号 步 题名                       日期     期限   页 盒")
    #expect(canvas.line(1) == " *!0006 编 局党组会议纪要（第2期）    20220322 永久    0  1")
    #expect(table.widths(in: 79)[2] == 46)
  }
}
