/// Random numbers that are the same at each run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of Hanzi, ASCII, marks, punctuation and characters no terminal should see.
  mutating func text(upTo length: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      if let scalar = Unicode.Scalar(scalarValue()) { text.append(scalar) }
    }
    return String(text)
  }

  private mutating func scalarValue() -> UInt32 {
    switch Int.random(in: 0..<12, using: &self) {
    case 0..<4: UInt32.random(in: 0x4E00...0x9FFF, using: &self)
    case 4..<7: UInt32.random(in: 0x20...0x7E, using: &self)
    case 7: UInt32.random(in: 0x300...0x36F, using: &self)
    case 8: UInt32.random(in: 0x3000...0x303F, using: &self)
    case 9: UInt32.random(in: 0x2010...0x2070, using: &self)
    case 10: UInt32.random(in: 0...0x20, using: &self)
    default: UInt32.random(in: 0...0x10FFFF, using: &self)
    }
  }
}
