import ArchiveDomain
import ArchiveStore
import Foundation

/// Times the work of a library on a real disk and prints a table and one line of JSON: the time that
/// passed, and beside it the processor's, which a busy machine does not change.
///
///     Bench DATA FOLDER LIST.csv YEAR
///
/// LIST is imported into a new library in FOLDER; YEAR is the year that is numbered and boxed.
@main
struct Bench {
  private var figures: [Figure] = []

  /// One figure; times in milliseconds, that of the processor where one piece of work is timed.
  private struct Figure {
    let name: String
    let milliseconds: Double
    var processor: Double?
    let goal: Double?
  }

  static func main() throws {
    guard CommandLine.arguments.count == 5, let year = Int(CommandLine.arguments[4]) else {
      exit(2)
    }
    var bench = Bench()
    try bench.run(
      data: URL(fileURLWithPath: CommandLine.arguments[1]),
      folder: URL(fileURLWithPath: CommandLine.arguments[2]),
      list: URL(fileURLWithPath: CommandLine.arguments[3]), year: year)
    bench.report()
  }

  private mutating func run(data: URL, folder: URL, list: URL, year: Year) throws {
    let types = try TypeFiles.load(from: [DataFolder(data).archiveTypes])
    let session = Session(
      operatorName: "bench", osUser: "bench", host: "bench", program: "bench", clock: .system)
    let opening = Opening(
      session: session, types: types, knowledge: Knowledge(DataFolder(data)))
    var founding = Founding(name: "云岭县农业农村局")
    founding.fondsNumber = "J036"
    founding.boxSizes = [20, 30, 40, 50]
    let archive = try Archive.create(at: folder, founding, opening)
    try importList(list, into: archive)
    try archive.checkpoint(whole: true)
    _ = try time("open the library", 20) { try Archive.open(at: folder, opening) }
    try look(archive)
    try find(archive)
    _ = try time("all records for rules that compare them", 300) { try archive.papers() }
    _ = try time("check-up of everything", 1_000) { try archive.checkUp() }
    _ = try time("gaps: what was never filed", 1_000) {
      try archive.gaps(on: session.clock.today, year: year)
    }
    try suggest(archive)
    try change(archive)
    try bind(archive, year)
    guard try archive.findings().isEmpty else {
      print("the library does not verify")
      exit(4)
    }
  }

  /// A suggestion for every record; reading the records is no part of the time.
  private mutating func suggest(_ archive: Archive) throws {
    let papers = try archive.records(RecordFilter()).map {
      Paper($0.item, type: $0.holdingsClass.type)
    }
    let engine = try time("make ready to suggest", 100) { try archive.suggestionEngine() }
    _ = time("suggest for every record", 2_000) { engine.suggest(papers) }
  }

  private mutating func importList(_ list: URL, into archive: Archive) throws {
    var rehearsal: ImportRehearsal?
    let file = try archive.readList(list)
    _ = try time("import: read, plan, rehearse and write") {
      let file = try archive.readList(list)
      let plan = ListReading.read(file.sheets, options: try archive.listOptions(type: "WS"))
      let rehearsed = try archive.rehearseImport(plan)
      rehearsal = rehearsed
    }
    guard var plan = rehearsal?.plan else { return }
    plan.answerAll(.add)
    _ = try time("import: the write alone, durable") {
      try archive.importRows(plan, of: file, rehearsedAt: rehearsal?.seq)
    }
  }

  private mutating func look(_ archive: Archive) throws {
    _ = try archive.tree()
    _ = try time("counts of the tree", 5) { try archive.tree() }
    let listing = try time("list of everything") { try archive.listing(Scope()) }
    var times: [Double] = []
    for i in 0..<200 {
      let from = (i * 7_919) % max(1, listing.count - 40)
      times.append(try measured { _ = try archive.rows(of: listing, from: from, count: 40) })
    }
    note("page of 40 rows anywhere, p50", percentile(times, 0.5), 2)
    note("page of 40 rows anywhere, p95", percentile(times, 0.95), 4)
    let ids = try archive.rows(of: listing, from: 0, count: 40).map(\.id)
    let records = try ids.map { id in try measured { _ = try archive.record(id) } }
    note("the record under the cursor, p95", percentile(records, 0.95), 2)
  }

