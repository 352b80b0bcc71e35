/// The unit's own approved table: which of its rows a paper belongs to.
struct OwnTable: Sendable {
  init?(_ schedule: RetentionSchedule?, _ lexicon: Lexicon) {
    guard schedule != nil else { return nil }
  }

  func applied(to suggestion: Suggestion, _ title: TitleReading, _ rows: RowBook) -> Suggestion {
    suggestion
  }
}
