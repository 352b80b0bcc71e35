import ArchiveDomain
import ArchiveStore
import TerminalKit

extension Workbench {
  /// What the verb means now, at the top of the stack; the same answer lights the key and allows it.
  func meaning(of verb: Verb) -> Meaning {
    let entry = verb.entry
    if Self.always.contains(verb) { return .does }
    if entry.isLater { return .refused(later(verb)) }
    if entry.changes, desk.isReadOnly, verb != .same, verb != .clear { return .refused(.readOnly) }
    if let own = top?.meaning(of: verb) { return own }
    switch verb {
    case .back: return screens.count > 1 ? .does : .refused(Phrase("refuse.at-root"))
    case .stop where tasks.isEmpty: return .refused(Phrase("refuse.idle-stop"))
    case .stop: return .does
    case .undo where top?.isLayer == false: return .does
    case .redo where top?.isLayer == false: return .does
    case .undo, .redo: return .refused(verb.elsewhere)
    case .verify where !desk.unit.isEmpty && top?.isLayer == false: return .does
    case .restoreSample where !desk.isPractice: return .refused(verb.elsewhere)
    case .find, .goto:
      if home.find != nil, top?.isLayer == false { return .does }
    case .narrow where home.find != nil && top?.lookUpScope != nil: return .does
    default: break
    }
    if home.verbs[verb] != nil, top?.isLayer == false { return .does }
    return .refused(verb.elsewhere)
  }

  /// Verbs of the workbench itself, which no state of a screen can dim.
  private static let always: Set<Verb> = [
    .help, .palette, .menu, .quit, .saved, .redraw, .paste, .messages, .tasks, .letters, .activity,
    .zone, .step,
  ]

  /// Said of what a later release brings.
  private func later(_ verb: Verb) -> Phrase {
    Phrase("refuse.later", ["name": verb.name])
  }

  /// Asks for a verb: does it, or says why not.
  mutating func act(_ verb: Verb) {
    switch meaning(of: verb) {
    case .refused(let why): refuse(verb, why)
    case .does: attempt(retry: verb) { try $0.perform(verb) }
    }
  }

  /// Says why not; where it can be mended, offers to go there.
  private mutating func refuse(_ verb: Verb, _ why: Phrase) {
    guard let remedy = top?.remedy(of: verb) else { return say(Message(why, .refusal)) }
    attempt { _ in
      .open(
        ConfirmDialog(title: verb.name, lines: [why], agree: remedy.label, isOffer: true) { _, _ in
          .visit(remedy.destination)
        })
    }
  }

  private mutating func perform(_ verb: Verb) throws -> Next {
    if top?.meaning(of: verb)?.isPossible == true {
      return try screens[screens.count - 1].perform(verb, in: archive)
    }
    switch verb {
    case .help:
      return .open(
        HelpScreen(
          choices: choices(), about: helpTitle,
          notes: screens.last { !$0.notes.isEmpty }?.notes ?? [], diagnosis: diagnosis,
          phrases: phrases))
    case .palette:
      return .open(PaletteScreen(choices: choices(), recent: recent, phrases: phrases))
    case .menu:
      let later = Set(Activity.allCases.filter { home.activities[$0] == nil })
      return .open(MenuScreen(choices: choices(), laterActivities: later, phrases: phrases))
    case .messages: return .open(MessagesScreen(messages: sayLine.log))
    case .tasks: return .open(TasksScreen(jobs: tasks))
    case .quit: quit()
    case .back: return .close
    case .saved: return .done(Phrase("say.saved"))
    case .paste: return .refuse(Phrase("refuse.paste"))
    case .stop: tasks.last?.control.stop()
    case .redraw: wantsRedraw = true
    case .letters: return switchLetters()
    case .shell: exit = .shell
    case .verify: return .start(VerifyJob.job(over: archive))
    case .find, .goto, .narrow:
      if let find = home.find { return .open(find(desk, "", top?.lookUpScope)) }
    case .undo: return try withReload(takeBack())
    case .redo: return try withReload(doAgain())
    default:
      if let make = home.verbs[verb] { return .open(make(desk)) }
    }
    return .stay
  }

  /// What a screen shows is old after records went back.
  private mutating func withReload(_ next: Next) throws -> Next {
    if case .say = next { reload() }
    return next
  }

  /// Leaves the program; while a job runs, asks first.
  mutating func quit() {
    guard let running = tasks.last else {
      exit = .quit
      return
    }
    let title = running.job.title
    attempt { _ in
      .open(
        ConfirmDialog(
          title: Verb.quit.name, lines: [Phrase("quit.while-running", ["job": title])],
          agree: Phrase("quit.anyway")
        ) { _, _ in .quit })
    }
  }

  private mutating func switchLetters() -> Next {
    keyMap.lettersAct.toggle()
    return .done(Phrase(keyMap.lettersAct ? "say.letters-on" : "say.letters-off"))
  }

  /// Every verb with what it means now, in the order of the list: for help, palette and menu.
  func choices() -> [VerbChoice] {
    VerbEntry.all.map { entry in
      VerbChoice(
        verb: entry.verb, keys: keyMap.bindings(of: entry.verb), meaning: meaning(of: entry.verb),
        hasRemedy: top?.remedy(of: entry.verb) != nil)
    }
  }

  /// What this machine and window are, for 诊断.
  private var diagnosis: [Phrase] {
    [
      Phrase("diagnosis.program", ["version": .text(ProgramVersion.text)]),
      Phrase("diagnosis.library", ["path": .text(archive.folder.path)]),
      Phrase("diagnosis.window", ["columns": .number(size.columns), "rows": .number(size.rows)]),
      Phrase("diagnosis.language", ["language": .text(phrases.language)]),
      Phrase("diagnosis.day", ["day": .text(desk.today.dashed)]),
      Phrase("diagnosis.copying"),
    ]
  }

  /// Name of the screen that help is asked on.
  private var helpTitle: Phrase {
    screens.isEmpty ? .text("") : (screens[baseIndex].header.path.last ?? .text(""))
  }
}

/// A verb as help, palette and menu list it.
struct VerbChoice: Sendable {
  let verb: Verb
  /// The keys that ask for it, the one to show first.
  let keys: [KeyMap.Binding]
  let meaning: Meaning
  /// Whether asking for it offers to go where it is made possible.
  let hasRemedy: Bool
}
