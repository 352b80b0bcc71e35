/// What stands for a secret paper on a machine that is not set as classified.
///
/// Source: Law on Guarding State Secrets: no state secret on a machine outside classified networks.
package enum SecrecyPlaceholder {
  /// Whether a paper so marked may be written here.
  package static func admits(_ secrecy: Secrecy, onClassifiedMachine isClassified: Bool) -> Bool {
    isClassified || !secrecy.isSecret
  }

  /// The record that keeps the number of a secret paper: of the row only date, class (year, org),
  /// period, number, pages and place in the arrangement remain; 密级 too is left out.
  package static func of(_ item: Item) -> Item {
    var kept = Item(seriesID: item.seriesID, title: Item.placeholderTitle)
    kept.id = item.id
    kept.level = item.level
    kept.state = item.state
    kept.period = item.period
    kept.periodFrom = item.periodFrom
    kept.number = item.number
    kept.code = item.code
    kept.volumeID = item.volumeID
    kept.boxID = item.boxID
    kept.archivalDate = item.archivalDate
    kept.pages = item.pages
    return kept
  }

  /// The item as it may be written here: itself, or its placeholder.
  package static func admitted(_ item: Item, onClassifiedMachine isClassified: Bool) -> Item {
    admits(item.secrecy, onClassifiedMachine: isClassified) ? item : of(item)
  }
}
