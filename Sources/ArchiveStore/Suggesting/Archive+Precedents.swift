import ArchiveDomain
import GRDB

extension Archive {
  /// What proposes periods here, with this unit's earlier decisions.
  ///
  /// Reads every decided record once: for many records beside the loop.
  package func suggesting() throws -> Suggesting {
    let engine = try suggestionEngine()
    return Suggesting(engine: engine, precedents: try precedents(for: engine.unit))
  }

  /// The decisions of the unit, ready to be asked.
  func precedents(for unit: SuggestionUnit) throws -> PrecedentIndex {
    PrecedentIndex(try decided(), names: [unit.name] + unit.profile.names)
  }

  /// The entry from which on decisions are remembered; 0: all are.
  package func learnsSince() throws -> Int64 {
    try setting(Self.learning)?["since"]?.number ?? 0
  }

  /// Forgets earlier decisions: those made so far are offered no more; the records stay as they are.
  ///
  /// Written as a setting, so that taking the entry back brings them back.
  @discardableResult
  package func forgetPrecedents() throws -> Written {
    try set(Self.learning, to: ["since": .number(try head().seq)])
  }

  /// Who last decided on a record, and when; nil when no entry tells it.
  package func decision(on item: ItemID) throws -> Entry? {
    let deciding: Set = [Action.classify, .exclude, .import, .create]
    return try history(of: item).first { entry in
      Action(rawValue: entry.action).map(deciding.contains) ?? false
    }
  }

  // Stored.
  /// The key of the setting.
  private static let learning = "learn"

  /// Records with a period or 不归档, decided since the day from which on they are remembered.
  private func decided() throws -> [PrecedentIndex.Decided] {
    let since = try learnsSince()
    return try read { db in
      let late = since == 0 ? nil : try Self.changed(since: since, in: db)
      let sight = try sight(db)
      var out: [PrecedentIndex.Decided] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT i.id,i.title,i.period,i.basis,i.state,s.year,i.secrecy FROM item i
          JOIN series s ON s.id=i.series_id
          WHERE i.level='item' AND i.volume_id IS NULL
          AND ((i.period<>'' AND i.state<>'inbox') OR i.state='excluded')
          """)
      while let row = try rows.next() {
        let id: ItemID = row[0]
        if let late, !late.contains(id) { continue }
        let secrecy = Secrecy(rawValue: row[6]) ?? .unmarked
        guard sight.of(secrecy) == .full else { continue }
        let excluded: Bool = row[4] as String == ItemState.excluded.rawValue
        let period = RetentionPeriod(rawValue: row[2]) ?? .unknown
        out.append(
          PrecedentIndex.Decided(
            itemID: id, title: row[1], year: row[5],
            outcome: excluded ? .notFiled : .period(period), basis: row[3]))
      }
      return out
    }
  }

  /// Items that an entry after this one decided.
  private static func changed(since seq: Int64, in db: Database) throws -> Set<ItemID> {
    var out: Set<ItemID> = []
    let entries = try Int64.fetchAll(
      db,
      sql: """
        SELECT seq FROM journal WHERE seq>? AND action IN ('classify','exclude','import','create')
        """, arguments: [seq])
    let reader = JournalReader(db)
    for entry in entries {
      for change in try reader.changes(of: entry) where change.table == .item {
        out.formUnion(change.body.keys.compactMap { if case .id(let id) = $0 { id } else { nil } })
      }
    }
    return out
  }
}
