import GRDB

extension Archive {
  /// The names of those who checked or work here, who checked last first: for 整理人 and 检查人.
  package func people() throws -> [String] {
    try read { db in
      let names = try String.fetchAll(
        db,
        sql: """
          SELECT json_extract(params,'$.checked_by') FROM journal WHERE action='file'
          AND json_extract(params,'$.checked_by') IS NOT NULL GROUP BY 1 ORDER BY max(seq) DESC
          """)
      let operators = try String.fetchAll(db, sql: "SELECT name FROM operator ORDER BY id DESC")
      return names + operators.filter { !names.contains($0) }
    }
  }
}
