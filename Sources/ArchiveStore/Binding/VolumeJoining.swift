import ArchiveDomain
import GRDB

/// What of a volume goes over to the one that takes its pieces in, so that nothing of it is lost.
struct VolumeJoining {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// Ties, parts and words of the second become the first's.
  /// - Throws: `.referenced` when both have parts or an end note, which nobody can make one.
  func merge(_ second: ItemID, into first: ItemID, hasPieces: Bool) throws {
    guard let from = try ledger.item(second), let into = try ledger.item(first) else {
      throw Refusal.notAVolume
    }
    try moveParts(from, into)
    try moveLinks(from.id, into.id)
    try ledger.put(try words(of: from, in: into, hasPieces: hasPieces))
  }

  /// The cover of both, where one of them says other than its pieces: what stands on it is added up.
  func cover(of first: VolumeWrite, with second: VolumeWrite) throws {
    guard first.isCoverTold || second.isCoverTold, let item = try ledger.item(first.volume.id)
    else { return }
    var kept = item
    let (one, other) = (first.volume, second.volume)
    kept.archivalDate =
      VolumeCover([one, other].map { .init(date: $0.archivalDate, pages: $0.pages) }).date
    kept.pages = (one.pages ?? 0) + (other.pages ?? 0)
    kept.count = one.count + other.count
    try ledger.put(kept)
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

  private func words(of from: Item, in into: Item, hasPieces: Bool) throws -> Item {
    var kept = into
    if let note = from.endNote {
      guard into.endNote == nil else { throw Refusal.referenced(by: from.title) }
      kept.endNote = note
    }
    kept.note = joined(into.note, from.note)
    kept.issuer = joined(into.issuer, from.issuer)
    if kept.basis.isEmpty { kept.basis = from.basis }
    if Self.strictness(from.access) > Self.strictness(into.access) { kept.access = from.access }
    if Self.strictness(from.publicity) > Self.strictness(into.publicity) {
      kept.publicity = from.publicity
    }
    kept.persons = joined(into.persons, from.persons)
    kept.keywords = joined(into.keywords, from.keywords)
    kept.formerCode = joined(into.formerCode, from.formerCode)
    if from.secrecy > into.secrecy {
      (kept.secrecy, kept.secretYears) = (from.secrecy, from.secretYears)
    }
    if kept.docNo.isEmpty { kept.docNo = from.docNo }
    if kept.carrier.isEmpty { kept.carrier = from.carrier }
    if !hasPieces {
      // Stored. Its title is all that tells of its papers.
      kept.note = joined(kept.note, "并入：" + from.title)
    }
    let fields = (from.extra ?? [:]).merging(into.extra ?? [:]) { $1 }
    if !fields.isEmpty { kept.extra = fields }
    if try !Part.of(into.id, in: ledger.db).isEmpty { kept.marks.insert(.hasParts) }
    return kept
  }

  /// Papers that nobody has looked at are not opened with others.
  private static func strictness(_ access: Access) -> Int {
    switch access {
    case .open: 0
    case .unreviewed: 1
    case .deferred: 2
    case .controlled: 3
    }
  }

  private static func strictness(_ publicity: Publicity) -> Int {
    switch publicity {
    case .unstated: 0
    case .active: 1
    case .request: 2
    case .none: 3
    }
  }

  /// Both texts, each once, parted by `；`.
  private func joined(_ one: String, _ other: String) -> String {
    if other.isEmpty || one == other { return one }
    return one.isEmpty ? other : one + "；" + other
  }
}
