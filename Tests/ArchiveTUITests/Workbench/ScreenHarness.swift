import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

/// A workbench on a recorded terminal: keys in, lines seen.
///
/// Jobs run at once; nothing waits.
struct ScreenHarness {
  private(set) var workbench: Workbench
  private(set) var now = ContinuousClock.now

  /// Opens a screen, or without one what the home shows first, on a window of this size.
  init(
    _ screen: any Screen, archive: Archive, size: Size = .usual, home: Home = .standard,
    desk: Desk = .sample, keyMap: KeyMap = KeyMap(), runner: JobRunner = .atOnce
  ) throws {
    workbench = Workbench(
      archive: archive, desk: desk, home: home, phrases: try .reference(), keyMap: keyMap,
      mailbox: Mailbox(wake: {}), runner: runner, size: size, now: now)
    workbench.begin(with: screen)
  }

  // MARK: Doing

  /// Presses keys by name: `F2`, `Enter`, `Ctrl-F`, `上`, `空格`, `PgDn`; a single other character is typed.
  mutating func press(_ names: String...) {
    for name in names { send(Self.event(name)) }
  }

  /// Presses the first key bound to each verb.
  mutating func press(_ verbs: Verb...) {
    for verb in verbs {
      switch workbench.keyMap.bindings(of: verb).first {
      case .key(let key): send(.key(key))
      case .character(let character): send(.text(String(character)))
      case nil: Issue.record("\(verb.rawValue) has no key")
      }
    }
  }

  /// Types a text as one burst.
  mutating func type(_ text: String) { send(.text(text)) }

  /// Pastes a text.
  mutating func paste(_ text: String) { send(.paste(text)) }

  /// Clicks a cell.
  mutating func click(_ column: Int, _ row: Int) {
    send(.mouse(Mouse(.press, at: Point(column: column, row: row))))
  }

  /// Changes the size of the window.
  mutating func resize(_ size: Size) { send(.resize(size)) }

  /// Lets time pass.
  mutating func wait(_ duration: Duration) {
    now += duration
    send(.wake)
  }

  /// Any events, as one batch.
  mutating func send(_ events: Event...) { workbench.handle(events, at: now) }

  // MARK: Seeing

  /// The frame as it would be shown.
  var frame: Canvas { workbench.frame() }

  /// Its rows, without blanks at their ends.
  var lines: [String] { frame.lines }

  /// The say line.
  var sayLine: String {
    let lines = lines
    return lines.count > 1 ? lines[lines.count - 2] : ""
  }

  /// The key bar.
  var keyBar: String { lines.last ?? "" }

  /// Expects a row that holds the text.
  func expectLine(contains text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let lines = lines
    #expect(
      lines.contains { $0.contains(text) },
      "no row holds “\(text)”:\n\(lines.joined(separator: "\n"))", sourceLocation: sourceLocation)
  }

  /// Expects that no row holds the text.
  func expectNoLine(contains text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let lines = lines
    #expect(
      !lines.contains { $0.contains(text) },
      "a row holds “\(text)”:\n\(lines.joined(separator: "\n"))", sourceLocation: sourceLocation)
  }

  /// Expects the say line to hold the text.
  func expectSays(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      sayLine.contains(text), "it says “\(sayLine)”", sourceLocation: sourceLocation)
  }

  /// The event of a key's name, as `press` takes it.
  static func event(_ name: String) -> Event {
    let chinese = [
      "上": "up", "下": "down", "左": "left", "右": "right", "空格": "space", "pgup": "page-up",
      "pgdn": "page-down", "退格": "backspace", "shift-上": "shift-up", "shift-下": "shift-down",
    ]
    let lower = name.lowercased()
    switch KeyName.binding(chinese[lower] ?? lower) {
    case .key(let key): return .key(key)
    case .character(let character): return .text(String(character))
    case nil: return .text(name)
    }
  }
}

extension Size {
  /// The sizes that every screen is seen at.
  static let small = Size(columns: 60, rows: 16)
  static let usual = Size(columns: 80, rows: 24)
  static let large = Size(columns: 120, rows: 36)
  static let huge = Size(columns: 200, rows: 60)
  static let all = [small, usual, large, huge]
}

extension Desk {
  /// The desk of the sample holdings, at their day.
  static var sample: Desk {
    var desk = Desk(today: CalendarDate(year: 2024, month: 4, day: 25) ?? Clock.system.today)
    desk.unit = "云岭县农业农村局"
    desk.fonds = "J036"
    desk.person = "张老师"
    desk.post = "档案员"
    desk.drafts = DraftFolder(
      state: FileManager.default.temporaryDirectory.appendingPathComponent("lantai-test-state"))
    return desk
  }
}

extension ImportColumnsScreen {
  /// With a list that lies on the disk.
  init(_ desk: Desk, _ url: URL) throws { self.init(desk, try emptyArchive().readList(url)) }
}

extension Phrases {
  /// The reference language, from the repository.
  static func reference() throws -> Phrases {
    try load(language: reference, from: dataFolder.languages)
  }
}

/// The repository's own data folder.
let dataFolder = DataFolder(
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data"))

/// The repository's own sources of the program.
let sourceFolder = dataFolder.url.deletingLastPathComponent()
  .appendingPathComponent("Sources/ArchiveTUI")

/// An empty library for tests that only look: one for all of them.
func emptyArchive() throws -> Archive { try sharedArchive.get() }

private let sharedArchive = Result { try freshArchive() }

/// An empty library in a folder of its own, at the sample's day.
func freshArchive(knowledge: Knowledge = Knowledge()) throws -> Archive {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("lantai-test-" + UUID().uuidString)
  let session = Session(
    operatorName: "张老师", osUser: "test", host: "test", program: "lantai test",
    clock: .fixed(on: Desk.sample.today))
  let opening = Opening(
    session: session, types: try TypeFiles.load(from: [dataFolder.archiveTypes]),
    knowledge: knowledge,
    fileSystem: .local)
  var founding = Founding(name: Desk.sample.unit)
  founding.fondsNumber = Desk.sample.fonds
  return try Archive.create(at: folder, founding, opening)
}
