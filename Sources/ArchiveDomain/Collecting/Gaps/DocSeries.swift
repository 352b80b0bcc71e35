/// One series of 文号 in one year, or one that runs on over the years.
struct DocSeries: Sendable {
  struct Member: Sendable {
    var number: Int
    /// 7-1号: one more paper of a number, rightly.
    var isBranch = false
    /// The position of the paper in `Papers.papers`.
    var at: Int
  }

  /// As written: `云农发`, `云岭县人民政府令`, `工作简报`.
  var prefix: String
  /// 0 for a series that runs on over the years, as 令 do.
  var year: Year
  /// `号`, `期`.
  var unit: String
  /// Whether the year stands in the number itself: `〔2023〕`.
  var isYearWritten: Bool
  /// By number, then by paper.
  var members: [Member]

  /// `云农发〔2023〕`, `工作简报 2023`, `云岭县农业农村局令`.
  var name: String {
    year == 0 ? prefix : isYearWritten ? "\(prefix)〔\(year)〕" : "\(prefix) \(year)"
  }

  /// What answers are kept by.
  var key: String { "\(TextFold.key(prefix))/\(year)" }
}

/// A number written by the rule, read without taking the text apart character by character.
struct PlainDocNumber {
  let prefix: String
  let year: Int
  let number: Int

  /// nil when it is written in any other way than `云农发〔2023〕7号`.
  init?(_ text: String) {
    var text = text
    let parts: (Int, Int, Int)? = text.withUTF8 { bytes in
      guard let open = PlainDocNumber.bracket(bytes, from: 0), open > 0 else { return nil }
      var at = open + 3
      guard let year = PlainDocNumber.digits(bytes, &at), year >= 1000, at + 3 <= bytes.count,
        bytes[at] == 0xE3, bytes[at + 1] == 0x80, bytes[at + 2] == 0x95
      else { return nil }
      at += 3
      guard let number = PlainDocNumber.digits(bytes, &at), at + 3 == bytes.count,
        bytes[at] == 0xE5, bytes[at + 1] == 0x8F, bytes[at + 2] == 0xB7
      else { return nil }
      return (open, year, number)
    }
    guard let parts else { return nil }
    prefix = String(decoding: text.utf8.prefix(parts.0), as: UTF8.self)
    (year, number) = (parts.1, parts.2)
  }

  private static func bracket(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var at = start
    while at + 2 < bytes.count {
      // Only Hanzi and small letters may stand before the year; anything else is read slowly.
      if bytes[at] == 0xE3 {
        return bytes[at + 1] == 0x80 && bytes[at + 2] == 0x94 ? at : nil
      }
      guard bytes[at] >= 0xE4, bytes[at] <= 0xE9 else { return nil }
      at += 3
    }
    return nil
  }

  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int? {
    var value = 0
    let start = at
    while at < bytes.count, at - start < 7, bytes[at] >= 48, bytes[at] <= 57 {
      value = value * 10 + Int(bytes[at] - 48)
      at += 1
    }
    return at > start ? value : nil
  }
}
