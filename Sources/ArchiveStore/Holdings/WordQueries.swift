import ArchiveDomain
import GRDB

/// A word that a field may be completed with.
package struct KnownWord: Hashable, Sendable {
  package var text: String
  /// How many of the last records have it.
  package var count: Int
  /// Pinyin initials: `ynxnyncj`.
  package var initials: String
}

/// A field that is completed from what was entered before.
package enum WordField: String, CaseIterable, Sendable {
  case issuer
  case title
  case keywords
  case persons
}

extension Archive {
  /// The words of a field among the last 20,000 records, most frequent first.
  package func words(_ field: WordField, limit: Int = 500) throws -> [KnownWord] {
    try read { db in
      let sight = try sight(db)
      guard sight.role != .reader, !sight.settings.isReadOnly else { return [] }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT "\(field.rawValue)",count(*) AS n FROM item
          WHERE id>(SELECT max(id) FROM item)-20000 AND "\(field.rawValue)"<>''
          GROUP BY 1 ORDER BY n DESC,1 LIMIT ?
          """, arguments: [limit])
      return rows.map { row in
        let text: String = row[0]
        return KnownWord(text: text, count: row[1], initials: PinyinInitials.of(text))
      }
    }
  }

  /// The records written last, newest first: what was just entered.
  package func newest(_ limit: Int) throws -> [Item] {
    try read { db in
      let sight = try sight(db)
      return try Item.fetch(db, where: "1 ORDER BY id DESC LIMIT ?", [limit]).map(sight.shown)
    }
  }

  /// How many records this day's quick entries made that are there, by all who work here.
  package func enteredCount(on day: CalendarDate) throws -> Int {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM journal j
          JOIN change c ON c.seq=j.seq AND c.tab='item' AND c.op='insert'
          JOIN item i ON i.id>=c.lo AND i.id<=c.hi
          WHERE j.at>=? AND j.at<? AND j.action='create'
          """, arguments: [day.dashed, (day.adding(days: 1) ?? day).dashed]) ?? 0
    }
  }

  /// The record entered last by hand on a day, not one that an import brought; nil without one.
  package func enteredLast(on day: CalendarDate) throws -> Item? {
    try read { db in
      let sight = try sight(db)
      return try Item.fetch(
        db,
        where: """
          id=(SELECT max(i.id) FROM journal j
            JOIN change c ON c.seq=j.seq AND c.tab='item' AND c.op='insert'
            JOIN item i ON i.id>=c.lo AND i.id<=c.hi
            WHERE j.at>=? AND j.at<? AND j.action='create')
          """, [day.dashed, (day.adding(days: 1) ?? day).dashed]
      ).first.map(sight.shown)
    }
  }

  /// The newest paper of the unit itself that has a 文号: what the next one is counted on from.
  package func newestOwnPaper() throws -> Item? {
    try read { db in
      let sight = try sight(db)
      return try Item.fetch(
        db,
        where: """
          doc_no<>'' AND level='item' AND issuer=(SELECT name FROM fonds ORDER BY id LIMIT 1)
            ORDER BY id DESC LIMIT 1
          """
      ).first.map(sight.shown)
    }
  }

  /// What imports have brought, newest first.
  package func batches(limit: Int = 50) throws -> [ImportBatch] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT seq,at,operator,ifnull(json_extract(params,'$.file'),'') FROM journal
          WHERE action='import' ORDER BY seq DESC LIMIT ?
          """, arguments: [limit])
      return try rows.map { row in
        let seq: Int64 = row[0]
        let ranges = try Self.inserted(by: seq, in: db)
        let counts = try ranges.map { range in
          try Int.fetchOne(
            db, sql: "SELECT count(*) FROM item WHERE id>=? AND id<=?",
            arguments: [range.lowerBound, range.upperBound]) ?? 0
        }
        return ImportBatch(
          seq: seq, at: row[1], operatorName: row[2], file: row[3], count: counts.reduce(0, +))
      }
    }
  }
}

/// What one import brought.
package struct ImportBatch: Hashable, Sendable {
  /// The number of its entry; `Scope.batch` lists it.
  package var seq: Int64
  /// Local time with offset.
  package var at: String
  package var operatorName: String
  /// The name of the file.
  package var file: String
  /// Records of it that are still here.
  package var count: Int
}
