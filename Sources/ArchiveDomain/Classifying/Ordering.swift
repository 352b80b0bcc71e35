/// The order of papers within a class, and why it is so.
///
/// Papers of one matter (tied by reply or forwards) stand together in order of formation, placed
/// by the earliest date among them; numbers compare as numbers; unknown dates stand last.
/// Source: DA/T 22—2015, 5.3.
package enum Ordering {
  /// What decided an order.
  package struct Reason: Hashable, Sendable {
    /// The first two papers that stand together because they are of one matter.
    package var pair: Pair?
    /// The keys that decided at least once, in the scheme's order.
    package var keys: [OrderKey]

    package init(pair: Pair? = nil, keys: [OrderKey] = []) {
      self.pair = pair
      self.keys = keys
    }
  }

  /// Two papers of a matter, the earlier first.
  package struct Pair: Hashable, Sendable {
    package var first: ItemID
    package var second: ItemID

    package init(first: ItemID, second: ItemID) {
      self.first = first
      self.second = second
    }
  }

  /// The items in order, with the reason.
  package struct Result: Hashable, Sendable {
    package var items: [ItemID]
    package var reason: Reason
  }

  /// Orders the items of one class; ties between items outside it say nothing.
  ///
  /// Without `.matter` among the keys each item stands by itself.
  package static func sort(
    _ items: [Item], links: [Link] = [], by keys: [OrderKey] = SchemeRules.standardOrder
  ) -> Result {
    let papers = items.map(OrderedPaper.init)
    let matters =
      keys.contains(.matter)
      ? Matters.of(papers, links) : papers.map { Matter(papers: [$0]) }
    let rest = keys.filter { $0 != .matter }
    // Places are sorted and not the matters: these are large.
    let sorted = matters.indices.sorted {
      OrderedPaper.precedes(matters[$0].head, matters[$1].head, by: rest)
    }.map { matters[$0] }
    let pair = sorted.first { $0.papers.count > 1 }.map { matter in
      Pair(first: matter.papers[0].id, second: matter.papers[1].id)
    }
    return Result(
      items: sorted.flatMap { $0.papers.map(\.id) },
      reason: Reason(pair: pair, keys: deciding(sorted.map(\.head), rest)))
  }

  /// The keys that told one of two neighbours from the other.
  private static func deciding(_ heads: [OrderedPaper], _ keys: [OrderKey]) -> [OrderKey] {
    let used = zip(heads, heads.dropFirst()).compactMap { one, other in
      keys.first { OrderedPaper.compare(one, other, by: $0) != 0 }
    }
    return keys.filter(Set(used).contains)
  }
}

/// Papers of one matter in order of formation; the head is the paper by whose date it is placed.
struct Matter {
  let papers: [OrderedPaper]

  /// The paper with the earliest date.
  let head: OrderedPaper

  init(papers: [OrderedPaper]) {
    self.papers = papers
    head = papers.dropFirst().reduce(papers[0]) { $1.day < $0.day ? $1 : $0 }
  }
}

/// Gathers papers into matters.
enum Matters {
  static func of(_ papers: [OrderedPaper], _ links: [Link]) -> [Matter] {
    let index = Dictionary(
      papers.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { one, _ in one })
    let ties = links.filter { $0.kind.isSameMatter }.compactMap { link -> (Int, Int)? in
      guard let later = index[link.itemID], let earlier = index[link.otherID] else { return nil }
      return (earlier, later)
    }
    guard !ties.isEmpty else { return papers.map { Matter(papers: [$0]) } }
    var root = Array(papers.indices)
    for (earlier, later) in ties {
      let (one, other) = (find(earlier, &root), find(later, &root))
      root[max(one, other)] = min(one, other)
    }
    var groups: [Int: [Int]] = [:]
    for position in papers.indices { groups[find(position, &root), default: []].append(position) }
    return groups.keys.sorted().map { key in
      formed(groups[key] ?? [], papers, ties)
    }
  }

  private static func find(_ position: Int, _ root: inout [Int]) -> Int {
    var position = position
    while root[position] != position {
      root[position] = root[root[position]]
      position = root[position]
    }
    return position
  }

  /// In order of formation: by date, an answer never before what it answers on one day.
  private static func formed(
    _ group: [Int], _ papers: [OrderedPaper], _ ties: [(Int, Int)]
  ) -> Matter {
    guard group.count > 1 else { return Matter(papers: group.map { papers[$0] }) }
    let members = Set(group)
    let own = ties.filter { members.contains($0.0) }
    var day = Dictionary(uniqueKeysWithValues: group.map { ($0, papers[$0].day) })
    var depth = Dictionary(uniqueKeysWithValues: group.map { ($0, 0) })
    for _ in group {
      for (earlier, later) in own {
        let next = (depth[earlier] ?? 0) + 1
        if next < group.count { depth[later] = max(depth[later] ?? 0, next) }
        if !papers[later].isDated, let known = day[earlier], known != OrderedPaper.noDay {
          day[later] = known
        }
        if !papers[earlier].isDated, day[earlier] == OrderedPaper.noDay, let known = day[later] {
          day[earlier] = known
        }
      }
    }
    let sorted = group.sorted { one, other in
      let left = (day[one] ?? 0, depth[one] ?? 0, papers[one].id)
      let right = (day[other] ?? 0, depth[other] ?? 0, papers[other].id)
      return left < right
    }
    return Matter(papers: sorted.map { papers[$0] })
  }
}
