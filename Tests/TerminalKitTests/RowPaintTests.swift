import Testing

@testable import TerminalKit

@Suite struct RowPaintTests {
  @Test func `lines and Chinese punctuation are drawn as they are`() {
    let paint = RowPaint(theme: .dark, isPlain: false, avoidsAmbiguous: false)
    #expect(drawn("│┌…·—“”档", paint) == "│┌…·—“”档")
  }

  @Test func `plain borders are drawn in ASCII, and so are dots, dashes and quotes`() {
    let paint = RowPaint(theme: .dark, isPlain: true, avoidsAmbiguous: false)
    #expect(drawn("│┌─┐…·—“档”‘’", paint) == "|+-+~.-\"档\"''")
  }

  @Test func `what an old terminal draws in two columns never reaches it`() {
    let paint = RowPaint(theme: .dark, isPlain: true, avoidsAmbiguous: true)
    #expect(drawn("①→α档é·", paint) == "???档?.")
  }

  private func drawn(_ text: String, _ paint: RowPaint) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let shown = Unicode.Scalar(paint.substitute(scalar.value)) { result.append(shown) }
    }
    return String(result)
  }
}

@Suite struct RecordedTerminalTests {
  private let terminal = RecordedTerminal(size: Size(columns: 80, rows: 24))

  @Test func `what was fed comes out batch by batch, then the terminal is gone`() {
    terminal.feed(.key(.down), .text("甲"))
    terminal.feed(.key(.enter))

    #expect(terminal.events() == [.key(.down), .text("甲")])
    #expect(terminal.events() == [.key(.enter)])
    #expect(terminal.events() == [.hangUp])
  }

  @Test func `a resize changes the size`() {
    terminal.feed(.resize(Size(columns: 60, rows: 16)))

    _ = terminal.events()

    #expect(terminal.size == Size(columns: 60, rows: 16))
  }

  @Test func `every frame is kept`() {
    var canvas = Canvas(terminal.size)
    terminal.show(canvas)
    canvas.put("档案", at: Point(column: 0, row: 0))
    terminal.show(canvas)

    #expect(terminal.frames.count == 2)
    #expect(terminal.frame?.line(0) == "档案")
  }
}
