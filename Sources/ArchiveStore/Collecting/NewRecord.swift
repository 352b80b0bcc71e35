import ArchiveDomain

/// A record that comes by hand, from a form or a command.
package struct NewRecord: Hashable, Sendable {
  /// Its description; id, series, state, number and code are given by the store.
  package var item: Item
  /// The id of a type file.
  package var type: String
  /// What is known of its class.
  ///
  /// The period here is the item's too.
  package var facts: SeriesFacts
  package var parts: [Part] = []
  package var ties: [NewTie] = []
  /// Whether it is classified at once when all of its class is known and there is a ground; else it
  /// stays in the inbox.
  package var isClassified = false
  /// Whether a secret paper leaves its placeholder here; else it is refused on such a machine.
  package var leavesPlaceholder = false

  /// A paper of a type with this title.
  package init(type: String, title: String, facts: SeriesFacts = SeriesFacts()) {
    self.type = type
    self.facts = facts
    item = Item(seriesID: 0, title: title)
  }

  /// The same paper once more: its description and class, without what only one can have.
  package init(copyOf record: RecordView) {
    type = record.holdingsClass.type
    facts = record.holdingsClass.series.facts
    var copy = Item(seriesID: 0, title: record.item.title)
    copy.level = record.item.level
    copy.issuer = record.item.issuer
    copy.docNo = record.item.docNo
    copy.archivalDate = record.item.archivalDate
    copy.pages = record.item.pages
    copy.count = record.item.count
    copy.secrecy = record.item.secrecy
    copy.secretYears = record.item.secretYears
    copy.access = record.item.access
    copy.publicity = record.item.publicity
    copy.direction = record.item.direction
    copy.basis = record.item.basis
    copy.carrier = record.item.carrier
    copy.persons = record.item.persons
    copy.keywords = record.item.keywords
    copy.note = record.item.note
    copy.extra = record.item.extra
    item = copy
    parts = record.parts.map { part in
      var part = part
      part.id = 0
      part.itemID = 0
      return part
    }
  }
}
