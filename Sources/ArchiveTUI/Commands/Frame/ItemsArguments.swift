import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// Records named on the command line: by id, by 档号, or all that a query finds.
struct ItemsArguments: ParsableArguments {
  @Argument(help: .init("cli.help.items", valueName: "item"))
  var items: [String] = []

  @Option(help: .init("cli.help.query", valueName: "query"))
  var query: String?

  /// The records, each once, in the order given; those of the query in catalogue order.
  /// - Throws: an `Ending` for a name that no record has, or when none is named.
  func ids(in archive: Archive) throws -> [ItemID] {
    guard !items.isEmpty || query != nil else { throw Ending.usage("cli.items.none") }
    var ids: [ItemID] = []
    for name in items { ids.append(try archive.item(named: name)) }
    if let query {
      let search = try archive.searchable()
      let found = search.find(query)
      guard found.count > 0 else {
        throw Ending.refused("cli.items.not-found", ["query": .text(query)])
      }
      ids += found.hits.map { search.arena.id(at: Int($0)) }
    }
    var seen: Set<ItemID> = []
    return ids.filter { seen.insert($0).inserted }
  }
}

extension Surroundings {
  /// Says of each record that was left out why, in the order of the ids.
  func note(refused: [ItemID: Refusal], in archive: Archive) throws {
    for (id, refusal) in refused.sorted(by: { $0.key < $1.key }) {
      let item = try archive.items([id]).first
      note(
        "cli.left-out",
        ["name": .text(item?.shortName ?? String(id)), "why": Ending.sentence(of: refusal)])
    }
  }

  /// Ends the command when nothing was done because everything was refused.
  func refuse(if isNothingDone: Bool, _ refused: [ItemID: Refusal]) throws {
    if isNothingDone, !refused.isEmpty { throw Ending(.refused, Phrase("cli.all-left-out")) }
  }
}

extension Item {
  /// How a sentence names it: its 档号, else its id and title.
  var shortName: String { code.isEmpty ? "\(id) \(title)" : code }
}
