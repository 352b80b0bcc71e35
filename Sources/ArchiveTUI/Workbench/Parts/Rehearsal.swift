/// What a change of many records would do, before it is done (预演).
struct Rehearsal: Sendable {
  /// Which words the counts use: 将改, 将添, 将编, 将归, 将划, 将删.
  enum Kind: String, Sendable { case change, add, number, file, propose, remove }

  var kind: Kind
  /// 机构改为 乡村振兴股（选中 46 件）.
  var title: Phrase
  /// What the numbers of the rows are called.
  var number = Phrase("column.number")
  /// Name over the column of what is, and of what would be.
  var before = Phrase("sheet.before")
  var after = Phrase("sheet.after")
  var rows: [Row]
  /// The road, counted over the selection.
  var rail: Rail?

  /// One record.
  struct Row: Hashable, Sendable, Identifiable {
    let id: Int64
    var effect: Effect
    /// 件号, or empty for none yet.
    var number = ""
    var title: String
    var before = ""
    /// The new value.
    var after = ""
    /// For a refused row why not, in place of the new value; else what goes with it.
    var reason: Phrase?
  }

  /// What happens to a record.
  enum Effect: Hashable, Sendable { case will, already, overwrites, refused }

  /// What the person decided on the sheet.
  struct Decision: Hashable, Sendable {
    /// Whether rows that overwrite are taken in.
    var overwrites = false
    /// Rows left out with F8.
    var leftOut: Set<Int64> = []
  }

  /// How many rows have an effect and are not left out.
  func count(_ effect: Effect, _ decision: Decision = Decision()) -> Int {
    rows.count { $0.effect == effect && !decision.leftOut.contains($0.id) }
  }

  /// The records that a decision changes.
  func changed(_ decision: Decision) -> [Int64] {
    rows.filter { row in
      !decision.leftOut.contains(row.id)
        && (row.effect == .will || (decision.overwrites && row.effect == .overwrites))
    }.map(\.id)
  }
}
