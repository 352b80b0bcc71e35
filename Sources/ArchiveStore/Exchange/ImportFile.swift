import ArchiveDomain
import DocumentKit
import Foundation

/// A list as it lies on the disk, read into plain sheets; the file is never touched.
package struct ImportFile: Sendable {
  /// The name of the file, without its folder.
  package var name: String
  /// The digest of its bytes, 64 hexadecimal digits.
  package var sha256: String
  package var sheets: [ListSheet]
  /// Positions of the sheets that a person sees.
  package var visible: Set<Int>
  /// How a text file was understood; nil for workbooks and JSON.
  package var encoding: TextEncoding?
  package var delimiter: Delimiter?
  package var warnings: [TableWarning]
}

extension Archive {
  /// Reads a list: .xlsx, .csv, .tsv, .txt, or our own .json.
  ///
  /// The files of this library are refused: only SQLite may open them while they are in use.
  /// - Parameter watch: hears how far the reading is and may end it; not of a .json.
  /// - Throws: `TableFault`; ``StoreFault`` when the file cannot be read at all.
  package func readList(
    _ url: URL, encoding: TextEncoding? = nil, delimiter: Delimiter? = nil,
    watch: ReadingWatch? = nil
  ) throws -> ImportFile {
    guard !isOwnFile(url) else { throw TableFault.notATable(.other) }
    if url.pathExtension.lowercased() == "json" { return try JSONList.read(url) }
    var limits = ReadingLimits.standard
    limits.watch = watch
    let document = try TableReader.read(
      url, limits: limits, encoding: encoding, delimiter: delimiter)
    let visible = document.sheets.indices.filter { !document.sheets[$0].isHidden }
    return ImportFile(
      name: url.lastPathComponent, sha256: try FileDigest.of(url),
      sheets: document.sheets.map { ListSheet($0, isDelimited: document.format != .xlsx) },
      visible: Set(visible),
      encoding: document.encoding, delimiter: document.delimiter, warnings: document.warnings)
  }

  private func isOwnFile(_ url: URL) -> Bool {
    guard let asked = FileIdentity(of: url) else { return false }
    return ["", "-wal", "-shm", "-journal"].contains { tail in
      FileIdentity(of: URL(fileURLWithPath: catalogue.path + tail)) == asked
    }
  }
}

extension ListSheet {
  init(_ table: SheetTable, isDelimited: Bool) {
    self.init(
      name: table.name,
      rows: table.rows.map { row in
        var cells: [String] = []
        cells.reserveCapacity(row.cells.count)
        var copied: [Int] = []
        var notes: [CellNote] = []
        for (column, cell) in row.cells.enumerated() {
          cells.append(cell.text)
          if cell.isMergedContinuation {
            copied.append(column)
          } else if let kind = CellNote.Kind(cell.kind) {
            notes.append(CellNote(column: column, kind: kind))
          }
        }
        return ListRow(number: row.number, cells: cells, copied: copied, notes: notes)
      }, isDelimited: isDelimited)
  }
}

extension CellNote.Kind {
  /// What a list should be told of a cell of this kind; nil for nothing.
  init?(_ kind: TableCell.Kind) {
    switch kind {
    case .formulaWithoutValue: self = .formulaWithoutValue
    case .roundedNumber: self = .roundedNumber
    case .error: self = .error
    case .text, .number, .date, .boolean, .empty: return nil
    }
  }
}

/// The digest of a file's bytes, read in pieces.
enum FileDigest {
  static func of(_ url: URL) throws -> String {
    do {
      let file = try FileHandle(forReadingFrom: url)
      defer { try? file.close() }
      var digest = RunningDigest()
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
        digest.add([UInt8](piece))
      }
      return digest.end().hex
    } catch {
      throw TableFault.unreadable(reason: error.localizedDescription)
    }
  }
}

/// Our own JSON: one array of objects, each a record.
private enum JSONList {
  /// The most bytes read; a catalogue of a million records takes less.
  private static let most = 1 << 30

  static func read(_ url: URL) throws -> ImportFile {
    let size = try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int
    guard let size else { throw TableFault.notFound }
    guard size <= most else { throw TableFault.tooLarge(.unpacked, limit: most, place: nil) }
    let records: [[String: Scalar]]
    do {
      records = try JSONDecoder().decode([[String: Scalar]].self, from: Data(contentsOf: url))
    } catch let fault as DecodingError {
      throw Self.fault(fault, of: url)
    } catch {
      throw TableFault.unreadable(reason: error.localizedDescription)
    }
    return ImportFile(
      name: url.lastPathComponent, sha256: try FileDigest.of(url),
      sheets: [try sheet(records, name: url.deletingPathExtension().lastPathComponent)],
      visible: [0],
      encoding: nil, delimiter: nil, warnings: [])
  }

  /// A file that is no JSON is damaged; other JSON is no list of records.
  private static func fault(_ fault: DecodingError, of url: URL) -> TableFault {
    let path: [any CodingKey]
    switch fault {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context):
      path = context.codingPath
    case .dataCorrupted: return .damaged(part: url.lastPathComponent, line: 0)
    @unknown default: return .damaged(part: url.lastPathComponent, line: 0)
    }
    let record = path.first?.intValue.map { $0 + 1 } ?? 0
    return .notRecords(record: record, key: path.dropFirst().first?.stringValue ?? "")
  }

  /// A sheet with our keys as its head, others behind them in order of name.
  ///
  /// - Throws: ``TableFault`` when records have so many keys of their own that their table is too large.
  private static func sheet(_ records: [[String: Scalar]], name: String) throws -> ListSheet {
    let limits = ReadingLimits.standard
    var keys = Set<String>()
    for record in records { keys.formUnion(record.keys) }
    guard keys.count <= limits.columns else {
      throw TableFault.tooLarge(.columns, limit: limits.columns, place: nil)
    }
    guard keys.count * (records.count + 1) <= limits.cells else {
      throw TableFault.tooLarge(.cells, limit: limits.cells, place: nil)
    }
    let ours = RecordKey.allCases.map(\.rawValue).filter(keys.contains)
    let head = ours + keys.subtracting(ours).sorted()
    var rows = [ListRow(number: 1, cells: head)]
    for (index, record) in records.enumerated() {
      rows.append(ListRow(number: index + 2, cells: head.map { record[$0]?.text ?? "" }))
    }
    return ListSheet(name: name, rows: rows)
  }

  private struct Scalar: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        text = ""
      } else if let number = try? value.decode(Int.self) {
        text = String(number)
      } else if let flag = try? value.decode(Bool.self) {
        text = flag ? "true" : "false"
      } else {
        text = try value.decode(String.self)
      }
    }
  }
}
