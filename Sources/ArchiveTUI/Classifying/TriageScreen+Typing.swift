import ArchiveDomain
import ArchiveStore
import TerminalKit

extension TriageScreen {
  /// Changes what is asked of the paper.
  mutating func ask(_ asking: Asking) {
    self.asking = asking
    if asking != .org { pending = nil }
    form.isFocused = asking != .ladder
    switch asking {
    case .ladder: _ = form.closeCompletions()
    case .period: form.go(to: "period")
    case .org:
      form.go(to: "org")
      if let keptOrg { form["org"]?.set(keptOrg, kept: true) }
    }
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    // What is typed for the department is its name: never another period.
    case .text(let text) where asking == .ladder:
      if let next = try type(text, archive) { return next }
    case .press(let point): return try press(point, archive)
    case .wheel(let rows, _):
      try queue.go(to: queue.state.cursor + rows, archive)
      try arrive(archive)
      return .stay
    default: break
    }
    guard asking != .ladder else { return nil }
    return try edit(input, archive)
  }

  /// A digit or a Hanzi of the ladder; a period without a digit begins its field.
  private mutating func type(_ text: String, _ archive: Archive) throws -> Next? {
    if let decision = ladder.decision(typing: text) { return try decide(decision, archive) }
    guard let first = text.first.map(KeyMap.folded) else { return nil }
    guard first.isNumber || ["d", "D", "\u{957F}", "\u{77ED}"].contains(first) else { return nil }
    ask(.period)
    form["period"]?.set("")
    _ = form.consume(.text(text))
    return .stay
  }

  /// Text and editing keys of the field that asks.
  private mutating func edit(_ input: TextInput, _ archive: Archive) throws -> Next? {
    switch input {
    case .key(.up) where form.completions == nil: return try leave(.up, archive)
    case .key(.down) where asking == .period: return try leave(.down, archive)
    case .key(.pageUp): return try leave(.pageUp, archive)
    case .key(.pageDown): return try leave(.pageDown, archive)
    case .key(.tab), .key(.backTab): return try leave(.nextZone, archive)
    default: break
    }
    switch form.consume(input) {
    case .wantsCompletions: form.offer(completions(""))
    case .typed:
      if asking == .org, form.completions == nil { form.offer(completions(form.text("org"))) }
    case .left, .none: break
    }
    return .stay
  }

  private mutating func leave(_ step: Step, _ archive: Archive) throws -> Next {
    let next = try back(archive)
    guard case .stay = next else { return next }
    return try self.step(step, in: archive)
  }

  /// Departments whose name, code or initials fit; the one kept comes last.
  private func completions(_ text: String) -> [Form.Completion] {
    let fit = orgs.filter { text.isEmpty || $0.fits(text) }
    let others = fit.filter { $0.name != keptOrg } + fit.filter { $0.name == keptOrg }
    return others.map { Form.Completion(text: $0.name, note: $0.code) }
  }

  mutating func takeOrg(_ archive: Archive) throws -> Next {
    let hasMore = form.goOn()
    let text = form.text("org").trimmed
    guard let org = orgs.first(where: { $0.name == text || $0.code == text }) else {
      if NewOrg.isName(text), try !archive.orgs().contains(where: { $0.name == text }) {
        return .open(try NewOrg.dialog(text, in: archive))
      }
      return hasMore && !text.isEmpty ? .stay : .refuse(Phrase("triage.ask-org-first"))
    }
    if hasMore { return .stay }
    keptOrg = org.name
    let period = pending ?? record?.item.period ?? .unknown
    ask(.ladder)
    return try write(period, org: org.id, archive)
  }

  mutating func takePeriod(_ archive: Archive) throws -> Next {
    guard let period = PeriodText.read(form.text("period")) else {
      form["period"]?.fault = Phrase("triage.no-such-period")
      return .stay
    }
    ask(.ladder)
    return try decide(.period(period), archive)
  }
}
