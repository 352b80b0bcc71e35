/// Numbers that look random and are the same on each run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// Source: SplitMix64, Steele and others 2014.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededNumbers {
  /// The bytes with up to eight of them changed, left out, doubled or cut off.
  mutating func mutated(_ bytes: [UInt8], with tokens: [[UInt8]]) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...8, using: &self) where !result.isEmpty {
      let place = Int.random(in: 0..<result.count, using: &self)
      switch Int.random(in: 0..<6, using: &self) {
      case 0: result[place] = UInt8.random(in: 0...255, using: &self)
      case 1: result.remove(at: place)
      case 2: result.insert(contentsOf: tokens.randomElement(using: &self) ?? [], at: place)
      case 3: result.removeSubrange(place..<min(place + 40, result.count))
      case 4: result.insert(contentsOf: result[place..<min(place + 40, result.count)], at: place)
      default:
        if Int.random(in: 0..<4, using: &self) == 0 { result.removeSubrange(place...) }
      }
    }
    return result
  }
}
