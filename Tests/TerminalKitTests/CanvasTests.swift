import Testing

@testable import TerminalKit

@Suite struct CanvasTests {
  @Test func `text is drawn where it is put`() {
    var canvas = Canvas(Size(columns: 10, rows: 2))

    canvas.put("档案A", at: Point(column: 1, row: 1))

    #expect(canvas.lines == ["", " 档案A"])
  }

  @Test func `putting says how many columns it took`() {
    var canvas = Canvas(Size(columns: 10, rows: 1))
    #expect(canvas.put("档案A", at: Point(column: 1, row: 0)) == 5)
  }

  @Test func `a width cuts and pads`() {
    var canvas = Canvas(Size(columns: 10, rows: 1))
    canvas.put("xxxxxxxxxx", at: Point(column: 0, row: 0))

    canvas.put("档案", at: Point(column: 0, row: 0), columns: 3)

    #expect(canvas.line(0) == "档 xxxxxxx")
  }

  @Test func `a wide character at the right edge is left out`() {
    var canvas = Canvas(Size(columns: 3, rows: 2))

    canvas.put("档案", at: Point(column: 0, row: 0))

    #expect(canvas.lines == ["档", ""])
  }

  @Test func `text that begins left of the canvas loses its beginning`() {
    var canvas = Canvas(Size(columns: 6, rows: 1))

    canvas.put("档案管理", at: Point(column: -3, row: 0))

    #expect(canvas.line(0) == " 管理")
  }

  @Test func `overwriting the right half of a wide character blanks its left half`() {
    var canvas = Canvas(Size(columns: 6, rows: 1))
    canvas.put("档案管", at: Point(column: 0, row: 0))

    canvas.put("x", at: Point(column: 3, row: 0))

    #expect(canvas.line(0) == "档 x管")
  }

  @Test func `overwriting the left half of a wide character blanks its right half`() {
    var canvas = Canvas(Size(columns: 6, rows: 1))
    canvas.put("档案管", at: Point(column: 0, row: 0))

    canvas.put("x", at: Point(column: 2, row: 0))

    #expect(canvas.line(0) == "档x 管")
  }

  @Test func `a mark joins the character before it`() {
    var canvas = Canvas(Size(columns: 6, rows: 1))

    canvas.put("e\u{301}x", at: Point(column: 0, row: 0))

    #expect(canvas.cell(Point(column: 0, row: 0)).glyph == "e\u{301}")
  }

  @Test func `a mark without a character is not drawn on its neighbour`() {
    var canvas = Canvas(Size(columns: 6, rows: 1))
    canvas.put("a", at: Point(column: 0, row: 0))

    canvas.put("\u{301}b", at: Point(column: 1, row: 0))

    #expect(canvas.line(0) == "ab")
  }

  @Test func `an escape is never drawn`() {
    var canvas = Canvas(Size(columns: 6, rows: 1))

    canvas.put("\u{1B}[2J", at: Point(column: 0, row: 0))

    #expect(canvas.line(0) == "?[2J")
  }

  @Test func `a role given to half of a wide character is given to both halves`() {
    var canvas = Canvas(Size(columns: 4, rows: 1))
    canvas.put("档案", at: Point(column: 0, row: 0))

    canvas.setRole(Rect(column: 1, row: 0, columns: 2, rows: 1), role: .hit)

    #expect((0..<4).allSatisfy { canvas.cell(Point(column: $0, row: 0)).role == .hit })
  }

  @Test func `the cursor row keeps its roles`() {
    var canvas = Canvas(Size(columns: 4, rows: 1))
    canvas.put("!", at: Point(column: 0, row: 0), role: .fault)

    canvas.setRole(Rect(column: 0, row: 0, columns: 4, rows: 1), reverse: true)

    let cell = canvas.cell(Point(column: 0, row: 0))
    #expect(cell == Cell(glyph: "!", role: .fault, isCursorRow: true))
  }

  @Test func `filling blanks what was there`() {
    var canvas = Canvas(Size(columns: 6, rows: 2))
    canvas.put("档案管", at: Point(column: 0, row: 0))

    canvas.fill(Rect(column: 1, row: 0, columns: 4, rows: 9))

    #expect(canvas.lines == ["", ""])
  }

  @Test func `whatever is drawn, every wide character has both its halves`() {
    var numbers = SeededNumbers(seed: 5)
    for _ in 0..<400 {
      let size = Size(
        columns: .random(in: 0...30, using: &numbers), rows: .random(in: 0...5, using: &numbers))
      var canvas = Canvas(size)
      for _ in 0..<40 { draw(&canvas, &numbers) }
      for row in 0..<size.rows { expectWhole(canvas, row) }
    }
  }

  private func draw(_ canvas: inout Canvas, _ numbers: inout SeededNumbers) {
    let at = Point(
      column: .random(in: -5...32, using: &numbers), row: .random(in: -1...5, using: &numbers))
    let role = Role.allCases.randomElement(using: &numbers) ?? .normal
    let area = Rect(
      column: at.column, row: at.row, columns: .random(in: -1...20, using: &numbers),
      rows: .random(in: -1...4, using: &numbers))
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0: canvas.fill(area, role: role)
    case 1: canvas.setRole(area, role: role, reverse: true)
    case 2: canvas.fill(area, role: role, with: "档")
    case 3: canvas.put(numbers.text(upTo: 12), at: at, columns: area.columns, role: role)
    default: canvas.put(numbers.text(upTo: 12), at: at, role: role)
    }
  }

  private func expectWhole(_ canvas: Canvas, _ row: Int) {
    let cells = Array(canvas.row(row))
    var column = 0
    while column < cells.count {
      let cell = cells[column]
      let width = DisplayWidth.of(cell.glyph)
      #expect(width == 1 || width == 2)
      if width == 2, column + 1 < cells.count {
        #expect(cells[column + 1].isTail)
        #expect(cells[column + 1].role == cell.role)
        #expect(cells[column + 1].isCursorRow == cell.isCursorRow)
      }
      column += max(1, width)
    }
    #expect(column == cells.count)
  }
}
