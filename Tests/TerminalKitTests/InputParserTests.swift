import Testing

@testable import TerminalKit

@Suite struct InputParserTests {
  @Test func `letters and blanks of one batch are one text`() {
    #expect(events("ab c") == [.text("ab c")])
  }

  @Test func `Chinese is text`() {
    #expect(events("档案") == [.text("档案")])
  }

  @Test func `a character split over two reads arrives whole`() {
    var parser = InputParser()
    let bytes = Array("档".utf8)

    #expect(parser.feed(bytes[..<2], now: 0) == [])
    #expect(parser.feed(bytes[2...], now: 500) == [.text("档")])
  }

  @Test func `bytes that are not UTF-8 are dropped and the rest is kept`() {
    #expect(events(bytes: [0xFF, 0x61, 0xE6, 0x62, 0x80, 0xC0, 0x80, 0x63]) == [.text("abc")])
  }

  @Test func `a control character in UTF-8 is dropped`() {
    #expect(events("a\u{9B}b") == [.text("ab")])
  }

  @Test(arguments: ["\u{1B}[A", "\u{1B}OA"])
  func `both cursor modes are the arrow`(_ spelling: String) {
    #expect(events(spelling) == [.key(.up)])
  }

  @Test(arguments: [
    ("\u{1B}[1;2A", Key.shiftUp), ("\u{1B}[1;2B", .shiftDown), ("\u{1B}[a", .shiftUp),
    ("\u{1B}[1;5H", .controlHome), ("\u{1B}[1;5F", .controlEnd), ("\u{1B}[7^", .controlHome),
    ("\u{1B}[8^", .controlEnd), ("\u{1B}[1;5C", .right), ("\u{1B}[1;2D", .left),
  ])
  func `modified keys`(_ spelling: String, _ key: Key) {
    #expect(events(spelling) == [.key(key)])
  }

  @Test(arguments: [
    ("\u{1B}[H", Key.home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
    ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
    ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp),
    ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab), ("\t", .tab), ("\r", .enter),
    ("\n", .enter), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1B}OM", .enter),
  ])
  func `keys of the block between`(_ spelling: String, _ key: Key) {
    #expect(events(spelling) == [.key(key)])
  }

  @Test(arguments: [
    ["\u{1B}OP", "\u{1B}[11~", "\u{1B}[[A", "\u{1B}[P", "\u{1B}1"],
    ["\u{1B}OQ", "\u{1B}[12~", "\u{1B}[[B", "\u{1B}[Q", "\u{1B}2"],
    ["\u{1B}OR", "\u{1B}[13~", "\u{1B}[[C", "\u{1B}[R", "\u{1B}3"],
    ["\u{1B}OS", "\u{1B}[14~", "\u{1B}[[D", "\u{1B}[S", "\u{1B}4"],
    ["\u{1B}[15~", "\u{1B}[[E", "\u{1B}5"], ["\u{1B}[17~", "\u{1B}6"], ["\u{1B}[18~", "\u{1B}7"],
    ["\u{1B}[19~", "\u{1B}8"], ["\u{1B}[20~", "\u{1B}9"], ["\u{1B}[21~", "\u{1B}0"],
    ["\u{1B}[23~"], ["\u{1B}[24~"],
  ])
  func `every spelling of a function key`(_ spellings: [String]) {
    let all = spellings.flatMap { events($0) }
    #expect(Set(all).count == 1)
    #expect(all.count == spellings.count)
  }

  @Test func `Esc and 0 in one read are F10`() {
    #expect(events("\u{1B}0") == [.key(.function(10))])
  }

  @Test func `Esc and a digit in two reads are two keys`() {
    var parser = InputParser()

    #expect(parser.feed([0x1B], now: 0) == [])
    #expect(parser.feed(Array("5".utf8), now: 10) == [.key(.escape), .text("5")])
  }

  @Test func `a lone Esc is a key after 25 milliseconds`() {
    var parser = InputParser()
    _ = parser.feed([0x1B], now: 100)

    #expect(parser.deadline == 125)
    #expect(parser.expire(now: 124) == [])
    #expect(parser.expire(now: 125) == [.key(.escape)])
  }

  @Test func `an arrow split after Esc is an arrow`() {
    var parser = InputParser()

    _ = parser.feed([0x1B], now: 0)

    #expect(parser.feed(Array("[A".utf8), now: 20) == [.key(.up)])
  }

  @Test func `an arrow split by a slow line is an arrow`() {
    var parser = InputParser()
    _ = parser.feed(Array("\u{1B}[".utf8), now: 0)

    #expect(parser.expire(now: 60) == [])
    #expect(parser.feed(Array("A".utf8), now: 200) == [.key(.up)])
  }

  @Test func `a sequence that is never finished is dropped`() {
    var parser = InputParser()
    _ = parser.feed(Array("\u{1B}[1;".utf8), now: 0)

    #expect(parser.expire(now: 300) == [])
    #expect(parser.feed(Array("a".utf8), now: 301) == [.text("a")])
  }

  @Test func `Esc before Chinese is Esc and the text`() {
    #expect(events("\u{1B}档") == [.key(.escape), .text("档")])
  }

  @Test func `Alt with a letter is told`() {
    #expect(events("\u{1B}x") == [.key(.alt("x"))])
  }

  @Test(arguments: [
    (UInt8(0x01), Key.control("a")), (0x1A, .control("z")), (0x1F, .control("/")),
    (0x1C, .control("\\")), (0x11, .control("q")), (0x13, .control("s")),
  ])
  func `control keys`(_ byte: UInt8, _ key: Key) {
    #expect(events(bytes: [byte]) == [.key(key)])
  }

  @Test func `Ctrl-Space is nothing`() {
    #expect(events(bytes: [0]) == [])
  }

  @Test func `sixty arrows in one write are sixty keys`() {
    #expect(events(String(repeating: "\u{1B}[B", count: 60)).count == 60)
  }

  @Test func `a paste is one event with its line ends made one kind`() {
    #expect(events("\u{1B}[200~甲\r\n乙\r丙\u{1B}[201~x") == [.paste("甲\n乙\n丙"), .text("x")])
  }

  @Test func `escapes inside a paste are dropped`() {
    #expect(events("\u{1B}[200~a\u{1B}[31mb\u{1B}[201~") == [.paste("a[31mb")])
  }

  @Test func `a paste whose end never comes is given after two seconds`() {
    var parser = InputParser()
    _ = parser.feed(Array("\u{1B}[200~abc".utf8), now: 0)

    #expect(parser.expire(now: 2_000) == [.paste("abc")])
  }

  @Test func `an answer that nobody asked for is dropped`() {
    #expect(events("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\a") == [.text("a")])
  }

  @Test func `the width probe's answer is a report and no key`() {
    var parser = InputParser()

    #expect(parser.feed(Array("\u{1B}[2;3R".utf8), now: 0) == [])
    #expect(parser.nextReport()?.column == 3)
  }

  @Test func `no bytes whatever stop the parser`() {
    var numbers = SeededNumbers(seed: 6)
    let likely = Array("\u{1B}[O<;0123456789MmR~\u{7F}档".utf8)
    for _ in 0..<300 {
      var parser = InputParser()
      for now in 0..<40 {
        let bytes = (0..<Int.random(in: 0...30, using: &numbers)).map { _ in
          let known = likely.randomElement(using: &numbers) ?? 0
          return Bool.random(using: &numbers) ? known : .random(in: 0...255, using: &numbers)
        }
        _ = parser.feed(bytes, now: Int64(now * 10))
        _ = parser.expire(now: Int64(now * 10 + 9))
      }
      _ = parser.expire(now: 10_000)
      #expect(parser.feed(Array("档".utf8), now: 10_001).last == .text("档"))
    }
  }

  @Test func `text is recovered however its bytes are split`() {
    var numbers = SeededNumbers(seed: 7)
    let typed = "档案a管理\u{20BB7}é·—〔2023〕"
    for _ in 0..<500 {
      var parser = InputParser()
      var got = ""
      var rest = ArraySlice((typed + typed).utf8)
      while !rest.isEmpty {
        let piece = rest.prefix(.random(in: 1...9, using: &numbers))
        rest = rest.dropFirst(piece.count)
        for case .text(let text) in parser.feed(piece, now: 0) { got += text }
      }
      #expect(got == typed + typed)
    }
  }

  @Test func `keys and text are the same however their bytes are split`() {
    var numbers = SeededNumbers(seed: 8)
    let typed = "档\u{1B}[A\u{1B}[1;5H\u{1B}OPx\u{1B}[200~甲\r乙\u{1B}[201~\u{1B}[<0;3;4M案"
    let bytes = Array(typed.utf8)
    let whole = events(bytes: bytes)
    for _ in 0..<500 {
      var parser = InputParser()
      var got: [Event] = []
      var rest = ArraySlice(bytes)
      while !rest.isEmpty {
        let piece = rest.prefix(.random(in: 1...9, using: &numbers))
        rest = rest.dropFirst(piece.count)
        got += parser.feed(piece, now: 0)
      }
      #expect(got == whole)
    }
  }

  private func events(_ text: String) -> [Event] { events(bytes: Array(text.utf8)) }

  private func events(bytes: [UInt8]) -> [Event] {
    var parser = InputParser()
    return parser.feed(bytes, now: 0)
  }
}

