import ArchiveDomain
import CDisk
import DocumentKit
import Foundation

/// How the catalogue leaves the library.
package enum ExportFormat: String, CaseIterable, Sendable {
  /// UTF-8 with a byte order mark; no cell begins a formula.
  case csv
  case json

  /// By the ending of the name; nil for another.
  package init?(of file: URL) { self.init(rawValue: file.pathExtension.lowercased()) }
}

/// What an export wrote.
package struct Exported: Hashable, Sendable {
  package var count: Int
  /// Records that the person may not see whole, which are not in the file.
  package var leftOut: Int
  package var written: Written?
}

extension Archive {
  /// Writes the records of a filter into a file, whole or not at all, and an entry that says so.
  ///
  /// The file appears under its name only when it is complete. Importing it into this library again
  /// changes nothing. A reader's export waits in `looks/` for the next writer, who brings it into the
  /// journal; masked records are left out and counted.
  /// - Throws: ``StoreFault``, `.readOnly` where nothing can be written beside the catalogue; the
  ///   file at `file` is then as it was.
  package func export(_ filter: RecordFilter, to file: URL, _ format: ExportFormat) throws
    -> Exported
  {
    let classes = try classes(in: filter.scope)
    let seq = try head().seq
    let own = try ownKeys(of: Set(classes.map(\.type))) + read { try RareKey.told(in: $0) }
    let target = try ExportFile(file)
    var count = 0
    do {
      switch format {
      case .csv: count = try writeCSV(filter, own, to: target)
      case .json: count = try writeJSON(filter, to: target)
      }
      try target.close()
    } catch {
      target.abandon()
      throw error
    }
    let leftOut = try sight().of(.top) == .full ? 0 : total(filter) - count
    // Classes made while the file was written may have records in it.
    let isSame = try head().seq == seq
    let written = try entry(of: file, format, isSame ? classes : self.classes(), count)
    do { try target.publish() } catch {
      target.abandon()
      throw error
    }
    return Exported(count: count, leftOut: leftOut, written: written)
  }

  private func writeCSV(_ filter: RecordFilter, _ own: [String], to target: ExportFile) throws
    -> Int
  {
    var count = 0
    var writer = CSVWriter { try target.append($0) }
    try writer.write(RecordKey.allCases.map(\.rawValue) + own)
    try eachRecord(filter, leavingMasked: true) { record in
      try writer.write(record.row(own))
      count += 1
    }
    try writer.finish()
    return count
  }

  private func writeJSON(_ filter: RecordFilter, to target: ExportFile) throws -> Int {
    var count = 0
    var writer = JSONText { try target.append($0) }
    let own = Dictionary(
      types.all.map { ($0.id, $0.fields.map(\.key)) }, uniquingKeysWith: { first, _ in first })
    try eachRecord(filter, leavingMasked: true) { record in
      let rare = RareKey.allCases.map(\.rawValue).filter { !record.own($0).isEmpty }
      try writer.write(record.json((own[record.holdingsClass.type] ?? []) + rare))
      count += 1
    }
    try writer.finish()
    return count
  }

  private func total(_ filter: RecordFilter) throws -> Int {
    var count = 0
    try eachRecord(filter) { _ in count += 1 }
    return count
  }

  private func entry(
    of file: URL, _ format: ExportFormat, _ classes: [HoldingsClass], _ count: Int
  ) throws -> Written? {
    let look = Look(
      action: Action.export.rawValue, at: session.clock.stamp(),
      operatorName: session.operatorName, osUser: session.osUser, host: session.host,
      program: session.program, file: file.lastPathComponent, format: format.rawValue,
      count: Int64(count), series: classes.map(\.series.id))
    guard canWrite else {
      try look.leave(in: folder)
      return nil
    }
    var params = look.params
    params["at"] = nil
    return try write(WriteHead(action: .export, params: params, isAlone: true)) { _ in }.1
  }
}

/// A file written under a temporary name beside its own.
private final class ExportFile {
  private let target: URL
  private let temporary: String
  private var descriptor: Int32

  init(_ target: URL) throws {
    self.target = target
    let folder = target.deletingLastPathComponent().path
    temporary = "\(folder)/.\(target.lastPathComponent).\(UInt32.random(in: 0 ... .max)).tmp"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    let code = errno
    guard descriptor >= 0 else {
      if code == ENOENT || code == ENOTDIR { throw StoreFault.noFolder(path: folder) }
      throw fault(code, "open")
    }
    Self.sweep(beside: target)
  }

  /// What a program that was killed left of this file is taken away after a day.
  private static func sweep(beside target: URL) {
    let folder = target.deletingLastPathComponent()
    let begin = ".\(target.lastPathComponent)."
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(begin) && name.hasSuffix(".tmp") {
      let path = folder.appendingPathComponent(name).path
      var facts = stat()
      guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { continue }
      if facts.st_mtim.tv_sec < time(nil) - 86_400 { unlink(path) }
    }
  }

  deinit { if descriptor >= 0 { _ = Glibc.close(descriptor) } }

  func append(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let n = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if n < 0, errno == EINTR { continue }
      guard n > 0 else { throw fault(errno, "write") }
      sent += n
    }
  }

  func close() throws {
    let isSynced = fsync(descriptor) == 0
    let code = errno
    let isClosed = Glibc.close(descriptor) == 0
    descriptor = -1
    guard isSynced, isClosed else { throw fault(isSynced ? errno : code, "fsync") }
  }

  func publish() throws {
    guard rename(temporary, target.path) == 0 else { throw fault(errno, "rename") }
    _ = cdisk_sync_folder(target.deletingLastPathComponent().path)
  }

  func abandon() { unlink(temporary) }

  private func fault(_ code: Int32, _ what: String) -> StoreFault {
    .ofDisk(code, what, in: target.deletingLastPathComponent())
  }
}
