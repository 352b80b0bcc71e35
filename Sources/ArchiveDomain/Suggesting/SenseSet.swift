/// Which of up to 512 senses a text has.
struct SenseSet: Hashable, Sendable {
  static let capacity = 512
  private var bits = SIMD8<UInt64>.zero

  init() {}

  init(_ senses: some Sequence<Int>) {
    for sense in senses { insert(sense) }
  }

  mutating func insert(_ sense: Int) { bits[sense >> 6] |= 1 << UInt64(sense & 63) }

  func contains(_ sense: Int) -> Bool { bits[sense >> 6] & (1 << UInt64(sense & 63)) != 0 }

  mutating func formUnion(_ other: SenseSet) { bits |= other.bits }

  func union(_ other: SenseSet) -> SenseSet {
    var both = self
    both.formUnion(other)
    return both
  }

  func meets(_ other: SenseSet) -> Bool { bits & other.bits != .zero }
}
