import ArchiveDomain
import ArchiveStore
import TerminalKit

@testable import ArchiveTUI

/// Presses keys on one screen, each on the screen as it was, and notes what is not as it should be.
struct KeyWalk {
  let station: Station
  let isReadOnly: Bool
  private let size: Size
  private var library: WalkLibrary
  private(set) var start: Workbench
  private var before: Canvas
  private var head: Int64
  private var glances: Set<Glance> = []
  private(set) var faults: [String] = []

  /// Without `writes` it walks holdings that other walks look at too.
  init(
    _ station: Station, readOnly: Bool = false, writes: Bool = true, size: Size = .usual
  ) throws {
    self.station = station
    self.size = size
    isReadOnly = readOnly
    library =
      writes && !readOnly ? try WalkLibrary.copy() : try WalkLibrary.shared(readOnly: readOnly)
    start = try station.arrive(library, size: size)
    before = start.frame()
    head = try library.archive.head().seq
    note(WalkChecks(start, before).all, after: "opening")
    if start.topName != station.screen, !readOnly {
      note(["it is \(start.topName)"], after: "opening")
    }
  }

  /// Takes the copy of the library away.
  func end() { library.remove() }

  /// Begins anew on a fresh copy of the library.
  private mutating func reset() throws {
    library.remove()
    library = try WalkLibrary.copy()
    start = try station.arrive(library, size: size)
    head = try library.archive.head().seq
  }

  private mutating func note(_ found: [String], after event: String) {
    faults += found.map { "\(station.testDescription), after \(event): \($0)" }
  }

  // MARK: Pressing

  /// Gives the screen one event and looks at everything that came of it.
  mutating func press(_ event: Event) throws {
    let name = WalkKeys.name(event)
    try look(Expectation(of: event, on: start), after: name) {
      $0.handle([event], at: Station.now)
    }
  }

  /// Asks for a verb as menu and palette do.
  mutating func ask(_ verb: Verb) throws {
    let meaning = start.meaning(of: verb)
    guard meaning.isPossible else {
      if case .refused(let why) = meaning {
        note(start.phrases.unknown(in: why).map { "no words for \($0)" }, after: verb.rawValue)
      }
      return
    }
    try look(Expectation(asking: verb, on: start), after: verb.rawValue) {
      $0.act(verb)
      $0.handle([.wake], at: Station.now)
    }
  }

  private mutating func look(
    _ expected: Expectation, after name: String, _ act: (inout Workbench) -> Void
  ) throws {
    var bench = start
    act(&bench)
    let wrote = try library.archive.head().seq != head
    if !wrote, let verb = expected.verb, !glances.insert(Glance(verb, bench)).inserted { return }
    let after = bench.frame()
    let outcome = Outcome(after: after, changed: after != before, wrote: wrote, bench: bench)
    note(expected.faults(outcome, station, start: start), after: name)
    if isReadOnly, outcome.wrote { note(["it wrote though all is only read"], after: name) }
    if outcome.changed, bench.exit == nil {
      note(WalkChecks(bench, after, since: before).all, after: name)
    }
    if bench.topName == "FaultDialog", station.screen != "FaultDialog" {
      note(["a fault: \(after.lines.first { $0.contains("出了什么") } ?? "")"], after: name)
    }
    if outcome.wrote, !isReadOnly { try reset() }
  }

  /// What tells one outcome of a verb from another without drawing it: the second key of a verb
  /// ends as the first did.
  private struct Glance: Hashable {
    let verb: Verb
    let screens: Int
    let top: String
    let said: Message?
    let isLeft: Bool
    let isPainted: Bool

    init(_ verb: Verb, _ bench: Workbench) {
      self.verb = verb
      screens = bench.screens.count
      top = bench.topName
      said = bench.sayLine.current
      isLeft = bench.exit != nil
      isPainted = bench.wantsRedraw
    }
  }

  /// What came of an event.
  struct Outcome {
    let after: Canvas
    let changed: Bool
    let wrote: Bool
    let bench: Workbench
  }

  /// Presses keys one after another without going back, looking at each frame.
  mutating func stroll(_ events: [Event]) throws {
    var bench = start
    for event in events where bench.exit == nil {
      bench.handle([event], at: Station.now)
      note(
        WalkChecks(bench, bench.frame()).all,
        after: "\(WalkKeys.name(event)) in \(size.columns) columns")
    }
    let wrote = try library.archive.head().seq != head
    if wrote, !station.mayWrite { note(["it wrote"], after: "a walk about") }
  }
}

