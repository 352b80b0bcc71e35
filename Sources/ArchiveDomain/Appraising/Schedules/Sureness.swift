/// How sure a row of a schedule is of its source.
package enum Sureness: String, Codable, CaseIterable, Sendable {
  // Stored.
  /// Seen in the original, or quoted from it by its number.
  case original = "确"
  /// Seen in second-hand papers that agree.
  case secondHand = "确*"
  /// Recalled only: shown as doubtful wherever it is cited.
  case recalled = "忆"
  /// The unit's own table: it is its own original.
  case own = ""
}
