import ArchiveDomain
import GRDB

/// Reads what a plan for numbering and boxing needs, within one reading or write.
struct BindingReader {
  let db: Database
  let types: TypeFiles
  let schemes: SchemeBook
  let boxing: Boxing
  /// Boxes were named for this plan, and count for all types.
  private let isBoxingNamed: Bool

  init(_ db: Database, _ types: TypeFiles, boxing: Boxing? = nil) throws {
    self.db = db
    self.types = types
    schemes = try SchemeBook(db, types)
    isBoxingNamed = boxing != nil
    self.boxing = try boxing ?? Boxing.read(db)
  }

  /// The plan for all classes of a scope that hold anything to number.
  func plan(_ scope: Scope, way: LatePapers) throws -> BindingPlan {
    var classes: [PlannedClass] = []
    var refused: [BindingPlan.Refused] = []
    for one in try ClassCatalogue(db, types: types).classes where scope.holds(one) {
      let papers = try papers(of: one)
      guard !papers.isEmpty else { continue }
      let facts = try schemes.classFacts(of: one.series)
      let (fit, unfit) = sift(papers, one, facts)
      refused += unfit
      let isDone = fit.allSatisfy { $0.state == .arranged && !needsBox($0, one) }
      if isDone, way == .append, !hasGap(fit, one), try !hasOverfull(fit, one) { continue }
      if !fit.isEmpty { classes.append(try planned(one, fit, way)) }
    }
    return BindingPlan(
      classes: classes, refused: refused, boxing: boxing, highest: try highest(),
      boxingShown: try Boxing.read(db))
  }

  private func sift(
    _ papers: [Item], _ one: HoldingsClass, _ facts: ClassFacts
  ) -> (fit: [Item], unfit: [BindingPlan.Refused]) {
    var fit: [Item] = []
    var unfit: [BindingPlan.Refused] = []
    for paper in papers {
      let refusal =
        paper.state == .arranged
        ? nil : Rules.refusal(of: .arrange, on: ItemFacts(paper, own: facts))
      if let refusal {
        unfit.append(BindingPlan.Refused(id: paper.id, title: paper.title, refusal: refusal))
      } else {
        fit.append(paper)
      }
    }
    return (fit, unfit)
  }

  private func needsBox(_ item: Item, _ one: HoldingsClass) -> Bool {
    types[id: one.type]?.isBoxed(sub: one.series.sub) ?? true && item.isPaper && item.boxID == nil
  }

  private func hasGap(_ papers: [Item], _ one: HoldingsClass) -> Bool {
    Numbering.firstGap(drafts: papers.compactMap(\.number), issued: one.series.issued) != nil
  }

  /// Whether a box holds more than fits, since pages were counted or corrected after it was laid,
  /// and other boxes could hold it.
  private func hasOverfull(_ papers: [Item], _ one: HoldingsClass) throws -> Bool {
    let rules = try schemes.scheme(one.series.schemeID).rules
    let stock = boxing.stock(for: isBoxingNamed ? SchemeRules() : rules)
    let inBox = Dictionary(grouping: papers.filter { $0.boxID != nil }) { $0.boxID ?? 0 }
    return try standing(one.series.id).contains { box in
      guard let papers = inBox[box.id] else { return false }
      let used = papers.reduce(box.filedMM) { $0 + (boxing.mm(of: $1) ?? 0) }
      let isParted = rules.perBox == nil && (papers.count > 1 || box.holdsFiled)
      return used + stock.clearance > box.mm && (isParted || box.mm < stock.sizes.max() ?? 0)
    }
  }