@Suite struct MouseParserTests {
  private var parser = InputParser()

  @Test mutating func `a press is told with its cell from 0`() {
    #expect(feed("\u{1B}[<0;300;5M", 0) == [.mouse(Mouse(.press, at: Point(column: 299, row: 4)))])
  }

  @Test mutating func `a release is nothing`() {
    #expect(feed("\u{1B}[<0;3;5m", 0) == [])
  }

  @Test mutating func `two presses on one cell within 400 milliseconds are double`() {
    _ = feed("\u{1B}[<0;3;5M\u{1B}[<0;3;5m", 0)

    #expect(
      feed("\u{1B}[<0;3;5M", 400) == [.mouse(Mouse(.doublePress, at: Point(column: 2, row: 4)))])
  }

  @Test mutating func `two slow presses are two presses`() {
    _ = feed("\u{1B}[<0;3;5M", 0)

    #expect(feed("\u{1B}[<0;3;5M", 401) == [.mouse(Mouse(.press, at: Point(column: 2, row: 4)))])
  }

  @Test mutating func `a third press begins anew`() {
    _ = feed("\u{1B}[<0;3;5M\u{1B}[<0;3;5M", 0)

    #expect(feed("\u{1B}[<0;3;5M", 10) == [.mouse(Mouse(.press, at: Point(column: 2, row: 4)))])
  }

  @Test mutating func `the wheel turns`() {
    let at = Point(column: 0, row: 0)
    #expect(
      feed("\u{1B}[<64;1;1M\u{1B}[<65;1;1M", 0)
        == [.mouse(Mouse(.wheelUp, at: at)), .mouse(Mouse(.wheelDown, at: at))])
  }

  @Test mutating func `an old mouse report is swallowed`() {
    #expect(feed("\u{1B}[M !!a", 0) == [.text("a")])
  }

  private mutating func feed(_ text: String, _ now: Int64) -> [Event] {
    parser.feed(Array(text.utf8), now: now)
  }
}
