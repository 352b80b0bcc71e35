/// What the disk, the file or the database did wrong.
///
/// Refusals of a rule are `Refusal`.
package enum StoreFault: Error, Hashable, Sendable {
  /// There is no library in this folder.
  case noLibrary(path: String)
  /// There is no folder of this name to put a file in.
  case noFolder(path: String)
  /// The folder already holds something, so that no library may be made in it.
  case folderNotEmpty(path: String)
  /// The file is not one of ours.
  case notOurs(path: String)
  /// A newer program made the library (its schema's number).
  case tooNew(version: Int)
  /// The schema in the file is not ours word for word: what is too much or missing.
  case foreignSchema(object: String)
  /// Another program writes, where only one may: who, on which machine, since when.
  case locked(who: String, host: String, since: String)
  /// Another program kept the database busy for longer than we wait.
  case busy
  /// The file at the path is no longer the one that was opened.
  case replaced(path: String)
  /// The library was opened for reading only.
  case readOnly
  /// This person may not write the folder or file at the path.
  case notPermitted(path: String)
  /// This person may read the catalogue but not write its folder, in which SQLite has to lay files
  /// before it can read.
  case cannotLook(path: String)
  /// The disk is full; writing would need so many bytes more.
  case diskFull(bytesFree: Int64, short: Int64 = StoreFault.roomToWrite)
  /// The system allows no file of this length (`ulimit -f`).
  case fileTooLong
  /// The disk refused; SQLite's extended code and its words.
  case diskFailed(code: Int, message: String)
  /// A commit ended without an answer, and the file says that it was not kept.
  case notSaved(message: String)
  /// A commit ended without an answer, and nobody can tell; the library must be opened again.
  case unknown(message: String)
  /// The file is damaged at this place.
  case damaged(what: String)
  /// A field of a record holds what this program does not understand, and is left as it is.
  case unreadable(what: String)
  /// A guard of the schema refused: a rule was missed above, nothing was written.
  case guarded(message: String)
  case rowGone(String, RowName)
  case noColumn(String)
  /// A data file is wrong: file, line or key, why.
  case badDataFile(file: String, place: String, why: String)

  /// Bytes that should be free before anything is written.
  package static let roomToWrite: Int64 = 20_000_000

  static func rowGone(_ table: String, _ key: RowKey) -> StoreFault {
    switch key {
    case .id(let id): .rowGone(table, RowName(text: String(id)))
    case .name(let name): .rowGone(table, RowName(text: name))
    }
  }

  /// A row's key in words.
  package struct RowName: Hashable, Sendable {
    package let text: String
  }
}

/// A parameter of a journal entry.
package enum ParamValue: Hashable, Sendable {
  case number(Int64)
  case text(String)
  case numbers([Int64])
  case texts([String])
  case flag(Bool)
}
