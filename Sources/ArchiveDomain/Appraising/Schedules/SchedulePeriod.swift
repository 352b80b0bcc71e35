/// How long a row of a schedule keeps its records.
package enum SchedulePeriod: Hashable, Sendable {
  /// A heading: the periods stand in the rows below it.
  case none
  case one(RetentionPeriod)
  /// The table leaves the choice: a question to the person. Two or more, in the table's order.
  case choice([RetentionPeriod])
  /// 不归档.
  case notFiled
  /// So long after an event that must be told: 报废清理 + 5 years.
  case after(event: String, RetentionPeriod)

  /// 永久, 30年, 永久或30年, 长期, 不归档, 报废清理后5年; empty for a heading.
  package var label: String {
    switch self {
    case .none: ""
    case .one(let period): period.label
    case .choice(let periods): periods.map(\.label).joined(separator: "或")
    case .notFiled: SchedulePeriod.notFiledLabel
    case .after(let event, let period): "\(event)后\(period.label)"
    }
  }

  /// Reads a label back; nil when it is none.
  package init?(label: String) {
    if label.isEmpty {
      self = .none
    } else if label == SchedulePeriod.notFiledLabel {
      self = .notFiled
    } else if let period = SchedulePeriod.period(label) {
      self = .one(period)
    } else if let cut = label.lastIndex(of: "后"), cut != label.startIndex,
      let period = SchedulePeriod.period(label[label.index(after: cut)...])
    {
      self = .after(event: String(label[..<cut]), period)
    } else {
      let periods = label.split(separator: "或", omittingEmptySubsequences: false)
        .map { SchedulePeriod.period($0) }
      let known = periods.compactMap(\.self)
      guard known.count > 1, known.count == periods.count else { return nil }
      self = .choice(known)
    }
  }

  /// The periods that a paper under the row may get: none for a heading and 不归档.
  package var options: [RetentionPeriod] {
    switch self {
    case .none, .notFiled: []
    case .one(let period), .after(_, let period): [period]
    case .choice(let periods): periods
    }
  }

  /// The word for what is not kept.
  package static let notFiledLabel = "不归档"

  private static func period(_ text: some StringProtocol) -> RetentionPeriod? {
    if text == "永久" { return .permanent }
    if text.hasSuffix("年"), let years = Int(text.dropLast()) {
      return RetentionPeriod(years: years)
    }
    return text == "长期" || text == "短期" ? RetentionPeriod(rawValue: String(text)) : nil
  }
}

extension SchedulePeriod: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let period = SchedulePeriod(label: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is no period of a schedule")
    }
    self = period
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(label)
  }
}
