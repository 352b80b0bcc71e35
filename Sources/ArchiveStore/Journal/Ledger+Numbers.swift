import ArchiveDomain
import GRDB

extension Ledger {
  /// Whether any row ends otherwise than it began.
  var changedSomething: Bool {
    bulk != nil
      || images.values.contains { $0.values.contains { !($0.before == nil && $0.after == nil) } }
  }

  /// Runs in every write: a number at or below `issued` that an item gave up becomes vacant if a
  /// filing ever gave it; its item's return clears that.
  ///
  /// Source: our choice, DECISIONS: numbers.
  func settleNumbers() throws {
    let moves = numberMoves()
    for (place, move) in moves.sorted(by: {
      ($0.key.series, $0.key.volume) < ($1.key.series, $1.key.volume)
    }) {
      let vacant = try VacantNumber.fetchAll(
        db, sql: "SELECT * FROM vacant WHERE series_id=? AND volume_id=?",
        arguments: [place.series, place.volume])
      let issued = try issued(at: place)
      guard !vacant.isEmpty || move.before.values.contains(where: { $0 <= issued }) else {
        continue
      }
      let settlement = Numbering.settle(
        before: move.before, after: move.after,
        vacant: vacant.map { Numbering.Claim(item: $0.itemID, number: $0.number) },
        issued: issued, given: try given(move, place, issued))
      try apply(settlement, at: place, vacant)
    }
  }

  /// A series, or one of its volumes (0: the series itself).
  struct NumberPlace: Hashable {
    let series: Int64
    let volume: Int64
  }

  private struct Move {
    var before: [Int64: Int] = [:]
    var after: [Int64: Int] = [:]
  }

  private func numberMoves() -> [NumberPlace: Move] {
    var moves: [NumberPlace: Move] = [:]
    for (key, image) in images[.item] ?? [:] {
      guard case .id(let id) = key else { continue }
      if let (place, number) = Self.number(image.before) {
        moves[place, default: Move()].before[id] = number
      }
      if let (place, number) = Self.number(image.after) {
        moves[place, default: Move()].after[id] = number
      }
    }
    return moves
  }

  private static func number(_ row: [Value]?) -> (NumberPlace, Int)? {
    guard let row, let number = row[7].integer, let series = row[2].integer else { return nil }
    return (NumberPlace(series: series, volume: row[9].integer ?? 0), Int(number))
  }

  private func issued(at place: NumberPlace) throws -> Int {
    let value =
      place.volume == 0
      ? try value(.series, place.series, "issued") : try value(.item, place.volume, "issued")
    return Int(value?.integer ?? 0)
  }

  /// The numbers given up that a filing once gave: the item was filed with this number before.
  private func given(
    _ move: Move, _ place: NumberPlace, _ issued: Int
  ) throws -> Set<Numbering.Claim> {
    var out: Set<Numbering.Claim> = []
    for (item, number) in move.before where move.after[item] != number && number <= issued {
      if try wasFiled(item, number, place, past) {
        out.insert(Numbering.Claim(item: item, number: number))
      }
    }
    return out
  }

  /// Whether the item ever stood filed with this number, by its chain of images.
  private func wasFiled(
    _ item: Int64, _ number: Int, _ place: NumberPlace, _ reader: JournalReader
  ) throws -> Bool {
    guard let image = images[.item]?[.id(item)], var row = image.before else { return false }
    if Self.isFiled(row, number, place) { return true }
    var seq = image.rev
    while seq > 0, let past = try reader.image(.item, .id(item), at: seq) {
      // Before a return the row was not there, and before that it may have been filed.
      if past.operation != .update { row = [Value](repeating: .null, count: row.count) }
      for (i, value) in zip(past.positions, past.before ?? []) {
        if let i { row[i] = value }
      }
      if Self.isFiled(row, number, place) { return true }
      seq = try reader.writer(before: past, .item, .id(item))
    }
    return false
  }

  private static func isFiled(_ row: [Value], _ number: Int, _ place: NumberPlace) -> Bool {
    guard let (there, held) = Self.number(row), there == place, held == number else { return false }
    return row[3] == "filed" || row[3] == "transferred" || row[3] == "destroyed"
  }

  private func apply(
    _ settlement: Numbering.Settlement, at place: NumberPlace, _ vacant: [VacantNumber]
  ) throws {
    if let claim = settlement.conflicts.first {
      throw Refusal.codeTaken(String(claim.number))
    }
    for claim in settlement.cleared {
      guard let row = vacant.first(where: { $0.number == claim.number }) else { continue }
      try delete(.vacant, row.id)
    }
    for claim in settlement.vacated {
      let code = images[.item]?[.id(claim.item)]?.before?[8].text ?? ""
      try insert(
        .vacant,
        [
          "series_id": .integer(place.series), "volume_id": .integer(place.volume),
          "number": Value(claim.number), "code": .text(code), "item_id": .integer(claim.item),
          "why": "given up",
        ])
    }
  }
}
