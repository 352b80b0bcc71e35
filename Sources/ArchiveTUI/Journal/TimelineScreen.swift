import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 时光轴: every entry, the newest first, and what the one under the cursor changed.
struct TimelineScreen: Screen {
  let desk: Desk
  var layout = Layout(Size(columns: 80, rows: 24))
  var list = RowList<TimelineRow> { $0.id }
  /// What the entry under the cursor changed, before and after.
  var lines: [ChangeLine] = []
  /// What taking it back would do; nil when it cannot be.
  var rehearsal: TakeBackRehearsal?
  /// What the same visit or command did besides.
  var companions: [(entry: Entry, items: Int)] = []
  /// Why it cannot be taken back.
  var refusal: Refusal?
  /// Sentences of entries whose changes were read.
  var told: [Int64: Phrase] = [:]
  /// Reasons given afterwards, by the entry that they are about.
  var explanations: [Int64: [Entry]] = [:]
  /// The tables that grounds name.
  private var schedules = Schedules()
  private var lastCheck: LastCheck?
  /// The entry that what stands below is of; nil while the cursor moves.
  private var read: Int64?
  /// What taking back entries would do, as far as it was asked since the last writing.
  private(set) var rehearsals: [Int64: Result<TakeBackRehearsal, Refusal>] = [:]
  private var start: Int64?

  /// `entry` is the one to begin at; nil: the newest.
  init(_ desk: Desk, at entry: Int64? = nil) {
    self.desk = desk
    start = entry
  }

  var notes: [Phrase] { [Phrase("timeline.notes.1"), Phrase("timeline.notes.2")] }

  var header: Header {
    var header = Header(path: [Phrase("timeline.path")])
    header.aside = Phrase(lastCheck, year: desk.today.year)
    header.hint = Phrase("timeline.hint")
    if !list.isEmpty { header.place = Header.row(list.state.cursor + 1, of: list.count) }
    return header
  }

  /// Entries of more rows than this are not opened while the cursor passes over them.
  static let readAtOnce = 1_000
  /// Entries of more rows than this are named by their action alone.
  private static let toldAtOnce = 200
  /// Lines read for the pane below, and for the whole text.
  private static let paneLines = 40
  private static let wholeLines = 400

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    guard let row = list.current else { return nil }
    switch verb {
    case .onward: return .does(Phrase("timeline.whole"))
    case .view, .asOf: return .does(Phrase("timeline.before"))
    case .edit: return .does(Phrase("timeline.add-reason"))
    case .undo:
      if let refusal { return .refused(Phrase(refusal)) }
      return row.entry.rows == 0
        ? .refused(.nothingToTakeBack) : .does(Phrase("timeline.take-back"))
    case .history: return .refused(Phrase("timeline.here"))
    case .redo: return nil
    default: return nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    guard let row = list.current else { return .stay }
    switch verb {
    case .view, .asOf: return .visit(.past(row.entry.seq - 1))
    case .undo: return try takeBack(row, archive)
    case .edit: return .open(reasonDialog(row))
    default: return try whole(row, archive)
    }
  }

  /// F4: why the entry was made, said afterwards.
  private func reasonDialog(_ row: TimelineRow) -> FormDialog {
    let seq = row.entry.seq
    return FormDialog(
      title: Phrase("timeline.add-reason"),
      lines: [
        Phrase(
          "timeline.did",
          ["what": told[seq] ?? EntryWords.phrase(row), "n": .number(row.items)]),
        Phrase("timeline.reason-is-added"),
      ],
      form: Form([FormField("reason", Phrase("form.label.reason"), width: 34, required: true)]),
      agree: Phrase("timeline.add-reason")
    ) { form, archive in
      try archive.explain(seq, reason: form.text("reason").trimmed)
      return .done(Phrase("timeline.reason-added", ["seq": .number(Int(seq))]))
    }
  }

  /// Everything that the entry changed, to be read.
  private func whole(_ row: TimelineRow, _ archive: Archive) throws -> Next {
    var words = ChangeWords(archive, schedules)
    let lines = try words.lines(of: row.entry.seq, limit: Self.wholeLines)
    return .open(
      ReadingLayer(
        title: Phrase("timeline.whole"), lines: head(row) + ChangeText.paragraphs(of: lines)))
  }

