import ArchiveStore
import TerminalKit

/// 核对校验: the whole library against its journal, beside the person's work.
enum Verifying {
  /// Findings shown; a library with more is past mending by hand.
  private static let most = 200

  static func job(_ archive: Archive) -> Job {
    Job(Verb.verify.name) { control in
      let findings = try archive.findings { done, total in
        control.report(done, of: total)
        return !control.isStopped
      }
      try control.checkStop()
      let checked = try archive.checked()
      let entries = Int(try archive.head().seq)
      return { Self.told(findings, checked, entries: entries) }
    }
  }

  private static func told(_ findings: [Finding], _ checked: Checked, entries: Int) -> Next {
    let words: [String: Phrase] = [
      "records": .number(checked.records), "boxes": .number(checked.boxes),
      "n": .number(entries),
    ]
    guard !findings.isEmpty else { return .done(Phrase("verify.whole", words)) }
    return .open(
      ReadingLayer(
        title: Phrase("verify.damaged", ["n": .number(findings.count)]),
        lines: findings.prefix(most).map { Phrase($0) }))
  }
}
