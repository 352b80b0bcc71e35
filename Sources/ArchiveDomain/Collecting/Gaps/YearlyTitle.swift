/// A title without what changes from year to year: the unit's own name, years, ordinals, months.
struct YearlyTitle: Sendable {
  private let own: [[UInt16]]
  private var units: [UInt16] = []

  init(_ names: OwnNames) { own = names.names.map { .word($0) } }

  /// What titles of all years share; empty when too little is left.
  mutating func key(_ title: String) -> [UInt16] {
    units.removeAll(keepingCapacity: true)
    for unit in title.utf16 {
      let half = unit >= 0xFF01 && unit <= 0xFF5E ? unit - 0xFEE0 : unit
      if half >= 65, half <= 90 {
        units.append(half + 32)
      } else if isText(half) {
        units.append(half)
      }
    }
    var key: [UInt16] = []
    key.reserveCapacity(units.count)
    var at = 0
    while at < units.count {
      let next = skip(at)
      if next == at {
        key.append(units[at])
        at += 1
      } else {
        at = next
      }
    }
    return key.count >= 4 ? key : []
  }

  private func isText(_ unit: UInt16) -> Bool {
    (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122) || (unit >= 0x3400 && unit <= 0x9FFF)
      || unit == Marks.zero
  }

  /// Where to go on when what begins here changes from year to year; else `at`.
  private func skip(_ at: Int) -> Int {
    let unit = units[at]
    if unit == Marks.of { return at + 1 }
    if unit == Marks.about.0, stands(Marks.about.1, at + 1) { return at + 2 }
    if unit == Marks.year, stands(Marks.degree, at + 1) { return at + 2 }
    if let first = own.first, unit == first.first || own.count > 1 {
      for name in own where starts(with: name, at) { return at + name.count }
    }
    if unit >= 48, unit <= 57 { return afterCounter(end(of: at, Marks.isDigit)) }
    if unit == Marks.ordinal, at + 1 < units.count, Marks.isNumeral(units[at + 1]) {
      return afterCounter(end(of: at + 1, Marks.isNumeral))
    }
    guard Marks.isNumeral(unit) else { return at }
    let end = end(of: at, Marks.isNumeral)
    guard end < units.count else { return at }
    if Marks.counters.contains(units[end]) { return afterCounter(end) }
    return units[end] == Marks.year && end - at == 4 ? afterCounter(end) : at
  }

  private func stands(_ unit: UInt16, _ at: Int) -> Bool { at < units.count && units[at] == unit }

  private func starts(with name: [UInt16], _ at: Int) -> Bool {
    at + name.count <= units.count && units[at..<(at + name.count)].elementsEqual(name)
  }

  private func end(of start: Int, _ isMeant: (UInt16) -> Bool) -> Int {
    var at = start
    while at < units.count, isMeant(units[at]) { at += 1 }
    return at
  }

  /// A month or a quarter stays: a monthly paper is not the yearly one.
  private func afterCounter(_ at: Int) -> Int {
    guard at < units.count else { return at }
    if units[at] == Marks.year { return stands(Marks.degree, at + 1) ? at + 2 : at + 1 }
    return Marks.dropped.contains(units[at]) ? at + 1 : at
  }

  /// The title as people call it when no year is meant: `年度工作总结`, `农机事故统计年报`.
  static func name(_ title: String, _ names: OwnNames) -> String {
    var text = TextFold.trimmed(title)
    for name in names.names where text.hasPrefix(name) && text.count > name.count + 1 {
      text = String(text.dropFirst(name.count))
      break
    }
    if let open = text.lastIndex(where: { "（(".contains($0) }), open > text.startIndex,
      text[open...].contains(where: \.isNumber), let last = text.last, "）)".contains(last)
    {
      text = String(text[..<open])
    }
    return withoutYear(text)
  }

  private static func withoutYear(_ text: String) -> String {
    let units = Array(text)
    var kept = ""
    var at = 0
    while at < units.count {
      guard units[at].isASCII, units[at].isNumber else {
        kept.append(units[at])
        at += 1
        continue
      }
      var end = at
      while end < units.count, units[end].isASCII, units[end].isNumber { end += 1 }
      let isYear = end - at == 4 && end < units.count && units[end] == "年"
      if !isYear {
        kept += String(units[at..<end])
        at = end
      } else {
        at = end + 1 < units.count && units[end + 1] == "度" ? end : end + 1
      }
    }
    return kept
  }

  private enum Marks {
    static let of = unit("的")
    static let about = (unit("关"), unit("于"))
    static let year = unit("年")
    static let degree = unit("度")
    static let ordinal = unit("第")
    static let zero = unit("〇")
    static let counters = Set("届次期号批月季".utf16)
    static let dropped = Set("届次期号批名份个".utf16)
    private static let numerals = Set("0123456789〇零一二三四五六七八九十百".utf16)

    static func isDigit(_ unit: UInt16) -> Bool { unit >= 48 && unit <= 57 }
    static func isNumeral(_ unit: UInt16) -> Bool {
      // Told first by range: nearly all Hanzi are none.
      unit < 58 ? isDigit(unit) : numerals.contains(unit)
    }
    private static func unit(_ text: String) -> UInt16 { text.utf16.first ?? 0 }
  }
}