  private mutating func find(_ archive: Archive) throws {
    let search = try time("find: the text is made ready") { try archive.searchable() }
    let lines = [
      "农", "通知", "高标准农田", "zjd", "hd ht 2019", "云农发〔2021〕7号", "J036-WS·2021", "档案管理", "7",
    ]
    let times = lines.flatMap { line in
      (0..<5).map { _ in measured { _ = search.ids(of: search.find(line), limit: 40) } }
    }
    note("find: a key to the first screen, p50", percentile(times, 0.5), 20)
    note("find: a key to the first screen, worst", times.max() ?? 0, 20)
  }

  private mutating func change(_ archive: Archive) throws {
    let listing = try archive.listing(Scope())
    let ids = Array(try archive.ids(of: listing).prefix(5_000))
    var seq: Int64?
    _ = try time("a field of 5,000 records, durable", 200) {
      seq = try archive.edit(ids, RecordEdit(.note, "批注"), reason: "bench").seq
    }
    if let seq {
      _ = try time("taking that back", 200) { try archive.takeBack(seq) }
    }
    let singles = try ids.prefix(50).map { id in
      try measured { _ = try archive.edit([id], RecordEdit(.note, "一件"), reason: "bench") }
    }
    note("a field of one record, durable, p95", percentile(singles, 0.95), nil)
  }

  private mutating func bind(_ archive: Archive, _ year: Year) throws {
    var scope = Scope()
    scope.type = "WS"
    scope.year = year
    let plan = try time("rehearse numbers and boxes of a year", 200) {
      try archive.rehearseArrange(scope)
    }
    _ = try time("number and box \(plan.arranging) records, durable", 500) {
      try archive.arrange(plan)
    }
  }

  // MARK: Times

  private mutating func time<T>(
    _ name: String, _ goal: Double? = nil, _ work: () throws -> T
  ) rethrows -> T {
    let start = DispatchTime.now().uptimeNanoseconds
    let spent = Self.processorTime
    let result = try work()
    note(
      name, Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6, goal,
      processor: Self.processorTime - spent)
    return result
  }

  /// Milliseconds of the processor that this program has used, for itself and in the kernel.
  private static var processorTime: Double {
    var spent = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent)
    return Double(spent.tv_sec) * 1e3 + Double(spent.tv_nsec) / 1e6
  }

  private func measured(_ work: () throws -> Void) rethrows -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    try work()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
  }

  private mutating func note(
    _ name: String, _ milliseconds: Double, _ goal: Double?, processor: Double? = nil
  ) {
    figures.append(
      Figure(name: name, milliseconds: milliseconds, processor: processor, goal: goal))
  }

  private func percentile(_ times: [Double], _ share: Double) -> Double {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  private func report() {
    for figure in figures {
      let goal = figure.goal.map { String(format: "goal %6.0f ms", $0) } ?? ""
      let missed = figure.goal.map { figure.milliseconds > $0 ? "  MISSED" : "" } ?? ""
      let name = figure.name.padding(toLength: 44, withPad: " ", startingAt: 0)
      let processor = figure.processor.map { String(format: "%9.1f cpu ", $0) } ?? ""
      print(
        name + String(format: "%10.2f ms", figure.milliseconds)
          + processor.padding(toLength: 16, withPad: " ", startingAt: 0) + goal + missed)
    }
    let json = figures.map {
      "{\"name\":\"\($0.name)\",\"ms\":\(String(format: "%.3f", $0.milliseconds))}"
    }
    print("[" + json.joined(separator: ",") + "]")
  }
}
