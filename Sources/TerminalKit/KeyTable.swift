/// Which key a sequence is, in the spellings of xterm, the Linux console, rxvt and PuTTY.
enum KeyTable {
  /// The key of a control byte; nil for Ctrl-Space and others nobody may bind.
  static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C: .control("\\")
    case 0x1F: .control("/")
    default: nil
    }
  }

  /// The key of a CSI sequence; nil when there is none.
  static func key(_ sequence: ControlSequence) -> Key? {
    let modifiers = (sequence.parameter(1) ?? 1) - 1
    let isShift = modifiers & 1 != 0
    let isControl = modifiers & 4 != 0
    if sequence.body.first == UInt8(ascii: "[") {
      return letters(sequence.final, "ABCDE").map { .function($0 + 1) }
    }
    switch Character(Unicode.Scalar(sequence.final)) {
    case "A": return isShift ? .shiftUp : .up
    case "B": return isShift ? .shiftDown : .down
    case "C": return .right
    case "D": return .left
    case "H": return isControl ? .controlHome : .home
    case "F": return isControl ? .controlEnd : .end
    case "Z": return .backTab
    case "a": return .shiftUp  // rxvt
    case "b": return .shiftDown
    case "c": return .right
    case "d": return .left
    case "P", "Q", "R", "S":
      guard modifiers == 0 else { return nil }
      return letters(sequence.final, "PQRS").map { .function($0 + 1) }
    case "~": return modifiers == 0 || !isFunction(sequence) ? tilde(sequence, isControl) : nil
    case "^": return tilde(sequence, true)  // rxvt, Ctrl
    case "$": return isFunction(sequence) ? nil : tilde(sequence, false)  // rxvt, Shift
    case "u": return plain(sequence.parameter(0))
    default: return nil
    }
  }

  /// What SS3 and a letter mean: keys, and the keypad's characters.
  static func applicationKeypad(_ byte: UInt8) -> Event? {
    switch Character(Unicode.Scalar(byte)) {
    case "A": .key(.up)
    case "B": .key(.down)
    case "C", "c": .key(.right)
    case "D", "d": .key(.left)
    case "a": .key(.up)
    case "b": .key(.down)
    case "H": .key(.home)
    case "F": .key(.end)
    case "M": .key(.enter)
    case "P", "Q", "R", "S": letters(byte, "PQRS").map { .key(.function($0 + 1)) }
    case "j"..."y": .text(String(UnicodeScalar(byte - 0x40)))
    default: nil
    }
  }

  /// Keys spelt with a number and `~`: vt220, xterm, rxvt, PuTTY, kitty.
  private static func tilde(_ sequence: ControlSequence, _ isControl: Bool) -> Key? {
    guard let number = sequence.parameter(0) else { return nil }
    switch number {
    case 1, 7: return isControl ? .controlHome : .home
    case 4, 8: return isControl ? .controlEnd : .end
    case 2: return .insert
    case 3: return .delete
    case 5: return .pageUp
    case 6: return .pageDown
    case 27: return plain(sequence.parameter(2))
    default: return functionNumbers[number].map { .function($0) }
    }
  }

  private static let functionNumbers = [
    11: 1, 12: 2, 13: 3, 14: 4, 15: 5, 17: 6, 18: 7, 19: 8, 20: 9, 21: 10, 23: 11, 24: 12,
  ]

  private static func isFunction(_ sequence: ControlSequence) -> Bool {
    sequence.parameter(0).map { functionNumbers[$0] != nil } ?? false
  }

  /// Keys that some terminals send as their code.
  private static func plain(_ code: Int?) -> Key? {
    switch code {
    case 9: .tab
    case 13: .enter
    case 27: .escape
    case 127: .backspace
    default: nil
    }
  }

  private static func letters(_ byte: UInt8, _ row: String) -> Int? {
    Array(row.utf8).firstIndex(of: byte)
  }
}
