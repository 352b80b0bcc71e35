import DocumentKit
import Foundation
import Testing

@Suite struct RefusedFileTests {
  private let workbook = HandMadeWorkbook(
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>文号</t></is></c></row>")

  @Test func `a file that is not there`() {
    #expect(throws: TableFault.notFound) {
      try TableReader.read(URL(filePath: "/no/such/list.xlsx"))
    }
  }

  @Test func `a folder and a device are no files`() throws {
    let folder = try FreshFolder()

    #expect(throws: TableFault.notATable(.notAFile)) { try TableReader.read(folder.url) }
    #expect(throws: TableFault.notATable(.notAFile)) {
      try TableReader.read(URL(filePath: "/dev/zero"))
    }
  }

  @Test func `a pipe is refused without waiting for it`() throws {
    let folder = try FreshFolder()
    let pipe = folder.url.appending(path: "list.csv")
    mkfifo(pipe.path, 0o600)

    #expect(throws: TableFault.notATable(.notAFile)) { try TableReader.read(pipe) }
  }

  @Test func `an empty file`() {
    #expect(throws: TableFault.notATable(.empty)) { try document("") }
  }

  @Test(arguments: [
    (["EncryptedPackage"], "list.xlsx", TableFault.encrypted),
    (["Workbook"], "list.xlsx", .oldExcel), (["Book"], "list.xls", .oldExcel),
    (["Workbook"], "list.et", .wps), (["WordDocument"], "list.doc", .notATable(.word)),
  ])
  func `an old binary file is told by what is in it, not by its name`(
    streams: [String], name: String, fault: TableFault
  ) {
    #expect(throws: fault) { try document(compound(streams), name) }
  }

  @Test(arguments: [
    ("%PDF-1.7\n", TableFault.Foreign.pdf), ("<html><table><tr>", .markup),
    ("\u{FEFF}\r\n<?xml version=\"1.0\"?>", .markup), ("GIF89a", .image), ("Rar!\u{1A}", .archive),
  ])
  func `a file of another kind is named`(start: String, foreign: TableFault.Foreign) {
    #expect(throws: TableFault.notATable(foreign)) { try document(start, "list.xls") }
  }

  @Test func `a zip file that is no workbook`() {
    var zip = PlainZip()
    zip.add("读我.txt", Array("x".utf8))

    #expect(throws: TableFault.notATable(.archive)) { try document(zip.bytes, "list.xlsx") }
  }

  @Test(arguments: [
    ("word/document.xml", TableFault.Foreign.word), ("ppt/presentation.xml", .slides),
    ("xl/workbook.bin", .binaryWorkbook),
  ])
  func `an office file of another kind is named`(main: String, foreign: TableFault.Foreign) {
    var other = workbook.replacing("xl/workbook.xml", with: main, in: "_rels/.rels")
    other.parts[main] = "<document/>"

    #expect(throws: TableFault.notATable(foreign)) { try other.read() }
  }

  @Test func `a workbook cut short anywhere is no smaller workbook`() throws {
    let bytes = workbook.bytes

    for length in stride(from: 4, to: bytes.count, by: 37) {
      #expect(throws: TableFault.truncated) {
        try document(Array(bytes[..<length]), "list.xlsx")
      }
    }
  }

  @Test func `a part that is not well-formed is named with its line`() {
    let broken = workbook.replacing(
      "<sheetData>", with: "<sheetData>\n</row>", in: "xl/worksheets/sheet1.xml")

    #expect(throws: TableFault.damaged(part: "xl/worksheets/sheet1.xml", line: 2)) {
      try broken.read()
    }
  }

  @Test func `a part that is missing is named`() {
    var broken = workbook
    broken.parts["xl/worksheets/sheet1.xml"] = nil

    #expect(throws: TableFault.damaged(part: "xl/worksheets/sheet1.xml", line: 0)) {
      try broken.read()
    }
  }

  @Test func `a shared string that is missing is a fault`() {
    let broken = HandMadeWorkbook("<row><c t=\"s\"><v>7</v></c></row>")

    #expect(throws: TableFault.self) { try broken.read() }
  }

  @Test(arguments: ["文号", "&c;"])
  func `a part that declares entities is refused, used or not`(text: String) {
    let declared = """
      <!DOCTYPE worksheet [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">\
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><worksheet
      """
    let part = "xl/worksheets/sheet1.xml"
    let hostile = workbook.replacing("文号", with: text, in: part)
      .replacing("<worksheet", with: declared, in: part)

    #expect(throws: TableFault.damaged(part: part, line: 1)) { try hostile.read() }
  }

  @Test func `an encrypted entry is told as that`() {
    var zip = PlainZip()
    for (name, text) in workbook.parts { zip.add(name, Array(text.utf8), flags: 0x0801) }

    #expect(throws: TableFault.encrypted) { try document(zip.bytes, "list.xlsx") }
  }

  @Test func `more unpacked bytes than the limit are refused`() {
    var limits = ReadingLimits()
    limits.unpackedBytes = 1_000

    #expect(throws: TableFault.tooLarge(.unpacked, limit: 1_000, place: nil)) {
      try workbook.read(limits: limits)
    }
  }

  @Test func `more parts than the limit are refused`() {
    var limits = ReadingLimits()
    limits.parts = 3

    #expect(throws: TableFault.tooLarge(.parts, limit: 3, place: nil)) {
      try workbook.read(limits: limits)
    }
  }

  @Test func `a field over its limit is refused with its place`() {
    let long = String(repeating: "x", count: 64 * 1024 + 1)
    let place = CellPlace(sheet: "收文", row: 1, column: 0)

    #expect(throws: TableFault.tooLarge(.field, limit: 64 * 1024, place: place)) {
      try workbook.replacing("文号", with: long, in: "xl/worksheets/sheet1.xml").read()
    }
  }

  @Test func `a row over its limit is refused with its place`() {
    let cell = "<c t=\"inlineStr\"><is><t>\(String(repeating: "x", count: 60_000))</t></is></c>"
    let place = CellPlace(sheet: "收文", row: 1, column: 17)

    #expect(throws: TableFault.tooLarge(.row, limit: 1024 * 1024, place: place)) {
      try HandMadeWorkbook("<row>" + String(repeating: cell, count: 18) + "</row>").read()
    }
  }

  @Test func `a column over the limit is refused with its place`() {
    let place = CellPlace(sheet: "收文", row: 1, column: 16_383)

    #expect(throws: TableFault.tooLarge(.columns, limit: 10_000, place: place)) {
      try HandMadeWorkbook("<row><c r=\"XFD1\"><v>1</v></c></row>").read()
    }
  }

  @Test func `cells far out that only fill memory are refused`() {
    let rows = (1...40).map { "<row r=\"\($0)\"><c r=\"NTP\($0)\"><v>1</v></c></row>" }.joined()
    var limits = ReadingLimits()
    limits.cells = 100_000

    #expect(throws: TableFault.tooLarge(.cells, limit: 100_000, place: nil)) {
      try HandMadeWorkbook(rows).read(limits: limits)
    }
  }

  /// A compound file as far as its directory names streams.
  private func compound(_ streams: [String]) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += Array(repeating: 0, count: 512 - bytes.count)
    for stream in streams {
      var entry = stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      entry += Array(repeating: 0, count: 64 - entry.count)
      entry.append(UInt8((stream.utf16.count + 1) * 2))
      bytes += entry + Array(repeating: 0, count: 128 - entry.count)
    }
    return bytes
  }
}
