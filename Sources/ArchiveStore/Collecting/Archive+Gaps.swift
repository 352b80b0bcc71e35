import ArchiveDomain
import GRDB
import Synchronization

/// The last look for gaps in a library, kept until the journal moves.
final class GapShelf: Sendable {
  private let last = Mutex<Gaps?>(nil)

  var gaps: Gaps? {
    get { last.withLock { $0 } }
    set { last.withLock { $0 = newValue } }
  }
}

extension Archive {
  /// What the unit's papers lack, with the answers given so far: half a second at 100,000 records, so
  /// beside the loop where there are many.
  ///
  /// Without a year, departments and yearly titles are asked for in the last year that is over.
  /// Titles that the person may not see are blacked out. What it finds is kept for `knownGaps`.
  @discardableResult
  package func gaps(on today: CalendarDate, year: Year? = nil) throws -> Gaps {
    let found = try look(on: today, year: year ?? Gaps.year(on: today), try sight())
    gapShelf.gaps = found
    return found
  }

  /// The same over a connection of its own, so that the loop reads on meanwhile.
  @discardableResult
  package func gapsBeside(on today: CalendarDate, year: Year) throws -> Gaps {
    if mode == .reading(.past) { return try gaps(on: today, year: year) }
    defer { ProcessMemory.giveBack() }
    let found = try beside().look(on: today, year: year, try sight())
    gapShelf.gaps = found
    return found
  }

  private func look(on today: CalendarDate, year: Year, _ sight: Sight) throws -> Gaps {
    let (papers, answers) = try read { db in
      (try PaperReader(db, types: types).papers(in: Scope()), try GapAnswers.all(in: db))
    }
    return Gaps(papers, on: today, year: year, answers: answers).blackingOut { id in
      papers.paper(id).map { sight.of($0.secrecy) != .full } ?? false
    }
  }

  /// What was found last for a year, and whether the journal has not moved since; nil: it was not
  /// looked for.
  package func knownGaps(on today: CalendarDate, year: Year) throws -> (gaps: Gaps, isFresh: Bool)?
  {
    guard let known = gapShelf.gaps, known.year == year, known.today == today else { return nil }
    return (known, known.seq == (try head().seq))
  }

  /// Records what came of asking, for one or several gaps: settings, with an entry of their own.
  @discardableResult
  package func answer(
    _ gaps: [Gap], _ outcome: GapAnswer.Outcome, note: String, on today: CalendarDate
  ) throws -> Written {
    let answer = GapAnswer(outcome: outcome, note: note, by: session.operatorName, on: today)
    var params: [String: ParamValue] = [
      "gaps": .texts(gaps.map(\.id)), "outcome": .text(outcome.rawValue),
    ]
    // Titles are no parameters: some papers may not be named in the journal.
    let numbers = gaps.map(\.docNumber).filter { !$0.isEmpty }
    if !numbers.isEmpty { params["numbers"] = .texts(numbers) }
    let written = try write(WriteHead(action: .setting, reason: note, params: params)) { ledger in
      for gap in gaps { try ledger.set(GapAnswers.prefix + gap.id, GapAnswers.value(answer)) }
    }.1
    if let known = gapShelf.gaps, let seq = written.seq, known.seq + 1 == seq {
      gapShelf.gaps = known.answered(gaps, answer, since: seq)
    }
    return written
  }
}

/// Answers as settings: `gap/number/云农发/2023/7`.
private enum GapAnswers {
  // Stored.
  static let prefix = "gap/"

  static func value(_ answer: GapAnswer) -> [String: ParamValue] {
    // Stored.
    [
      "outcome": .text(answer.outcome.rawValue), "note": .text(answer.note), "by": .text(answer.by),
      "on": .number(Int64(answer.on?.yyyymmdd ?? 0)),
    ]
  }

  /// By the id of the gap.
  static func all(in db: Database) throws -> [String: GapAnswer] {
    try SettingValue.all(under: prefix, in: db).compactMapValues { value in
      guard let outcome = value["outcome"]?.text.flatMap(GapAnswer.Outcome.init) else { return nil }
      return GapAnswer(
        outcome: outcome, note: value["note"]?.text ?? "", by: value["by"]?.text ?? "",
        on: value["on"]?.number.flatMap { CalendarDate(yyyymmdd: Int($0)) })
    }
  }
}
