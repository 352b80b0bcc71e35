/// A text file's characters as UTF-8, piece by piece; the first wrong byte is a fault.
struct DecodedText {
  let encoding: TextEncoding
  private let file: ByteFile
  private let iconv: Iconv?
  /// Where the next piece begins in the file.
  private(set) var offset: Int

  /// Begins after the byte order mark, if there is one.
  init(_ file: ByteFile, encoding: TextEncoding) throws(TableFault) {
    self.file = file
    self.encoding = encoding
    switch encoding {
    case .utf8, .utf8Marked: iconv = nil
    case .utf16LittleEndian, .utf16BigEndian, .gb18030:
      guard let made = Iconv(from: encoding.rawValue) else {
        throw .unreadable(reason: "iconv: \(encoding.rawValue)")
      }
      iconv = made
    }
    let start = try file.read(4, at: 0)
    offset = encoding.marks.first { start.starts(with: $0) }?.count ?? 0
  }

  /// Appends the next piece of whole characters; false at the end of the file.
  mutating func append(to text: inout [UInt8]) throws(TableFault) -> Bool {
    let bytes = try file.read(Self.piece, at: offset)
    guard !bytes.isEmpty else { return false }
    let before = text.count
    let (used, isWrong) = convert(bytes, appendingTo: &text)
    if text[before...].contains(0) {
      let place = try firstNul(from: offset)
      throw .nul(line: try line(at: place), byteOffset: place)
    }
    // A character cut at the end of a full piece comes whole with the next one.
    if isWrong || (used < bytes.count && bytes.count < Self.piece) {
      throw try fault(at: offset + used)
    }
    offset += used
    return true
  }

  private func convert(
    _ bytes: [UInt8], appendingTo text: inout [UInt8]
  ) -> (used: Int, isWrong: Bool) {
    if let iconv {
      let (used, end) = iconv.convert(bytes, appendingTo: &text)
      return (used, end == .wrongByte)
    }
    let (valid, isWrong) = StrictUTF8.validPrefix(of: bytes)
    text.append(contentsOf: bytes[..<valid])
    return (valid, isWrong)
  }

  private func fault(at place: Int) throws(TableFault) -> TableFault {
    .badText(line: try line(at: place), byteOffset: place, encoding: encoding)
  }

  /// The 1-based line in which a byte stands.
  private func line(at place: Int) throws(TableFault) -> Int {
    var line = 1
    var wasReturn = false
    try forEachUnit(from: 0) { unit, at in
      guard at < place else { return false }
      if unit == 0x0D || (unit == 0x0A && !wasReturn) { line += 1 }
      wasReturn = unit == 0x0D
      return true
    }
    return line
  }

  private func firstNul(from start: Int) throws(TableFault) -> Int {
    var found = start
    try forEachUnit(from: start) { unit, at in
      found = at
      return unit != 0
    }
    return found
  }

  /// Goes through the file's code units until `body` says false.
  private func forEachUnit(
    from start: Int, _ body: (_ unit: UInt16, _ place: Int) -> Bool
  ) throws(TableFault) {
    let width = encoding.unitBytes
    var place = start
    while true {
      let bytes = try file.read(Self.piece, at: place)
      for index in stride(from: 0, to: bytes.count - width + 1, by: width) {
        let unit: UInt16 =
          switch encoding {
          case .utf16LittleEndian: UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
          case .utf16BigEndian: UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
          default: UInt16(bytes[index])
          }
        guard body(unit, place + index) else { return }
      }
      guard bytes.count == Self.piece else { return }
      place += bytes.count
    }
  }

  /// Even, so that no UTF-16 unit is cut when lines are counted.
  private static let piece = 256 * 1024
}

extension TextEncoding {
  /// The byte order marks with which a file in this encoding may begin.
  fileprivate var marks: [[UInt8]] {
    switch self {
    case .utf8, .utf8Marked: [[0xEF, 0xBB, 0xBF]]
    case .utf16LittleEndian: [[0xFF, 0xFE]]
    case .utf16BigEndian: [[0xFE, 0xFF]]
    case .gb18030: [[0x84, 0x31, 0x95, 0x33]]
    }
  }

  /// Bytes of a code unit.
  fileprivate var unitBytes: Int {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .utf8, .utf8Marked, .gb18030: 1
    }
  }
}
