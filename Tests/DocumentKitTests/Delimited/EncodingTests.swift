import DocumentKit
import Foundation
import Testing

@Suite struct EncodingTests {
  private let list = "题名,责任者\r\n关于防汛的通知,农业农村局\r\n"
  private let rows = [["题名", "责任者"], ["关于防汛的通知", "农业农村局"]]

  /// 关于 and so on in GB18030, a comma, a line end.
  private let gbk: [UInt8] =
    [0xCC, 0xE2, 0xC3, 0xFB, 0x2C, 0xC8, 0xD5, 0xC6, 0xDA, 0x0D, 0x0A]

  @Test func `UTF-8 without a mark is found`() throws {
    let found = try document(list)

    #expect(found.encoding == .utf8)
    #expect(found.texts == rows)
  }

  @Test func `UTF-8 with a mark is found and the mark is no text`() throws {
    let found = try document("\u{FEFF}" + list)

    #expect(found.encoding == .utf8Marked)
    #expect(found.texts == rows)
  }

  @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian], [true, false])
  func `UTF-16 is found with and without a mark`(encoding: TextEncoding, isMarked: Bool) throws {
    let units = Array(((isMarked ? "\u{FEFF}" : "") + list).utf16)
    let bytes = units.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return encoding == .utf16LittleEndian ? pair : pair.reversed()
    }

    let found = try document(bytes)

    #expect(found.encoding == encoding)
    #expect(found.texts == rows)
  }

  @Test func `GBK is found and read as GB18030`() throws {
    let found = try document(gbk)

    #expect(found.encoding == .gb18030)
    #expect(found.texts == [["题名", "日期"]])
  }

  @Test func `a character of four bytes in GB18030 is read`() throws {
    // 𠮷, U+20BB7.
    let found = try document(gbk + [0x95, 0x34, 0xB2, 0x35])

    #expect(found.texts.last == ["\u{20BB7}"])
  }

  @Test func `an encoding that the caller names is taken`() throws {
    let found = try document(Array("联通".utf8), encoding: .utf8)

    #expect(found.encoding == .utf8)
  }

  @Test func `a byte that no encoding takes is a fault with its line and offset`() {
    #expect(
      throws: TableFault.badText(line: 2, byteOffset: 13, encoding: .gb18030)
    ) {
      try document(gbk + [0xCC, 0xE2, 0xFF, 0x0A])
    }
  }

  @Test func `a wrong byte in a text that is plainly UTF-8 is not read as GB18030`() {
    let text = Array("关于印发机关档案管理规定的通知等文件\n甲".utf8)
    let line = Array("关于印发机关档案管理规定的通知等文件\n".utf8)

    #expect(
      throws: TableFault.badText(line: 2, byteOffset: line.count, encoding: .utf8)
    ) {
      try document(Array(text.dropLast(3)) + [0xE5, 0xC5])
    }
  }

  @Test func `a wrong encoding named by the caller is a fault, not nonsense`() {
    #expect(throws: TableFault.badText(line: 1, byteOffset: 0, encoding: .utf8)) {
      try document(gbk, encoding: .utf8)
    }
  }

  @Test func `a NUL is refused with its line and offset`() {
    #expect(throws: TableFault.nul(line: 2, byteOffset: 4)) {
      try document([0x61, 0x0A, 0x62, 0x2C, 0x00, 0x63, 0x0A])
    }
  }

  @Test func `a character over the end of a piece is read whole`() throws {
    // A piece of the reader is 256 KiB; three-byte characters never end there.
    let row = String(repeating: "档", count: 20_000)
    let text = Array(repeating: row, count: 10).joined(separator: "\n")

    #expect(try document("a" + text).texts == [["a" + row]] + Array(repeating: [row], count: 9))
  }

  @Test func `a file cut inside a character is a fault`() {
    let bytes = Array(String(repeating: "档", count: 20).utf8.dropLast())

    #expect(throws: TableFault.badText(line: 1, byteOffset: 57, encoding: .utf8)) {
      try document(bytes)
    }
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE6, 0xA1],
  ])
  func `what is not strictly UTF-8 is refused`(bytes: [UInt8]) {
    #expect(throws: TableFault.badText(line: 2, byteOffset: 2, encoding: .utf8)) {
      try document([0x61, 0x0A] + bytes, encoding: .utf8)
    }
  }

  @Test func `every character survives in every encoding that has it`() throws {
    let special = Set(",\"';|\u{FEFF}".unicodeScalars)
    let text = (UInt32(0x20)...0x2FFFF).compactMap(Unicode.Scalar.init)
      .filter { !special.contains($0) }
    let lines = stride(from: 0, to: text.count, by: 5_000).map { start in
      var line = "x"
      line.unicodeScalars.append(contentsOf: text[start..<min(start + 5_000, text.count)])
      return line
    }
    let joined = lines.joined(separator: "\n")
    let wide = joined.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    #expect(try document(Array(joined.utf8), encoding: .utf8).texts.flatMap { $0 } == lines)
    #expect(
      try document(wide, encoding: .utf16LittleEndian).texts.flatMap { $0 } == lines)
  }
}
