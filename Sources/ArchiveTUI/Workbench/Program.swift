import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit

/// The workbench as a program: opens the terminal, runs the loop, goes to the shell and back.
struct Program {
  let options: WorkbenchOptions
  let phrases: Phrases
  var home = Home.standard
  /// Keys of the person's own, and what is wrong in their file.
  var config = Config()
  /// With what the first start makes a library.
  let firstStart: FirstStart

  /// Runs over an open library until the person leaves.
  ///
  /// Without one, the first start asks. - Throws: `TerminalFault` when the terminal cannot be
  /// used; faults of the disk that no screen could show.
  func run(_ archive: Archive?) throws {
    if let fault = TerminalGate.check() { throw fault }
    ProcessMemory.keepSmall()
    let terminal = try CursesTerminal(terminalOptions)
    defer { terminal.close() }
    let mailbox = Mailbox(wake: terminal.wake)
    var next = archive.map { Goal(archive: $0) }
    while true {
      let scratch = next == nil ? try Scratch(firstStart.opening) : nil
      defer { scratch?.remove() }
      guard let open = next?.archive ?? scratch?.archive else { return }
      var workbench = try workbench(over: open, mailbox: mailbox, size: terminal.size)
      begin(&workbench, next)
      guard let other = try run(&workbench, on: terminal) else { return }
      next = other
    }
  }

  /// A library to go on with, and what to show or say over 今日.
  private struct Goal {
    let archive: Archive
    var first: () throws -> Next = { .stay }
  }

  /// Runs one workbench; answers the library to go on with, nil to leave.
  private func run(_ workbench: inout Workbench, on terminal: CursesTerminal) throws -> Goal? {
    let loop = EventLoop(terminal: terminal, mailbox: workbench.mailbox) { terminal.redraw() }
    while true {
      switch try loop.run(&workbench) {
      case .quit, .hangUp: return nil
      case .enter(let archive, let destination, let words):
        return Goal(archive: archive) {
          .several(
            [words.map { .done($0) }, destination.map { .visit($0) }].compactMap(\.self))
        }
      case .renew(let renewal):
        let (archive, result) = try renewal(workbench.archive)
        return Goal(archive: archive) { .done(try result.get()) }
      case .shell:
        workbench.exit = nil
        terminal.suspend()
      }
    }
  }

  private func workbench(over archive: Archive, mailbox: Mailbox, size: Size) throws
    -> Workbench
  {
    Workbench(
      archive: archive, desk: try Desk(archive), home: home, phrases: phrases,
      keyMap: KeyMap(bindings: config.bindings, lettersAct: options.letters), mailbox: mailbox,
      size: size)
  }

  /// Begins with 今日 and what is to come over it; without a library with the first start.
  private func begin(_ workbench: inout Workbench, _ goal: Goal?) {
    if let goal {
      if let make = home.activities[.today] { workbench.begin(with: make(workbench.desk)) }
      workbench.attempt { _ in try goal.first() }
    } else if let make = home.first {
      workbench.begin(with: make(workbench.desk, firstStart))
    }
    for fault in config.faults { workbench.say(Message(fault.phrase, .fault)) }
  }

  private var terminalOptions: CursesTerminal.Options {
    var terminal = CursesTerminal.Options()
    terminal.theme = options.theme
    terminal.borders = options.borders
    terminal.ambiguousWidth = options.ambiguousWidth
    terminal.mouse = options.mouse
    terminal.crashLine = phrases("program.crashed") + "\n"
    return terminal
  }
}

/// An empty library in a folder of its own, under the first start; gone when that is over.
private struct Scratch {
  let archive: Archive

  init(_ opening: Opening) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-first-\(UUID().uuidString)")
    archive = try Archive.create(at: folder, Founding(name: ""), opening)
  }

  func remove() {
    // What stays behind in the temporary folder holds nothing of anybody.
    try? FileManager.default.removeItem(at: archive.folder)
  }
}

extension Desk {
  /// What the open library says of itself.
  init(_ archive: Archive) throws {
    self.init(today: archive.session.clock.today)
    let fonds = try archive.fonds()
    unit = fonds?.name ?? ""
    self.fonds = fonds?.number ?? ""
    person = archive.session.operatorName
    isReadOnly = !archive.canWrite
    let library = try archive.setting("library")
    if case .text(let purpose) = library?["purpose"] {
      isPractice = purpose == "practice" || purpose == "demo"
    }
  }
}
