import TerminalKit

/// What a person can ask for, anywhere in the workbench: one list for keys, menu, palette and help.
///
/// The raw values are the ids that F2, `config.yaml` and docs/keys.md use. // Stored.
enum Verb: String, CaseIterable, Sendable {
  case help, palette, view, edit, copy, move, new, delete, menu, quit
  case onward, back, undo, redo, saved, find, narrow, goto
  case nextFault = "next-fault"
  case mark, extend
  case markAll = "mark-all"
  case zone, step, activity, retention, bind, adopt, stamp, print, export, history, sort, wrap
  case place, tasks, letters, stop, paste, redraw, same, clear

  // Without a key of their own: in menu and palette, and on 今日 when due.
  case importList = "import"
  case chase
  case exclude, readmit
  case checkUp = "check-up"
  case file, unfile, unbind, late
  case paper
  case printChanged = "print-changed"
  case asOf = "as-of"
  case messages, verify, backup, inspection, practice
  case restoreSample = "restore-sample"
  /// 本单位情况, by which suggestions are made.
  case profile
  case schedules
  case shell
}

/// What a verb is, wherever it is asked for: pure data.
struct VerbEntry: Sendable {
  let verb: Verb
  /// Keys that mean it anywhere, the one shown first.
  var keys: [Key] = []
  /// Characters that mean it in a list, never in a field: `?` `:` `/` `*` and the blank.
  var characters: [Character] = []
  /// Characters that mean it in a list when 字母快键 is on.
  var letters: [Character] = []
  /// The menu it stands in, in the order of this list.
  var menu: MenuName?
  /// Whether it changes records, and so is refused while the holdings are only read.
  var changes = false
  /// Whether a later release brings it.
  ///
  /// It is shown dimmed, and says so.
  var isLater = false
}

/// The pull-down menus, left to right.
enum MenuName: String, CaseIterable, Sendable {
  case go, collect, arrange, look, output, tools

  /// The letter that opens it while the menu lies open: 去(G).
  var letter: Character {
    switch self {
    case .go: "G"
    case .collect: "C"
    case .arrange: "Z"
    case .look: "V"
    case .output: "O"
    case .tools: "T"
    }
  }
}

extension Verb {
  /// Its place in the list of all verbs.
  var entry: VerbEntry { Self.entriesByVerb[self] ?? VerbEntry(verb: self) }

  /// Its name: 帮助.
  var name: Phrase { Phrase("verb.\(rawValue)") }

  /// Said when it is pressed where it has no meaning: where it works.
  var elsewhere: Phrase { Phrase("elsewhere.\(rawValue)") }

  private static let entriesByVerb = Dictionary(
    uniqueKeysWithValues: VerbEntry.all.map { ($0.verb, $0) })
}

extension VerbEntry {
  /// Every verb, in the order of menus, help and docs/keys.md.
  static let all: [VerbEntry] = functionKeys + movements + collecting + arranging + looking + tools

  private static let functionKeys: [VerbEntry] = [
    VerbEntry(verb: .help, keys: [.function(1), .control("/")], characters: ["?"], menu: .tools),
    VerbEntry(
      verb: .palette, keys: [.function(2), .control("p")], characters: [":"], menu: .tools),
    VerbEntry(verb: .view, keys: [.function(3), .control("o")], letters: ["o"], menu: .look),
    VerbEntry(
      verb: .edit, keys: [.function(4), .control("e")], letters: ["e"], menu: .arrange,
      changes: true),
    VerbEntry(verb: .copy, keys: [.function(5), .control("k")], menu: .collect, changes: true),
    VerbEntry(
      verb: .move, keys: [.function(6), .control("x")], letters: ["m"], menu: .arrange,
      changes: true),
    VerbEntry(
      verb: .new, keys: [.function(7), .control("n")], letters: ["a"], menu: .collect,
      changes: true),
    VerbEntry(
      verb: .delete, keys: [.function(8), .control("d"), .delete], letters: ["d"], menu: .collect,
      changes: true),
    VerbEntry(verb: .menu, keys: [.function(9), .control("\\")]),
    VerbEntry(verb: .quit, keys: [.function(10), .control("q")], letters: ["q"], menu: .tools),
  ]

