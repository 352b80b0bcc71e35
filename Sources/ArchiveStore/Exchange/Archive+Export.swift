import ArchiveDomain
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
  /// changes nothing. A library that is only read is exported without an entry; masked records are
  /// left out and counted.
  /// - Throws: ``StoreFault``; the file at `file` is then as it was.
  package func export(_ filter: RecordFilter, to file: URL, _ format: ExportFormat) throws
    -> Exported
  {
    let classes = try classes(in: filter.scope)
    let own = ownKeys(of: Set(classes.map(\.type)))
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
    let written = try entry(of: file, format, filter, classes, count)
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
      try writer.write(record.json(own[record.holdingsClass.type] ?? []))
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
    of file: URL, _ format: ExportFormat, _ filter: RecordFilter, _ classes: [HoldingsClass],
    _ count: Int
  ) throws -> Written? {
    guard canWrite else { return nil }
    let params: [String: ParamValue] = [
      "file": .text(file.lastPathComponent), "format": .text(format.rawValue),
      "count": .number(Int64(count)), "series": .numbers(classes.map(\.series.id)),
    ]
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
    guard descriptor >= 0 else { throw Self.fault(errno, "open") }
  }

  deinit { if descriptor >= 0 { _ = Glibc.close(descriptor) } }

  func append(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let n = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if n < 0, errno == EINTR { continue }
      guard n > 0 else { throw Self.fault(errno, "write") }
      sent += n
    }
  }

  func close() throws {
    let isSynced = fsync(descriptor) == 0
    let code = errno
    let isClosed = Glibc.close(descriptor) == 0
    descriptor = -1
    guard isSynced, isClosed else { throw Self.fault(isSynced ? errno : code, "fsync") }
  }

  func publish() throws {
    guard rename(temporary, target.path) == 0 else { throw Self.fault(errno, "rename") }
  }

  func abandon() { unlink(temporary) }

  private static func fault(_ code: Int32, _ what: String) -> StoreFault {
    if code == ENOSPC || code == EDQUOT { return .diskFull(bytesFree: 0) }
    return .diskFailed(code: Int(code), message: "\(what): \(String(cString: strerror(code)))")
  }
}
