import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit

/// 第一次打开: three ways; the questions stand right, each with what happens if left empty.
///
/// A layer without anything below: digits and letters are no activities and no look-up here.
struct FirstStartScreen: Screen {
  private let start: FirstStart
  var layout = Layout(Size(columns: 80, rows: 24))
  var stage = Stage.ways
  var wayState = ListState()
  var form: Form
  var files: [FoundList] = []
  var glances: [URL: ListGlance] = [:]
  var fileState = ListState()
  var path = TextField()
  /// The list that the new library begins with.
  var chosen: URL?

  enum Stage: Hashable, Sendable { case ways, files, questions }
  enum Way: String, CaseIterable, Sendable { case sample, own, list }

  init(_ start: FirstStart) {
    self.start = start
    form = FirstQuestions.form()
    form.isFocused = false
  }

  var isLayer: Bool { true }
  var typing: Typing { stage == .ways ? .list : .field }
  var notes: [Phrase] { [Phrase("first.notes")] }
  var folder: URL { start.folder }
  var way: Way { Way.allCases[min(wayState.cursor, Way.allCases.count - 1)] }

  var header: Header {
    var header = Header(path: [Phrase("first.path")])
    header.aside = Phrase("first.title")
    header.disk = .words(Phrase("first.nothing-written"))
    header.hint = Phrase(
      stage == .questions && isLastQuestion ? "first.hint.last" : "first.hint.\(stage)")
    return header
  }

  private var isLastQuestion: Bool { form.focus == form.fields.count - 1 }

  /// Number of the question in focus, from 1.
  var question: Int { form.focus + 1 }

  // MARK: Verbs

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward: onward
    case .back: .does(Phrase(stage == .ways ? "first.leave" : "first.back"))
    case .undo, .clear: stage == .ways ? .refused(Phrase("form.nothing-typed")) : .does
    default: nil
    }
  }

  private var onward: Meaning {
    switch stage {
    case .ways:
      way == .sample && start.sample == nil
        ? .refused(Phrase("first.no-sample")) : .does(Phrase("first.way.\(way.rawValue)"))
    case .files: .does(Phrase("first.take-list"))
    case .questions: .does(Phrase(isLastQuestion ? "first.make" : "first.next"))
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    switch verb {
    case .back: return back()
    case .undo: return takeBackTyping()
    case .clear:
      if stage == .files { path.clear() } else { form.clear() }
      return .stay
    default: break
    }
    switch stage {
    case .ways: return takeWay(archive)
    case .files: return takeFile(archive)
    case .questions: return try goOn()
    }
  }

  /// Esc: the question before, then the ways, then out.
  private mutating func back() -> Next {
    switch stage {
    case .ways: return .quit
    case .files: show(.ways)
    case .questions:
      if form.focus > 0 {
        form.move(by: -1)
        form.current.fault = nil
      } else {
        show(way == .list ? .files : .ways)
      }
    }
    return .stay
  }

  private mutating func takeBackTyping() -> Next {
    let isUndone = stage == .files ? path.undo() : form.takeBackTyping()
    return isUndone ? .stay : back()
  }

  private mutating func show(_ stage: Stage) {
    self.stage = stage
    form.isFocused = stage == .questions
  }

  private mutating func takeWay(_ archive: Archive) -> Next {
    switch way {
    case .sample:
      guard let make = start.sample else { return .stay }
      return .start(
        Job(Phrase("first.making-sample"), unit: Phrase("first.step")) { control in
          let archive = try make(control)
          return { .enter(archive) }
        })
    case .own:
      chosen = nil
      show(.questions)
    case .list:
      findFiles(archive)
      show(.files)
    }
    return .stay
  }

  // MARK: Lists

  private mutating func findFiles(_ archive: Archive) {
    files = start.folders.lists()
    fileState = ListState()
    glance(archive)
  }

  /// Reads the lists that are seen, those of moderate size.
  private mutating func glance(_ archive: Archive) {
    let visible = fileState.visible(count: files.count, height: filesShown)
    for file in files[visible]
    where file.why == nil && file.bytes <= ListGlance.most && glances[file.url] == nil {
      glances[file.url] = ListGlance(file.url, archive)
    }
  }

  /// The path that was typed, else the file under the cursor; its answers go into the questions.
  private mutating func takeFile(_ archive: Archive) -> Next {
    let typed = ListFolders.file(typed: path.text)
    let listed = files.indices.contains(fileState.cursor) ? files[fileState.cursor] : nil
    guard let url = typed ?? listed?.url else { return .refuse(Phrase("first.no-list")) }
    if typed == nil, listed?.why != nil { return .refuse(Phrase("first.save-as")) }
    guard FileManager.default.fileExists(atPath: url.path) else {
      return .refuse(Phrase("first.not-there", ["path": .text(url.path)]))
    }
    if let glance = glances[url] { return ask(url, glance) }
    let screen = self
    return ListReadingWork.next(url, archive) { read in
      var screen = screen
      let next = screen.ask(url, ListGlance(read))
      return .several([.replace(screen), next])
    }
  }

  /// The questions, with the answers that the list gives; why not, when it cannot be read.
  private mutating func ask(_ url: URL, _ glance: ListGlance) -> Next {
    glances[url] = glance
    if let fault = glance.fault { return .refuse(fault) }
    chosen = url
    FirstQuestions.fill(&form, from: glance)
    show(.questions)
    form.go(to: "name")
    return .stay
  }

  // MARK: Questions

  /// To the next question, one after the other; after the last the library is made.
  private mutating func goOn() throws -> Next {
    if !isLastQuestion {
      let before = form.focus
      form.move(by: 1)
      if form.fields[before].fault != nil { form.go(to: form.fields[before].id) }
      return .stay
    }
    guard form.checkAll() else { return .stay }
    let archive = try start.found(FirstQuestions.answers(form))
    return .enter(
      archive, then: chosen.map { .importList($0) },
      saying: Phrase(
        chosen == nil ? "first.made" : "first.made-list",
        ["name": .text(form.text("name")), "path": .text(folder.path)]))
  }

  // MARK: Moving and typing

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch stage {
    case .ways: wayState.move(step, count: Way.allCases.count, height: Way.allCases.count)
    case .files:
      fileState.move(step, count: files.count, height: filesShown)
      glance(archive)
    case .questions: break
    }
    return .stay
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch stage {
    case .ways: return press(input)
    case .files:
      if case .key(let key) = input, let step = Step(key), step != .left, step != .right {
        return nil
      }
      guard let event = Event(input) else { return nil }
      return path.consume(event) ? .stay : nil
    case .questions:
      let effect = form.consume(input)
      if effect == .wantsCompletions(form.current.id) { form.move(by: 1) }
      return effect == .none ? nil : .stay
    }
  }

  /// A click on a way takes the cursor there; typing has no use here.
  private mutating func press(_ input: TextInput) -> Next? {
    guard case .press(let point) = input else { return nil }
    let row = (point.row - waysZone.body.row - 1) / 3
    guard Way.allCases.indices.contains(row), waysZone.body.contains(point) else { return nil }
    wayState.cursor = row
    return .stay
  }

  mutating func resize(to size: Size) { layout = Layout(size) }
}

