/// The grounds 依据 of periods that a person gives without a rule behind them.
package enum HandBasis {
  // Stored.
  /// One paper after the other, by looking at it.
  package static let oneByOne = "hand:逐件划定"
  /// For a reason in the person's words.
  package static func because(_ reason: String) -> String { "hand:" + reason }
  /// Many papers at once.
  package static let together = "hand:成批划定"
}
