import CArchive

/// The parts inside a workbook's zip file, read in the order in which they lie there.
struct PartsArchive {
  private let path: String
  private let size: Int
  private let limits: ReadingLimits
  /// Bytes unpacked so far, over all passes.
  private var unpacked = 0
  /// Unpacked bytes of all parts that may be read, by what the archive says of them; 0 before the
  /// first pass.
  private var total = 0

  /// - Parameter size: bytes of the file.
  init(path: String, size: Int, limits: ReadingLimits) {
    self.path = path
    self.size = size
    self.limits = limits
  }

  /// Goes through the file once and parses each part for which there is a sink.
  /// - Parameter sinkFor: gets each part's name in lower case, without a slash before it, once.
  mutating func parse(_ sinkFor: (String) -> (any XMLSink)?) throws(TableFault) {
    let zip = try ZipHandle(path: path)
    var seen: Set<String> = []
    var sizes = 0
    defer { total = max(total, sizes) }
    while let part = try zip.nextPart() {
      if seen.count >= limits.parts {
        throw .tooLarge(.parts, limit: limits.parts, place: nil)
      }
      if part.hasSuffix(".xml") { sizes += zip.partSize }
      guard seen.insert(part).inserted, let sink = sinkFor(part) else { continue }
      let push = XMLPush(part, into: sink)
      while let piece = try zip.nextPiece() {
        try count(piece.count)
        try push.feed(piece)
      }
      try push.finish()
    }
  }

  private mutating func count(_ bytes: Int) throws(TableFault) {
    unpacked += bytes
    if total > 0 { try limits.tell(unpacked, of: total) }
    if unpacked > limits.unpackedBytes {
      throw .tooLarge(.unpacked, limit: limits.unpackedBytes, place: nil)
    }
    if unpacked > limits.ratioFloor, unpacked / max(size, 1) >= limits.ratio {
      throw .tooLarge(.ratio, limit: limits.ratio, place: nil)
    }
  }
}

/// A zip file opened by libarchive; closed when the last user lets go.
private final class ZipHandle {
  private let archive: OpaquePointer
  private var part = ""
  /// Unpacked bytes of the part, as the archive's directory says; 0 when it does not.
  private(set) var partSize = 0

  init(path: String) throws(TableFault) {
    guard let archive = archive_read_new() else { throw .unreadable(reason: "libarchive") }
    self.archive = archive
    // Only with the directory at its end is a zip file whole; the streaming reader would take a
    // file cut short for a smaller one.
    archive_read_support_format_zip_seekable(archive)
    guard archive_read_open_filename(archive, path, 256 * 1024) == ARCHIVE_OK else {
      throw .truncated
    }
  }

  deinit { archive_read_free(archive) }

  /// The next part's name; nil at the end.
  func nextPart() throws(TableFault) -> String? {
    var entry: OpaquePointer?
    let status = archive_read_next_header(archive, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw fault }
    if archive_entry_is_encrypted(entry) != 0 { throw .encrypted }
    let name = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
    part = name.map { String(cString: $0) } ?? ""
    partSize = max(0, Int(archive_entry_size(entry)))
    let slashed = part.replacing("\\", with: "/")
    return String(slashed.drop { $0 == "/" }).lowercased()
  }

  /// The next bytes of the part, alive until the next call; nil at its end.
  func nextPiece() throws(TableFault) -> UnsafeRawBufferPointer? {
    var start: UnsafeRawPointer?
    var count = 0
    var offset: la_int64_t = 0
    let status = archive_read_data_block(archive, &start, &count, &offset)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK else { throw fault }
    return UnsafeRawBufferPointer(start: start, count: count)
  }

  private var fault: TableFault {
    let message = archive_error_string(archive).map { String(cString: $0) } ?? ""
    return message.contains("Truncated") || message.contains("Unrecognized")
      ? .truncated : .damaged(part: part, line: 0)
  }
}
