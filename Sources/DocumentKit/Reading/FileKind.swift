import Foundation

/// What a file is by its first bytes.
package enum FileKind: Sendable {
  /// An .xlsx, which `TableReader` reads.
  case workbook
  /// A text, which `TableReader` and `DelimitedText` read.
  case text

  /// The kind of a file that may hold tables; a fault that says what it is for any other.
  package static func of(_ url: URL) throws(TableFault) -> FileKind {
    try of(ByteFile(url), extension: url.pathExtension)
  }

  /// The kind of a file that may hold tables; a fault that says what it is for any other.
  static func of(_ file: ByteFile, extension name: String) throws(TableFault) -> FileKind {
    let start = try file.read(4096, at: 0)
    guard !start.isEmpty else { throw .notATable(.empty) }
    if start.starts(with: "PK\u{3}\u{4}".utf8) || start.starts(with: "PK\u{5}\u{6}".utf8) {
      return .workbook
    }
    if start.starts(with: compoundFile) { throw try compoundFault(file, name) }
    if let foreign = foreign(start) { throw .notATable(foreign) }
    if isBareOldExcel(start) { throw name.lowercased() == "et" ? .wps : .oldExcel }
    return .text
  }

  /// Source: [MS-CFB] 2.2: the signature of a compound file (.xls, .et, .doc, encrypted .xlsx).
  private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Names of its streams stand in its directory as UTF-16; the directory may lie anywhere.
  private static func compoundFault(
    _ file: ByteFile, _ name: String
  ) throws(TableFault) -> TableFault {
    var streams: Set<String> = []
    var offset = 0
    // Sectors are 512 or 4096 bytes, directory entries 128, so no name crosses a piece's end.
    while offset < min(file.size, 256 << 20) {
      let piece = try file.read(1 << 20, at: offset)
      if piece.isEmpty { break }
      for entry in stride(from: 0, to: piece.count - 127, by: 128) {
        for stream in streamNames where isStream(piece, entry, named: stream) {
          streams.insert(stream)
        }
      }
      offset += piece.count
    }
    if streams.contains("EncryptedPackage") { return .encrypted }
    if streams.contains("WordDocument") { return .notATable(.word) }
    if streams.contains("PowerPoint Document") { return .notATable(.slides) }
    if name.lowercased() == "et" { return .wps }
    let isExcel = streams.contains("Workbook") || streams.contains("Book")
    if isExcel { return .oldExcel }
    return name.lowercased() == "xls" ? .truncated : .notATable(.other)
  }

  private static let streamNames = [
    "EncryptedPackage", "Workbook", "Book", "WordDocument", "PowerPoint Document",
  ]

  /// Source: [MS-CFB] 2.6.1: 64 bytes of name, then its length in bytes with the closing zero.
  private static func isStream(_ bytes: [UInt8], _ entry: Int, named name: String) -> Bool {
    let length = (name.utf16.count + 1) * 2
    guard Int(bytes[entry + 64]) == length, bytes[entry + 65] == 0 else { return false }
    return name.utf8.enumerated().allSatisfy { index, byte in
      bytes[entry + index * 2] == byte && bytes[entry + index * 2 + 1] == 0
    }
  }

  /// A sheet of Excel 2 to 4 has no compound file round it: it begins with its BOF record.
  private static func isBareOldExcel(_ start: [UInt8]) -> Bool {
    guard start.count > 3, start[0] == 0x09, [0x00, 0x02, 0x04].contains(start[1]) else {
      return false
    }
    return [0x04, 0x06, 0x08].contains(start[2]) && start[3] == 0
  }

  private static func foreign(_ start: [UInt8]) -> TableFault.Foreign? {
    let marks: [(String, TableFault.Foreign)] = [
      ("%PDF-", .pdf), ("Rar!", .archive), ("7z\u{BC}", .archive), ("GIF8", .image),
    ]
    for (mark, foreign) in marks where start.starts(with: mark.unicodeScalars.map(byte)) {
      return foreign
    }
    if start.starts(with: [0x89, 0x50, 0x4E, 0x47]) || start.starts(with: [0xFF, 0xD8, 0xFF]) {
      return .image
    }
    if start.starts(with: [0x1F, 0x8B]) { return .archive }
    return isMarkup(start) ? .markup : nil
  }

  private static func byte(_ scalar: Unicode.Scalar) -> UInt8 {
    UInt8(truncatingIfNeeded: scalar.value)
  }

  private static func isMarkup(_ start: [UInt8]) -> Bool {
    let unmarked = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
    let text = unmarked.drop { $0 <= 0x20 }.prefix(16).map { $0 | 0x20 }
    return ["<html", "<!doctype", "<?xml", "<table", "<head", "<meta", "<style", "<div"].contains {
      text.starts(with: $0.utf8.map { $0 | 0x20 })
    }
  }
}
