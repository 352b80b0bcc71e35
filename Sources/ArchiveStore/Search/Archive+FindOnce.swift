import ArchiveDomain
import Foundation
import GRDB
import Synchronization

extension Archive {
  /// One look-up without a laid-out catalogue, for the command line: the ids found, the likeliest
  /// first, and within these in catalogue order (of thousands: in the order of the table).
  ///
  /// Halves of the table are read at the same time, each over a connection of its own.
  package func findOnce(_ line: String, limit: Int? = nil) throws -> [ItemID] {
    let query = LookUpQuery.parse(line)
    guard !query.isEmpty else { return [] }
    let last = try read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM item") ?? 0 }
    let sight = try sight()
    let classes = try read { try knownClasses($0) }
    let parts = Self.parts(of: last, count: last > 5_000 ? 2 : 1)
    let found = Mutex(Found())
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      do {
        let arena = try arena(of: parts[index], query, classes, sight)
        found.withLock { $0.arenas[index] = arena }
      } catch {
        found.withLock { $0.fault = StoreFault.named(error, in: folder) }
      }
    }
    let all = found.withLock { $0 }
    if let fault = all.fault { throw fault }
    return try ids(all.arenas.sorted { $0.key < $1.key }.map(\.value), query, limit)
  }

  /// What the halves have found, by their position.
  private struct Found: Sendable {
    var arenas: [Int: SearchArena] = [:]
    var fault: (any Error)?
  }

  private static func parts(of last: Int64, count: Int64) -> [ClosedRange<Int64>] {
    let size = last / count + 1
    return (0..<count).map { ($0 * size + 1)...(($0 + 1) * size) }
  }

  /// Only what the query finds, laid out: the rows that fit, of a part of the table.
  private func arena(
    of part: ClosedRange<Int64>, _ query: LookUpQuery, _ classes: ClassCatalogue, _ sight: Sight
  ) throws -> SearchArena {
    let queue = part.lowerBound == 1 ? self.queue : try beside().queue
    return try queue.read { db in
      let reader = try SearchReader(db, sight)
      var arena = SearchArena()
      try reader.append(part, classes, for: query, to: &arena)
      return arena
    }
  }

  /// Above so many hits those of each half stay in the order of the table.
  private static let mostSorted = 2_000

  private func ids(_ arenas: [SearchArena], _ query: LookUpQuery, _ limit: Int?) throws -> [ItemID]
  {
    let hits = arenas.map { $0.find(query) }
    guard hits.reduce(0, { $0 + $1.count }) <= Self.mostSorted else {
      let ids = zip(arenas, hits).flatMap { arena, hits in
        arena.ranked(hits, by: query).prefix(limit ?? hits.count).map { arena.id(at: Int($0)) }
      }
      return Array(ids.prefix(limit ?? ids.count))
    }
    // The few rows found are laid out once more together, in catalogue order, to rank them.
    let found = zip(arenas, hits).flatMap { arena, hits in hits.map { arena.id(at: Int($0)) } }
    return try read { db in
      let classes = try knownClasses(db)
      let reader = try SearchReader(db, sight(db))
      let arena = try reader.arena(of: found, classes)
      let ranked = arena.ranked(arena.find(query), by: query).map { arena.id(at: Int($0)) }
      return Array(ranked.prefix(limit ?? ranked.count))
    }
  }
}
