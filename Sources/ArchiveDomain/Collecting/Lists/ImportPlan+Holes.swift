extension ImportPlan {
  /// Numbers that a class of the list lacks (断件号).
  package struct ClassHoles: Hashable, Sendable {
    package var type: String
    package var year: Year
    package var period: RetentionPeriod
    package var org: String
    /// 0 when the numbers do not count in a volume.
    package var volume: Int
    package var holes: [ClosedRange<Int>]
  }

  /// The classes whose numbers have holes, in order of appearance; of rows that will be added.
  package var numberHoles: [ClassHoles] {
    var order: [ClassHoles] = []
    var numbers: [ClassHoles: [Int]] = [:]
    for row in rows where row.fate == .add {
      let candidate = row.candidate
      guard let number = candidate.number else { continue }
      let key = ClassHoles(
        type: candidate.type, year: candidate.year, period: candidate.period, org: candidate.org,
        volume: candidate.volumeNumber ?? 0, holes: [])
      if numbers[key] == nil { order.append(key) }
      numbers[key, default: []].append(number)
    }
    return order.compactMap { key in
      let held = numbers[key] ?? []
      let holes = Numbering.holes(held: held, vacant: [], issued: held.max() ?? 0)
      guard !holes.isEmpty else { return nil }
      var found = key
      found.holes = holes
      return found
    }
  }
}
