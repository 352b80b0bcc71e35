import ArchiveDomain
import ArchiveStore

extension Scope {
  /// The branch of the tree at which a record is listed; the whole holdings when it has none.
  static func leaf(of series: RowID, in archive: Archive) throws -> Scope {
    func find(_ nodes: [TreeNode]) -> Scope? {
      for node in nodes where node.series.contains(series) {
        return find(node.children) ?? node.scope
      }
      return nil
    }
    return find(try archive.tree()) ?? Scope()
  }
}
