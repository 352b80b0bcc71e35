/// Numbers of one series (or of one volume): who takes which, what is left vacant, what is missing.
///
/// A number ≤ `issued` belongs to one item for ever: it is held by it or vacant for it.
/// Source: DA/T 22—2015, 5.4 (no number twice, none left out, late papers at the end).
package enum Numbering {
  /// Gives each of `ordered` its number: what it holds or left here at or below `issued` is kept or
  /// regained, all others take issued+1, issued+2 … in the given order.
  ///
  /// Numbers that items outside `ordered` hold or left above `issued` are passed over.
  package static func assign(
    ordered: [ItemID], held: [ItemID: Int], vacant: [ItemID: Int], issued: Int
  ) -> [ItemID: Int] {
    let ours = Set(ordered)
    let elsewhere = Set(
      held.merging(vacant) { mine, _ in mine }.filter { !ours.contains($0.key) }.values)
    var numbers: [ItemID: Int] = [:]
    numbers.reserveCapacity(ordered.count)
    var next = issued
    for item in ordered where numbers[item] == nil {
      if let own = kept(item, held, issued) ?? kept(item, vacant, issued) {
        numbers[item] = own
      } else {
        repeat { next += 1 } while elsewhere.contains(next)
        numbers[item] = next
      }
    }
    return numbers
  }

  /// Numbers from 1 to `issued` that nobody holds or left (断号), as runs in ascending order.
  package static func holes(
    held: some Sequence<Int>, vacant: some Sequence<Int>, issued: Int
  ) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    var next = 1
    for number in Set(held).union(vacant).filter({ $0 <= issued && $0 > 0 }).sorted() {
      if number > next { runs.append(next...(number - 1)) }
      next = number + 1
    }
    if next <= issued { runs.append(next...issued) }
    return runs
  }

  /// The first number missing when `drafts` should go on from `issued` without a gap; nil: none.
  package static func firstGap(drafts: some Sequence<Int>, issued: Int) -> Int? {
    var next = issued + 1
    for number in drafts.filter({ $0 > issued }).sorted() {
      if number > next { return next }
      next = number + 1
    }
    return nil
  }

  /// What `issued` falls to when a filing is released: the highest number still filed or vacant.
  package static func issuedAfterRelease(
    filed: some Sequence<Int>, vacant: some Sequence<Int>
  ) -> Int {
    max(filed.max() ?? 0, vacant.max() ?? 0)
  }

  private static func kept(_ item: Int64, _ numbers: [ItemID: Int], _ issued: Int) -> Int? {
    guard let number = numbers[item], number > 0, number <= issued else { return nil }
    return number
  }
}
