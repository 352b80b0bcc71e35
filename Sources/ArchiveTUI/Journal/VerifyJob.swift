import ArchiveStore
import TerminalKit

/// 核对校验 beside the loop: chain, rows, numbers, codes, sums, marks.
enum VerifyJob {
  /// The job; it ends in a sentence, or in a list of what is wrong.
  static func job(over archive: Archive) -> Job {
    Job(Verb.verify.name, unit: Phrase("verify.row")) { control in
      let own = try archive.beside()
      let seq = try own.head().seq
      var findings: [Finding] = []
      var stopped: (any Error)?
      try own.verify(
        progress: { done, total in
          control.report(done, of: total)
          do { try control.checkStop() } catch { stopped = error }
          return stopped == nil
        }, { findings.append($0) })
      if let stopped { throw stopped }
      let check = LastCheck(
        at: own.session.clock.stamp(), seq: seq, findings: findings.count(where: \.isDamage))
      own.keep(check)
      let checked = try own.checked()
      let found = findings
      return { next(found, checked, entries: Int(seq)) }
    }
  }

  private static func next(_ findings: [Finding], _ checked: Checked, entries: Int) -> Next {
    let words: [String: Phrase] = [
      "records": .number(checked.records), "boxes": .number(checked.boxes), "n": .number(entries),
    ]
    let damage = findings.filter(\.isDamage)
    guard !damage.isEmpty else {
      let stale: [String: Phrase] = ["n": .number(findings.count)]
      return .done(
        findings.isEmpty ? Phrase("verify.whole", words) : Phrase("verify.stale-marks", stale))
    }
    return .open(
      ReadingLayer(
        title: Phrase("verify.damaged", ["n": .number(damage.count)]),
        lines: damage.prefix(200).map { Phrase($0) }))
  }
}

extension Phrase {
  /// 04-25 08:30 核对无误; nil before the first check.
  init?(_ check: LastCheck?, year: Int) {
    guard let check else { return nil }
    let words: [String: Phrase] = [
      "at": .text(EntryWords.shortTime(check.at, year: year)), "n": .number(check.findings),
    ]
    self.init(check.findings == 0 ? "verify.was-whole" : "verify.was-damaged", words)
  }
}
