extension SearchArena {
  /// Hits with the likeliest first: the number or code that was typed, then titles which begin with
  /// the words, then titles which hold them all, then the others; each group in catalogue order.
  package func ranked(_ hits: [Int32], by query: LookUpQuery) -> [Int32] {
    let wanted = query.terms.filter { !$0.folded.isEmpty }
    guard !wanted.isEmpty, hits.count > 1 else { return hits }
    let needles = wanted.map { ByteNeedle(Array($0.folded.utf8)) }
    let phrases = zip(wanted, needles).filter { if case .text = $0.0 { true } else { false } }.map(
      \.1)
    return withPointers { bytes in
      var groups: [[Int32]] = [[], [], [], []]
      for position in hits {
        let record = Int(position)
        if zip(wanted, needles).contains(where: { isExact($0, $1, record, bytes) }) {
          groups[0].append(position)
        } else {
          groups[titleGroup(phrases, record, bytes)].append(position)
        }
      }
      return groups.flatMap { $0 }
    }
  }

  private func titleGroup(_ phrases: [ByteNeedle], _ record: Int, _ bytes: Pointers) -> Int {
    guard let first = phrases.first else { return 3 }
    let title = slots[record].title
    if starts(title, with: first, bytes) { return 1 }
    let range = Int(title.lowerBound)..<Int(title.upperBound)
    return phrases.allSatisfy { $0.first(in: bytes.text, range) != nil } ? 2 : 3
  }

  /// The term is the record's number, its whole code or 文号, or the end of its code.
  private func isExact(
    _ term: LookUpTerm, _ needle: ByteNeedle, _ record: Int, _ bytes: Pointers
  ) -> Bool {
    if case .number(let number, _) = term { return Int(facts[record].number) == number }
    if case .year = term { return false }
    let slot = slots[record]
    if slot.docNo.count == needle.bytes.count, starts(slot.docNo, with: needle, bytes) {
      return true
    }
    guard slot.code.count >= needle.bytes.count else { return false }
    let tail = (slot.code.upperBound - UInt32(needle.bytes.count))..<slot.code.upperBound
    guard starts(tail, with: needle, bytes) else { return false }
    return tail == slot.code || bytes.text[Int(tail.lowerBound) - 1] == UInt8(ascii: "-")
  }

  private func starts(_ range: Range<UInt32>, with needle: ByteNeedle, _ bytes: Pointers) -> Bool {
    guard range.count >= needle.bytes.count else { return false }
    let start = Int(range.lowerBound)
    return needle.bytes.indices.allSatisfy { bytes.text[start + $0] == needle.bytes[$0] }
  }
}
