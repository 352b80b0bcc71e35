import ArchiveDomain
import ArchiveStore
import Foundation
import GRDB
import TestSupport

/// The child that is killed: works on a library and tells on its standard output, eight bytes each,
/// the number of every entry that is safe on the disk.
///
///     KillChild FOLDER SEED [MUTANT]
///
/// A mutant breaks one promise, so that the test can be seen to find it: `told-early` tells before
/// the commit, `two-transactions` writes rows before the entry that tells them, `bulk-in-parts`
/// commits a bulk change piece by piece.
@main
struct KillChild {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let seed = UInt64(arguments[2]) else { exit(2) }
    let folder = URL(fileURLWithPath: arguments[1])
    let mutant = arguments.count > 3 ? arguments[3] : ""
    var opening = TestLibrary.opening()
    opening.session.patience = 10_000
    let archive = try Archive.open(at: folder, opening)
    let work = SeededWork(seed: seed)
    while true {
      switch mutant {
      case "told-early":
        tell(try archive.head().seq + 1)
        try work.step(archive)
      case "two-transactions":
        try changeBehind(folder, archive)
        try work.step(archive)
        tell(try archive.head().seq)
      case "bulk-in-parts":
        try bulkInParts(archive)
        tell(try archive.head().seq)
      default:
        try work.step(archive)
        tell(try archive.head().seq)
      }
    }
  }

  private static func tell(_ seq: Int64) {
    var seq = seq
    _ = write(1, &seq, 8)
  }

  /// A row first, in a transaction of its own; its entry after.
  private static func changeBehind(_ folder: URL, _ archive: Archive) throws {
    guard let id = try archive.records(RecordFilter(), limit: 1).first?.item.id else { return }
    let file = folder.appendingPathComponent("catalogue.sqlite").path
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    let title = "先写的行\(Int.random(in: 1...99_999))"
    let queue = try DatabaseQueue(path: file, configuration: configuration)
    try queue.write { db in
      try db.execute(sql: "UPDATE item SET title=? WHERE id=?", arguments: [title, id])
    }
    usleep(3_000)
    var edit = RecordEdit(.note, title)
    edit.fields[.keywords] = title
    _ = try archive.edit([id], edit, reason: "后写的日志")
  }

  private static func bulkInParts(_ archive: Archive) throws {
    let items = try archive.records(RecordFilter()).map(\.item.id)
    let text = String(Int.random(in: 1...9_999))
    for id in items { _ = try archive.edit([id], RecordEdit(.note, text), reason: "成批") }
  }
}
