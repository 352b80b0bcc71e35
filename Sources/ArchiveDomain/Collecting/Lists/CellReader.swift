/// Reads cells, remembering what it read: dates, periods and departments repeat in a list.
struct CellReader {
  let options: ListOptions
  private var dates: [String: DateReading] = [:]
  private var datesYear: Year?
  private var periods: [String: RetentionPeriod?] = [:]
  private var orgs: [String: String] = [:]
  /// Names as first written, by what names are compared by: 办 公 室 is 办公室.
  private var newOrgs: [String: String] = [:]

  init(_ options: ListOptions) {
    self.options = options
  }

  /// A date; an Excel date's time of day is left off.
  mutating func date(_ text: String, year: Year?) -> DateReading {
    if year != datesYear {
      dates = [:]
      datesYear = year
    }
    if let known = dates[text] { return known }
    var plain = text
    if let colon = text.utf8.firstIndex(of: 0x3A), let blank = text[..<colon].lastIndex(of: " ") {
      plain = String(text[..<blank])
    }
    let reading = DateReader.read(plain, DateContext(today: nil, year: year))
    dates[text] = reading
    return reading
  }

  /// A period; nil when the text is none.
  mutating func period(_ text: String) -> RetentionPeriod? {
    if let known = periods[text] { return known }
    let period = PeriodText.read(text)
    periods[text] = period
    return period
  }

  /// A department by the name that holds; the tidied text when it is not known.
  mutating func org(_ text: String) -> String {
    if let known = orgs[text] { return known }
    let key = TextFold.key(text)
    let known = options.orgs[text] ?? options.orgs[key] ?? newOrgs[key]
    let name = known ?? (ListWords.saysNothing(text) || key == ".." ? "" : ListOrgName.tidy(text))
    orgs[text] = name
    newOrgs[key] = name
    return name
  }

  /// The department a person stands for; nil when the table does not have the person.
  func org(ofPerson text: String) -> String? {
    let name = TextFold.trimmed(text)
    return options.persons[name] ?? options.orgs[name] ?? options.orgs[TextFold.key(name)]
  }

  /// A whole number: `0012`, `12号`, `１２`; nil when it is none.
  static func number(_ text: String) -> Int? {
    if let plain = Int(text), plain > 0, plain < 1_000_000 { return plain }
    var key = TextFold.key(text)
    for tail in ["号", "件", "卷", "册", ".0"] where key.hasSuffix(tail) { key.removeLast(tail.count) }
    if key.hasPrefix("第") { key.removeFirst() }
    guard let number = Int(key), number > 0, number < 1_000_000, !key.hasPrefix("+") else {
      return nil
    }
    return number
  }

  /// 密级 with its years: `机密★10年`, `秘密`, `无`; nil when it is none.
  static func secrecy(_ text: String) -> (Secrecy, years: Int?)? {
    var key = TextFold.key(text)
    if ["", "无", "公开", "一般", "普通", "非密", "平件", "/", "-", "—"].contains(key) {
      return (.unmarked, nil)
    }
    for (word, secrecy) in [
      ("绝密", Secrecy.top), ("机密", .confidential), ("秘密", .secret), ("内部", .internal),
      ("工作秘密", .internal),
      ("top", .top), ("confidential", .confidential), ("secret", .secret), ("internal", .internal),
    ] where key.hasPrefix(word) {
      key.removeFirst(word.count)
      let digits = key.unicodeScalars.filter { $0.value >= 48 && $0.value <= 57 }
      let years = Int(String(String.UnicodeScalarView(digits)))
      let rest = key.unicodeScalars.filter { !"★☆*年长期0123456789().、资料".unicodeScalars.contains($0) }
      return rest.isEmpty ? (secrecy, years) : nil
    }
    return nil
  }
}
