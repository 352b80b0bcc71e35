import ArchiveDomain
import GRDB

/// A list of any length that is never loaded whole: it knows how many rows each class gives, and
/// reads only the rows that are looked at.
///
/// Made for a scope at one moment; after a write it is made anew, which costs as much as the tree.
package struct Listing: Sendable {
  /// A stretch of rows that one index gives in order.
  struct Segment: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      /// Records with a number that lie in no volume, by number.
      case numbered(series: RowID)
      /// Records without a number, by date and id.
      case unnumbered(series: RowID)
      /// The pieces of a volume.
      case volume(ItemID)
      /// What stands in a box, by number.
      case box(RowID)
      /// Rows that one import brought, by id.
      case ids(ClosedRange<RowID>)
    }

    var kind: Kind
    /// The states wanted; nil when all of its records are.
    var states: Set<ItemState>?
    /// Position of its first row in the list.
    var start: Int
    var count: Int
    /// Whether any of its records has a fault.
    var mayHaveFaults: Bool
  }

  package let scope: Scope
  /// The rows of the whole list.
  package let count: Int
  let segments: [Segment]
  let sight: Sight

  init(scope: Scope, segments: [Segment], sight: Sight) {
    self.scope = scope
    self.segments = segments
    self.sight = sight
    count = segments.last.map { $0.start + $0.count } ?? 0
  }

  /// The position of the segment that holds the row; nil beyond the end.
  func segment(at position: Int) -> Int? {
    guard position >= 0, position < count else { return nil }
    var (low, high) = (0, segments.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if segments[middle].start <= position { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension Archive {
  /// The list of a scope, in catalogue order: classes, within each the numbered records by number,
  /// then those without a number by date and id.
  ///
  /// Pieces in volumes are listed with their volume.
  package func listing(_ scope: Scope) throws -> Listing {
    try read { db in
      Listing(scope: scope, segments: try segments(scope, in: db), sight: try sight(db))
    }
  }

  /// Rows of a list from a position on; fewer only at its end.
  package func rows(of listing: Listing, from: Int, count: Int) throws -> [CatalogueRow] {
    try read { db in
      let items = try SegmentReader(db).items(of: listing, from: from, count: count)
      return try CatalogueRow.rows(items, in: db, listing.sight)
    }
  }

  /// The ids of all rows of a list, in order: for a selection of everything.
  package func ids(of listing: Listing) throws -> [ItemID] {
    try read { db in
      let reader = SegmentReader(db)
      return try listing.segments.flatMap { try reader.ids($0) }
    }
  }

  /// Where a record stands in the list; a piece in a volume is found at its volume.
  ///
  /// nil: not in it.
  package func position(of id: ItemID, in listing: Listing) throws -> Int? {
    try read { db in
      guard let item = try Item.fetch(id, in: db) else { return nil }
      let reader = SegmentReader(db)
      if let position = try reader.position(of: item, in: listing) { return position }
      guard let volumeID = item.volumeID, let volume = try Item.fetch(volumeID, in: db) else {
        return nil
      }
      return try reader.position(of: volume, in: listing)
    }
  }

  /// The next row with a fault after (or before) a position, going round at the end; nil: none.
  package func nextFault(
    in listing: Listing, from position: Int, backwards: Bool = false
  ) throws -> Int? {
    try read { try SegmentReader($0).fault(in: listing, from: position, backwards: backwards) }
  }

  private func segments(_ scope: Scope, in db: Database) throws -> [Listing.Segment] {
    if let volume = scope.volumeID {
      return try counted([.volume(volume)], scope, in: db)
    }
    if let box = scope.boxID { return try counted([.box(box)], scope, in: db) }
    if let seq = scope.importSeq {
      return try counted(Self.inserted(by: seq, in: db).map { .ids($0) }, scope, in: db)
    }
    var maker = SegmentMaker(sums: try ClassSums(db), reader: SegmentReader(db), scope: scope)
    for one in try knownClasses(db).classes where scope.holds(one) {
      try maker.add(one)
    }
    return maker.segments
  }

  private func counted(
    _ kinds: [Listing.Segment.Kind], _ scope: Scope, in db: Database
  ) throws -> [Listing.Segment] {
    let reader = SegmentReader(db)
    var start = 0
    return try kinds.map { kind in
      var segment = Listing.Segment(
        kind: kind, states: scope.states.isEmpty ? nil : scope.states, start: start, count: 0,
        mayHaveFaults: true)
      segment.count = try reader.count(segment)
      start += segment.count
      return segment
    }
  }

  /// The ranges of ids of the items that an entry inserted.
  static func inserted(by seq: Int64, in db: Database) throws -> [ClosedRange<RowID>] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT lo,hi FROM change WHERE seq=? AND tab='item' AND op='insert' ORDER BY n",
      arguments: [seq])
    return rows.map { row in
      let (low, high): (RowID, RowID) = (row[0], row[1])
      return low...max(low, high)
    }
  }
}

/// Lays the classes of a scope out as segments, counted from the sums.
private struct SegmentMaker {
  let sums: ClassSums
  let reader: SegmentReader
  private let numbered: Set<ItemState>
  private let unnumbered: Set<ItemState>
  private(set) var segments: [Listing.Segment] = []

  init(sums: ClassSums, reader: SegmentReader, scope: Scope) {
    self.sums = sums
    self.reader = reader
    numbered = scope.numbered
    unnumbered = scope.unnumbered
  }

  mutating func add(_ one: HoldingsClass) throws {
    let id = one.series.id
    let rows = sums[id]
    guard !rows.isEmpty else { return }
    let hasPiecesInVolumes =
      one.unit == .volume && rows.contains { $0.level == .item && $0.state.isNumbered }
    try add(
      .numbered(series: id), rows.filter { $0.state.isNumbered }, numbered,
      isCounted: !hasPiecesInVolumes)
    try add(
      .unnumbered(series: id), rows.filter { !$0.state.isNumbered }, unnumbered, isCounted: true)
  }

  private mutating func add(
    _ kind: Listing.Segment.Kind, _ rows: [ClassSums.Row], _ wanted: Set<ItemState>,
    isCounted: Bool
  ) throws {
    let meant = rows.filter { wanted.contains($0.state) }
    guard !meant.isEmpty else { return }
    var segment = Listing.Segment(
      kind: kind, states: meant.count == rows.count ? nil : wanted,
      start: segments.last.map { $0.start + $0.count } ?? 0, count: 0,
      mayHaveFaults: meant.contains { $0.faults > 0 })
    segment.count = try isCounted ? meant.reduce(0) { $0 + $1.n } : reader.count(segment)
    if segment.count > 0 { segments.append(segment) }
  }
}
