import ArchiveDomain
import GRDB

/// Reads rows of a list's segments along their indexes.
struct SegmentReader {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// Which rows a segment holds, and in what order.
  private struct Path {
    var condition: String
    var arguments: StatementArguments
    /// The columns that order it.
    var order: [String]

    func sorted(backwards: Bool) -> String {
      order.map { backwards ? "\($0) DESC" : $0 }.joined(separator: ",")
    }
  }

  private func path(_ segment: Listing.Segment) -> Path {
    var path: Path
    switch segment.kind {
    case .numbered(let series):
      path = Path(
        condition: "series_id=? AND volume_id IS NULL AND number IS NOT NULL",
        arguments: [series], order: ["number"])
    case .unnumbered(let series):
      path = Path(
        condition: "series_id=? AND number IS NULL", arguments: [series],
        order: ["date_from", "id"])
    case .volume(let id):
      path = Path(condition: "volume_id=?", arguments: [id], order: ["number"])
    case .box(let id): path = Path(condition: "box_id=?", arguments: [id], order: ["number", "id"])
    case .ids(let range):
      path = Path(
        condition: "id>=? AND id<=?", arguments: [range.lowerBound, range.upperBound],
        order: ["id"])
    }
    if let states = segment.states {
      let words = states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ",")
      path.condition += " AND state IN(\(words))"
    }
    return path
  }

  func count(_ segment: Listing.Segment) throws -> Int {
    let path = path(segment)
    let statement = try db.cachedStatement(
      sql: "SELECT count(*) FROM item WHERE \(path.condition)")
    return try Int.fetchOne(statement, arguments: path.arguments) ?? 0
  }

  func ids(_ segment: Listing.Segment) throws -> [ItemID] {
    let path = path(segment)
    let statement = try db.cachedStatement(
      sql: "SELECT id FROM item WHERE \(path.condition) ORDER BY \(path.sorted(backwards: false))")
    return try ItemID.fetchAll(statement, arguments: path.arguments)
  }

  func items(of listing: Listing, from: Int, count: Int) throws -> [Item] {
    var out: [Item] = []
    var position = max(0, from)
    while out.count < count, let index = listing.segment(at: position) {
      let segment = listing.segments[index]
      let offset = position - segment.start
      let wanted = min(count - out.count, segment.count - offset)
      out += try items(segment, offset: offset, count: wanted)
      position = segment.start + segment.count
    }
    return out
  }

  /// Walks the index from its nearer end, so that a jump to the last row costs nothing.
  private func items(_ segment: Listing.Segment, offset: Int, count: Int) throws -> [Item] {
    let path = path(segment)
    let isNearerEnd = offset > segment.count / 2
    let skip = isNearerEnd ? segment.count - offset - count : offset
    let found = try Item.fetch(
      db,
      where: "\(path.condition) ORDER BY \(path.sorted(backwards: isNearerEnd)) LIMIT ? OFFSET ?",
      path.arguments + [count, skip])
    return isNearerEnd ? found.reversed() : found
  }

  func position(of item: Item, in listing: Listing) throws -> Int? {
    guard let index = listing.segments.firstIndex(where: { holds($0, item) }) else { return nil }
    let segment = listing.segments[index]
    let path = path(segment)
    let places = path.order.joined(separator: ",")
    let marks = path.order.map { _ in "?" }.joined(separator: ",")
    let values = path.order.map { column -> (any DatabaseValueConvertible)? in
      switch column {
      case "number": item.number
      case "date_from": item.dateFrom
      default: item.id
      }
    }
    let statement = try db.cachedStatement(
      sql: "SELECT count(*) FROM item WHERE \(path.condition) AND (\(places))<(\(marks))")
    let before = try Int.fetchOne(statement, arguments: path.arguments + StatementArguments(values))
    return segment.start + (before ?? 0)
  }

  private func holds(_ segment: Listing.Segment, _ item: Item) -> Bool {
    if let states = segment.states, !states.contains(item.state) { return false }
    return switch segment.kind {
    case .numbered(let series):
      item.seriesID == series && item.volumeID == nil && item.number != nil
    case .unnumbered(let series): item.seriesID == series && item.number == nil
    case .volume(let id): item.volumeID == id
    case .box(let id): item.boxID == id
    case .ids(let range): range.contains(item.id)
    }
  }

  func fault(in listing: Listing, from position: Int, backwards: Bool) throws -> Int? {
    guard listing.count > 0 else { return nil }
    let here = listing.segment(at: min(max(0, position), listing.count - 1)) ?? 0
    let n = listing.segments.count
    for step in 0...n {
      let index = ((here + (backwards ? -step : step)) % n + n) % n
      let segment = listing.segments[index]
      guard segment.mayHaveFaults else { continue }
      let found = try faults(segment)
      let fits = found.filter {
        if step == 0 { return backwards ? $0 < position : $0 > position }
        return true
      }
      if let hit = backwards ? fits.last : fits.first { return hit }
    }
    return nil
  }

  /// The positions of all rows of a segment with a fault.
  private func faults(_ segment: Listing.Segment) throws -> [Int] {
    let path = path(segment)
    let statement = try db.cachedStatement(
      sql: """
        SELECT place FROM (SELECT marks,row_number() OVER (ORDER BY
        \(path.sorted(backwards: false)))-1 AS place FROM item WHERE \(path.condition))
        WHERE marks&512
        """)
    return try Int.fetchAll(statement, arguments: path.arguments).map { $0 + segment.start }
  }
}
