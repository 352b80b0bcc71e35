import ArchiveDomain
import GRDB
import Synchronization

/// The last check-up of a library, kept until the journal moves.
final class CheckUpShelf: Sendable {
  private let last = Mutex<CheckUp?>(nil)

  var checkUp: CheckUp? {
    get { last.withLock { $0 } }
    set { last.withLock { $0 = newValue } }
  }
}

extension Archive {
  /// Looks through everything: a second at 100,000 records, so beside the loop where there are many.
  ///
  /// What it finds is kept for `knownCheckUp`.
  @discardableResult
  package func checkUp() throws -> CheckUp {
    let start = ContinuousClock.now
    let (papers, classes, waived) = try read { db in
      (
        try PaperReader(db, types: types).papers(in: Scope()),
        try ClassCatalogue(db, types: types).classes, try Self.waivers(in: db)
      )
    }
    var found = CheckUp(papers, classes, waived: waived)
    found.took = ContinuousClock.now - start
    checkUps.checkUp = found
    return found
  }

  /// The same over a connection of its own, so that the loop reads on meanwhile.
  @discardableResult
  package func checkUpBeside() throws -> CheckUp {
    if mode == .reading(.past) { return try checkUp() }
    defer { ProcessMemory.giveBack() }
    let found = try beside().checkUp()
    checkUps.checkUp = found
    return found
  }

  /// How many records there are, in every state.
  package func recordCount() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT ifnull(sum(n),0) FROM tally") ?? 0 }
  }

  /// What the last check-up found, and whether the journal has not moved since; nil: none was made.
  package func knownCheckUp() throws -> (checkUp: CheckUp, isFresh: Bool)? {
    guard let known = checkUps.checkUp else { return nil }
    return (known, known.seq == (try head().seq))
  }

  /// "Not a fault": the finding is not told again until one of the facts changes that it was seen by.
  ///
  /// Written as a setting; taking the entry back brings the finding back. A reason is needed.
  @discardableResult
  package func waive(_ finding: LintFinding, reason: String) throws -> Written {
    guard !reason.allSatisfy(\.isWhitespace) else { throw Refusal.noReason }
    let key = Self.waiverPrefix + finding.name
    let head = WriteHead(
      action: .setting, reason: reason,
      params: ["key": .text(key), "items": .numbers(finding.items)])
    let written = try write(head) { ledger in
      try ledger.set(key, ["reason": .text(reason), "digest": .text(finding.digest)])
    }.1
    if let known = checkUps.checkUp, let seq = written.seq, known.seq + 1 == seq {
      checkUps.checkUp = known.without(finding, since: seq)
    }
    return written
  }

  // Stored.
  /// What the key of each such setting begins with.
  private static let waiverPrefix = "check-up/"

  private static func waivers(in db: Database) throws -> [String: LintWaiver] {
    try SettingValue.all(under: waiverPrefix, in: db).mapValues { value in
      LintWaiver(reason: value["reason"]?.text ?? "", digest: value["digest"]?.text ?? "")
    }
  }
}
