import ArchiveDomain
import ArchiveStore
import DocumentKit
import TerminalKit

/// How a command ends for the shell.
enum ExitStatus: Int32, Sendable {
  // Stored: scripts rely on them.
  case done = 0
  /// A rule said no, or the input has faults; nothing was written.
  case refused = 1
  /// Wrong usage, or no terminal that can be used.
  case usage = 2
  /// The library is missing, locked, too new or read-only.
  case library = 3
  case damage = 4
  /// The disk failed.
  case disk = 5
}

/// Why a command ends without having done its work, as one sentence.
struct Ending: Error {
  let status: ExitStatus
  /// nil when all was said already.
  let phrase: Phrase?

  init(_ status: ExitStatus, _ phrase: Phrase?) {
    self.status = status
    self.phrase = phrase
  }

  /// Refused with the phrase of this key.
  static func refused(_ key: String, _ words: [String: Phrase] = [:]) -> Ending {
    Ending(.refused, Phrase(key, words))
  }

  /// Wrong usage, with the phrase of this key.
  static func usage(_ key: String, _ words: [String: Phrase] = [:]) -> Ending {
    Ending(.usage, Phrase(key, words))
  }
}

extension Ending {
  /// Says any error in a sentence.
  init(_ error: any Error) {
    switch error {
    case let ending as Ending: self = ending
    case let refusal as Refusal: self.init(refusal)
    case let fault as StoreFault: self.init(fault)
    case let fault as TerminalFault: self.init(fault)
    case let fault as TableFault: self.init(.refused, Phrase(fault))
    default:
      self.init(.refused, FaultReport(error).what)
    }
  }

  private init(_ refusal: Refusal) {
    self.init(refusal == .readOnly ? .library : .refused, Self.sentence(of: refusal))
  }

  /// Why the rule says no, in words that fit a command.
  static func sentence(of refusal: Refusal) -> Phrase {
    ownWords.contains(refusal.key) ? Phrase("cli.refusal.\(refusal.key)") : Phrase(refusal)
  }

  /// Refusals whose sentence in the workbench names keys or screens.
  private static let ownWords: Set<String> = [
    "no-period", "no-org", "no-scheme", "read-only", "nothing-selected", "filed", "later-entries",
    "no-fonds-number", "stamp-inked", "not-a-piece",
  ]

  private init(_ fault: StoreFault) {
    let report = fault.report
    let key = fault.cliKey
    let sentence: Phrase =
      report.which == .text("")
      ? Phrase("cli.fault", ["what": report.what, "remedy": Phrase("cli.remedy.\(key)")])
      : Phrase(
        "cli.fault-at",
        ["what": report.what, "which": report.which, "remedy": Phrase("cli.remedy.\(key)")])
    self.init(fault.status, sentence)
  }

  private init(_ fault: TerminalFault) {
    switch fault {
    case .notATerminal: self.init(.usage, Phrase("cli.terminal.not-a-terminal"))
    case .unknownTerminal(let name):
      self.init(.usage, Phrase("cli.terminal.unknown", ["name": .text(name)]))
    case .dumbTerminal(let name):
      self.init(.usage, Phrase("cli.terminal.dumb", ["name": .text(name)]))
    case .linuxConsole: self.init(.usage, Phrase("cli.terminal.console"))
    case .notUTF8(let charset):
      self.init(.usage, Phrase("cli.terminal.not-utf8", ["charset": .text(charset)]))
    case .wrongCharset: self.init(.usage, Phrase("cli.terminal.wrong-charset"))
    case .cannotOpen: self.init(.usage, Phrase("cli.terminal.cannot-open"))
    }
  }
}

extension StoreFault {
  /// The exit status that tells a script what kind of trouble it is.
  fileprivate var status: ExitStatus {
    switch self {
    case .noLibrary, .notOurs, .tooNew, .locked, .busy, .replaced, .readOnly, .notPermitted,
      .cannotLook:
      .library
    case .foreignSchema, .damaged: .damage
    case .diskFull, .fileTooLong, .diskFailed, .notSaved, .unknown: .disk
    case .noFolder, .folderNotEmpty, .unreadable, .guarded, .rowGone, .noColumn, .badDataFile:
      .refused
    }
  }

  /// The name of its remedy for one who works without a screen.
  fileprivate var cliKey: String {
    switch self {
    case .noLibrary: "no-library"
    case .folderNotEmpty: "folder-not-empty"
    case .notOurs: "not-ours"
    case .tooNew: "too-new"
    case .locked, .busy: "busy"
    case .replaced: "replaced"
    case .readOnly: "read-only"
    case .notPermitted: "not-permitted"
    case .cannotLook: "cannot-look"
    case .foreignSchema, .damaged: "damaged"
    case .diskFull: "disk-full"
    case .fileTooLong: "file-too-long"
    case .noFolder: "no-folder"
    case .diskFailed, .notSaved: "disk-failed"
    case .unknown: "unknown"
    case .unreadable: "unreadable"
    case .guarded, .noColumn: "tell-us"
    case .rowGone: "row-gone"
    case .badDataFile: "bad-data-file"
    }
  }
}
