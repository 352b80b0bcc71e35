import ArchiveDomain
import GRDB

/// What a branch of the tree stands for.
package enum TreeKey: Hashable, Sendable {
  case type(String)
  case sub(String)
  case project(String)
  /// 0: unknown.
  case year(Year)
  case period(RetentionPeriod)
  /// 0: none.
  case org(RowID)
  case catalogue(String)
}

/// One branch: what it stands for, how much lies below it, and its branches in catalogue order.
package struct TreeNode: Hashable, Sendable, Identifiable {
  package var key: TreeKey
  /// What to list when it is chosen.
  package var scope: Scope
  /// The department or matter; nil on other levels and for those without one.
  package var org: HoldingsClass.OrgName?
  /// The records by state, in the unit that the type counts.
  package var counts: StateCounts
  package var pages: Int
  package var faults: Int
  /// The classes below, in catalogue order; one for a leaf, or more when a class of volumes and one
  /// of pieces have the same facts.
  package var series: [RowID]
  package var children: [TreeNode]

  package var id: Scope { scope }
  /// Whether nothing lies under it.
  package var isLeaf: Bool { children.isEmpty }
}

extension Archive {
  /// The tree: types, then the levels of their schemes; of the classes without records only those
  /// that were made by hand.
  package func tree() throws -> [TreeNode] {
    try read { db in
      let catalogue = try knownClasses(db)
      let sums = try ClassSums(db)
      let made = try MadeClasses.all(in: db)
      var roots: [TreeNode] = []
      for one in catalogue.classes
      where !sums[one.series.id].isEmpty || made.contains(one.series.id) {
        let unit = types[id: one.type]?.counts ?? (one.unit == .volume ? .volumes : .items)
        let path = [.type(one.type)] + one.levels.levels.map(one.place)
        Branch(one, sums.counted(one, in: unit)).grow(&roots, path: path[...], Scope())
      }
      return roots
    }
  }
}

/// A class on its way into the tree.
private struct Branch {
  let one: HoldingsClass
  let counted: (states: StateCounts, pages: Int, faults: Int)

  init(_ one: HoldingsClass, _ counted: (states: StateCounts, pages: Int, faults: Int)) {
    self.one = one
    self.counted = counted
  }

  /// Adds its counts to each branch on the way.
  ///
  /// Classes come in order, so that a branch which is there already is mostly the last.
  func grow(_ nodes: inout [TreeNode], path: ArraySlice<TreeKey>, _ above: Scope) {
    guard let key = path.first else { return }
    let index = nodes.lastIndex { $0.key == key } ?? nodes.count
    if index == nodes.count {
      var org: HoldingsClass.OrgName?
      if case .org = key { org = one.org }
      nodes.append(
        TreeNode(
          key: key, scope: above.narrowed(to: key), org: org, counts: StateCounts(), pages: 0,
          faults: 0, series: [],
          children: []))
    }
    nodes[index].counts = nodes[index].counts + counted.states
    nodes[index].pages += counted.pages
    nodes[index].faults += counted.faults
    nodes[index].series.append(one.series.id)
    grow(&nodes[index].children, path: path.dropFirst(), nodes[index].scope)
  }
}

extension Scope {
  /// The part of it that a branch stands for.
  package func narrowed(to key: TreeKey) -> Scope {
    var scope = self
    switch key {
    case .type(let id): scope.type = id
    case .sub(let sub): scope.sub = sub
    case .project(let project): scope.project = project
    case .year(let year): scope.year = year
    case .period(let period): scope.period = period
    case .org(let id): scope.orgID = id
    case .catalogue(let number): scope.catalogueNo = number
    }
    return scope
  }
}
