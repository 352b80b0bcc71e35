/// What taking back needs to know of an entry, without its rows.
package struct EntryHead: Hashable, Sendable {
  package let seq: Int64
  /// nil for an action that this program does not know.
  package let action: Action?
  package let `operator`: String
  package let undoes: Int64?
  package let grp: Int64
  package let rows: Int

  package init(
    seq: Int64, action: Action?, operator: String, undoes: Int64? = nil, grp: Int64? = nil,
    rows: Int = 1
  ) {
    self.seq = seq
    self.action = action
    self.operator = `operator`
    self.undoes = undoes
    self.grp = grp ?? seq
    self.rows = rows
  }
}
