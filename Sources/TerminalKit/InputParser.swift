/// Bytes from a terminal made into events; its state lives from read to read.
///
/// A sequence or a character may be split over reads anywhere. Nothing it is given can stop it:
/// what it does not know is dropped.
struct InputParser: Sendable {
  /// How long a lone Esc waits for the rest of a sequence, in milliseconds.
  let escapeDelay: Int64

  private var state = State.ground
  private var pending: [UInt8] = []
  private var character = PartialCharacter()
  private var typed = ""
  private var events: [Event] = []
  private var waitsSince: Int64 = 0
  private var clicks = ClickCounter()
  private var reports: [Int] = []
  private var reportsGiven = 0

  private enum State {
    case ground
    /// After Esc, CSI, SS3, `ESC ]` or `ESC P`; `pending` holds the bytes after Esc.
    case escape, csi, ss3, string
    /// The bytes of an old mouse report that are still to come.
    case oldMouse(Int)
    case paste
  }

  init(escapeDelay: Int64 = 25) {
    self.escapeDelay = escapeDelay
  }

  /// When `expire` should be called, on the clock of `now`; nil when nothing waits.
  var deadline: Int64? {
    switch state {
    case .ground: nil
    case .escape: waitsSince + escapeDelay
    case .csi, .ss3, .string, .oldMouse: waitsSince + 300
    case .paste: waitsSince + 2_000
    }
  }

  /// The events of one batch of bytes.
  mutating func feed(_ bytes: some Sequence<UInt8>, now: Int64) -> [Event] {
    var isFirst = true
    for byte in bytes {
      take(byte, isFirst: isFirst, now)
      isFirst = false
    }
    waitsSince = now
    return flush()
  }

  /// What waited too long: a lone Esc is a key, an unfinished sequence is dropped, a paste whose
  /// end never came is given as it is.
  mutating func expire(now: Int64) -> [Event] {
    guard let deadline, now >= deadline else { return [] }
    switch state {
    case .escape: press(.escape)
    case .paste: endPaste()
    default: break
    }
    rest()
    return flush()
  }

  /// The next answer to the width probe: its number from 1 and the column; nil when none is left.
  mutating func nextReport() -> (number: Int, column: Int)? {
    guard !reports.isEmpty else { return nil }
    reportsGiven += 1
    return (reportsGiven, reports.removeFirst())
  }

  /// Whether an answer to the width probe is still to come.
  var awaitsReports: Bool { reportsGiven + reports.count < 2 }

  // MARK: Bytes

  private mutating func take(_ byte: UInt8, isFirst: Bool, _ now: Int64) {
    switch state {
    case .ground: ground(byte)
    case .escape: afterEscape(byte, isFirst: isFirst)
    case .csi: insideCSI(byte, now)
    case .ss3: insideSS3(byte)
    case .string: insideString(byte)
    case .oldMouse(let left): state = left > 1 ? .oldMouse(left - 1) : .ground
    case .paste: insidePaste(byte)
    }
  }

  private mutating func ground(_ byte: UInt8) {
    if byte >= 0x80 {
      if let scalar = character.take(byte) { type(scalar) }
      return
    }
    character = PartialCharacter()
    if byte == 0x1B {
      state = .escape
    } else if byte >= 0x20 && byte < 0x7F {
      type(Unicode.Scalar(byte))
    } else if let key = KeyTable.control(byte) {
      press(key)
    }
  }

  private mutating func afterEscape(_ byte: UInt8, isFirst: Bool) {
    switch byte {
    case UInt8(ascii: "["): state = .csi
    case UInt8(ascii: "O"): state = .ss3
    case UInt8(ascii: "]") where !isFirst, UInt8(ascii: "P") where !isFirst: state = .string
    case UInt8(ascii: "0")...UInt8(ascii: "9") where !isFirst:
      rest()
      press(.function(byte == UInt8(ascii: "0") ? 10 : Int(byte - UInt8(ascii: "0"))))
    case 0x21..<0x7F where !isFirst:
      rest()
      press(.alt(Character(Unicode.Scalar(byte))))
    default:
      rest()
      press(.escape)
      ground(byte)
    }
  }

  private mutating func insideCSI(_ byte: UInt8, _ now: Int64) {
    switch byte {
    case 0x20..<0x40:
      pending.append(byte)
      if pending.count > 64 { rest() }
    case UInt8(ascii: "[") where pending.isEmpty:
      pending.append(byte)  // the Linux console's F1 to F5: ESC [ [ A
    case 0x24 where !pending.isEmpty, 0x40..<0x7F:
      let body = pending
      rest()
      finishCSI(body, byte, now)
    default:
      rest()
      ground(byte)
    }
  }

  private mutating func finishCSI(_ body: [UInt8], _ final: UInt8, _ now: Int64) {
    let sequence = ControlSequence(body: body, final: final)
    if body.isEmpty && final == UInt8(ascii: "M") {
      state = .oldMouse(3)
    } else if sequence.isPasteStart {
      state = .paste
    } else if let mouse = sequence.mouse {
      if let event = clicks.event(mouse, now) { emit(.mouse(event)) }
    } else if let column = sequence.reportedColumn {
      if awaitsReports { reports.append(column) }
    } else if let key = KeyTable.key(sequence) {
      press(key)
    }
  }

  private mutating func insideSS3(_ byte: UInt8) {
    rest()
    switch KeyTable.applicationKeypad(byte) {
    case .key(let key): press(key)
    case .text(let text): for scalar in text.unicodeScalars { type(scalar) }
    default: if byte < 0x20 || byte >= 0x7F { ground(byte) }
    }
  }

  /// An answer nobody asked for: dropped up to its end.
  private mutating func insideString(_ byte: UInt8) {
    pending.append(byte)
    switch byte {
    case 0x07, 0x18, 0x1A: rest()
    case UInt8(ascii: "\\") where pending.dropLast().last == 0x1B: rest()
    default: if pending.count > 4_096 { rest() }
    }
  }

  private mutating func insidePaste(_ byte: UInt8) {
    pending.append(byte)
    if byte == UInt8(ascii: "~"), pending.suffix(6).elementsEqual(Self.pasteEnd) {
      pending.removeLast(6)
      endPaste()
      rest()
    }
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func endPaste() {
    let text = PastedText.of(pending)
    if !text.isEmpty { emit(.paste(text)) }
  }

  private mutating func rest() {
    state = .ground
    pending = []
  }

  // MARK: Events

  private mutating func type(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x20 || (value >= 0x7F && value < 0xA0) { return }
    typed.unicodeScalars.append(scalar)
  }

  private mutating func press(_ key: Key) { emit(.key(key)) }

  private mutating func emit(_ event: Event) {
    flushTyped()
    events.append(event)
  }

  private mutating func flushTyped() {
    guard !typed.isEmpty else { return }
    events.append(.text(typed))
    typed = ""
  }

  private mutating func flush() -> [Event] {
    flushTyped()
    defer { events = [] }
    return events
  }
}
