/// What mends a fault: where Enter leads.
package enum LintMend: Hashable, Sendable {
  /// A field of the first record, by the key of the JSON records.
  case field(String)
  /// The parts of the first record.
  case parts
  /// A period, to be chosen by a person.
  case period
  /// The records beside each other: which of them is right, a person says.
  case compare
  /// Another class.
  case move
  /// The numbers of the class.
  case number
  /// The pieces of the volume.
  case volume

  /// The phrase that says it, in data/languages.
  package var key: String {
    switch self {
    case .field: "field"
    case .parts: "parts"
    case .period: "period"
    case .compare: "compare"
    case .move: "move"
    case .number: "number"
    case .volume: "volume"
    }
  }
}

/// One fault that the check-up found.
package struct LintFinding: Hashable, Sendable {
  package var check: LintCheck
  /// The records it is about, the one to mend first; none when it is about a class.
  package var items: [ItemID]
  /// The class that it is counted in.
  package var seriesID: RowID
  /// What the sentence tells, in order: words as they stand on the record, keys of fields.
  package var facts: [String]
  /// What else it was seen by; when any of it changes, an earlier "not a fault" no longer holds.
  package var seenBy: [String]
  package var mend: LintMend
  /// How many places: numbers that are missing; else 1.
  package var places: Int

  package init(
    _ check: LintCheck, _ items: [ItemID], in seriesID: RowID, facts: [String] = [],
    seenBy: [String] = [], mend: LintMend
  ) {
    self.check = check
    self.items = items
    self.seriesID = seriesID
    self.facts = facts
    self.seenBy = seenBy
    self.mend = mend
    places = 1
  }

  /// What names it among all findings of a library: the check with its records, or with its class.
  // Stored.
  /// The end of the key of the setting that keeps "not a fault".
  package var name: String {
    let about = items.isEmpty ? "s\(seriesID)" : items.map(String.init).joined(separator: "+")
    return "\(check.rawValue)/\(about)"
  }

  /// A short text that differs when any fact differs that the finding depends on.
  // Stored.
  /// Sixteen hexadecimal digits (FNV-1a).
  package var digest: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for fact in facts + seenBy {
      for byte in fact.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x1F) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// "Not a fault", as a person said of a finding.
package struct LintWaiver: Hashable, Sendable {
  package var reason: String
  /// The digest of the finding as it stood then.
  package var digest: String

  package init(reason: String, digest: String) {
    self.reason = reason
    self.digest = digest
  }
}
