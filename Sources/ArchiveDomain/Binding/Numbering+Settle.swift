extension Numbering {
  /// A number and the item it belongs to.
  package struct Claim: Hashable, Sendable {
    package var item: ItemID
    package var number: Int

    package init(item: ItemID, number: Int) {
      self.item = item
      self.number = number
    }
  }

  /// What a write has to do to the vacant numbers (空号) of one series or volume.
  package struct Settlement: Equatable, Sendable {
    /// Numbers that become vacant, in ascending order.
    package var vacated: [Claim] = []
    /// Vacant numbers that their items took up again, or that a release set free; ascending.
    package var cleared: [Claim] = []
    /// Numbers given to one item while vacant for another: the write must be refused.
    package var conflicts: [Claim] = []
  }

  /// Settles the vacant numbers after a write that changed who holds what.
  ///
  /// - Parameters:
  ///   - before, after: item to number, of all items that the write touched; absent = holds none.
  ///   - vacant: the vacant numbers as they stand before the write.
  ///   - issued: the highest number issued, after the write (a release has lowered it).
  ///   - given: numbers that a file or recode entry once gave to the item; an adopted number is not
  ///     among them, it lives on paper and leaves no vacancy.
  package static func settle(
    before: [ItemID: Int], after: [ItemID: Int], vacant: [Claim], issued: Int, given: Set<Claim>
  ) -> Settlement {
    var settlement = Settlement()
    let standing = Set(vacant)
    let owner = Dictionary(
      vacant.map { ($0.number, $0.item) }, uniquingKeysWith: { first, _ in first })
    for (item, number) in before where after[item] != number {
      let claim = Claim(item: item, number: number)
      if number <= issued, given.contains(claim), !standing.contains(claim) {
        settlement.vacated.append(claim)
      }
    }
    let leaving = Dictionary(
      settlement.vacated.map { ($0.number, $0.item) }, uniquingKeysWith: { first, _ in first })
    for (item, number) in after {
      guard let other = owner[number] ?? leaving[number] else { continue }
      let claim = Claim(item: item, number: number)
      if other != item {
        settlement.conflicts.append(claim)
      } else {
        settlement.cleared.append(claim)
      }
    }
    let taken = Set(settlement.cleared)
    settlement.cleared += vacant.filter { $0.number > issued && !taken.contains($0) }
    settlement.vacated.sort(by: ascending)
    settlement.cleared.sort(by: ascending)
    settlement.conflicts.sort(by: ascending)
    return settlement
  }

  /// What breaks the invariant: no number twice, none both held and vacant, held + vacant ≤ issued.
  package static func faults(held: [Claim], vacant: [Claim], issued: Int) -> [NumberFault] {
    var faults: [NumberFault] = []
    var holder: [Int: ItemID] = [:]
    for claim in held.sorted(by: ascending) {
      if claim.number < 1 { faults.append(.notPositive(claim)) }
      if holder.updateValue(claim.item, forKey: claim.number) != nil {
        faults.append(.twice(claim.number))
      }
    }
    var left: Set<Int> = []
    for claim in vacant.sorted(by: ascending) {
      if holder[claim.number] != nil { faults.append(.heldAndVacant(claim.number)) }
      if !left.insert(claim.number).inserted { faults.append(.twice(claim.number)) }
      if claim.number > issued { faults.append(.vacantAboveIssued(claim.number)) }
    }
    return faults
  }

  private static func ascending(_ one: Claim, _ other: Claim) -> Bool {
    (one.number, one.item) < (other.number, other.item)
  }
}

/// What is wrong with the numbers of a series or a volume.
package enum NumberFault: Hashable, Sendable {
  case notPositive(Numbering.Claim)
  case twice(Int)
  case heldAndVacant(Int)
  case vacantAboveIssued(Int)
}