  private func planned(
    _ one: HoldingsClass, _ papers: [Item], _ way: LatePapers
  ) throws -> PlannedClass {
    let scheme = try schemes.scheme(one.series.schemeID)
    let isBoxed = types[id: one.type]?.isBoxed(sub: one.series.sub) ?? true
    let boxMM = isBoxingNamed ? [] : scheme.rules.boxMM
    let vacant = try vacancies(one.series.id)
    let ours = Set(papers.map(\.id))
    var own = PlannedClass(
      series: one.series, type: one.type, unit: one.unit, run: try schemes.boxRun(of: one.series),
      template: try schemes.template(of: scheme), keys: scheme.rules.order,
      stock: boxing.stock(for: SchemeRules(boxMM: boxMM)),
      pieces: papers.map { item in
        PlannedPiece(item, mm: isBoxed ? boxing.mm(of: item) : nil, vacant: vacant[item.id])
      })
    own.orgName = one.org?.name ?? ""
    own.perBox = scheme.rules.perBox
    own.links = try links(one.series.id)
    own.filed = try filed(one.series.id).reduce(into: [:]) { $0[$1.id] = $1.number ?? 0 }
    own.vacant = vacant.filter { !ours.contains($0.key) }
    own.standing = try standing(one.series.id)
    own.begin(papers, way: way)
    return own
  }

  /// Papers that count in the class and are not filed, with what a plan looks at.
  private func papers(of one: HoldingsClass) throws -> [Item] {
    try slim(
      "state IN('classified','arranged') AND volume_id IS NULL AND series_id=?", one.series.id)
  }

  private func filed(_ series: RowID) throws -> [Item] {
    try slim(
      "state IN('filed','transferred','destroyed') AND volume_id IS NULL AND series_id=?", series)
  }

  private func slim(_ condition: String, _ series: RowID) throws -> [Item] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id,level,state,number,title,doc_no,date,date_from,date_to,pages,carrier,direction,
        period,former_code,box_id,rev FROM item WHERE \(condition)
        """)
    var items: [Item] = []
    let cursor = try Row.fetchCursor(statement, arguments: [series])
    while let row = try cursor.next() {
      var item = Item(seriesID: series, title: row[4])
      item.id = row[0]
      item.level = row[1] == "volume" ? .volume : .item
      item.state = ItemState(rawValue: row[2]) ?? .inbox
      item.number = row[3]
      item.docNo = row[5]
      item.date = row[6]
      item.dateFrom = row[7]
      item.dateTo = row[8]
      item.pages = row[9]
      item.carrier = row[10]
      item.direction = Direction(rawValue: row[11]) ?? .unstated
      item.period = RetentionPeriod(rawValue: row[12]) ?? .unknown
      item.formerCode = row[13]
      item.boxID = row[14]
      item.rev = row[15]
      items.append(item)
    }
    return items
  }

  private func vacancies(_ series: RowID) throws -> [ItemID: Int] {
    let rows = try VacantNumber.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM vacant WHERE series_id=? AND volume_id=0"),
      arguments: [series])
    return Dictionary(rows.map { ($0.itemID, $0.number) }, uniquingKeysWith: { one, _ in one })
  }

  private func links(_ series: RowID) throws -> [Link] {
    try Link.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT l.* FROM link l JOIN item i ON i.id=l.item_id
          WHERE i.series_id=? AND (l.kind='reply' OR l.kind='forwards') ORDER BY l.id
          """), arguments: [series])
  }

  /// The boxes of a class with what filed papers take in them.
  private func standing(_ series: RowID) throws -> [StandingBox] {
    let boxes = try Box.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM box WHERE series_id=? ORDER BY number"),
      arguments: [series])
    guard !boxes.isEmpty else { return [] }
    var filedIn: [RowID: [Item]] = [:]
    for item in try filed(series) {
      if let box = item.boxID { filedIn[box, default: []].append(item) }
    }
    let first = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT box_id,min(number) FROM item WHERE series_id=? AND box_id IS NOT NULL
          GROUP BY box_id
          """), arguments: [series])
    let lowest = Dictionary(
      first.map { ($0[0] as RowID, $0[1] as Int) }, uniquingKeysWith: { one, _ in one })
    return boxes.map { box in
      let filed = filedIn[box.id] ?? []
      return StandingBox(
        id: box.id, number: box.number, mm: box.mm,
        filedMM: filed.reduce(0) { $0 + (boxing.mm(of: $1) ?? 0) }, holdsFiled: !filed.isEmpty,
        first: lowest[box.id] ?? 1, rev: box.rev)
    }
  }

  private func highest() throws -> [String: Int] {
    let rows = try Row.fetchAll(db, sql: "SELECT run,max(number) FROM box GROUP BY run")
    return Dictionary(
      rows.map { ($0[0] as String, $0[1] as Int) }, uniquingKeysWith: { one, _ in one })
  }
}
