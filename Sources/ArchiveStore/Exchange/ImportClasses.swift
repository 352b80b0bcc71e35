import ArchiveDomain
import GRDB

/// Finds the class of each row, remembering what it found: classes repeat in a list.
struct ImportClasses {
  /// A class with what its rows need of it.
  struct Known {
    var type: String
    /// As the row tells them, a period without a place in the code too.
    var facts: SeriesFacts
    var series: Series
    var isComplete: Bool
    /// Whether the type keeps papers so long.
    var isPeriodTaken: Bool
    var template: CodeTemplate
    /// The department that the rows name and no level of the scheme shows.
    var department: String
    /// The project that the rows name and no level of the scheme shows.
    var project: String
  }

  /// What of a row tells its class.
  private struct Key: Hashable {
    let type, org, project, catalogueNo: String
    let year: Year
    let period: RetentionPeriod
  }

  private var book: SeriesBook
  private let types: TypeFiles
  private let defaultType: String
  /// Those found so far.
  private(set) var all: [Known] = []
  private var known: [Key: Int] = [:]
  private var last: (key: Key, index: Int)?
  private let orgs: [String: [Org]]

  var schemes: SchemeBook { book.schemes }

  init(_ ledger: Ledger, _ types: TypeFiles, _ options: ListOptions) throws {
    book = try SeriesBook(ledger, types)
    self.types = types
    defaultType = options.type.isEmpty ? types.all.first?.id ?? "" : options.type
    orgs = Dictionary(grouping: book.schemes.orgs.values, by: \.name)
  }

  /// The position of a row's class among those found.
  mutating func index(of candidate: ImportCandidate) throws -> Int {
    let key = Key(
      type: candidate.type, org: candidate.org, project: candidate.project,
      catalogueNo: candidate.catalogueNo, year: candidate.year, period: candidate.period)
    if let last, last.key == key { return last.index }
    let index = try known[key] ?? find(key, candidate)
    last = (key, index)
    return index
  }

  private mutating func find(_ key: Key, _ candidate: ImportCandidate) throws -> Int {
    let (type, sub) = try type(candidate.type)
    let facts = SeriesFacts(
      sub: sub, year: candidate.year, period: candidate.period, orgID: org(candidate),
      project: candidate.project, catalogueNo: candidate.catalogueNo)
    let series = try book.series(type, facts)
    let scheme = try schemes.scheme(series.schemeID)
    let isShown = try schemes.keeps(.org, scheme)
    all.append(
      Known(
        type: type, facts: facts, series: series, isComplete: try book.isComplete(series),
        isPeriodTaken: types[id: type].map { ImportObstacles.takes($0, facts.period, sub) } ?? true,
        template: try schemes.template(of: scheme), department: isShown ? "" : candidate.org,
        project: try schemes.keeps(.project, scheme) ? "" : facts.project))
    known[key] = all.count - 1
    return all.count - 1
  }

  /// The fields of a row's type, with the department where the scheme has no level for it.
  func fields(of candidate: ImportCandidate, in one: Int) -> [String: String]? {
    var fields = candidate.extra
    let department = all[one].department
    if !department.isEmpty { fields[Item.departmentKey] = department }
    return fields.isEmpty ? nil : fields
  }

  mutating func series(_ type: String, _ facts: SeriesFacts) throws -> Series {
    try book.series(type, facts)
  }

  /// What is known of the class of a record that is here.
  mutating func facts(of item: Item) throws -> (type: String, facts: SeriesFacts) {
    let series = try book.series(item.seriesID)
    let facts = schemes.facts(in: series, period: item.period, department: item.department)
    return (try schemes.scheme(series.schemeID).type, facts)
  }

  private func type(_ text: String) throws -> (type: String, sub: String) {
    guard let found = Self.type(text, else: defaultType, types) else {
      throw Refusal.badField(field: "type", why: text)
    }
    return found
  }

