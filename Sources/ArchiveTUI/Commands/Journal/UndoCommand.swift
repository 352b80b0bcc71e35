import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// What becomes of numbers when a filing is taken back.
enum NumbersChoice: String, ExpressibleByArgument, CaseIterable {
  case release, keep

  var forStore: NumbersAfterUnfiling { self == .release ? .release : .keep }
}

/// `lantai undo`: takes an entry of the journal back.
struct UndoCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "undo", abstract: "cli.help.undo")

  @Argument(help: "cli.help.undo-entry")
  var entry: Int64?

  @Option(help: "cli.help.reason")
  var reason: String?

  @Flag(help: "cli.help.with-later")
  var withLater = false

  @Flag(help: "cli.help.only-untouched")
  var onlyUntouched = false

  @Option(help: "cli.help.numbers")
  var numbers: NumbersChoice?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard withLater, onlyUntouched else { return }
    throw ValidationError("Value to be set with '--only-untouched', after '--with-later'")
  }

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let entries = try entry.map { [try surroundings.entry($0, archive)] } ?? archive.undoable()
    guard !entries.isEmpty else { throw Refusal.nothingToTakeBack }
    let work = EntriesGoingBack(
      archive: archive, entries: entries, surroundings: surroundings, reason: reason,
      later: withLater ? .withThem : onlyUntouched ? .onlyUntouched : .refuse,
      numbers: numbers?.forStore)
    try work.run()
    if entry != nil { try surroundings.tellCompanions(of: entries, archive) }
  }
}

/// `lantai redo`: brings back what this operator took back last.
struct RedoCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "redo", abstract: "cli.help.redo")

  @Option(help: "cli.help.reason")
  var reason: String?

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let entries = try archive.redoable()
    guard !entries.isEmpty else { throw Ending.refused("undo.nothing-to-redo") }
    let work = EntriesGoingBack(
      archive: archive, entries: entries, surroundings: surroundings, reason: reason,
      later: .refuse, numbers: nil, isRedo: true)
    try work.run()
  }
}

extension Surroundings {
  fileprivate func entry(_ seq: Int64, _ archive: Archive) throws -> Entry {
    guard let entry = try archive.entry(seq) else {
      throw Ending.refused("cli.undo.no-entry", ["n": .number(Int(seq))])
    }
    return entry
  }

  /// What the same command did besides, which stays: 划期限 and 不归档 of one `classify --auto`.
  fileprivate func tellCompanions(of entries: [Entry], _ archive: Archive) throws {
    for other in try entries.flatMap(archive.companions) {
      note(
        "cli.undo.companion",
        [
          "seq": .text(String(other.entry.seq)), "what": .did(other.entry.deed, other.items),
        ])
    }
  }
}

/// Entries taken back together, newest first.
private struct EntriesGoingBack {
  let archive: Archive
  let entries: [Entry]
  let surroundings: Surroundings
  let reason: String?
  let later: LaterEntries
  let numbers: NumbersAfterUnfiling?
  var isRedo = false

  func run() throws {
    let rehearsals = try entries.map { try archive.rehearseTakeBack($0.seq) }
    if case .refuse = later { try refuseLater(rehearsals) }
    let standard = rehearsals.contains(where: \.unfiles) ? surroundings.phrases("cli.reason") : ""
    let taken = try archive.takeBack(
      group: entries, reason: reason ?? standard, later: later, numbers: numbers)
    try tell(taken)
  }

  /// Lists the later entries on the same rows that do not go back themselves.
  private func refuseLater(_ rehearsals: [TakeBackRehearsal]) throws {
    let going = Set(entries.map(\.seq))
    var later: [Int64: (entry: Entry, items: Int)] = [:]
    for one in rehearsals.flatMap(\.later) where !going.contains(one.entry.seq) {
      later[one.entry.seq, default: (one.entry, 0)].items += one.items
    }
    guard !later.isEmpty else { return }
    surroundings.note("cli.undo.later", ["n": .number(later.count)])
    for (_, one) in later.sorted(by: { $0.key > $1.key }) {
      surroundings.note(
        "cli.undo.later-line",
        [
          "seq": .text(String(one.entry.seq)),
          "at": .text(one.entry.minute),
          "operator": .text(one.entry.operatorName),
          "what": .did(one.entry.deed, one.items),
        ])
    }
    throw Ending(.refused, nil)
  }

  private func tell(_ taken: [TakenBack]) throws {
    let key = isRedo ? "undo.redone" : "undo.done"
    let classified = taken.reduce(0) { $0 + $1.classified.count }
    let kept = taken.reduce(0) { $0 + $1.kept }
    let what = Phrase.did(isRedo ? taken : taken.reversed())
    try surroundings.report(
      classified > 0 ? key + "-renumber" : key,
      ["what": what, "classified": .number(classified)])
    if kept > 0 { try surroundings.report("cli.undo.kept", ["n": .number(kept)]) }
  }
}
