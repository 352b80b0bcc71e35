/// A retention period 保管期限: `Y` permanent, `Dn` n years, old `长期` and `短期`, or unknown.
///
/// Greater is longer: Y > D30 > D10 > unknown. 长期 (16 to 50 years) is put just above D30 and
/// 短期 (up to 15) just above D10; what they mean today a person must say.
package struct RetentionPeriod: Hashable, Sendable, RawRepresentable {
  // Stored.
  package let rawValue: String

  /// Accepts what the schema accepts: empty, `Y`, `长期`, `短期`, `D1` to `D999`.
  package init?(rawValue: String) {
    guard ["", "Y", "长期", "短期"].contains(rawValue) || RetentionPeriod.years(rawValue) != nil
    else { return nil }
    self.rawValue = rawValue
  }

  private init(known rawValue: String) {
    self.rawValue = rawValue
  }

  /// So many years; nil unless 1 to 999.
  package init?(years: Int) {
    guard (1...999).contains(years) else { return nil }
    rawValue = "D\(years)"
  }

  /// Not yet decided.
  package static let unknown = RetentionPeriod(known: "")
  /// 永久.
  package static let permanent = RetentionPeriod(known: "Y")
  /// 30年.
  package static let d30 = RetentionPeriod(known: "D30")
  /// 10年.
  package static let d10 = RetentionPeriod(known: "D10")
  /// 长期, of the rules before 2006.
  package static let long = RetentionPeriod(known: "长期")
  /// 短期, of the rules before 2006.
  package static let short = RetentionPeriod(known: "短期")

  /// The years of a fixed term; nil for permanent, old and unknown ones.
  package var years: Int? { RetentionPeriod.years(rawValue) }

  /// Whether a period has been given.
  package var isKnown: Bool { !rawValue.isEmpty }
  /// Whether it is 永久.
  package var isPermanent: Bool { rawValue == "Y" }

  /// 永久, 30年, 长期; empty when unknown.
  package var label: String {
    if isPermanent { return "永久" }
    guard let years else { return rawValue }
    return "\(years)年"
  }

  private static func years(_ text: String) -> Int? {
    guard text.first == "D", (2...4).contains(text.utf8.count) else { return nil }
    let digits = text.utf8.dropFirst()
    guard digits.first != UInt8(ascii: "0") else { return nil }
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(text.dropFirst())
  }
}

extension RetentionPeriod: Comparable {
  package static func < (left: RetentionPeriod, right: RetentionPeriod) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch rawValue {
    case "": 0
    case "Y": 100_000
    case "长期": 305
    case "短期": 105
    default: (years ?? 0) * 10
    }
  }
}

extension RetentionPeriod: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let period = RetentionPeriod(rawValue: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is no retention period")
    }
    self = period
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
