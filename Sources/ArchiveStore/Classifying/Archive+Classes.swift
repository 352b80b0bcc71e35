import ArchiveDomain
import GRDB

extension Archive {
  /// Makes a class ahead of its papers: it stands in the tree while it is empty.
  ///
  /// A class of these facts that papers left behind is shown again, with the numbers it gave.
  /// - Throws: `Refusal.noScheme`, what a class lacks as `classify` says it, `.classExists`.
  @discardableResult
  package func makeClass(_ type: String, _ facts: SeriesFacts) throws -> Series {
    let head = WriteHead(action: .makeClass, params: ["type": .text(type)])
    return try write(head) { ledger in
      var book = try SeriesBook(ledger, types)
      let scheme = try book.schemes.scheme(of: type, year: facts.year)
      let kept = try book.schemes.kept(facts, of: scheme)
      if let refusal = try refusal(ofMaking: kept, in: scheme, book.schemes, ledger.db) {
        throw refusal
      }
      let series = try book.series(in: scheme, kept)
      try ledger.set(MadeClasses.key(series.id), ["made": .flag(true)])
      ledger.params["series"] = .numbers([series.id])
      return series
    }.0
  }

  private func refusal(
    ofMaking facts: SeriesFacts, in scheme: Scheme, _ schemes: SchemeBook, _ db: Database
  ) throws -> Refusal? {
    if facts.year != 0, !Years.isAccepted(facts.year) { return .yearUnknown }
    let subs = types[id: scheme.type]?.subs ?? []
    if !facts.sub.isEmpty, !subs.isEmpty, !subs.contains(where: { $0.code == facts.sub }) {
      return .badField(field: "type", why: facts.sub)
    }
    let known = try SeriesBook.find(scheme.id, facts, in: db)
    var own = try schemes.classFacts(of: known ?? Series(schemeID: scheme.id, facts))
    if let known { own.contents = try ClassContents.read(known.id, in: db) }
    return Rules.refusal(of: .makeClass, on: own)
  }

  /// Takes an empty class out of the tree; its row stays, as that of any class that papers left.
  /// - Throws: `Refusal.classHolds`, `.classHasBoxes`, `.numbersIssued`, `.nothingSelected` for
  ///   one that is not shown.
  @discardableResult
  package func removeClass(_ series: RowID) throws -> Written {
    let head = WriteHead(action: .removeClass, params: ["series": .numbers([series])])
    return try write(head) { ledger in
      let own = try Series.required(series, in: ledger.db)
      var facts = ClassFacts(year: own.year, period: own.period)
      facts.hasNumbers = own.issued > 0
      facts.contents = try ClassContents.read(series, in: ledger.db)
      if let refusal = Rules.refusal(of: .removeClass, on: facts) { throw refusal }
      guard facts.contents.isMade else { throw Refusal.nothingSelected }
      try ledger.delete(.setting, .name(MadeClasses.key(series)))
    }.1
  }

  /// What lies in a class, for the rules about the class itself.
  package func contents(of series: RowID) throws -> ClassContents {
    try read { try ClassContents.read(series, in: $0) }
  }
}

/// The classes that were made by hand: a setting each, so that taking back, history and the
/// catalogue as of a date know of them as of any other row.
enum MadeClasses {
  // Stored.
  private static let prefix = "class/"

  static func key(_ series: RowID) -> String { prefix + String(series) }

  static func all(in db: Database) throws -> Set<RowID> {
    Set(try SettingValue.all(under: prefix, in: db).keys.compactMap { RowID($0) })
  }
}

extension ClassContents {
  static func read(_ series: RowID, in db: Database) throws -> ClassContents {
    var contents = ClassContents()
    let sums = try db.cachedStatement(sql: "SELECT state,n FROM tally WHERE series_id=?")
    for row in try Row.fetchAll(sums, arguments: [series]) {
      let (state, n) = (ItemState(rawValue: row[0]), row[1] as Int)
      contents.records += n
      if state == .inbox || state == .classified { contents.unnumbered += n }
    }
    let boxes = try db.cachedStatement(sql: "SELECT count(*) FROM box WHERE series_id=?")
    contents.boxes = try Int.fetchOne(boxes, arguments: [series]) ?? 0
    contents.isMade = try SettingValue.read(MadeClasses.key(series), in: db) != nil
    return contents
  }
}

extension Series {
  /// A class of these facts that is no row yet.
  fileprivate init(schemeID: RowID, _ facts: SeriesFacts) {
    self.init(
      schemeID: schemeID, sub: facts.sub, year: facts.year, period: facts.period,
      orgID: facts.orgID, project: facts.project, catalogueNo: facts.catalogueNo)
  }
}
