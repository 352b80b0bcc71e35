import Testing

@testable import TerminalKit

@Suite struct DisplayWidthTests {
  @Test func `a Hanzi takes two columns and a letter one`() {
    #expect(DisplayWidth.of("档案A1") == 6)
  }

  @Test func `Chinese punctuation and the ideographic blank take two columns`() {
    #expect(DisplayWidth.of("。：〔〕　〇") == 12)
  }

  @Test func `the middle dot, the dash and frames take one column`() {
    #expect(DisplayWidth.of("·—“”│…") == 6)
  }

  @Test func `a mark takes no column`() {
    #expect(DisplayWidth.of("e\u{301}") == 1)
  }

  @Test func `rare Hanzi that C libraries do not know take two columns`() {
    #expect(DisplayWidth.of("\u{20BB7}\u{31350}\u{2EBF0}\u{323B0}") == 8)
  }

  @Test func `private and unassigned characters take the two columns of their stand-in`() {
    #expect(DisplayWidth.of("\u{E000}\u{378}\u{10FFFE}") == 5)
  }

  @Test func `marks and wide letters of the table are those Swift knows`() {
    for value in UInt32(0x20)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let width = WidthClass(scalar)
      if scalar.properties.generalCategory == .nonspacingMark { #expect(width != .wide) }
      if scalar.properties.isIdeographic && value < 0x16FE0 { #expect(width == .wide) }
    }
  }

  @Test func `text that fits is padded to the width`() {
    #expect(DisplayWidth.fit("档案", 6) == "档案  ")
  }

  @Test func `text too long ends in an ellipsis`() {
    #expect(DisplayWidth.fit("档案管理", 7) == "档案管…")
  }

  @Test func `a wide character that does not fit leaves a blank`() {
    #expect(DisplayWidth.fit("档案管理", 6) == "档案… ")
  }

  @Test func `without an ellipsis text is only cut`() {
    #expect(DisplayWidth.fit("档案管理", 5, ellipsis: false) == "档案 ")
  }

  @Test func `a code is cut in its middle`() {
    #expect(DisplayWidth.fitMiddle("X043-WS·2023-D30-0001", 12) == "X043-…0-0001")
  }

  @Test func `dropping columns through a wide character leaves a blank for its half`() {
    #expect(DisplayWidth.drop("档案管理", columns: 3) == " 管理")
  }

  @Test func `any text is fitted to exactly any width`() {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<5_000 {
      let text = numbers.text(upTo: 20)
      let count = Int.random(in: 0...30, using: &numbers)
      #expect(DisplayWidth.of(DisplayWidth.fit(text, count)) == count)
      #expect(DisplayWidth.of(DisplayWidth.fit(text, count, ellipsis: false)) == count)
      #expect(DisplayWidth.of(DisplayWidth.fitMiddle(text, count)) == count)
    }
  }

  @Test func `dropping and measuring agree for any text`() {
    var numbers = SeededNumbers(seed: 2)
    for _ in 0..<5_000 {
      let text = numbers.text(upTo: 20)
      let count = Int.random(in: 0...30, using: &numbers)
      let left = max(0, DisplayWidth.of(text) - count)
      #expect(DisplayWidth.of(DisplayWidth.drop(text, columns: count)) == left)
    }
  }
}

@Suite struct WrapTests {
  @Test func `Chinese is broken between any two characters`() {
    #expect(DisplayWidth.wrap("档案管理办法", 5) == ["档案", "管理", "办法"])
  }

  @Test func `a line never begins with closing punctuation`() {
    #expect(DisplayWidth.wrap("关于档案，通知", 8) == ["关于档", "案，通知"])
  }

  @Test func `a line never ends with opening punctuation`() {
    #expect(DisplayWidth.wrap("关于印发《办法》", 10) == ["关于印发", "《办法》"])
  }

  @Test func `a Latin word stays whole where it fits`() {
    #expect(DisplayWidth.wrap("the archive room", 9) == ["the", "archive", "room"])
  }

  @Test func `a word longer than the line is broken`() {
    #expect(DisplayWidth.wrap("abcdefgh", 3) == ["abc", "def", "gh"])
  }

  @Test func `a line break in the text breaks the line`() {
    #expect(DisplayWidth.wrap("甲\n\n乙", 10) == ["甲", "", "乙"])
  }

  @Test func `any text is wrapped into lines that fit, and nothing but blanks is lost`() {
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<3_000 {
      let text = numbers.text(upTo: 40)
      let count = Int.random(in: 2...20, using: &numbers)

      let lines = DisplayWidth.wrap(text, count)

      #expect(lines.allSatisfy { DisplayWidth.of($0) <= count })
      #expect(solid(lines.joined()) == solid(text))
    }
  }

  @Test func `one column is enough to end`() {
    #expect(DisplayWidth.wrap("档案", 1) == ["档", "案"])
  }

  private func solid(_ text: String) -> [UInt32] {
    text.unicodeScalars.filter { $0 != " " && !Character($0).isNewline }.map(\.value)
  }
}

@Suite struct HarmlessTextTests {
  @Test func `an escape is shown by its number`() {
    #expect(HarmlessText.of("甲\u{1B}[2J") == "甲‹U+001B›[2J")
  }

  @Test func `a bidi mark is shown by its number`() {
    #expect(HarmlessText.of("甲\u{202E}乙") == "甲‹U+202E›乙")
  }

  @Test func `what nobody can see is shown by its number`() {
    let shown = HarmlessText.of("甲\u{200B}\u{FEFF}\u{AD}\u{E0041}")
    #expect(shown == "甲‹U+200B›‹U+FEFF›‹U+00AD›‹U+E0041›")
  }

  @Test func `a private character is shown as 〓`() {
    #expect(HarmlessText.of("\u{E000}") == "〓")
  }

  @Test func `a glyph keeps four marks at most`() {
    let flooded = "e" + String(repeating: "\u{301}", count: 99)
    #expect(HarmlessText.of(flooded).unicodeScalars.count == 5)
  }

  @Test func `common Chinese text is left as it is`() {
    let text = "关于印发《办法》的通知（国办发〔2023〕1号）——“附件”·甲"
    #expect(HarmlessText.of(text) == text)
  }

  @Test func `nothing unsafe is left of any text`() {
    var numbers = SeededNumbers(seed: 4)
    for _ in 0..<3_000 {
      let shown = HarmlessText.of(numbers.text(upTo: 30))
      #expect(shown.unicodeScalars.allSatisfy { WidthClass($0) != .unsafe })
    }
  }
}
