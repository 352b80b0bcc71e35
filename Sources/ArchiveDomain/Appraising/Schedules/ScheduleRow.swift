/// A row of a retention schedule: what, under which condition, how long.
///
/// Its body (all but code and day of retirement) is kept as JSON in `schedule_row.body`.
package struct ScheduleRow: Hashable, Sendable {
  /// What `basis` keeps: unique within the schedule, never changed.
  ///
  /// People read ``original``.
  package var code: String
  /// The number in the printed table where it differs from the code; empty: the table has none.
  package var original: String?
  /// False where the number could not be compared with the printed table.
  package var isOriginalChecked: Bool
  /// `第4条(一)` for what stands in an article and not in the table.
  package var article: String?
  /// The code of the row above it.
  package var parent: String?
  /// The heading it stands under, for people: `本机关业务`.
  package var category: String
  /// Its text without number.
  package var item: String
  package var period: SchedulePeriod
  /// Whose papers it is about; empty: any.
  package var directions: [Direction]
  /// 主办, 重要业务, 有效期20年（含）以上; empty: none.
  package var condition: String
  /// Words of the trade that speak for the row.
  package var words: [String]
  package var sure: Sureness
  package var note: String
  /// Since when it takes no new papers; papers under it stay.
  package var retiredOn: CalendarDate?

  package init(
    code: String, item: String, period: SchedulePeriod = .none, parent: String? = nil,
    original: String? = nil
  ) {
    self.code = code
    self.original = original
    isOriginalChecked = true
    self.parent = parent
    category = ""
    self.item = item
    self.period = period
    directions = []
    condition = ""
    words = []
    sure = .own
    note = ""
  }

  /// The number people find in the printed table; empty when it has none.
  package var number: String { original ?? code }

  /// Whether it is cited with （原号未核）.
  package var isDoubtful: Bool { !isOriginalChecked || sure == .recalled }

  /// Whether it is a heading: its rows say how long.
  package var isHeading: Bool { period == .none }
}

extension ScheduleRow: Codable {
  /// The keys of a schedule file's row and of `schedule_row.body`.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case code, original, article, parent, category, item, period, direction, conditions, words
    case sure, note
    case isOriginalChecked = "checked"
  }

  package init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      code: try row.decodeIfPresent(String.self, forKey: .code) ?? "",
      item: try row.decode(String.self, forKey: .item),
      period: try row.decodeIfPresent(SchedulePeriod.self, forKey: .period) ?? .none,
      parent: try row.decodeIfPresent(String.self, forKey: .parent),
      original: try row.decodeIfPresent(String.self, forKey: .original))
    isOriginalChecked = try row.decodeIfPresent(Bool.self, forKey: .isOriginalChecked) ?? true
    article = try row.decodeIfPresent(String.self, forKey: .article)
    category = try row.decodeIfPresent(String.self, forKey: .category) ?? ""
    condition = try row.decodeIfPresent(String.self, forKey: .conditions) ?? ""
    words = try row.decodeIfPresent([String].self, forKey: .words) ?? []
    sure = try row.decodeIfPresent(Sureness.self, forKey: .sure) ?? .own
    note = try row.decodeIfPresent(String.self, forKey: .note) ?? ""
    directions = try ScheduleRow.directions(in: row)
  }

  package func encode(to encoder: any Encoder) throws {
    var row = encoder.container(keyedBy: CodingKeys.self)
    try row.encode(item, forKey: .item)
    try row.encode(period, forKey: .period)
    try row.encodeIfPresent(original, forKey: .original)
    try row.encodeIfPresent(article, forKey: .article)
    try row.encodeIfPresent(parent, forKey: .parent)
    if !isOriginalChecked { try row.encode(false, forKey: .isOriginalChecked) }
    if !category.isEmpty { try row.encode(category, forKey: .category) }
    if !directions.isEmpty { try row.encode(directionText, forKey: .direction) }
    if !condition.isEmpty { try row.encode(condition, forKey: .conditions) }
    if !words.isEmpty { try row.encode(words, forKey: .words) }
    if sure != .own { try row.encode(sure, forKey: .sure) }
    if !note.isEmpty { try row.encode(note, forKey: .note) }
  }

  /// 本级/上级; empty for any.
  package var directionText: String { directions.map(\.name).joined(separator: "/") }

  private static func directions(
    in row: KeyedDecodingContainer<CodingKeys>
  ) throws -> [Direction] {
    let text = try row.decodeIfPresent(String.self, forKey: .direction) ?? ""
    return try text.split(separator: "/").map { name in
      guard let direction = Direction.allCases.first(where: { $0.name == name }) else {
        throw DecodingError.dataCorruptedError(
          forKey: .direction, in: row, debugDescription: "\(name) is no direction")
      }
      return direction
    }
  }
}
