import ArchiveDomain
import ArchiveStore
import ArgumentParser
import Foundation

/// `lantai classify`: period, department and year of records, by hand.
struct ClassifyCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify", abstract: "cli.help.classify")

  @OptionGroup var items: ItemsArguments

  @Option(help: .init("cli.help.retention", valueName: "period"))
  var retention: RetentionPeriod?

  @Option(help: .init("cli.help.org", valueName: "org"))
  var org: String?

  @Option(help: .init("cli.help.year", valueName: "year"))
  var year: Int?

  @Option(help: "cli.help.ground")
  var reason: String?

  @Flag(help: "cli.help.auto")
  var auto = false

  @Option(help: .init("cli.help.min-confidence", valueName: "0…1"))
  var minConfidence: Double?

  @Flag(help: "cli.help.dry-run")
  var dryRun = false

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    if auto { return try fill(surroundings) }
    guard minConfidence == nil else { throw Ending.usage("cli.classify.auto-only") }
    guard retention != nil || org != nil || year != nil else {
      throw Ending.usage("cli.classify.nothing")
    }
    let archive = try dryRun ? surroundings.open() : surroundings.openForWriting()
    let ids = try items.ids(in: archive)
    let change = try change(in: archive, surroundings)
    if dryRun { return try rehearse(ids, change, archive, surroundings) }
    let result = try archive.classify(ids, change, reason: reason ?? "")
    try surroundings.note(refused: result.refused, in: archive)
    try surroundings.refuse(if: result.changed == 0, result.refused)
    try surroundings.report(
      "cli.classify.done",
      [
        "changed": .number(result.changed), "already": .number(result.already),
        "classified": .number(result.classified), "waiting": .number(result.waiting),
      ])
    if result.gaveUpNumbers > 0 {
      surroundings.note("cli.classify.numbers", ["n": .number(result.gaveUpNumbers)])
    }
  }

  /// `--auto`: empty periods are filled by suggestion, and nothing is decided that is a person's.
  private func fill(_ surroundings: Surroundings) throws {
    guard retention == nil, org == nil, year == nil else {
      throw Ending.usage("cli.classify.auto-alone")
    }
    let confidence = minConfidence ?? 0.8
    guard (0...1).contains(confidence) else { throw Ending.usage("cli.classify.confidence") }
    let archive = try dryRun ? surroundings.open() : surroundings.openForWriting()
    var filter = RecordFilter()
    if !items.items.isEmpty || items.query != nil { filter.ids = Set(try items.ids(in: archive)) }
    let result = try archive.classifyBySuggestion(
      filter, confidence: confidence, isRehearsal: dryRun)
    if dryRun { try tell(result, surroundings) }
    if let done = result.done {
      try surroundings.note(
        refused: done.periods.refused.merging(done.excluded.refused) { one, _ in one },
        in: archive)
    }
    try surroundings.report(
      dryRun ? "cli.classify.auto-would" : "cli.classify.auto-done",
      [
        "periods": .number(result.done?.periods.changed ?? result.periods),
        "excluded": .number(result.done?.excluded.changed ?? result.excluded),
        "left": .number(result.left), "other": .number(result.otherType),
      ])
  }

  private func tell(_ result: AutoClassified, _ surroundings: Surroundings) throws {
    for (item, suggestion) in result.decided {
      try surroundings.report(
        "cli.classify.auto-row",
        [
          "name": .text(item.shortName), "outcome": .text(suggestion.outcome.label),
          "basis": .text(suggestion.basis?.citation ?? ""),
          "confidence": .text(String(format: "%.2f", suggestion.confidence)),
        ])
    }
  }

  private func change(in archive: Archive, _ surroundings: Surroundings) throws -> FactChange {
    var change = FactChange()
    change.period = retention
    change.year = year
    if let org {
      _ = try archive.org(named: org, in: year ?? 0)
      change.orgName = org
    }
    // A person says what is right: what stood there gives way.
    change.isOverwriting = true
    if retention != nil { change.basis = "hand:" + (reason ?? surroundings.standardReason) }
    return change
  }

  private func rehearse(
    _ ids: [ItemID], _ change: FactChange, _ archive: Archive, _ surroundings: Surroundings
  ) throws {
    let rehearsal = try archive.rehearseClassify(ids, change)
    let refused = rehearsal.rows(in: .refused).compactMap { row in row.refusal.map { (row.id, $0) }
    }
    try surroundings.note(
      refused: Dictionary(refused, uniquingKeysWith: { first, _ in first }), in: archive)
    try surroundings.report(
      "cli.classify.would",
      [
        "changed": .number(rehearsal.count(.change) + rehearsal.count(.overwrite)),
        "already": .number(rehearsal.count(.already)), "refused": .number(refused.count),
      ])
  }
}

/// `lantai exclude`: 不归档.
struct ExcludeCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "exclude", abstract: "cli.help.exclude")

  @OptionGroup var items: ItemsArguments

  @Option(help: .init("cli.help.basis", valueName: "row"))
  var basis: String

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let result = try archive.exclude(items.ids(in: archive), basis: basis)
    try surroundings.note(refused: result.refused, in: archive)
    try surroundings.refuse(if: result.changed == 0, result.refused)
    try surroundings.report("cli.exclude.done", ["n": .number(result.changed)])
  }
}

/// `lantai readmit`: takes excluded records back.
struct ReadmitCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "readmit", abstract: "cli.help.readmit")

  @OptionGroup var items: ItemsArguments
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let result = try archive.readmit(items.ids(in: archive))
    try surroundings.note(refused: result.refused, in: archive)
    try surroundings.refuse(if: result.changed == 0, result.refused)
    try surroundings.report(
      "cli.readmit.done",
      ["n": .number(result.changed), "classified": .number(result.classified)])
  }
}
