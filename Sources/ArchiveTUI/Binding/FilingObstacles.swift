import ArchiveDomain
import ArchiveStore

/// One kind of thing in the way of filing, or worth a look, with all records that have it.
struct FilingObstacles: Hashable, Sendable {
  let obstacles: [FilingCheck.Obstacle]
  let isBlocking: Bool
  /// 缺页数, 期限不同.
  let name: Phrase
  /// The title and code of the first record.
  let first: Item?
  /// The answer that the first record is a pair with, when it is about pairs.
  let other: Item?
  /// Records of the classes that it holds.
  let waiting: Int

  /// The same kinds together, blocking ones first.
  static func grouped(
    _ rehearsal: FilingRehearsal, _ items: [ItemID: Item]
  ) -> [FilingObstacles] {
    let counts = Dictionary(
      rehearsal.classes.map { ($0.series.id, $0.count) }, uniquingKeysWith: { one, _ in one })
    var order: [String] = []
    var groups: [String: [FilingCheck.Obstacle]] = [:]
    for obstacle in rehearsal.report.obstacles {
      let key = "\(obstacle.isBlocking) \(key(obstacle.what))"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(obstacle)
    }
    let all = order.compactMap { groups[$0] }.map { found in
      let waiting = Set(found.map(\.seriesID)).reduce(0) { $0 + (counts[$1] ?? 0) }
      return group(found, head: found[0], items, waiting)
    }
    return all.filter(\.isBlocking) + all.filter { !$0.isBlocking }
  }

  // A function of its own: written in place, Swift 6.3.1 crashes on it when optimising.
  private static func group(
    _ found: [FilingCheck.Obstacle], head: FilingCheck.Obstacle, _ items: [ItemID: Item],
    _ waiting: Int
  ) -> FilingObstacles {
    let pair: ItemID? =
      switch head.what {
      case .periodsDiffer(let other): other
      default: nil
      }
    return FilingObstacles(
      obstacles: found, isBlocking: found.contains(where: \.isBlocking), name: name(head.what),
      first: head.itemID.flatMap { items[$0] }, other: pair.flatMap { items[$0] },
      waiting: waiting)
  }

  private static func key(_ what: FilingCheck.Obstacle.What) -> String {
    switch what {
    case .refusal(let refusal):
      if case .missing(let field) = refusal { refusal.key + field } else { refusal.key }
    case .parts: "parts"
    case .fault(let fault): fault.rawValue
    case .periodsDiffer: "periods"
    case .noPieces: "no-pieces"
    case .doubt: "doubt"
    case .boxOverfull(let number, _, _): "overfull \(number)"
    }
  }

  private static func name(_ what: FilingCheck.Obstacle.What) -> Phrase {
    switch what {
    case .refusal(.missing(let field)): Phrase("filing.lacks", ["field": .field(field)])
    case .refusal(let refusal): Phrase(refusal)
    case .parts: Phrase("filing.parts")
    case .fault(let fault): .word("record-fault", fault.rawValue)
    case .periodsDiffer: Phrase("filing.periods-differ")
    case .noPieces: Phrase("filing.no-pieces")
    case .doubt: Phrase("filing.doubt")
    case .boxOverfull(let number, let used, let mm):
      Phrase("filing.overfull", ["n": .number(number), "used": .number(used), "mm": .number(mm)])
    }
  }

  /// All records that rows name.
  static func records(_ rehearsal: FilingRehearsal) -> Set<ItemID> {
    Set(rehearsal.report.obstacles.flatMap { [$0.itemID, $0.pairedWith].compactMap { $0 } })
  }

  /// Where the first of them is mended.
  var remedy: Destination {
    let obstacle = obstacles[0]
    switch obstacle.what {
    case .refusal(.unboxed), .refusal(.gap), .boxOverfull:
      return .boxing(.series(obstacle.seriesID))
    case .refusal(.missing(let field)):
      return obstacle.itemID.map { .form($0, field: field) }
        ?? .arrange(
          .series(obstacle.seriesID), record: nil)
    case .noPieces:
      return obstacle.itemID.map(Destination.volume) ?? .boxing(.series(obstacle.seriesID))
    default:
      return obstacle.itemID.map { .form($0, field: nil) }
        ?? .arrange(
          .series(obstacle.seriesID), record: nil)
    }
  }
}

extension FilingCheck.Obstacle {
  /// The other record of a pair.
  fileprivate var pairedWith: ItemID? {
    if case .periodsDiffer(let other) = what { other } else { nil }
  }
}