  private static let movements: [VerbEntry] = [
    VerbEntry(verb: .onward, keys: [.enter]),
    VerbEntry(verb: .back, keys: [.escape]),
    VerbEntry(verb: .mark, keys: [.insert], characters: [" "]),
    VerbEntry(verb: .extend, keys: [.shiftUp, .shiftDown], letters: ["v"], menu: .look),
    VerbEntry(verb: .markAll, keys: [.control("a")], characters: ["*"], menu: .look),
    VerbEntry(verb: .zone, keys: [.tab, .backTab]),
    VerbEntry(
      verb: .step,
      keys: [
        .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .controlHome, .controlEnd,
      ], letters: ["h", "j", "k", "l", "g", "G"]),
    VerbEntry(verb: .activity, characters: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]),
    VerbEntry(verb: .same, keys: [.control("t")], changes: true),
    VerbEntry(verb: .clear, keys: [.control("u")], changes: true),
    VerbEntry(verb: .saved, keys: [.control("s")]),
    VerbEntry(verb: .stop, keys: [.control("c")]),
    VerbEntry(verb: .paste, keys: [.control("v")]),
  ]

  private static let collecting: [VerbEntry] = [
    VerbEntry(verb: .importList, menu: .collect, changes: true),
    VerbEntry(verb: .chase, menu: .collect),
  ]

  private static let arranging: [VerbEntry] = [
    VerbEntry(verb: .retention, letters: ["c"], menu: .arrange, changes: true),
    VerbEntry(verb: .checkUp, menu: .arrange),
    VerbEntry(verb: .bind, letters: ["b"], menu: .arrange, changes: true),
    VerbEntry(verb: .adopt, menu: .arrange, changes: true, isLater: true),
    VerbEntry(verb: .file, menu: .arrange, changes: true),
    VerbEntry(verb: .stamp, menu: .arrange, changes: true),
    VerbEntry(verb: .unbind, menu: .arrange, changes: true),
    VerbEntry(verb: .unfile, menu: .arrange, changes: true),
    VerbEntry(verb: .exclude, menu: .arrange, changes: true),
    VerbEntry(verb: .readmit, menu: .arrange, changes: true),
    VerbEntry(verb: .late, menu: .arrange, changes: true, isLater: true),
    VerbEntry(verb: .paper, menu: .arrange, isLater: true),
    VerbEntry(verb: .schedules, menu: .arrange),
    VerbEntry(verb: .undo, keys: [.control("z")], letters: ["u"], menu: .arrange, changes: true),
    VerbEntry(
      verb: .redo, keys: [.control("y"), .control("r")], menu: .arrange, changes: true),
  ]

  private static let looking: [VerbEntry] = [
    VerbEntry(verb: .find, keys: [.control("f")], characters: ["/"], menu: .look),
    VerbEntry(verb: .narrow, letters: ["f"], menu: .look),
    VerbEntry(verb: .goto, menu: .look),
    VerbEntry(
      verb: .nextFault, keys: [.control("g")], letters: ["n", "N"], menu: .look),
    VerbEntry(verb: .history, letters: ["t"], menu: .look),
    VerbEntry(verb: .asOf, menu: .look),
    VerbEntry(verb: .sort, letters: ["s"], menu: .look),
    VerbEntry(verb: .wrap, letters: ["z"], menu: .look),
    VerbEntry(verb: .place, letters: ["y"], menu: .look, isLater: true),
    VerbEntry(verb: .print, letters: ["p"], menu: .output, isLater: true),
    VerbEntry(verb: .printChanged, menu: .output, isLater: true),
    VerbEntry(verb: .export, letters: ["x"], menu: .output),
  ]

  private static let tools: [VerbEntry] = [
    VerbEntry(verb: .messages, menu: .tools),
    VerbEntry(verb: .tasks, letters: ["w"], menu: .tools),
    VerbEntry(verb: .letters, menu: .tools),
    VerbEntry(verb: .verify, menu: .tools),
    VerbEntry(verb: .backup, menu: .tools, isLater: true),
    VerbEntry(verb: .inspection, menu: .tools, isLater: true),
    VerbEntry(verb: .practice, menu: .tools, isLater: true),
    VerbEntry(verb: .restoreSample, menu: .tools, changes: true),
    VerbEntry(verb: .profile, menu: .tools),
    VerbEntry(verb: .shell, menu: .tools),
    VerbEntry(verb: .redraw, keys: [.control("l")], menu: .tools),
  ]
}
