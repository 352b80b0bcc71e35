import ArchiveDomain

/// What a bulk action would do, told before it is done: each record in one of four groups.
package struct Rehearsal: Hashable, Sendable {
  /// The four counts above a sheet.
  package enum Group: String, CaseIterable, Sendable {
    case change
    case already
    /// A known fact would become another one.
    case overwrite
    case refused
  }

  /// One record.
  package struct Row: Hashable, Sendable, Identifiable {
    package var id: ItemID
    package var group: Group
    /// Why not; only in the group `refused`.
    package var refusal: Refusal?
    /// It is arranged and would give up its number.
    package var givesUpNumber = false
    /// Its facts now and then; nil where the action is not about facts.
    package var from: FiledUnder?
    package var to: FiledUnder?

    package init(id: ItemID, group: Group, refusal: Refusal? = nil) {
      self.id = id
      self.group = group
      self.refusal = refusal
    }
  }

  /// In the order in which the records were given.
  package var rows: [Row]

  package init(_ rows: [Row]) { self.rows = rows }

  /// The rows of one of the four groups, in their order.
  package func rows(in group: Group) -> [Row] { rows.filter { $0.group == group } }

  /// How many rows a group has.
  package func count(_ group: Group) -> Int { rows.count { $0.group == group } }
}

/// Where a record is filed: its type and the facts of its class, with the period that holds now.
package struct FiledUnder: Hashable, Sendable {
  /// The id of the type file.
  package var type: String
  package var facts: SeriesFacts

  package init(type: String, facts: SeriesFacts) {
    self.type = type
    self.facts = facts
  }
}

/// What a bulk action did.
package struct BulkResult: Hashable, Sendable {
  /// Its entry; nil when nothing was written.
  package var seq: Int64?
  /// Records that changed.
  package var changed = 0
  /// Of these, records that are classified now.
  package var classified = 0
  /// Of these, records that stay in the inbox because their class lacks a level.
  package var waiting = 0
  /// Of these, records that gave up their number.
  package var gaveUpNumbers = 0
  package var already = 0
  /// Left out because a known fact would have been overwritten.
  package var wouldOverwrite = 0
  /// Left out, each with its reason.
  package var refused: [ItemID: Refusal] = [:]

  package init() {}
}
