/// A folded title as UTF-16 units, taken apart by words at its ends: one Hanzi is one unit.
struct TitleUnits: Hashable, Sendable {
  private(set) var units: ArraySlice<UInt16>

  init(_ title: String) { units = Array(TextFold.key(title).utf16)[...] }

  init(units: ArraySlice<UInt16>) { self.units = units }

  var count: Int { units.count }
  var text: String { String(decoding: units, as: UTF16.self) }

  func ends(with word: [UInt16]) -> Bool { units.suffix(word.count).elementsEqual(word) }

  func starts(with word: [UInt16]) -> Bool { units.starts(with: word) }

  /// Where the word first begins.
  func first(of word: [UInt16]) -> Int? {
    guard let head = word.first, units.count >= word.count else { return nil }
    let last = units.endIndex - word.count
    var at = units.startIndex
    while at <= last {
      if units[at] == head, units[at..<(at + word.count)].elementsEqual(word) { return at }
      at += 1
    }
    return nil
  }

  func contains(_ word: [UInt16]) -> Bool { first(of: word) != nil }

  /// What follows the word where it first stands; all of it without the word.
  func after(_ word: [UInt16]) -> TitleUnits {
    first(of: word).map { TitleUnits(units: units[($0 + word.count)...]) } ?? self
  }

  /// What stands between the first pair of these marks.
  func inside(_ open: UInt16, _ close: UInt16) -> TitleUnits? {
    guard let start = units.firstIndex(of: open),
      let end = units.lastIndex(of: close), start + 1 < end
    else { return nil }
    return TitleUnits(units: units[(start + 1)..<end])
  }

  /// Takes the word from the end, if it stands there.
  @discardableResult
  mutating func drop(last word: [UInt16]) -> Bool {
    guard count > word.count, ends(with: word) else { return false }
    units = units.dropLast(word.count)
    return true
  }

  /// Takes the word from the beginning, if it stands there.
  @discardableResult
  mutating func drop(first word: [UInt16]) -> Bool {
    guard count > word.count, starts(with: word) else { return false }
    units = units.dropFirst(word.count)
    return true
  }

  /// Takes what stands in brackets at the end: `（第7期）`, `（代拟稿）`.
  mutating func dropLastBrackets() {
    while let last = units.last, last == 0x29 || last == 0x5D || last == 0x3015 {
      let mark: UInt16 = last == 0x29 ? 0x28 : last == 0x5D ? 0x5B : 0x3014
      guard let open = units.lastIndex(of: mark), open > units.startIndex else { return }
      units = units[..<open]
    }
  }

  /// Letters, digits and Hanzi alone, without the words that say nothing of the matter.
  func bare(without soft: [[UInt16]] = []) -> [UInt16] {
    var kept: [UInt16] = []
    kept.reserveCapacity(count)
    var at = units.startIndex
    while at < units.endIndex {
      let rest = units[at...]
      if let word = soft.first(where: { rest.starts(with: $0) }) {
        at += word.count
        continue
      }
      let unit = units[at]
      let isAscii = (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122)
      if isAscii || (unit >= 0x3400 && unit <= 0x9FFF) || unit >= 0xD800 && unit <= 0xDFFF {
        kept.append(unit)
      }
      at += 1
    }
    return kept
  }
}

extension Array<UInt16> {
  /// A word in units, for comparing.
  static func word(_ text: String) -> [UInt16] { Array(text.utf16) }

  /// Whether all units stand in the other, in order.
  func isSubsequence(of other: [UInt16]) -> Bool {
    var at = 0
    for unit in other where at < count && unit == self[at] { at += 1 }
    return at == count
  }

  /// Its digits, in order.
  var digits: [UInt16] { filter { $0 >= 48 && $0 <= 57 } }
}
