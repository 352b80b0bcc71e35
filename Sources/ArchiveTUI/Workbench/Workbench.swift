import ArchiveDomain
import ArchiveStore
import TerminalKit

/// The stack of screens over one open library, and the one place where keys become actions.
///
/// A value: events in with `handle`, a frame out with `frame`. It touches neither terminal nor clock.
struct Workbench {
  var archive: Archive
  var desk: Desk
  let home: Home
  let phrases: Phrases
  var keyMap: KeyMap
  let mailbox: Mailbox
  let runner: JobRunner

  /// Screens and layers, the top last; the first is 今日 or the first start.
  var screens: [any Screen] = []
  var size: Size
  /// The time of the batch at hand.
  var now: ContinuousClock.Instant
  var sayLine = SayLine()
  var jobs: [RunningJob] = []
  var jobsStarted = 0
  /// Ends of jobs whose screen lies under another.
  var waitingEnds: [WaitingEnd] = []
  /// Whether screens get the work that they wait for; not any more after it failed once.
  var startsAwaited = true
  /// Verbs run from the palette, the latest first.
  var recent: [Verb] = []
  /// Changes when another program writes; nil before the first look.
  private var dataVersion: Int64?
  private var looksForOthers = true
  /// How many others have the library open.
  private(set) var others = 0
  /// Why the loop is to end; nil while it goes on.
  var exit: Exit?
  /// The terminal shall be painted anew.
  var wantsRedraw = false

  /// What the program does when the loop ends.
  enum Exit {
    case quit
    /// The terminal hung up: nothing is left to draw on.
    case hangUp
    /// To the shell and back.
    case shell
    /// Goes on with other holdings.
    case enter(Archive, Destination?, Phrase?)
    /// Goes on with these holdings, made anew.
    case renew(Renewal)
  }

  init(
    archive: Archive, desk: Desk, home: Home, phrases: Phrases, keyMap: KeyMap = KeyMap(),
    mailbox: Mailbox, runner: JobRunner = .beside, size: Size,
    now: ContinuousClock.Instant = .now
  ) {
    self.archive = archive
    self.desk = desk
    self.home = home
    self.phrases = phrases
    self.keyMap = keyMap
    self.mailbox = mailbox
    self.runner = runner
    self.size = size
    self.now = now
  }

  /// Lays the first screen.
  ///
  /// Call once, before the first batch.
  mutating func begin(with screen: any Screen) {
    attempt { workbench in
      workbench.screens = []
      try workbench.lay(screen)
      return .stay
    }
    startAwaited()
  }

  /// Takes one batch of events, in order, then the mailbox.
  mutating func handle(_ events: [Event], at now: ContinuousClock.Instant) {
    self.now = now
    for event in events where exit == nil {
      sayLine.age()
      handle(event)
    }
    startAwaited()
    // What waited for a job that has just ended waits for no key.
    if collectMail() { startAwaited() }
    noticeOthers()
    settle()
    if exit != nil { keepTyped() }
    sayLine.expire(at: now)
  }

  /// Whatever ends the program, a closed window too, nothing typed is lost.
  private mutating func keepTyped() {
    for index in screens.indices { screens[index].keepTyped(in: archive) }
  }

  /// Lets the screen on top read what waits until the cursor rests.
  private mutating func settle() {
    guard exit == nil, !screens.isEmpty else { return }
    attempt { workbench in
      let last = workbench.screens.count - 1
      try workbench.screens[last].settle(in: workbench.archive)
      return .stay
    }
  }

  /// Reads again when another program has written, or somebody came or went.
  private mutating func noticeOthers() {
    guard exit == nil, looksForOthers else { return }
    do {
      let version = try archive.dataVersion()
      guard version != dataVersion else { return }
      let isFirst = dataVersion == nil
      dataVersion = version
      others = Presence.others(in: archive.folder).count
      if !isFirst { reload() }
    } catch {
      // Said once: the next read or write of a screen meets the same fault and opens its dialog.
      looksForOthers = false
      say(Message(FaultReport(error).what, .fault))
    }
  }

  private mutating func handle(_ event: Event) {
    switch event {
    case .key(let key):
      sayLine.notice(keyAt: now)
      press(key)
    case .text(let text):
      sayLine.notice(keyAt: now)
      type(text)
    case .paste(let text):
      sayLine.notice(keyAt: now)
      paste(text)
    case .mouse(let mouse):
      sayLine.notice(keyAt: now)
      point(mouse)
    case .resize(let size):
      self.size = size
      for index in screens.indices { screens[index].resize(to: size) }
      reload()
    case .wake: break
    case .hangUp: exit = .hangUp
    }
  }

  /// The screen that keys go to.
  var top: (any Screen)? { screens.last }

  /// Whether the window is too small to show anything.
  var isTooSmall: Bool { Layout(size).shape == .tooSmall }

  // MARK: Errors

  /// Runs what may throw and does what it answers.
  ///
  /// The one place where errors of screens are caught: a refusal is said, a fault opens its
  /// dialog.
  mutating func attempt(retry verb: Verb? = nil, _ work: (inout Workbench) throws -> Next) {
    do {
      let next = try work(&self)
      try apply(next)
    } catch let refusal as Refusal {
      say(Message(Phrase(refusal), .refusal))
    } catch {
      let report = FaultReport(error)
      say(Message(report.what, .fault))
      var dialog = FaultDialog(report: report, retry: verb)
      dialog.resize(to: size)
      screens.append(dialog)
    }
  }

  /// Says a sentence in the say line.
  mutating func say(_ message: Message) {
    sayLine.say(message, at: now)
  }

  /// Reads again what the screen on top, and those it lies over, show.
  mutating func reload() {
    attempt { workbench in
      let first = workbench.baseIndex
      for index in workbench.screens.indices where index >= first {
        try workbench.screens[index].reload(from: workbench.archive)
      }
      return .stay
    }
  }

  /// Index of the topmost screen that is not a layer.
  var baseIndex: Int { screens.lastIndex { !$0.isLayer } ?? 0 }
}

extension Meaning {
  /// The rule says no.
  static func refused(_ refusal: Refusal) -> Meaning { .refused(Phrase(refusal)) }
}

extension Next {
  /// Says why the rule says no.
  static func refuse(_ refusal: Refusal) -> Next { .refuse(Phrase(refusal)) }
}
