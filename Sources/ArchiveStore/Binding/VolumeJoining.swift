import ArchiveDomain
import GRDB

/// What of a volume goes over to the one that takes its pieces in, so that nothing of it is lost.
struct VolumeJoining {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// Ties, parts and words of the second become the first's.
  /// - Throws: `.referenced` when both have parts or an end note, which nobody can make one.
  func merge(_ second: ItemID, into first: ItemID) throws {
    guard let from = try ledger.item(second), let into = try ledger.item(first) else {
      throw Refusal.notAVolume
    }
    try moveParts(from, into)
    try moveLinks(from.id, into.id)
    try ledger.put(try words(of: from, in: into))
  }

  private func moveParts(_ from: Item, _ into: Item) throws {
    let parts = try Part.of(from.id, in: ledger.db)
    guard !parts.isEmpty else { return }
    guard try Part.of(into.id, in: ledger.db).isEmpty else {
      throw Refusal.referenced(by: from.title)
    }
    for part in parts { try ledger.update(.part, part.id, ["item_id": .integer(into.id)]) }
  }

  /// Those between the two, and those that the first has already, go.
  private func moveLinks(_ from: ItemID, _ into: ItemID) throws {
    let own = Set(try Link.of(into, in: ledger.db).map(Ends.init))
    for var link in try Link.of(from, in: ledger.db) {
      if link.itemID == from { link.itemID = into }
      if link.otherID == from { link.otherID = into }
      if link.itemID == link.otherID || own.contains(Ends(link)) {
        try ledger.delete(.link, link.id)
      } else {
        try ledger.put(link)
      }
    }
  }

  private struct Ends: Hashable {
    let item, other: ItemID
    let kind: LinkKind

    init(_ link: Link) {
      item = link.itemID
      other = link.otherID
      kind = link.kind
    }
  }

  private func words(of from: Item, in into: Item) throws -> Item {
    var kept = into
    if let note = from.endNote {
      guard into.endNote == nil else { throw Refusal.referenced(by: from.title) }
      kept.endNote = note
    }
    kept.note = joined(into.note, from.note)
    kept.persons = joined(into.persons, from.persons)
    kept.keywords = joined(into.keywords, from.keywords)
    kept.formerCode = joined(into.formerCode, from.formerCode)
    if from.secrecy > into.secrecy {
      (kept.secrecy, kept.secretYears) = (from.secrecy, from.secretYears)
    }
    if kept.docNo.isEmpty { kept.docNo = from.docNo }
    if kept.carrier.isEmpty { kept.carrier = from.carrier }
    let fields = (from.extra ?? [:]).merging(into.extra ?? [:]) { $1 }
    if !fields.isEmpty { kept.extra = fields }
    if try !Part.of(into.id, in: ledger.db).isEmpty { kept.marks.insert(.hasParts) }
    return kept
  }

  /// Both texts, each once, parted by `；`.
  private func joined(_ one: String, _ other: String) -> String {
    if other.isEmpty || one == other { return one }
    return one.isEmpty ? other : one + "；" + other
  }
}
