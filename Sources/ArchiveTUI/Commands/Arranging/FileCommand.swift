import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// `lantai file`: 归档, locks the numbers.
struct FileCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "file", abstract: "cli.help.file")

  @OptionGroup var scope: ScopeOptions

  @Option(help: .init("cli.help.arranged-by", valueName: "name"))
  var arrangedBy: String?

  @Option(help: .init("cli.help.checked-by", valueName: "name"))
  var checkedBy: String?

  @Option(help: "cli.help.reason")
  var reason = ""

  @Flag(help: "cli.help.dry-run")
  var dryRun = false

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try dryRun ? surroundings.open() : surroundings.openForWriting()
    let scope = try scope.scope(in: archive)
    let rehearsal = try archive.rehearseFile(scope)
    try tell(rehearsal, archive, surroundings)
    let words: [String: Phrase] = [
      "n": .number(rehearsal.filing), "classes": .number(rehearsal.report.ready.count),
      "waiting": .number(rehearsal.waiting), "held": .number(rehearsal.report.held.count),
    ]
    if dryRun { return try surroundings.report("cli.file.would", words) }
    guard !rehearsal.report.ready.isEmpty else {
      throw Ending.refused(
        rehearsal.report.held.isEmpty ? "cli.file.nothing" : "cli.file.held", words)
    }
    let me = archive.session.operatorName
    let names = FilingNames(arrangedBy: arrangedBy ?? me, checkedBy: checkedBy ?? me)
    let result = try archive.file(scope, names: names, reason: reason)
    try surroundings.report(
      rehearsal.waiting > 0 ? "cli.file.done-some" : "cli.file.done",
      words.merging(["n": .number(result.count), "classes": .number(result.filed.count)]) { $1 })
  }

  /// What stands in the way, and which series it holds back.
  private func tell(
    _ rehearsal: FilingRehearsal, _ archive: Archive, _ surroundings: Surroundings
  ) throws {
    let prefixes = Dictionary(
      rehearsal.classes.map { ($0.series.id, $0.series.prefix) },
      uniquingKeysWith: { first, _ in first })
    for obstacle in rehearsal.report.obstacles {
      let item = try obstacle.itemID.flatMap { try archive.items([$0]).first }
      surroundings.note(
        obstacle.isBlocking ? "cli.file.obstacle" : "cli.file.doubt",
        [
          "series": .text(prefixes[obstacle.seriesID] ?? ""),
          "name": .text(item?.shortName ?? prefixes[obstacle.seriesID] ?? ""),
          "why": Phrase(obstacle.what),
        ])
    }
  }
}

/// `lantai unfile`: 退回整理.
struct UnfileCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "unfile", abstract: "cli.help.unfile")

  @OptionGroup var items: ItemsArguments

  @Option(help: "cli.help.reason")
  var reason: String?

  @Option(help: "cli.help.numbers")
  var numbers: NumbersChoice?

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let ids = try items.ids(in: archive)
    try nameRefused(ids, archive)
    let result = try archive.unfile(
      ids, numbers: numbers?.forStore ?? .releaseIfPossible,
      reason: reason ?? surroundings.standardReason)
    let outcome = result.outcome
    try surroundings.report(
      outcome.released.isEmpty ? "cli.unfile.kept" : "cli.unfile.released",
      ["n": .number(outcome.items)])
    for refusal in outcome.kept.sorted(by: { $0.key < $1.key }).compactMap(\.value) {
      surroundings.note("cli.unfile.why-kept", ["why": Ending.sentence(of: refusal)])
    }
  }
}

extension UnfileCommand {
  /// Of several records the one that is refused is named.
  private func nameRefused(_ ids: [ItemID], _ archive: Archive) throws {
    guard ids.count > 1,
      let row = try archive.rehearseUnfile(ids).rows.first(where: { $0.refusal != nil }),
      let refusal = row.refusal, let item = try archive.items([row.id]).first
    else { return }
    throw Ending.refused(
      "cli.unfile.refused",
      ["name": .text(item.shortName), "why": Ending.sentence(of: refusal)])
  }
}

/// `lantai stamp`: what the hand did with the stamps on the papers.
struct StampCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "stamp", abstract: "cli.help.stamp")

  /// The stored word of 未盖 is empty; on the command line it is `none`.
  enum Word: String, ExpressibleByArgument, CaseIterable {
    case none, pencil, inked

    var stamp: Stamp {
      switch self {
      case .none: .unstamped
      case .pencil: .pencil
      case .inked: .inked
      }
    }
  }

  @OptionGroup var scope: ScopeOptions

  @Option(help: .init("cli.help.retention", valueName: "period"))
  var retention: RetentionPeriod?

  @Option(help: .init("cli.help.org", valueName: "org"))
  var org: String?

  @Argument(help: "cli.help.stamp-word")
  var word: Word

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    var scope = try scope.scope(in: archive)
    scope.period = retention
    if let org { try scope.take(org: org, in: archive) }
    let written = try archive.stamp(scope, word.stamp)
    try surroundings.report(
      "cli.stamp.done", ["n": .number(written.rows), "stamp": .text(word.stamp.name)])
  }
}

extension Phrase {
  /// What stands in the way of filing, or is worth a look.
  init(_ what: FilingCheck.Obstacle.What) {
    switch what {
    case .refusal(let refusal): self = Ending.sentence(of: refusal)
    case .parts(let fault): self.init(fault)
    case .fault(let fault): self.init("record-fault.\(fault.rawValue)")
    case .periodsDiffer: self.init("cli.obstacle.periods-differ")
    case .noPieces: self.init("cli.obstacle.no-pieces")
    case .doubt: self.init("cli.obstacle.doubt")
    case .boxOverfull(let number, let used, let mm):
      self.init(
        "filing.overfull", ["n": .number(number), "used": .number(used), "mm": .number(mm)])
    }
  }

  /// What is wrong with the parts of a piece.
  init(_ fault: PartFault) {
    switch fault {
    case .outOfOrder(let n, let role, let before):
      self.init(
        "cli.part.out-of-order",
        ["n": .number(n), "role": .text(role.name), "before": .text(before.name)])
    case .noText: self.init("cli.part.no-text")
    case .severalTexts(let n): self.init("cli.part.several-texts", ["n": .number(n)])
    case .forwardedWithoutText(let n):
      self.init("cli.part.forwarded-without-text", ["n": .number(n)])
    case .translationWithoutOriginal(let n):
      self.init("cli.part.translation-without-original", ["n": .number(n)])
    case .noPages(let n): self.init("cli.part.no-pages", ["n": .number(n)])
    case .pagesDiffer(let parts, let piece):
      self.init("cli.part.pages-differ", ["parts": .number(parts), "piece": .number(piece)])
    case .annexAbsent: self.init("cli.part.annex-absent")
    }
  }
}
