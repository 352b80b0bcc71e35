import ArchiveDomain
import ArchiveStore
import TerminalKit

/// 本单位情况: whose papers these are, who stands above and below, what the main business is.
///
/// Suggestions are made by it. What the holdings suggest is listed; what is ticked is kept.
struct ProfileScreen: Screen {
  private var proposal: ProfileProposal?
  /// Of the unit's row, as it was read.
  private var rev: Int64?
  /// Positions of what is ticked.
  private var ticked: Set<Int> = []
  private var state = ListState()
  private var layout = Layout(Size(columns: 80, rows: 24))
  private let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  private var entries: [ProfileProposal.Entry] { proposal?.entries ?? [] }

  /// Whether what is ticked is not what is kept.
  private var isChanged: Bool {
    ticked != Set(entries.indices.filter { entries[$0].isKept })
  }

  var header: Header {
    var header = Header(path: [Phrase("profile.path")])
    header.hint = Phrase(entries.isEmpty ? "profile.hint.empty" : "profile.hint.list")
    header.place = entries.isEmpty ? nil : Header.row(state.cursor + 1, of: entries.count)
    header.disk = desk.isReadOnly ? .readOnly : isChanged ? .unwritten : .saved
    return header
  }

  var notes: [Phrase] { [Phrase("profile.notes")] }

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .mark: entries.isEmpty ? .refused(Phrase("profile.empty")) : .does(Phrase("profile.tick"))
    case .onward:
      isChanged ? changing(.does(Phrase("profile.keep"))) : .refused(Phrase("profile.unchanged"))
    case .new: changing(.does(Phrase("profile.add")))
    case .delete: changing(.does(Phrase("profile.forget")))
    case .profile: .refused(Phrase("profile.here"))
    case .back: .does
    default: nil
    }
  }

  private func changing(_ meaning: Meaning) -> Meaning {
    desk.isReadOnly ? .refused(Phrase(.readOnly)) : meaning
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .mark:
      ticked.formSymmetricDifference([state.cursor])
      state.move(.down, count: entries.count, height: layout.whole.body.rows)
    case .onward:
      guard let proposal else { return .stay }
      try archive.setProfile(proposal.profile(ticking: ticked), rev: rev)
      self.proposal = nil
      try reload(from: archive)
      return .done(Phrase("profile.kept", ["n": .number(ticked.count)]))
    case .new: return .open(Self.adding)
    case .delete: return .open(Self.forgetting)
    case .back: return .close
    default: break
    }
    return .stay
  }

  /// Types something that no paper tells: kept at once.
  private static var adding: FormDialog {
    var part = FormField("part", Phrase("profile.which"), "business", width: 12)
    part.choices = ProfileProposal.Part.allCases.map {
      FormField.Choice(value: $0.rawValue, label: Phrase("profile.part.\($0.rawValue)"))
    }
    let text = FormField("text", Phrase("profile.text"), width: 30, required: true)
    return FormDialog(
      title: Phrase("profile.add"), form: Form([part, text]), agree: Phrase("profile.add")
    ) { form, archive in
      let part = ProfileProposal.Part(rawValue: form.text("part")) ?? .business
      try archive.addToProfile(form.text("text").trimmed, part)
      return .done(Phrase("profile.added"))
    }
  }

  /// Earlier decisions are offered no more.
  private static var forgetting: ConfirmDialog {
    ConfirmDialog(
      title: Phrase("profile.forget"), lines: [Phrase("profile.forget-ask")],
      agree: Phrase("profile.forget")
    ) { _, archive in
      try archive.forgetPrecedents()
      return .done(Phrase("profile.forgotten"))
    }
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    state.move(step, count: entries.count, height: layout.whole.body.rows)
    return .stay
  }

  mutating func resize(to size: Size) { layout = Layout(size) }

  mutating func reload(from archive: Archive) throws {
    let texts: Set<String> = proposal.map { old in Set(ticked.map { old.entries[$0].text }) } ?? []
    rev = try archive.fonds()?.rev
    let read = try archive.profileProposal()
    proposal = read
    ticked = Set(
      read.entries.indices.filter {
        read.entries[$0].isKept || texts.contains(read.entries[$0].text)
      })
    state.keepVisible(count: read.entries.count, height: layout.whole.body.rows)
  }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let body = layout.whole.body
    if entries.isEmpty {
      let place = Point(column: body.column, row: body.row)
      canvas.put(
        phrases("profile.empty"), at: place, columns: body.columns, role: .dim, reverse: true)
      canvas.cursor = place
      return
    }
    for (offset, index) in state.visible(count: entries.count, height: body.rows).enumerated() {
      let place = Point(column: body.column, row: body.row + offset)
      let isCurrent = index == state.cursor
      canvas.put(
        line(index, body.columns, phrases), at: place, columns: body.columns,
        role: ticked.contains(index) ? .marked : .normal, reverse: isCurrent)
      if isCurrent { canvas.cursor = place }
    }
  }

  private func line(_ index: Int, _ columns: Int, _ phrases: Phrases) -> String {
    let entry = entries[index]
    let mark = (index == state.cursor ? ">" : " ") + (ticked.contains(index) ? "* " : "  ")
    let part = DisplayWidth.fit(phrases("profile.part.\(entry.part.rawValue)"), 10)
    let count = entry.count > 0 ? phrases("profile.count", ["n": .number(entry.count)]) : ""
    let room = max(10, columns - 26)
    return mark + part + " " + DisplayWidth.fit(HarmlessText.of(entry.text), room) + " " + count
  }
}
