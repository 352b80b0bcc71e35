import ArchiveDomain
import ArchiveStore

/// 删除 of several records: the sheet first, as for all that changes many; one alone goes at once.
enum RemovalSheet {
  /// The sheet; its rows are refused by the rule that dims the key.
  static func make(_ ids: [ItemID], path: [Phrase], in archive: Archive) throws -> RehearsalSheet {
    let items = try archive.items(ids)
    let rows = items.map { item in
      let refusal = Rules.refusal(of: .remove, on: ItemFacts(item))
      var row = Rehearsal.Row(
        id: item.id, effect: refusal == nil ? .will : .refused, title: item.title)
      row.number = item.number == nil ? "" : RecordTable.number(item)
      row.before = DateWords.text(item)
      row.after = item.period.label
      row.reason = refusal.map { Phrase($0) }
      return row
    }
    var rehearsal = Rehearsal(
      kind: .remove, title: Phrase("remove.title", ["n": .number(ids.count)]), rows: rows)
    rehearsal.before = .field("date")
    rehearsal.after = .field("retention")
    rehearsal.rail = BulkChange.rail(items.map(\.state))
    return RehearsalSheet(rehearsal, path: path) { decision, archive in
      let going = rehearsal.changed(decision)
      do {
        try archive.remove(going)
      } catch let refusal as Refusal {
        return .refuse(refusal)
      }
      return .done(Phrase("arrange.removed", ["n": .number(going.count)]))
    }
  }
}
