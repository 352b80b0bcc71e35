/// What of an item its place in the order depends on, worked out once.
struct OrderedPaper {
  let id: ItemID
  /// The day by which it is placed, `yyyymmdd`; `noDay` when unknown.
  let day: Int
  let docNo: String
  let docNumber: DocNumber?
  let title: String
  let importance: Int

  /// The day of papers without a date: after every other.
  static let noDay = Int.max

  var isDated: Bool { day != OrderedPaper.noDay }

  /// A paper known to the month or the year is placed at its last day, a span by its first.
  init(_ item: Item) {
    id = item.id
    let isSpan = item.date.contains("-")
    let known = isSpan ? item.dateFrom : item.dateTo
    day = known == 0 ? OrderedPaper.noDay : known
    docNo = item.docNo
    docNumber = item.docNo.isEmpty ? nil : DocNumber.parse(item.docNo)
    title = item.title
    importance =
      switch item.direction {
      case .superior: 0
      case .own: 1
      case .peer: 2
      case .subordinate: 3
      case .unstated: 4
      }
  }

  /// Whether one stands before the other; the earlier record where nothing tells them apart.
  static func precedes(
    _ one: OrderedPaper, _ other: OrderedPaper, by keys: [OrderKey]
  ) -> Bool {
    for key in keys {
      let order = compare(one, other, by: key)
      if order != 0 { return order < 0 }
    }
    return one.id < other.id
  }

  /// Less than 0 when one stands before the other, 0 when the key does not tell.
  static func compare(_ one: OrderedPaper, _ other: OrderedPaper, by key: OrderKey) -> Int {
    switch key {
    case .matter: 0
    case .date: sign(one.day, other.day)
    // By whom it comes from, superiors first: records have no column of importance.
    case .importance: sign(one.importance, other.importance)
    case .docNo: compareNumbers(one, other)
    case .title: NaturalOrder.compare(one.title, other.title)
    }
  }

  /// Document numbers by their parts, papers without one last.
  private static func compareNumbers(_ one: OrderedPaper, _ other: OrderedPaper) -> Int {
    if one.docNo.isEmpty || other.docNo.isEmpty {
      return sign(one.docNo.isEmpty ? 1 : 0, other.docNo.isEmpty ? 1 : 0)
    }
    guard let left = one.docNumber, let right = other.docNumber else {
      return NaturalOrder.compare(one.docNo, other.docNo)
    }
    if left < right { return -1 }
    return right < left ? 1 : 0
  }

  private static func sign(_ one: Int, _ other: Int) -> Int {
    one < other ? -1 : one > other ? 1 : 0
  }
}

/// Compares texts with numbers in them as numbers: 2号 before 10号.
package enum NaturalOrder {
  /// Less than 0 when one stands before the other, 0 when they are the same.
  package static func compare(_ one: String, _ other: String) -> Int {
    var left = one[...]
    var right = other[...]
    while let a = left.first, let b = right.first {
      if isDigit(a), isDigit(b) {
        let numbers = (number(&left), number(&right))
        if numbers.0 != numbers.1 { return precedes(numbers.0, numbers.1) ? -1 : 1 }
        continue
      }
      if a != b { return a < b ? -1 : 1 }
      left.removeFirst()
      right.removeFirst()
    }
    if left.isEmpty == right.isEmpty { return 0 }
    return left.isEmpty ? -1 : 1
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// The digits without leading zeros, taken off the text.
  private static func number(_ text: inout Substring) -> Substring {
    let digits = text.prefix(while: isDigit)
    text = text.dropFirst(digits.count)
    return digits.drop { $0 == "0" }
  }

  private static func precedes(_ one: Substring, _ other: Substring) -> Bool {
    one.count == other.count ? one < other : one.count < other.count
  }
}