  /// Who, when, what and why.
  private func head(_ row: TimelineRow) -> [Phrase] {
    let entry = row.entry
    let head = [
      Phrase(
        "timeline.entry",
        [
          "seq": .number(Int(entry.seq)),
          "at": .text(String(entry.at.prefix(19)).replacing("T", with: " ")),
          "who": .text(entry.operatorName), "host": .text(entry.host),
        ]),
      Phrase(
        "timeline.did",
        ["what": told[entry.seq] ?? EntryWords.phrase(row), "n": .number(row.items)]),
    ]
    return head + reasons(of: entry)
  }

  /// The reason that the entry came with, and those that were given afterwards.
  func reasons(of entry: Entry) -> [Phrase] {
    let own =
      entry.reason.isEmpty
      ? [] : [Phrase("timeline.reason", ["why": BasisWords.reason(entry.reason, schedules)])]
    return own
      + (explanations[entry.seq] ?? []).map { later in
        Phrase(
          "timeline.reason-later",
          [
            "at": .text(EntryWords.shortTime(later.at, year: desk.today.year)),
            "who": .text(later.operatorName), "why": .text(later.reason),
          ])
      }
  }

  private func takeBack(_ row: TimelineRow, _ archive: Archive) throws -> Next {
    let rehearsal = try archive.rehearseTakeBack(row.entry.seq)
    var words = ChangeWords(archive, schedules)
    let lines = try words.lines(of: rehearsal.entry.seq, limit: Self.wholeLines)
    return .open(TakeBackSheet(rehearsal, of: row, lines: lines))
  }

  // MARK: Moving

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    try list.move(step, Self.loader(archive))
    forget()
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    case .press(let point):
      guard let row = table([]).row(at: point, in: listZone.body, top: list.state.top),
        row < list.count
      else { return nil }
      try list.go(to: row, Self.loader(archive))
    case .wheel(let rows, let point):
      guard listZone.all.contains(point) else { return nil }
      try list.scroll(by: rows, Self.loader(archive))
    default: return nil
    }
    forget()
    return .stay
  }

  // MARK: Reading

  mutating func resize(to size: Size) {
    layout = Layout(size)
    list.height = table([]).height(in: listZone.body)
  }

  mutating func reload(from archive: Archive) throws {
    let head = try archive.head().seq
    try list.reload(count: Int(head), Self.loader(archive))
    if let start { try list.go(to: Int(head - start), Self.loader(archive)) }
    start = nil
    explanations = try archive.explanations()
    schedules = archive.schedulesForWords()
    lastCheck = archive.lastCheck()
    rehearsals = [:]
    forget()
    try settle(in: archive)
  }

  private static func loader(_ archive: Archive) -> RowList<TimelineRow>.Load {
    { try archive.timeline(from: $0.lowerBound, count: $0.count) }
  }

  /// The sentences of the rows that are seen, so that none changes when the cursor comes to it.
  private mutating func tellVisible(_ archive: Archive) throws {
    for index in list.visible {
      guard let row = list.row(index), told[row.id] == nil, row.entry.rows <= Self.toldAtOnce
      else { continue }
      var words = ChangeWords(archive, schedules)
      told[row.id] = EntryWords.phrase(row, try words.lines(of: row.id, limit: Self.paneLines))
    }
  }

  /// The cursor moved: what stood below is of another entry.
  private mutating func forget() {
    read = nil
    lines = []
    companions = []
    rehearsal = nil
    refusal = nil
  }

  /// Reads what the entry under the cursor changed, and what taking it back would do, once the
  /// cursor rests: both open the bodies of the journal.
  mutating func settle(in archive: Archive) throws {
    guard let row = list.current, read != row.id else { return }
    try tellVisible(archive)
    read = row.id
    companions = try archive.companions(of: row.entry)
    guard row.entry.rows <= Self.readAtOnce else { return }
    var words = ChangeWords(archive, schedules)
    lines = try words.lines(of: row.entry.seq, limit: Self.paneLines)
    switch try rehearsed(row.entry.seq, archive) {
    case .success(let known): rehearsal = known
    case .failure(let why): refusal = why
    }
  }

  private mutating func rehearsed(
    _ seq: Int64, _ archive: Archive
  ) throws -> Result<TakeBackRehearsal, Refusal> {
    if let known = rehearsals[seq] { return known }
    let found: Result<TakeBackRehearsal, Refusal>
    do {
      found = .success(try archive.rehearseTakeBack(seq))
    } catch let known as Refusal {
      found = .failure(known)
    }
    rehearsals[seq] = found
    return found
  }
}
