/// Tells from the bytes of a record's fields whether a query may find it, so that a command which
/// looks once lays out only what it finds.
///
/// What it stops no query finds; what it passes is looked at again.
package struct LookUpSieve: Sendable {
  private struct Test: Sendable {
    var needle: ByteNeedle
    var letters: InitialsNeedle?
    var quick: QuickTest
  }

  /// What of a test is tried on every record, without anything to retain.
  private struct QuickTest: Sendable {
    /// The Hanzi that it begins with; nil where it begins otherwise or may be initials.
    var first: HanziNeedle?
    var number: Int?
    var year: Year?
  }

  private let tests: [Test]
  private let quick: [QuickTest]
  /// Tests that no field of this record has met yet, a bit each.
  private var pending: UInt64 = 0
  private var folded: [UInt8] = []
  private var usual: [UInt8] = []
  private var other: [UInt8] = []

  package init(_ query: LookUpQuery) {
    let tests: [Test] = query.terms.prefix(64).compactMap { term in
      let needle = ByteNeedle(Array(term.folded.utf8))
      guard !needle.bytes.isEmpty else { return nil }
      var test = Test(
        needle: needle, quick: QuickTest(first: HanziNeedle(startOf: needle.bytes)))
      switch term {
      case .letters(let text): test.letters = InitialsNeedle(letters: Array(text.utf8))
      case .number(let number, _): test.quick.number = number
      case .year(let year, _): test.quick.year = year
      case .text, .facet: break
      }
      return test
    }
    self.tests = tests
    quick = tests.map(\.quick)
  }

  /// Begins with the next record.
  package mutating func begin(number: Int?, year: Year) {
    pending = 0
    for i in quick.indices
    where quick[i].year != year && (quick[i].number == nil || quick[i].number != number) {
      pending |= 1 << UInt64(i)
    }
  }

  /// Whether the record that was begun may fit.
  package var passes: Bool { pending == 0 }

  /// Looks at a field in UTF-8.
  /// - Parameter initials: whether it is found by its pinyin initials too.
  package mutating func look(_ field: UnsafeBufferPointer<UInt8>, initials: Bool = false) {
    guard pending != 0, !field.isEmpty, mayMeet(field) else { return }
    folded.removeAll(keepingCapacity: true)
    SearchFold.append(field, to: &folded)
    let end = folded.count
    folded.append(contentsOf: repeatElement(0, count: ByteNeedle.padding))
    var hasLetters = false
    for (i, test) in tests.enumerated() where pending & 1 << UInt64(i) != 0 {
      var isMet = Self.holds(folded, end) { test.needle.first(in: $0, $1) }
      if !isMet, initials, let letters = test.letters {
        if !hasLetters { layInitials(field) }
        hasLetters = true
        isMet = meets(letters)
      }
      if isMet { pending &= ~(1 << UInt64(i)) }
    }
  }

  /// Whether a pending test may be met here, by the bytes as they are: Hanzi fold to themselves.
  private func mayMeet(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    quick.indices.contains { i in
      pending & 1 << UInt64(i) != 0 && (quick[i].first?.stands(in: field) ?? true)
    }
  }

  /// Looks at a text that is not stored as it is looked for.
  package mutating func look(_ text: String) {
    var text = text
    text.withUTF8 { look($0) }
  }

  private mutating func layInitials(_ field: UnsafeBufferPointer<UInt8>) {
    usual.removeAll(keepingCapacity: true)
    other.removeAll(keepingCapacity: true)
    PinyinInitials.append(field, to: &usual, &other)
    usual.append(contentsOf: repeatElement(0, count: ByteNeedle.padding))
    other.append(contentsOf: repeatElement(0, count: ByteNeedle.padding))
  }

  private func meets(_ letters: InitialsNeedle) -> Bool {
    let end = usual.count - ByteNeedle.padding
    return other.withUnsafeBufferPointer { other in
      Self.holds(usual, end) { usual, range in
        other.baseAddress.flatMap { letters.first(usual: usual, other: $0, range) }
      }
    }
  }

  private static func holds(
    _ row: [UInt8], _ end: Int, _ first: (UnsafePointer<UInt8>, Range<Int>) -> Int?
  ) -> Bool {
    row.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { first($0, 0..<end) } != nil
    }
  }
}
