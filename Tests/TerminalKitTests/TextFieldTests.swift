import Testing

@testable import TerminalKit

@Suite struct TextFieldTests {
  private var field = TextField("档案")
  private var canvas = Canvas(Size(columns: 10, rows: 1))

  @Test mutating func `typing goes to the caret`() {
    press(.left)

    let isTaken = field.consume(.text("管理"))

    #expect(isTaken)
    #expect(field.text == "档管理案")
  }

  @Test mutating func `backspace takes the character before the caret`() {
    press(.backspace)

    #expect(field.text == "档")
  }

  @Test mutating func `delete takes the character after the caret`() {
    press(.home, .delete)

    #expect(field.text == "案")
  }

  @Test mutating func `a paste of lines becomes one line`() {
    _ = field.consume(.paste("甲\n乙\n"))

    #expect(field.text == "档案甲 乙")
  }

  @Test mutating func `keys that do not edit are for somebody else`() {
    let taken = [Key.enter, .up, .control("t"), .function(4)].map { field.consume(.key($0)) }

    #expect(!taken.contains(true))
  }

  @Test mutating func `each edit can be taken back`() {
    _ = field.consume(.text("x"))
    field.clear()

    _ = field.undo()
    #expect(field.text == "档案x")
    _ = field.undo()
    #expect(field.text == "档案")
    #expect(!field.canUndo)
  }

  @Test mutating func `the hardware cursor stands at the caret`() {
    field.draw(on: &canvas, in: Rect(column: 2, row: 0, columns: 8, rows: 1))

    #expect(canvas.cursor == Point(column: 6, row: 0))
    #expect(canvas.line(0) == "  档案")
  }

  @Test mutating func `a field without focus shows no cursor and ends in an ellipsis`() {
    field.text = "档案管理办法"
    field.isFocused = false

    field.draw(on: &canvas, in: Rect(column: 0, row: 0, columns: 8, rows: 1))

    #expect(canvas.cursor == nil)
    #expect(canvas.line(0) == "档案管…")
  }

  @Test mutating func `the caret stays inside the field for any text and any width`() {
    var numbers = SeededNumbers(seed: 9)
    for _ in 0..<2_000 {
      field.text = numbers.text(upTo: 30)
      for _ in 0..<Int.random(in: 0...30, using: &numbers) { press(.left) }
      let width = Int.random(in: 1...10, using: &numbers)

      field.draw(on: &canvas, in: Rect(column: 0, row: 0, columns: width, rows: 1))

      #expect((0..<width).contains(canvas.cursor?.column ?? -1))
    }
  }

  @Test mutating func `a click puts the caret on the character clicked`() {
    field.text = "档案管理"

    field.placeCaret(atColumn: 3, of: 10)

    #expect(field.caret == 1)
  }

  private mutating func press(_ keys: Key...) {
    for key in keys { _ = field.consume(.key(key)) }
  }
}
