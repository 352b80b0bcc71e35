import GRDB

/// The sums of the tree, kept in the transaction of each change; derived, not journalled.
enum Tally {
  struct Key: Hashable {
    let seriesID: Int64
    let level: String
    let state: String
    let period: String
  }

  struct Sum: Hashable {
    var n = 0
    var pages = 0
    var count = 0
    var faults = 0

    var isZero: Bool { self == Sum() }
  }

  private struct Columns {
    let series, level, state, period, pages, count, marks: Int

    static let of: Columns? = {
      let p = Table.item.shape.position
      guard let series = p["series_id"], let level = p["level"], let state = p["state"],
        let period = p["period"], let pages = p["pages"], let count = p["count"],
        let marks = p["marks"]
      else { return nil }
      return Columns(
        series: series, level: level, state: state, period: period, pages: pages, count: count,
        marks: marks)
    }()
  }

  /// What the images of items add and take away.
  static func deltas(_ images: some Sequence<RowImage>) -> [Key: Sum] {
    var out: [Key: Sum] = [:]
    for image in images where isCounted(image) {
      if let before = image.before { add(before, -1, to: &out) }
      if let after = image.after { add(after, 1, to: &out) }
    }
    return out.filter { !$0.value.isZero }
  }

  /// Whether anything changed that is summed up.
  private static func isCounted(_ image: RowImage) -> Bool {
    guard let before = image.before, let after = image.after, let c = Columns.of else {
      return true
    }
    return [c.series, c.level, c.state, c.period, c.pages, c.count, c.marks].contains {
      before[$0] != after[$0]
    }
  }

  /// Adds one row of items (or takes it away, with a sign of -1).
  static func add(_ row: [Value], _ sign: Int, to sums: inout [Key: Sum]) {
    guard let c = Columns.of, let key = key(row, c) else { return }
    var sum = sums[key] ?? Sum()
    sum.n += sign
    sum.pages += sign * Int(row[c.pages].integer ?? 0)
    sum.count += sign * Int(row[c.count].integer ?? 0)
    sum.faults += sign * ((row[c.marks].integer ?? 0) & 512 == 0 ? 0 : 1)
    sums[key] = sum
  }

  static func apply(_ deltas: [Key: Sum], in db: Database) throws {
    let add = try db.cachedStatement(
      sql: """
        INSERT INTO tally(series_id,level,state,period,n,pages,count,faults)
        VALUES(?,?,?,?,?,?,?,?)
        ON CONFLICT(series_id,level,state,period) DO UPDATE SET
        n=n+excluded.n, pages=pages+excluded.pages, count=count+excluded.count,
        faults=faults+excluded.faults
        """)
    for (key, sum) in deltas {
      try add.execute(arguments: [
        key.seriesID, key.level, key.state, key.period, sum.n, sum.pages, sum.count, sum.faults,
      ])
    }
    try db.execute(sql: "DELETE FROM tally WHERE n=0")
  }

  /// The sums as the items have them now.
  static let counted = """
    SELECT series_id,level,state,period,count(*),sum(ifnull(pages,0)),sum(count),
    sum((marks&512)<>0) FROM item GROUP BY series_id,level,state,period
    """

  private static func key(_ row: [Value], _ c: Columns) -> Key? {
    guard let series = row[c.series].integer, let level = row[c.level].text,
      let state = row[c.state].text, let period = row[c.period].text
    else { return nil }
    return Key(seriesID: series, level: level, state: state, period: period)
  }
}
