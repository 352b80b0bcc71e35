import ArchiveDomain
import CDisk
import Foundation
import GRDB

/// What a person who only reads took out of the library: kept in `looks/` until the next writer
/// brings it into the journal, before anything else is written.
///
/// Numbers that stand in a file outside are never given to another paper, whoever made the file.
/// Source: our choice, DECISIONS: exports of readers.
struct Look: Codable, Hashable {
  // Stored.
  var action: String
  var at: String
  var operatorName: String
  var osUser: String
  var host: String
  var program: String
  var file: String
  var format: String
  var count: Int64
  var series: [Int64]
}

extension Look {
  static func folder(in library: URL) -> URL { library.appendingPathComponent("looks") }

  /// Leaves the look on the disk, whole, for the next writer.
  /// - Throws: `StoreFault.readOnly` where nothing can be written.
  func leave(in library: URL) throws {
    let folder = Self.folder(in: library)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = try encoder.encode(self) + Data("\n".utf8)
    if mkdir(folder.path, 0o777) == 0 { Self.giveMode(of: library, to: folder) }
    for _ in 0..<100 {
      let name = "\(getpid())-\(UInt32.random(in: 0 ... .max))"
      let hidden = folder.appendingPathComponent("." + name).path
      let descriptor = open(hidden, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw Self.fault(errno, library) }
      let sent = line.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      // A short count is what a full disk gives.
      var code = sent == line.count ? 0 : sent < 0 ? errno : ENOSPC
      if code == 0, fsync(descriptor) != 0 { code = errno }
      _ = Glibc.close(descriptor)
      let path = folder.appendingPathComponent(name + ".jsonl").path
      if code == 0, rename(hidden, path) != 0 { code = errno }
      if code == 0 { code = -min(0, cdisk_sync_folder(folder.path)) }
      guard code != 0 else { return }
      unlink(hidden)
      throw Self.fault(code, library)
    }
    throw StoreFault.readOnly
  }

  /// Whoever may write the library may sweep its looks, whatever the reader's umask.
  private static func giveMode(of library: URL, to folder: URL) {
    var facts = stat()
    if stat(library.path, &facts) == 0 { _ = chmod(folder.path, facts.st_mode & 0o7777) }
  }

  private static func fault(_ code: Int32, _ library: URL) -> StoreFault {
    [ENOSPC, EDQUOT, EFBIG].contains(code) ? .ofDisk(code, "write", in: library) : .readOnly
  }

  /// The files of looks that wait, in the order of their names; cheap where there are none.
  static func waiting(in library: URL) -> [URL] {
    let folder = folder(in: library)
    guard access(folder.path, F_OK) == 0,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else { return [] }
    return names.filter { $0.hasSuffix(".jsonl") }.sorted()
      .map { folder.appendingPathComponent($0) }
  }

  /// The looks of a file; one that cannot be read stands for an export of everything.
  static func read(_ file: URL) -> [Look?] {
    guard let data = try? Data(contentsOf: file) else { return [nil] }
    return data.split(separator: UInt8(ascii: "\n")).map {
      try? JSONDecoder().decode(Look.self, from: Data($0))
    }
  }

  /// What the entry says: when it was, and of which series.
  var params: [String: ParamValue] {
    [
      "file": .text(file), "format": .text(format), "count": .number(count),
      "series": .numbers(series), "at": .text(at),
    ]
  }

  /// The names of looks that the journal has: those that could not be swept are told once.
  static func told(in db: Database) throws -> Set<String> {
    try String.fetchSet(
      db,
      sql: """
        SELECT json_extract(params,'$.look') FROM journal
        WHERE action='export' AND json_extract(params,'$.look') IS NOT NULL
        """)
  }
}

extension Archive {
  /// Brings the looks of readers into the journal, each as an entry of its reader.
  ///
  /// Each is told once, by its name, also where a program died before the sweep or may not sweep;
  /// none is ever lost.
  func takeLooks(
    _ db: Database, _ commit: ([(head: WriteHead, session: Session)]) throws -> Void
  ) throws {
    let files = Look.waiting(in: folder)
    guard !files.isEmpty else { return }
    let told = try Look.told(in: db)
    let new = files.filter { !told.contains($0.lastPathComponent) }
    guard !new.isEmpty else { return files.forEach { unlink($0.path) } }
    try commit(
      new.flatMap { file in
        Look.read(file).map { look in
          guard let look else { return (Self.unread(file), session) }
          var reader = session
          reader.operatorName = look.operatorName
          reader.osUser = look.osUser
          reader.host = look.host
          reader.program = look.program
          let params = look.params.merging(["look": .text(file.lastPathComponent)]) { $1 }
          return (WriteHead(action: .export, params: params, isAlone: true), reader)
        }
      })
    for file in files { unlink(file.path) }
  }

  private static func unread(_ file: URL) -> WriteHead {
    WriteHead(
      action: .export,
      params: [
        "file": .text("looks/" + file.lastPathComponent), "series": .texts(["*"]),
        "look": .text(file.lastPathComponent),
      ],
      isAlone: true)
  }
}
