import ArchiveDomain
import GRDB

/// What papers of the in-tray lack before they can be numbered.
package struct Waiting: Hashable, Sendable {
  /// A level that is not known, and of how many papers.
  package struct Lack: Hashable, Sendable {
    package let level: SchemeLevel
    package let count: Int
  }

  /// Papers in the in-tray.
  package private(set) var count: Int
  /// Papers among them with a fault of their own: no issuer, a title like a file name.
  package private(set) var faulty = 0
  private var counts: [SchemeLevel: Int] = [:]

  /// So many papers of which nothing more is told.
  package init(count: Int = 0) { self.count = count }

  /// What they lack, in the order in which a person gives it; a paper may lack several.
  package var lacks: [Lack] {
    [SchemeLevel.year, .sub, .project, .catalogue, .period, .org].compactMap { level in
      counts[level].map { Lack(level: level, count: $0) }
    }
  }

  mutating func add(_ papers: Int, faulty: Int, lacking levels: [SchemeLevel]) {
    count += papers
    self.faulty += faulty
    for level in levels { counts[level, default: 0] += papers }
  }
}

extension Archive {
  /// What the papers in the in-tray of a scope lack; pieces in volumes are not counted.
  package func waiting(in scope: Scope) throws -> Waiting {
    var scope = scope
    scope.states = [.inbox]
    let segments = try listing(scope).segments
    return try read { db in
      let schemes = try SchemeBook(db, types)
      var waiting = Waiting()
      for row in try Self.waitingRows(segments, in: db) {
        guard let series = try Series.fetch(row[0], in: db) else { continue }
        let scheme = try schemes.scheme(series.schemeID)
        var facts = series.facts
        facts.period = RetentionPeriod(rawValue: row[1]) ?? .unknown
        var levels = try schemes.missing(in: schemes.kept(facts, of: scheme), of: scheme)
        // Not every code shows a period, but nothing is numbered without one.
        if !facts.period.isKnown, !levels.contains(.period) { levels.append(.period) }
        waiting.add(row[2], faulty: row[3], lacking: levels)
      }
      return waiting
    }
  }

  /// Class, period, how many, and how many of them with a fault.
  private static func waitingRows(
    _ segments: [Listing.Segment], in db: Database
  ) throws -> [Row] {
    var rows: [Row] = []
    for segment in segments {
      let (condition, arguments) = condition(segment.kind)
      rows += try Row.fetchAll(
        db,
        sql: """
          SELECT series_id,period,count(*),sum((marks&\(Marks.fault.rawValue))<>0) FROM item
          WHERE state='inbox' AND \(condition) GROUP BY 1,2
          """, arguments: arguments)
    }
    return rows
  }

  private static func condition(_ kind: Listing.Segment.Kind) -> (String, StatementArguments) {
    switch kind {
    case .numbered(let series):
      ("series_id=? AND volume_id IS NULL AND number IS NOT NULL", [series])
    case .unnumbered(let series):
      ("series_id=? AND volume_id IS NULL AND number IS NULL", [series])
    case .volume(let volume): ("volume_id=?", [volume])
    case .box(let box): ("box_id=?", [box])
    case .ids(let ids):
      ("id>=? AND id<=? AND volume_id IS NULL", [ids.lowerBound, ids.upperBound])
    }
  }
}