  /// The type that a list names, 文书档案 and 文书类 too; nil when the library has none of that name.
  static func type(
    _ text: String, else standard: String, _ types: TypeFiles
  ) -> (type: String, sub: String)? {
    let name = text.isEmpty ? standard : text
    if let found = TypeName.read(name, types) { return found }
    for tail in ["档案", "类"] where name.hasSuffix(tail) {
      if let found = TypeName.read(String(name.dropLast(tail.count)), types) { return found }
    }
    return nil
  }

  /// The department of this name in this year; in another year when it was not told for this one.
  private func org(_ candidate: ImportCandidate) -> RowID? {
    let named = orgs[candidate.org] ?? []
    return (named.first { $0.isValid(in: candidate.year) } ?? named.first)?.id
  }
}

/// Boxes as they stand on the paper: the first class that names a number of a run has the box,
/// for a box is of one class.
struct ImportBoxes {
  private struct Key: Hashable {
    let series: RowID
    let number: Int
  }

  private struct Claim {
    var run: String
    /// Thickness of its papers, mm.
    var mm: Int
  }

  private let ledger: Ledger
  private let schemes: SchemeBook
  private let sizes: [Int]
  private let paper = PaperThickness()
  private var claims: [Key: Claim] = [:]
  private var order: [Key] = []
  private var runs: [RowID: String] = [:]
  private var boxes: [Key: RowID] = [:]

  init(_ ledger: Ledger, _ schemes: SchemeBook) throws {
    self.ledger = ledger
    self.schemes = schemes
    let boxing = try SettingValue.read("boxing", in: ledger.db)
    sizes = boxing?["sizes"]?.numbers?.map(Int.init).sorted() ?? [20, 30, 40, 50]
  }

  /// A paper of the class stands in the box that the list names.
  mutating func claim(_ text: String, _ series: Series, pages: Int?) {
    guard let number = Self.number(text) else { return }
    let key = Key(series: series.id, number: number)
    if claims[key] == nil {
      guard let run = runs[series.id] ?? (try? schemes.boxRun(of: series)) else { return }
      runs[series.id] = run
      claims[key] = Claim(run: run, mm: 0)
      order.append(key)
    }
    claims[key]?.mm += paper.mm(pages: pages)
  }

  /// Makes the boxes that are not there yet.
  mutating func make() throws {
    for key in order {
      guard let claim = claims[key] else { continue }
      let there = try Row.fetchOne(
        ledger.db, sql: "SELECT id,series_id FROM box WHERE run=? AND number=?",
        arguments: [claim.run, key.number])
      if let there {
        if there[1] == key.series { boxes[key] = there[0] }
        continue
      }
      let mm = sizes.first { $0 >= claim.mm } ?? sizes.last ?? 50
      boxes[key] = try ledger.insert(
        Box(seriesID: key.series, run: claim.run, number: key.number, mm: min(200, max(5, mm)))
      ).id
    }
  }

  /// The box that a list names for a class; nil when there is none, or when it is another class's.
  func id(_ text: String, in series: RowID) -> RowID? {
    Self.number(text).flatMap { boxes[Key(series: series, number: $0)] }
  }

  /// 3 of `3`, `第3盒`, `J036-WS·2021/3`; nil for more than a number, which is not ours to choose from.
  private static func number(_ text: String) -> Int? {
    var rest = TextFold.line(text)[...]
    if let slash = rest.lastIndex(of: "/") { rest = rest[rest.index(after: slash)...] }
    for head in ["第", "盒"] where rest.hasPrefix(head) { rest = rest.dropFirst() }
    for tail in ["号", "盒"] where rest.hasSuffix(tail) { rest = rest.dropLast() }
    guard !rest.isEmpty, rest.allSatisfy({ ("0"..."9").contains($0) }), let number = Int(rest),
      number > 0, number < 1_000_000
    else { return nil }
    return number
  }
}
