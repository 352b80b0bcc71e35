import ArchiveDomain
import ArchiveStore

/// The sheet of what is certain among many papers, by clause; the rest waits for the person.
struct SuggestionSheet {
  private let ids: [ItemID]
  private let path: [Phrase]

  init(_ ids: [ItemID], path: [Phrase]) {
    self.ids = ids
    self.path = path
  }

  /// One paper with what is proposed for it.
  private struct Line {
    let item: Item
    let type: String
    let suggestion: Suggestion
    var decision: PeriodLadder.Decision? { suggestion.decision(as: type) }
  }

  func sheet(in archive: Archive, _ adviser: Adviser) throws -> RehearsalSheet {
    let lines = try archive.items(ids).map { item in
      let type = try archive.holdingsClass(item.seriesID)?.type ?? ""
      return Line(item: item, type: type, suggestion: adviser.suggest(item, type: type))
    }
    var rehearsal = Rehearsal(
      kind: .propose, title: Phrase("suggest.title", ["n": .number(ids.count)]),
      rows: Self.byClause(lines).map(Self.row))
    rehearsal.after = Phrase("suggest.after")
    rehearsal.rail = BulkChange.rail(lines.map(\.item.state))
    let decisions = Dictionary(
      lines.compactMap { line in Self.decision(line).map { ($0.id, $0) } },
      uniquingKeysWith: { one, _ in one })
    let rehearsed = rehearsal
    return RehearsalSheet(rehearsal, path: path) { decision, archive in
      try Self.commit(
        rehearsed.changed(decision).compactMap { decisions[$0] }, of: lines.count, archive)
    }
  }

  /// What is certain first, together what one clause says, then what the person decides.
  private static func byClause(_ lines: [Line]) -> [Line] {
    let order = lines.enumerated().sorted { one, other in
      let a = key(one.element)
      let b = key(other.element)
      return a == b ? one.offset < other.offset : a.lexicographicallyPrecedes(b)
    }
    return order.map(\.element)
  }

  private static func key(_ line: Line) -> [String] {
    [line.decision == nil ? "1" : "0", line.suggestion.basis?.citation ?? ""]
  }

  private static func row(_ line: Line) -> Rehearsal.Row {
    let item = line.item
    let isKnown = item.period.isKnown
    let effect: Rehearsal.Effect = isKnown ? .already : line.decision == nil ? .refused : .will
    var row = Rehearsal.Row(id: item.id, effect: effect, title: item.title)
    row.before = item.period.label
    row.after = [line.suggestion.outcome.label, line.suggestion.basis?.citation ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    if effect == .refused {
      row.reason = line.suggestion.question.map { .text($0.text) } ?? Phrase("suggest.unsure")
    }
    return row
  }

  private static func decision(_ line: Line) -> GroundedDecision? {
    guard let decision = line.decision else { return nil }
    let period: RetentionPeriod? = if case .period(let period) = decision { period } else { nil }
    return GroundedDecision(
      id: line.item.id, period: period, basis: line.suggestion.basis(of: decision))
  }

  private static func commit(
    _ decisions: [GroundedDecision], of count: Int, _ archive: Archive
  ) throws -> Next {
    let done = try archive.decide(decisions)
    let changed = done.periods.changed + done.excluded.changed
    return .done(
      Phrase(
        done.periods.waiting > 0 ? "suggest.done-waiting" : "suggest.done",
        [
          "n": .number(changed), "left": .number(count - changed),
          "waiting": .number(done.periods.waiting),
        ]))
  }
}