/// What must come of an event, known before it happens.
enum Expectation {
  /// The verb is dimmed: nothing is written, and this is said.
  case refused(Verb, Phrase)
  /// The verb does this: something is seen, written or left.
  case does(Verb, Phrase)
  /// Nobody knows the key: nothing happens at all.
  case nothing
  /// A movement, typed text or a click: nothing is written.
  case writesNothing
  /// A digit of the ladder or a double click: it may write.
  case anything

  init(of event: Event, on bench: Workbench) {
    let typing = bench.top?.typing ?? .list
    switch event {
    case .key(let key):
      if Workbench.editingKeys.contains(key), typing == .field || key == .backspace {
        self = .writesNothing
      } else if let verb = bench.keyMap.verb(of: key) {
        self = Step(key) == nil ? Expectation(asking: verb, on: bench) : .writesNothing
      } else {
        self = .nothing
      }
    case .text(let text):
      self = Self.typed(text, typing, bench)
    case .mouse(let mouse) where mouse.kind == .doublePress: self = .anything
    case .mouse(let mouse) where mouse.kind == .press && mouse.at.row == bench.size.rows - 1:
      self =
        KeyBar(workbench: bench).verb(at: mouse.at.column)
        .map { Expectation(asking: $0, on: bench) } ?? .nothing
    default: self = .writesNothing
    }
  }

  private static func typed(_ text: String, _ typing: Typing, _ bench: Workbench) -> Expectation {
    guard typing != .field else { return .writesNothing }
    if typing == .ladder { return .anything }
    guard text.count == 1, let character = text.first,
      let verb = bench.keyMap.verb(typing: character), verb != .activity
    else { return .writesNothing }
    return Expectation(asking: verb, on: bench)
  }

  init(asking verb: Verb, on bench: Workbench) {
    switch bench.meaning(of: verb) {
    case .refused(let why): self = .refused(verb, why)
    case .does(let label): self = .does(verb, label ?? verb.name)
    }
  }

  /// The verb that is asked for.
  var verb: Verb? {
    switch self {
    case .refused(let verb, _), .does(let verb, _): verb
    case .nothing, .writesNothing, .anything: nil
    }
  }

  /// What is not as expected.
  func faults(_ outcome: KeyWalk.Outcome, _ station: Station, start: Workbench) -> [String] {
    let bench = outcome.bench
    let didSomething =
      outcome.changed || outcome.wrote || bench.exit != nil || bench.wantsRedraw
    switch self {
    case .refused(_, let why):
      var faults = bench.phrases.unknown(in: why).map { "no words for \($0)" }
      if outcome.wrote { faults.append("a dimmed key wrote") }
      if bench.exit != nil { faults.append("a dimmed key left") }
      if bench.screens.count != start.screens.count {
        faults.append("a dimmed key opened or closed a screen")
      }
      return faults + Self.said(why, outcome)
    case .does(let verb, let label):
      let words = bench.phrases.unknown(in: label).map { "no words for \($0)" }
      let isIdle = !didSomething && !Self.mayBeIdle.contains(verb)
      return words + (isIdle ? ["\(verb) is lit and does nothing"] : [])
    case .nothing: return didSomething ? ["a key that nobody knows did something"] : []
    case .writesNothing: return outcome.wrote && !station.decides ? ["it wrote"] : []
    case .anything: return []
    }
  }

  /// Verbs that may find all as they would make it.
  private static let mayBeIdle: Set<Verb> = [.clear, .same, .step, .zone, .activity, .nextFault]

  /// Whether the sentence stands in the say line.
  private static func said(_ why: Phrase, _ outcome: KeyWalk.Outcome) -> [String] {
    let bench = outcome.bench
    guard let message = bench.sayLine.current, message.phrase == why else {
      return ["a dimmed key does not say why"]
    }
    let line = outcome.after.line(outcome.after.size.rows - 2)
    let words = bench.phrases.text(why)
    if words.isEmpty { return ["a dimmed key says nothing"] }
    return line.contains(words.prefix(12)) ? [] : ["“\(words)” is not seen in “\(line)”"]
  }
}