/// The six questions as a form.
enum FirstQuestions {
  /// The fields, in the order in which they are asked.
  static func form() -> Form {
    var level = FormField("level", Phrase("first.ask.level"), ArchivesLevel.county.rawValue)
    level.choices = ArchivesLevel.allCases.enumerated().map { index, one in
      FormField.Choice(value: one.rawValue, label: .text(one.name), keys: [digit(index + 1)])
    }
    var levels = FormField("levels", Phrase("first.ask.levels"), SchemeLevels.standard.rawValue)
    levels.choices = [SchemeLevels.standard, withoutDepartments].enumerated().map { index, one in
      FormField.Choice(
        value: one.rawValue,
        label: Phrase(index == 0 ? "first.with-departments" : "first.without-departments"),
        keys: [digit(index + 1)])
    }
    var classified = FormField("classified", Phrase("first.ask.classified"), no)
    classified.choices = [
      FormField.Choice(value: no, label: Phrase("first.no"), keys: ["0"]),
      FormField.Choice(value: yes, label: Phrase("first.yes"), keys: ["1"]),
    ]
    return Form([
      FormField("name", Phrase("first.ask.name"), width: 22, required: true),
      FormField("fonds", Phrase("first.ask.fonds"), width: 9),
      level, levels,
      FormField("person", Phrase("first.ask.person"), width: 12),
      classified,
    ])
  }

  /// Puts in what a list tells; what was typed stays.
  static func fill(_ form: inout Form, from glance: ListGlance) {
    for (id, text) in [("name", glance.name), ("fonds", glance.fondsNumber)] {
      guard var field = form[id], field.isEmpty, !text.isEmpty else { continue }
      field.set(text)
      form[id] = field
    }
  }

  static func answers(_ form: Form) -> FirstStart.Answers {
    func text(_ id: String) -> String {
      String(TextFold.line(form.text(id)))
    }
    var answers = FirstStart.Answers()
    answers.name = text("name")
    answers.fondsNumber = text("fonds").uppercased()
    answers.level = ArchivesLevel(rawValue: form.text("level")) ?? .county
    answers.levels = SchemeLevels(rawValue: form.text("levels")) ?? .standard
    answers.person = text("person")
    answers.isClassified = form.text("classified") == yes
    return answers
  }

  private static let withoutDepartments = SchemeLevels([.year, .period])
  private static let no = "no"
  private static let yes = "yes"

  private static func digit(_ number: Int) -> Character { Character(String(number)) }
}
