import ArchiveStore
import ArgumentParser

/// `lantai verify`: whether the library is whole.
struct VerifyCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "cli.help.verify")

  @Flag(help: "cli.help.renew-marks")
  var renewMarks = false

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try renewMarks ? surroundings.openForWriting() : surroundings.open()
    let found = try archive.findings()
    let findings = found.filter(\.isDamage)
    for finding in findings { try surroundings.report(Phrase(finding)) }
    let head = try archive.head()
    archive.keep(
      LastCheck(
        at: archive.session.clock.stamp(), seq: head.seq, findings: findings.count))
    guard findings.isEmpty else {
      throw Ending(.damage, Phrase("cli.verify.damaged", ["n": .number(findings.count)]))
    }
    try tellMarks(found.count, archive, surroundings)
    let (now, checked) = (try archive.head(), try archive.checked())
    try surroundings.report(
      "cli.verify.whole",
      [
        "n": .number(Int(now.seq)), "head": .text(String(now.hash.hex.prefix(20))),
        "records": .number(checked.records), "boxes": .number(checked.boxes),
      ])
  }

  /// Marks that other types, or another program, computed; renewed where that was asked for.
  private func tellMarks(_ count: Int, _ archive: Archive, _ surroundings: Surroundings) throws {
    guard count > 0 else { return }
    if renewMarks { try archive.renewMarks() }
    try surroundings.report(
      renewMarks ? "cli.verify.renewed" : "cli.verify.stale-marks", ["n": .number(count)])
  }
}

extension Phrase {
  /// What the check found, as a sentence.
  init(_ finding: Finding) {
    let (key, words) = Self.parts(of: finding)
    self.init("cli.finding.\(key)", words)
  }

  // One line a case: a table.
  private static func parts(of finding: Finding) -> (String, [String: Phrase]) {
    switch finding {
    case .brokenChain(let seq): ("broken-chain", ["seq": .text(String(seq))])
    case .brokenBody(let seq): ("broken-body", ["seq": .text(String(seq))])
    case .missingEntry(let seq): ("missing-entry", ["seq": .text(String(seq))])
    case .fieldDiffers(let table, let id, let column, let journal, let file):
      (
        "field-differs",
        [
          "table": .text(table), "id": .text(id), "column": .text(column),
          "journal": .text(journal), "file": .text(file),
        ]
      )
    case .rowMissing(let table, let id):
      ("row-missing", ["table": .text(table), "id": .text(id)])
    case .rowExtra(let table, let id): ("row-extra", ["table": .text(table), "id": .text(id)])
    case .codeDiffers(let id, let stored, let composed):
      (
        "code-differs",
        ["id": .text(String(id)), "stored": .text(stored), "composed": .text(composed)]
      )
    case .numbers(let series, _): ("numbers", ["series": .text(String(series))])
    case .filedAboveIssued(let series, let number):
      ("filed-above-issued", numbers(["series": series, "number": Int64(number)]))
    case .sums(let series): ("sums", ["series": .text(String(series))])
    case .mark(let id): ("mark", ["id": .text(String(id))])
    case .pointsNowhere(let table, let id, let to):
      ("points-nowhere", ["table": .text(table), "id": .text(String(id)), "to": .text(to)])
    case .overlap(let table, let id, let other):
      ("overlap", ["table": .text(table), "id": .text(String(id)), "other": .text(String(other))])
    case .pieceElsewhere(let id, let volume):
      ("piece-elsewhere", numbers(["id": id, "volume": volume]))
    case .codesAlike(let id, let other): ("codes-alike", numbers(["id": id, "other": other]))
    case .releaseUntold(let series, let seq):
      ("release-untold", numbers(["series": series, "seq": seq]))
    case .releasedShown(let series, let seq, let by):
      ("released-shown", numbers(["series": series, "seq": seq, "by": by]))
    case .structure(let words): ("structure", ["words": .text(words)])
    }
  }

  private static func numbers(_ words: [String: Int64]) -> [String: Phrase] {
    words.mapValues { .text(String($0)) }
  }
}
