extension SearchArena {
  /// The positions of all records that fit the query, in catalogue order.
  ///
  /// - Parameter among: positions to look at, ascending; nil: all. With the hits of an earlier query
  ///   that this one `narrows`, only those are looked at.
  package func find(_ query: LookUpQuery, among: [Int32]? = nil) -> [Int32] {
    let tests = query.terms.map { test($0, alone: query.terms.count == 1) }
    guard !tests.isEmpty else {
      return among ?? ids.indices.filter { ids[$0] != 0 }.map(Int32.init)
    }
    return withPointers { bytes in
      let driver =
        among == nil
        ? tests.indices.filter { tests[$0].drives }.max(by: {
          tests[$0].cost > tests[$1].cost
        }) : nil
      let candidates = driver.map { scan(tests[$0], bytes) } ?? among ?? Array(0..<Int32(ids.count))
      return candidates.filter { position in
        let record = Int(position)
        guard ids[record] != 0 else { return false }
        for index in tests.indices where index != driver {
          guard fits(tests[index], record, bytes) else { return false }
        }
        return true
      }
    }
  }

  /// How many of the records have each value of a facet, most frequent first; unknown years and
  /// empty values are left out.
  package func counts(of facet: SearchFacet, among: [Int32]) -> [(value: String, count: Int)] {
    // Years lie in a small part of the numbers that they could be.
    let size = facet == .year ? Self.usualYears : values.texts.count
    var counts = [Int](repeating: 0, count: size)
    var others: [Int: Int] = [:]
    for position in among {
      let value = max(0, value(facet, Int(position)))
      if value < size { counts[value] += 1 } else { others[value, default: 0] += 1 }
    }
    let usual = counts.indices.filter { counts[$0] > 0 }.map { ($0, counts[$0]) }
    let named = (usual + others.map { ($0.key, $0.value) }).map { value, count in
      (value: facet == .year ? String(value) : values[UInt16(value)], count: count)
    }
    return named.filter { !$0.value.isEmpty && $0.value != "0" }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  /// Years below this are counted by their place.
  private static let usualYears = 2_200

  /// The bytes of all rows, for one scan.
  struct Pointers {
    let text: UnsafePointer<UInt8>
    let usual: UnsafePointer<UInt8>
    let other: UnsafePointer<UInt8>
  }

  /// One term, made ready for scanning.
  struct Test {
    var term: LookUpTerm
    var needle: ByteNeedle
    var letters: InitialsNeedle?
    /// A year beside other terms: digits in the text count only where the year is not known.
    var isAlone: Bool
    var allowed: Set<UInt16>

    /// Bytes can be scanned for it.
    var drives: Bool { !needle.bytes.isEmpty && (isAlone || !isYear) }

    /// Smaller scans and fewer hits first: long texts before initials before numbers.
    var cost: Int {
      switch term {
      case .text: 100 - min(60, needle.bytes.count)
      case .letters: 200 - min(60, needle.bytes.count)
      case .number, .year: 300
      case .facet: 1000
      }
    }

    private var isYear: Bool { if case .year = term { true } else { false } }
  }

  func withPointers<Result>(_ body: (Pointers) -> Result) -> Result {
    text.withUnsafeBufferPointer { text in
      usual.withUnsafeBufferPointer { usual in
        other.withUnsafeBufferPointer { other in
          // Never empty: each row ends with its padding.
          guard let text = text.baseAddress, let usual = usual.baseAddress,
            let other = other.baseAddress
          else { preconditionFailure("a row of the arena lost its padding") }
          return body(Pointers(text: text, usual: usual, other: other))
        }
      }
    }
  }

  private func test(_ term: LookUpTerm, alone: Bool) -> Test {
    var letters: InitialsNeedle?
    if case .letters(let folded) = term { letters = InitialsNeedle(letters: Array(folded.utf8)) }
    var allowed: Set<UInt16> = []
    if case .facet(let facet, let value) = term, facet != .year {
      allowed = values.matching(facet, value)
    }
    return Test(
      term: term, needle: ByteNeedle(Array(term.folded.utf8)), letters: letters, isAlone: alone,
      allowed: allowed)
  }

  /// Scans whole rows of bytes for one term; positions in ascending order.
  private func scan(_ test: Test, _ bytes: Pointers) -> [Int32] {
    var found = [Bool](repeating: false, count: ids.count)
    sweep(textRow, text.count - ByteNeedle.padding, &found) {
      test.needle.first(in: bytes.text, $0)
    }
    if let letters = test.letters {
      sweep(letterRow, usual.count - ByteNeedle.padding, &found) {
        letters.first(usual: bytes.usual, other: bytes.other, $0)
      }
    }
    switch test.term {
    case .number(let number, _):
      for record in facts.indices where facts[record].number == number { found[record] = true }
    case .year(let year, _):
      for record in facts.indices where Int(facts[record].year) == year { found[record] = true }
    case .text, .letters, .facet: break
    }
    return found.indices.filter { found[$0] }.map(Int32.init)
  }

  /// Calls `next` for where a hit begins, and goes on behind the record that the hit lies in.
  private func sweep(
    _ row: Row, _ end: Int, _ found: inout [Bool], next: (Range<Int>) -> Int?
  ) {
    var at = 0
    var slot = 0
    while at < end, let hit = next(at..<end) {
      while slot + 1 < row.starts.count, Int(row.starts[slot + 1]) <= hit { slot += 1 }
      found[row.record(at: slot)] = true
      at = slot + 1 < row.starts.count ? Int(row.starts[slot + 1]) : end
    }
  }

  private func fits(_ test: Test, _ record: Int, _ bytes: Pointers) -> Bool {
    let slot = slots[record]
    switch test.term {
    case .text:
      return has(test.needle, slot, bytes)
    case .letters:
      if has(test.needle, slot, bytes) { return true }
      let range = Int(slot.letters.lowerBound)..<Int(slot.letters.upperBound)
      return test.letters?.first(usual: bytes.usual, other: bytes.other, range) != nil
    case .number(let number, _):
      return Int(facts[record].number) == number || has(test.needle, slot, bytes)
    case .year(let year, _):
      if Int(facts[record].year) == year { return true }
      return (test.isAlone || facts[record].year == 0) && has(test.needle, slot, bytes)
    case .facet(.year, let wanted):
      return String(facts[record].year) == wanted
    case .facet(let facet, _):
      return test.allowed.contains(UInt16(value(facet, record)))
    }
  }

  private func has(_ needle: ByteNeedle, _ slot: Slot, _ bytes: Pointers) -> Bool {
    needle.first(in: bytes.text, Int(slot.text.lowerBound)..<Int(slot.text.upperBound)) != nil
  }

  private func value(_ facet: SearchFacet, _ record: Int) -> Int {
    let fact = facts[record]
    return switch facet {
    case .year: Int(fact.year)
    case .type: Int(fact.type)
    case .period: Int(fact.period)
    case .org: Int(fact.org)
    case .state: Int(fact.state)
    case .level: Int(fact.level)
    }
  }
}
