/// Takes document numbers apart.
enum DocNumberParser {
  private static let opening: Set<UnicodeScalar> = [
    "[", "(", "【", "﹝", "〈", "〖", "{", "<", "［", "〔",
  ]
  private static let closing: Set<UnicodeScalar> = [
    "]", ")", "】", "﹞", "〉", "〗", "}", ">", "］", "〕",
  ]
  private static let ends: Set<UnicodeScalar> = ["号", "期", "次"]
  private static let parting: Set<UnicodeScalar> = ["、", ",", ";", "/", "，", "；", "\n", "|"]

  /// See `DocNumber.normalize`.
  static func normalize(_ raw: String) -> String {
    if isUniform(raw) { return raw }
    let line = Array(TextFold.line(raw).unicodeScalars)
    var out: [UnicodeScalar] = []
    out.reserveCapacity(line.count)
    var at = 0
    while at < line.count {
      let scalar = line[at]
      if opening.contains(scalar), let end = yearEnd(line, at) {
        out.append("〔")
        out += line[(at + 1)..<end].filter { !TextFold.isBlank($0) && $0 != "年" }
        out.append("〕")
        at = end + 1
        continue
      }
      if scalar == " " {
        if let last = out.last, at + 1 < line.count {
          if ends.contains(last), !parting.contains(line[at + 1]) {
            out.append("、")
          } else if isLetterOrDigit(last), isLetterOrDigit(line[at + 1]) {
            out.append(" ")
          }
        }
      } else if parting.contains(scalar), let last = out.last, ends.contains(last) {
        out.append("、")
      } else if !(scalar == "、" && out.last == "、") {
        out.append(scalar)
      }
      at += 1
    }
    return text(out[...])
  }

  /// See `DocNumber.Part`.
  static func parts(of text: String) -> [DocNumber.Part] {
    var parts: [DocNumber.Part] = []
    for piece in split(Array(text.unicodeScalars)) {
      var part = part(piece)
      // 云农发〔2023〕7号、8号: the second goes by the first one's prefix and year.
      if part.prefix.isEmpty, part.year == nil, let before = parts.last, part.number != nil {
        part.prefix = before.prefix
        part.year = before.year
      }
      parts.append(part)
    }
    return parts
  }

  /// The digits which write `number` last in the text.
  static func lastDigits(of text: String, worth number: Int) -> Range<String.Index>? {
    var end = text.unicodeScalars.endIndex
    let scalars = text.unicodeScalars
    while end > scalars.startIndex {
      let before = scalars.index(before: end)
      guard isDigit(scalars[before]) else {
        end = before
        continue
      }
      var start = before
      while start > scalars.startIndex, isDigit(scalars[scalars.index(before: start)]) {
        start = scalars.index(before: start)
      }
      if Int(text[start..<end]) == number { return start..<end }
      end = start
    }
    return nil
  }

  private static func split(_ scalars: [UnicodeScalar]) -> [ArraySlice<UnicodeScalar>] {
    var pieces: [ArraySlice<UnicodeScalar>] = []
    var start = 0
    for at in scalars.indices
    where at > start && scalars[at] == "、" && ends.contains(scalars[at - 1]) {
      pieces.append(scalars[start..<at])
      start = at + 1
    }
    if start < scalars.count || pieces.isEmpty { pieces.append(scalars[start...]) }
    return pieces
  }

  private static func part(_ scalars: ArraySlice<UnicodeScalar>) -> DocNumber.Part {
    var year: Int?
    var head = scalars
    var tail = scalars
    if let open = scalars.firstIndex(of: "〔"), let close = scalars[open...].firstIndex(of: "〕") {
      let written = text(scalars[(open + 1)..<close])
      year = Int(written) ?? ChineseNumeral.value(written)
      head = scalars[..<open]
      tail = scalars[(close + 1)...]
      if head.isEmpty { (head, tail) = oldOrder(tail) }  // 〔1987〕云农字第12号
    } else if let mark = scalars.firstIndex(of: "年"), mark - scalars.startIndex >= 4,
      scalars[(mark - 4)..<mark].allSatisfy(isDigit),
      scalars[(mark + 1)...].contains(where: isDigit)
    {
      year = Int(text(scalars[(mark - 4)..<mark]))
      head = scalars[..<(mark - 4)]
      tail = scalars[(mark + 1)...]
    } else {
      (head, tail) = oldOrder(scalars)
    }
    guard let first = tail.firstIndex(where: isDigit) else {
      return DocNumber.Part(prefix: text(head) + text(tail), year: year, number: nil, unit: "")
    }
    let digits = tail[first...].prefix(while: isDigit)
    var between = tail[..<first]
    if between.last == "第" { between = between.dropLast() }
    let number = Int(text(digits))
    return DocNumber.Part(
      prefix: bare(head) + text(between), year: year, number: number,
      longNumber: number == nil ? text(digits) : "", unit: text(tail[digits.endIndex...]))
  }

  /// Parts 云农字第12号 before its number; of several runs of digits the last is the number.
  private static func oldOrder(
    _ scalars: ArraySlice<UnicodeScalar>
  ) -> (ArraySlice<UnicodeScalar>, ArraySlice<UnicodeScalar>) {
    let marker = scalars.lastIndex(of: "第") ?? scalars.lastIndex { ends.contains($0) }
    guard var start = marker else { return (scalars, scalars[scalars.endIndex...]) }
    if scalars[start] != "第" {
      while start > scalars.startIndex, isDigit(scalars[start - 1]) { start -= 1 }
    }
    return (scalars[..<start], scalars[start...])
  }

  private static func bare(_ scalars: ArraySlice<UnicodeScalar>) -> String {
    text(scalars.last == "第" ? scalars.dropLast() : scalars)
  }

  /// The index of the bracket that closes a year of 2 or 4 digits opened at `at`.
  private static func yearEnd(_ line: [UnicodeScalar], _ at: Int) -> Int? {
    var digits = 0
    for index in (at + 1)..<max(at + 1, min(line.count, at + 9)) {
      if isDigit(line[index]) {
        digits += 1
      } else if closing.contains(line[index]) {
        return digits == 2 || digits == 4 ? index : nil
      } else if !TextFold.isBlank(line[index]), line[index] != "年" {
        return nil
      }
    }
    return nil
  }

  /// Nothing to do: Hanzi, 〔〕 and ASCII letters and digits only.
  private static func isUniform(_ raw: String) -> Bool {
    var before: UInt8 = 0
    for byte in raw.utf8 {
      if byte < 0x80 {
        guard (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 122) else {
          return false
        }
      } else if byte == 0xEF || byte == 0xE2 || byte == 0xC2 {
        return false
      } else if before == 0xE3, byte == 0x80 {
        // E3 80: 、〔〕 and the other brackets; 〔 ends in 94, 〕 in 95.
        before = 0xFF
        continue
      }
      if before == 0xFF, byte != 0x94, byte != 0x95, byte != 0x87 { return false }
      before = byte
    }
    return true
  }

  private static func isDigit(_ scalar: UnicodeScalar) -> Bool {
    scalar.value >= 48 && scalar.value <= 57
  }

  private static func isLetterOrDigit(_ scalar: UnicodeScalar) -> Bool {
    scalar.value < 0x80 && scalar.properties.isAlphabetic || isDigit(scalar)
  }

  private static func text(_ scalars: ArraySlice<UnicodeScalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
