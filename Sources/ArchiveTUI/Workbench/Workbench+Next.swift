import ArchiveStore
import TerminalKit

extension Workbench {
  /// Does what a screen answered.
  mutating func apply(_ next: Next) throws {
    switch next {
    case .stay: break
    case .say(let message): say(message)
    case .open(let screen): try lay(screen)
    case .visit(let destination):
      guard let next = home.next(destination, desk, archive) else {
        return say(Message(Phrase(.later), .refusal))
      }
      try apply(next)
    case .replace(let screen):
      if !screens.isEmpty { drop(from: screens.count - 1) }
      try lay(screen)
    case .close: try close()
    case .answer(let value):
      guard screens.count > 1 else { return }
      try close()
      try apply(screens[screens.count - 1].receive(value, in: archive))
    case .act(let verb):
      if top?.isLayer == true { try close() }
      remember(verb)
      act(verb)
    case .go(let activity): try go(activity)
    case .openAtRoot(let screen):
      drop(from: 0)
      try lay(screen)
    case .start(let job): start(job)
    // Only the end of a job comes so, and that knows who began it.
    case .onlyThere(let next, _): try apply(next)
    case .enter(let archive, let destination, let words):
      exit = .enter(archive, destination, words)
    case .renew(let renewal): exit = .renew(renewal)
    case .quit: exit = .quit
    case .several(let all): for one in all { try apply(one) }
    }
  }

  /// Lays a screen on top: it learns the size and reads what it shows.
  mutating func lay(_ screen: any Screen) throws {
    var screen = screen
    screen.resize(to: size)
    try screen.reload(from: archive)
    screens.append(screen)
    sayLine.leave()
  }

  /// Takes the screens off the stack from a place up; what was still to come to them is told.
  private mutating func drop(from place: Int) {
    screens.removeSubrange(place...)
    for index in jobs.indices {
      if let asker = jobs[index].asker, asker >= place { jobs[index].asker = nil }
    }
    for end in waitingEnds where end.asker >= place { say(Message(end.words)) }
    waitingEnds.removeAll { $0.asker >= place }
  }

  /// Closes the top; what comes to light reads again.
  ///
  /// The last screen stays.
  private mutating func close() throws {
    guard screens.count > 1 else { return }
    drop(from: screens.count - 1)
    sayLine.leave()
    for index in screens.indices where index >= baseIndex {
      screens[index].resize(to: size)
      try screens[index].reload(from: archive)
    }
  }

  private mutating func go(_ activity: Activity) throws {
    guard !desk.unit.isEmpty else {
      return say(Message(Phrase("first.answer-first"), .refusal))
    }
    guard let make = home.activities[activity] else {
      say(Message(Phrase("refuse.later-activity", ["name": activity.name]), .refusal))
      return
    }
    if screens.count > 1 { drop(from: 1) }
    if activity == .today, !screens.isEmpty {
      screens[0].resize(to: size)
      try screens[0].reload(from: archive)
      sayLine.leave()
    } else {
      try lay(make(desk))
    }
  }

  private mutating func remember(_ verb: Verb) {
    recent.removeAll { $0 == verb }
    recent.insert(verb, at: 0)
  }

  // MARK: Jobs

  private mutating func start(_ job: Job) {
    guard job.isQuiet || !tasks.contains(where: { $0.job.title == job.title }) else {
      return say(Message(Phrase("job.runs-already", ["job": job.title]), .refusal))
    }
    jobsStarted += 1
    let control = JobControl(number: jobsStarted, mailbox: mailbox)
    jobs.append(
      RunningJob(job: job, control: control, started: now, asker: screens.count - 1))
    runner.start(job, control: control, mailbox: mailbox)
  }

  /// Jobs that somebody asked for.
  var tasks: [RunningJob] { jobs.filter { !$0.job.isQuiet } }

  /// Starts the work that the screen waits for and that of the layer on top, one piece at a time.
  mutating func startAwaited() {
    guard startsAwaited, exit == nil, screens.indices.contains(baseIndex), let top else { return }
    let layer = top.isLayer ? top.awaited(in: archive) : nil
    for job in [layer, screens[baseIndex].awaited(in: archive)].compactMap(\.self) {
      let isHeldUp = jobs.contains { running in
        running.job.isQuiet && (!job.isWaitedFor || running.job.title == job.title)
      }
      if !isHeldUp { start(job) }
    }
  }

  /// Empties the mailbox: progress is noted, ends are done on top of what is there now.
  /// - Returns: whether there was any.
  mutating func collectMail() -> Bool {
    let letters = mailbox.empty()
    for letter in letters {
      switch letter {
      case .progress(let number, let progress):
        guard let index = jobs.firstIndex(where: { $0.control.number == number }) else { continue }
        jobs[index].progress = progress
      case .ended(let number, let finish):
        let asker = jobs.first { $0.control.number == number }?.asker
        jobs.removeAll { $0.control.number == number }
        attempt { workbench in
          let next = try finish()
          guard case .onlyThere(let there, let words) = next else { return next }
          return workbench.bring(there, to: asker, else: words)
        }
        reload()
      case .failed(let number, let error):
        if jobs.contains(where: { $0.control.number == number && $0.job.isQuiet }) {
          startsAwaited = false
        }
        jobs.removeAll { $0.control.number == number }
        if error is JobStopped {
          say(Message(Phrase("say.stopped")))
        } else {
          attempt { _ in throw error }
        }
      }
    }
    while let index = waitingEnds.firstIndex(where: { $0.asker == screens.count - 1 }) {
      let end = waitingEnds.remove(at: index)
      attempt { _ in end.next }
    }
    return !letters.isEmpty
  }

  /// What an end comes to: done where it was begun, kept while something lies over that, or told.
  private mutating func bring(_ next: Next, to asker: Int?, else words: Phrase) -> Next {
    guard let asker else { return .say(Message(words)) }
    guard asker != screens.count - 1 else { return next }
    waitingEnds.append(WaitingEnd(asker: asker, next: next, words: words))
    return .say(Message(Phrase("job.end-waits")))
  }

  /// When the frame changes by itself: a message goes, a spinner turns.
  ///
  /// Nil: not before an event.
  var nextChange: ContinuousClock.Instant? {
    let turn = tasks.isEmpty ? nil : now + .milliseconds(125)
    return [turn, sayLine.end].compactMap { $0 }.min()
  }
}
