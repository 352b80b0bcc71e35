/// Finds the field that the head of a column names.
enum HeadText {
  /// A field for a head, and how sure it is.
  struct Match: Hashable, Sendable {
    var field: ListField
    /// Smaller is better; of two columns for one field the smaller keeps it.
    var rank: Int
    var sureness: ColumnReading.Sureness
  }

  /// The head as names are compared: one width, no blanks, no line breaks, no colon or asterisk.
  static func key(_ head: String) -> String {
    let key = TextFold.key(head)
    guard key.utf8.contains(where: { $0 == 0x2A || $0 == 0x3A || $0 == 0x5F }) || key.hasSuffix("：")
    else {
      return key
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: key.unicodeScalars.filter { $0 != "*" && $0 != ":" })
    return String(view)
  }

  /// The period that a head is named after; nil when it is none, or a number alone.
  static func period(_ head: String) -> RetentionPeriod? {
    let key = key(head)
    guard key.utf8.count <= 15, key.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    return PeriodText.read(key).flatMap { $0.isKnown ? $0 : nil }
  }

  /// The field that a head names exactly; nil when it names none.
  static func exact(_ head: String, own: [String: String]) -> Match? {
    let key = key(head)
    guard !key.isEmpty, key.utf8.count <= 48 else { return nil }
    if let named = own[key] { return Match(field: .own(named), rank: 0, sureness: .named) }
    if let found = HeadNames.index[key] {
      let sureness: ColumnReading.Sureness = HeadNames.weak.contains(key) ? .similar : .named
      return Match(field: found.field, rank: found.rank, sureness: sureness)
    }
    guard let open = key.firstIndex(of: "("), open > key.startIndex else { return nil }
    guard let found = HeadNames.index[String(key[..<open])] else { return nil }
    return Match(field: found.field, rank: found.rank, sureness: .named)
  }

  /// The field that a head names, exactly or within a longer one.
  static func match(_ head: String, own: [String: String]) -> Match? {
    if let exact = exact(head, own: own) { return exact }
    let key = key(head)
    guard !key.isEmpty, key.utf8.count <= 48 else { return nil }
    guard let inner = HeadNames.inner.first(where: { key.contains($0.name) }) else { return nil }
    return Match(field: inner.field, rank: inner.rank, sureness: .similar)
  }
}
