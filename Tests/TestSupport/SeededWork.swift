import ArchiveDomain
import ArchiveStore
import Foundation

/// Work on a library that is a function of its seed and of what the library holds: done twice from
/// the same start it leaves the same rows, so that a killed program can be compared with a model.
package struct SeededWork: Sendable {
  let seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  /// Does the next thing: one entry more in the journal.
  ///
  /// What a rule refuses or what changes nothing is passed over for the next idea.
  package func step(_ archive: Archive) throws {
    let head = try archive.head().seq
    for attempt in 0..<200 {
      var random = RandomSource(seed: seed &* 1_000_003 &+ UInt64(head) &* 257 &+ UInt64(attempt))
      do {
        try act(archive, &random)
      } catch is Refusal {}
      if try archive.head().seq > head { return }
    }
    preconditionFailure("two hundred ideas and nothing to do")
  }

  private func act(_ archive: Archive, _ random: inout RandomSource) throws {
    let items = try archive.records(RecordFilter()).map(\.item.id)
    let orgs = try archive.orgs().map(\.id)
    guard items.count > 6 else { return try create(archive, orgs, 8, &random) }
    func some(_ most: Int) -> [ItemID] {
      let picked = (0..<Int.random(in: 1...most, using: &random)).compactMap { _ in
        items.randomElement(using: &random)
      }
      return Array(Set(picked)).sorted()
    }
    switch Int.random(in: 0..<12, using: &random) {
    case 0: try create(archive, orgs, 2, &random)
    case 1:
      let title = "题名改到\(Int.random(in: 1...9_999, using: &random))"
      _ = try archive.edit(some(1), RecordEdit(.title, title), reason: "改正")
    case 2: _ = try archive.edit(items, Self.pages(&random), reason: "成批")
    case 3, 4:
      var change = FactChange(period: .d10, basis: "hand:逐件划定")
      change.orgID = orgs.randomElement(using: &random)
      change.isOverwriting = true
      _ = try archive.classify(some(12), change)
    case 5, 6, 7: _ = try archive.arrange(Self.scope)
    case 8: _ = try archive.unarrange(Self.scope)
    case 9: try RandomList.bringIn(40, "list-\(seed)", into: archive, &random)
    default:
      let head = try archive.head().seq
      _ = try archive.takeBack(
        Int64.random(in: max(5, head - 6)...head, using: &random), reason: "试", later: .withThem)
    }
  }

  private static func pages(_ random: inout RandomSource) -> RecordEdit {
    RecordEdit(.pages, String(Int.random(in: 1...90, using: &random)))
  }

  private static var scope: Scope {
    var scope = Scope()
    scope.type = "WS"
    scope.year = 2022
    return scope
  }

  /// New records.
  private func create(
    _ archive: Archive, _ orgs: [RowID], _ count: Int, _ random: inout RandomSource
  ) throws {
    let records = (0..<count).map { _ in
      var record = NewRecord(
        type: "WS", title: "关于第\(Int.random(in: 1...9_999, using: &random))号事项的通知")
      record.item.issuer = "云岭县农业农村局"
      record.item.pages = Int.random(in: 1...40, using: &random)
      let day = 20_220_101 + Int.random(in: 0...27, using: &random)
      record.item.archivalDate = ArchivalDate(text: String(day), from: day, to: day)
      record.facts.year = 2022
      record.facts.orgID = orgs.randomElement(using: &random)
      return record
    }
    _ = try archive.create(records)
  }
}
