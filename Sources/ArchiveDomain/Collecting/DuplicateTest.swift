/// Whether two records may be the same paper: same 文号 and title, else same title and date.
///
/// Two numbers that differ are two papers, whatever else agrees.
package struct DuplicateTest: Sendable {
  /// What the question needs of a record.
  package struct Traits: Hashable, Sendable {
    package var title: String
    package var docNo: String
    package var date: String

    package init(title: String, docNo: String, date: String) {
      self.title = title
      self.docNo = docNo
      self.date = date
    }
  }

  /// Whether the two may be one paper.
  package static func isLikelySame(_ one: Traits, _ other: Traits) -> Bool {
    guard TitleText.key(one.title) == TitleText.key(other.title) else { return false }
    if let mine = DocNumber.parse(one.docNo), let theirs = DocNumber.parse(other.docNo) {
      return mine == theirs
    }
    return one.date == other.date
  }

  private var byNumber: [String: Int] = [:]
  private var byDate: [String: Int] = [:]
  private var byDateWithoutNumber: [String: Int] = [:]

  package init() {}

  /// Makes room for so many records.
  package mutating func reserve(_ count: Int) {
    byNumber.reserveCapacity(count)
    byDate.reserveCapacity(count)
  }

  /// The first record added before that may be the same paper as this one.
  package func find(_ traits: Traits) -> Int? {
    let title = TitleText.key(traits.title)
    guard let number = DocNumber.parse(traits.docNo) else {
      return byDate["\(title)\u{1F}\(traits.date)"]
    }
    let numbered = byNumber["\(title)\u{1F}\(number.key)"]
    let unnumbered = byDateWithoutNumber["\(title)\u{1F}\(traits.date)"]
    guard let numbered, let unnumbered else { return numbered ?? unnumbered }
    return min(numbered, unnumbered)
  }

  /// Adds a record under the caller's number for it; the first of several alike stays the one found.
  package mutating func add(_ traits: Traits, as record: Int) {
    let title = TitleText.key(traits.title)
    let dated = "\(title)\u{1F}\(traits.date)"
    if byDate[dated] == nil { byDate[dated] = record }
    if let number = DocNumber.parse(traits.docNo) {
      let key = "\(title)\u{1F}\(number.key)"
      if byNumber[key] == nil { byNumber[key] = record }
    } else if byDateWithoutNumber[dated] == nil {
      byDateWithoutNumber[dated] = record
    }
  }
}
