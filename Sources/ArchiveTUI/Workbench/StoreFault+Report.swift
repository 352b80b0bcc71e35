import ArchiveStore

extension StoreFault: FaultReporting {
  /// What the disk, the file or the database did wrong, as the fault dialog says it.
  var report: FaultReport {
    let (key, words) = phraseParts
    return FaultReport(
      title: Phrase(isOfWriting ? "fault.title" : "fault.title-open"),
      what: Phrase("fault.store.\(key).what", words), which: which,
      safe: Phrase(isUnsure ? "fault.unsure" : "fault.rolled-back"),
      remedy: Phrase("fault.store.\(key).remedy", words), canRetry: canRetry)
  }

  /// The record, file or folder that it happened to; empty when none is known.
  private var which: Phrase {
    switch self {
    case .noLibrary(let path), .noFolder(let path), .folderNotEmpty(let path), .notOurs(let path),
      .replaced(let path), .notPermitted(let path), .cannotLook(let path):
      .text(path)
    case .rowGone(let table, let name): .text("\(table) \(name.text)")
    case .badDataFile(let file, let place, _): .text(place.isEmpty ? file : "\(file)  \(place)")
    default: .text("")
    }
  }

  /// Nobody can tell what is on the disk.
  private var isUnsure: Bool {
    switch self {
    case .unknown, .damaged: true
    default: false
    }
  }

  private var isOfWriting: Bool {
    switch self {
    case .noLibrary, .noFolder, .notOurs, .tooNew, .foreignSchema, .damaged, .badDataFile,
      .cannotLook:
      false
    default: true
    }
  }

  private var canRetry: Bool {
    switch self {
    case .busy, .diskFull, .fileTooLong, .diskFailed, .notSaved, .locked: true
    default: false
    }
  }

  // One line a case: a table.
  private var phraseParts: (key: String, words: [String: Phrase]) {
    switch self {
    case .noLibrary: ("no-library", [:])
    case .noFolder: ("no-folder", [:])
    case .folderNotEmpty: ("folder-not-empty", [:])
    case .notOurs: ("not-ours", [:])
    case .tooNew(let version): ("too-new", ["version": .number(version)])
    case .foreignSchema(let object): ("foreign-schema", ["object": .text(object)])
    case .locked(let who, let host, let since):
      ("locked", ["who": .text(who), "host": .text(host), "since": .text(since)])
    case .busy: ("busy", [:])
    case .replaced: ("replaced", [:])
    case .readOnly: ("read-only", [:])
    case .notPermitted: ("not-permitted", [:])
    case .cannotLook: ("cannot-look", [:])
    case .diskFull(let free, let short):
      (
        "disk-full",
        [
          "free": .number(Int(free / 1_000_000)),
          "short": .number(max(1, Int((short + 999_999) / 1_000_000))),
        ]
      )
    case .fileTooLong: ("file-too-long", [:])
    case .diskFailed(let code, let message):
      ("disk-failed", ["code": .number(code), "message": .text(message)])
    case .notSaved: ("not-saved", [:])
    case .unknown: ("unknown", [:])
    case .damaged(let what): ("damaged", ["what": .text(what)])
    case .unreadable(let what): ("unreadable", ["what": .text(what)])
    case .guarded(let message): ("guarded", ["message": .text(message)])
    case .rowGone: ("row-gone", [:])
    case .noColumn(let name): ("no-column", ["name": .text(name)])
    case .badDataFile(_, _, let why): ("bad-data-file", ["why": .text(why)])
    }
  }
}
