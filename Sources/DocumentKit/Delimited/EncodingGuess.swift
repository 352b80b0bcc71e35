/// Finds how a text file is encoded.
///
/// Source: our choice: byte order mark; UTF-16 without one; strict UTF-8; strict GB18030; else a
/// fault at the first byte that none of them takes.
enum EncodingGuess {
  /// Reads the file through, in GB18030 twice.
  static func of(
    _ file: ByteFile, _ limits: ReadingLimits = .standard
  ) throws(TableFault) -> TextEncoding {
    let start = try file.read(4096, at: 0)
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8Marked }
    if start.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if start.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if let wide = unmarkedUTF16(start) { return wide }
    guard let fault = try firstFault(file, .utf8, limits) else { return .utf8 }
    if try isDamagedUTF8(file, fault) { throw fault }
    guard let other = try firstFault(file, .gb18030, limits) else { return .gb18030 }
    throw offset(of: fault) > offset(of: other) ? fault : other
  }

  /// UTF-16 text of an office has commas, tabs, digits, line ends: zero bytes all on one side.
  private static func unmarkedUTF16(_ start: [UInt8]) -> TextEncoding? {
    let even = stride(from: 0, to: start.count, by: 2).count { start[$0] == 0 }
    let odd = stride(from: 1, to: start.count, by: 2).count { start[$0] == 0 }
    let enough = max(2, start.count / 50)
    if even == 0, odd >= enough { return .utf16LittleEndian }
    if odd == 0, even >= enough { return .utf16BigEndian }
    return nil
  }

  private static func firstFault(
    _ file: ByteFile, _ encoding: TextEncoding, _ limits: ReadingLimits
  ) throws(TableFault) -> TableFault? {
    var text = try DecodedText(file, encoding: encoding)
    var bytes: [UInt8] = []
    do throws(TableFault) {
      while try text.append(to: &bytes) {
        bytes.removeAll(keepingCapacity: true)
        // Nothing is read for good yet; only whether to go on is asked.
        try limits.tell(0, of: file.size)
      }
      return nil
    } catch {
      // A NUL is one in every encoding; a failing disk is no matter of encoding.
      guard case .badText = error else { throw error }
      return error
    }
  }

  /// Whether so many wide characters stand before the fault that the text is damaged UTF-8.
  ///
  /// UTF-8 read as GB18030 often gives no error, only nonsense.
  private static func isDamagedUTF8(
    _ file: ByteFile, _ fault: TableFault
  ) throws(TableFault) -> Bool {
    let head = try file.read(min(offset(of: fault), 1 << 20), at: 0)
    return StrictUTF8.wideCharacters(in: head[...]) >= 16
  }

  private static func offset(of fault: TableFault) -> Int {
    if case .badText(_, let byteOffset, _) = fault { byteOffset } else { 0 }
  }
}
