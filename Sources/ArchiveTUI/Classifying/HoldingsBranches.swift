import ArchiveDomain
import ArchiveStore
import TerminalKit

/// The rows of the tree as a person reads them: types, years newest first with the old ones under
/// 以前, periods, departments.
struct HoldingsBranches {
  let roots: [TreeNode]
  let types: TypeFiles

  /// Years that stand in the tree by themselves.
  private static let newYears = 4

  /// The rows below a scope; nil for the top.
  func rows(below scope: Scope?) -> [TreeView<Scope>.Row] {
    guard let scope else {
      return roots.map { row($0, depth: 0) }
    }
    guard let found = find(scope, in: roots, depth: 0) else { return [] }
    return rows(of: found.children, depth: found.depth + 1)
  }

  /// The branch of a scope, 以前 among them.
  func branch(_ scope: Scope) -> (node: TreeNode?, counts: StateCounts, series: [RowID]) {
    guard let found = find(place(of: scope), in: roots, depth: 0) else {
      return (nil, StateCounts(), [])
    }
    return (found.node, found.counts, found.series)
  }

  /// The branch that a scope is about: whatever states it is narrowed to, and of one class its leaf.
  func place(of scope: Scope) -> Scope {
    if let series = scope.seriesID, let leaf = leaf(of: series, in: roots) { return leaf }
    var scope = scope
    scope.states = []
    return scope
  }

  private func leaf(of series: RowID, in nodes: [TreeNode]) -> Scope? {
    nodes.first { $0.series.contains(series) }.map {
      leaf(of: series, in: $0.children) ?? $0.scope
    }
  }

  /// The scopes on the way down to one, itself not among them.
  func path(to scope: Scope) -> [Scope] {
    let scope = place(of: scope)
    var path: [Scope] = []
    var level: [TreeNode] = roots
    while let next = level.first(where: { $0.scope != scope && $0.scope.contains(scope) }) {
      path.append(next.scope)
      let old = earlier(next.children)
      if let old, old.scope != scope, old.scope.contains(scope) { path.append(old.scope) }
      level = next.children
    }
    return path
  }

  /// The words of a path, from the type down.
  func words(of scope: Scope) -> [Phrase] {
    (path(to: scope) + [place(of: scope)]).filter { $0 != Scope() }.compactMap { scope in
      find(scope, in: roots, depth: 0).map { found in
        // A path says 文书 where the tree has room for 文书 WS.
        guard case .type(let id) = found.node?.key else { return found.label }
        return .text(types[id: id]?.name ?? id)
      }
    }
  }

  private struct Found {
    var node: TreeNode?
    var children: [TreeNode]
    var counts: StateCounts
    var series: [RowID]
    var depth: Int
    var label: Phrase
  }

  private func find(_ scope: Scope, in nodes: [TreeNode], depth: Int) -> Found? {
    for node in nodes {
      if node.scope == scope {
        return Found(
          node: node, children: node.children, counts: node.counts, series: node.series,
          depth: depth, label: label(node))
      }
    }
    if let old = earlier(nodes), old.scope == scope {
      return Found(
        node: nil, children: old.years, counts: old.counts, series: old.years.flatMap(\.series),
        depth: depth, label: Phrase("arrange.earlier"))
    }
    for node in nodes where node.scope.contains(scope) {
      let isOld = earlier(nodes)?.years.contains { $0.scope == node.scope } ?? false
      if let found = find(scope, in: node.children, depth: depth + (isOld ? 2 : 1)) {
        return found
      }
    }
    guard let old = earlier(nodes), old.scope.contains(scope) else { return nil }
    return old.years.first { $0.scope == scope }.map { node in
      Found(
        node: node, children: node.children, counts: node.counts, series: node.series,
        depth: depth + 1, label: label(node))
    }
  }

  private func rows(of nodes: [TreeNode], depth: Int) -> [TreeView<Scope>.Row] {
    guard let old = earlier(nodes) else { return ordered(nodes).map { row($0, depth: depth) } }
    let new = ordered(nodes).filter { node in !old.years.contains { $0.scope == node.scope } }
    return new.map { row($0, depth: depth) } + [
      TreeView.Row(
        id: old.scope, depth: depth, label: Phrase("arrange.earlier"), count: old.counts.held,
        hasChildren: true)
    ]
  }

  /// The years before the newest ones, when there are at least two of them.
  private func earlier(
    _ nodes: [TreeNode]
  ) -> (scope: Scope, years: [TreeNode], counts: StateCounts)? {
    let years = ordered(nodes).filter { node in
      if case .year(let year) = node.key { year > 0 } else { false }
    }
    let old = Array(years.dropFirst(Self.newYears))
    guard old.count > 1, let newest = old.first?.scope.year, let oldest = old.last?.scope.year,
      var scope = old.first?.scope
    else { return nil }
    scope.years = oldest...newest
    return (scope, old, old.map(\.counts).reduce(StateCounts(), +))
  }

  /// Years newest first; all else in catalogue order.
  private func ordered(_ nodes: [TreeNode]) -> [TreeNode] {
    guard case .year = nodes.first?.key else { return nodes }
    return nodes.sorted { ($0.scope.year ?? 0) > ($1.scope.year ?? 0) }
  }

  private func row(_ node: TreeNode, depth: Int) -> TreeView<Scope>.Row {
    TreeView.Row(
      id: node.scope, depth: depth, label: label(node), count: node.counts.held,
      hasChildren: !node.isLeaf)
  }

  private func label(_ node: TreeNode) -> Phrase {
    switch node.key {
    case .type(let id): .text((types[id: id].map { $0.name + " " } ?? "") + id)
    case .sub(let code): sub(code, of: node.scope.type)
    case .project(let code):
      code.isEmpty ? Phrase("arrange.no-project") : Phrase("arrange.project", ["n": .text(code)])
    case .year(let year): year == 0 ? Phrase("arrange.no-year") : .text(String(year))
    case .period(let period):
      period.isKnown ? .text(period.label) : Phrase("arrange.no-period")
    case .org: node.org.map { .text($0.name) } ?? Phrase("arrange.no-org")
    case .catalogue(let number):
      number.isEmpty
        ? Phrase("arrange.no-catalogue") : Phrase("arrange.catalogue", ["n": .text(number)])
    }
  }

  private func sub(_ code: String, of type: String?) -> Phrase {
    if let known = types[id: type ?? ""]?.subs.first(where: { $0.code == code }) {
      return .text(known.name)
    }
    return code.isEmpty ? Phrase("arrange.no-sub") : .text(code)
  }
}

extension Scope {
  /// Whether the other scope is this one or a part of it, as branches of the tree are.
  func contains(_ other: Scope) -> Bool {
    func within<T: Equatable>(_ mine: T?, _ theirs: T?) -> Bool { mine == nil || mine == theirs }
    let year =
      years.map { mine in
        other.years.map { mine.lowerBound <= $0.lowerBound && mine.upperBound >= $0.upperBound }
          ?? false
      } ?? true
    return within(type, other.type) && within(sub, other.sub) && within(project, other.project)
      && year && within(period, other.period) && within(orgID, other.orgID)
      && within(catalogueNo, other.catalogueNo) && within(seriesID, other.seriesID)
  }
}
