/// Reads the escapes with which a workbook writes characters that XML cannot hold.
///
/// Source: ECMA-376-1, 22.4.2.4: `_xHHHH_` is a UTF-16 code unit.
enum EscapedText {
  /// The text with its escapes read; an escaped NUL or a lone surrogate stays as it is written.
  static func read(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard hasEscape(bytes) else { return text }
    var units: [UInt16] = []
    let source = Array(text.utf16)
    var index = 0
    while index < source.count {
      if let unit = unit(source, index), isReadable(unit, source, index) {
        units.append(unit)
        index += 7
      } else {
        units.append(source[index])
        index += 1
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func hasEscape(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 7 else { return false }
    return bytes.indices.dropLast(6).contains { bytes[$0] == 0x5F && bytes[$0 + 1] == 0x78 }
  }

  /// The code unit that an escape at `index` stands for.
  private static func unit(_ source: [UInt16], _ index: Int) -> UInt16? {
    guard index >= 0, index + 6 < source.count, source[index] == 0x5F, source[index + 1] == 0x78,
      source[index + 6] == 0x5F
    else { return nil }
    var value: UInt16 = 0
    for place in index + 2...index + 5 {
      guard let digit = hexDigit(source[place]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private static func hexDigit(_ unit: UInt16) -> UInt16? {
    switch unit {
    case 0x30...0x39: unit - 0x30
    case 0x41...0x46: unit - 0x41 + 10
    case 0x61...0x66: unit - 0x61 + 10
    default: nil
    }
  }

  private static func isReadable(_ unit: UInt16, _ source: [UInt16], _ index: Int) -> Bool {
    switch unit {
    case 0: false
    case 0xD800...0xDBFF: self.unit(source, index + 7).map { 0xDC00...0xDFFF ~= $0 } ?? false
    case 0xDC00...0xDFFF: self.unit(source, index - 7).map { 0xD800...0xDBFF ~= $0 } ?? false
    default: true
    }
  }
}
