/// The sequence in which the boxes 盒号 of a scheme are counted.
package enum BoxRun: String, Codable, CaseIterable, Sendable {
  // Stored.
  /// One sequence a type and year (or project): the default.
  case typeYear = "type-year"
  /// One sequence a type.
  case type
  /// One sequence a series.
  case series
}

/// How pages are counted within a volume.
package enum PageCounting: String, Codable, CaseIterable, Sendable {
  // Stored.
  /// Each piece begins at 1.
  case piece
  /// The numbers run through the volume.
  case continuous
}

/// What papers of one class are ordered by.
package enum OrderKey: String, Codable, CaseIterable, Sendable {
  // Stored.
  case matter
  case date
  case importance
  case docNo = "doc_no"
  case title
}

/// Which year the papers of a project lasting several years belong to.
///
/// Source: DA/T 22—2015, 5.2 (unverified): one for all, by the archives' choice.
package enum ProjectYearRule: String, Codable, CaseIterable, Sendable {
  // Stored.
  /// The year in which the project ended.
  case end
  /// The year of each paper.
  case paper
}

/// Where a retention span begins.
package enum RetentionStart: String, Codable, CaseIterable, Sendable {
  // Stored.
  /// 1 January of the year after the one the records belong to.
  case year
  /// 1 January after the end of the accounting year.
  case accountingYear = "accounting-year"
  /// When the thing described is disposed of; only a person can say.
  case disposal
  /// The day after the project was completed.
  case completion
  /// The day after the paper itself.
  case date
}

/// The choices of a scheme, kept as JSON; what is absent has its default.
package struct SchemeRules: Hashable, Sendable {
  package var boxRun: BoxRun
  /// The thicknesses of boxes the office has, mm; empty for those of the office's setting.
  package var boxMM: [Int]
  /// Volumes a box; nil when boxes are filled by thickness.
  package var perBox: Int?
  package var pages: PageCounting
  package var order: [OrderKey]
  package var yearOfProject: ProjectYearRule
  /// Where periods begin; nil: as the type says.
  package var start: RetentionStart?
  /// What periods are written as in the codes of an old scheme, such as `C` for 长期.
  package var periodCodes: [String: RetentionPeriod]

  package init(
    boxRun: BoxRun = .typeYear, boxMM: [Int] = [], perBox: Int? = nil,
    pages: PageCounting = .piece, order: [OrderKey] = SchemeRules.standardOrder,
    yearOfProject: ProjectYearRule = .end, start: RetentionStart? = nil,
    periodCodes: [String: RetentionPeriod] = [:]
  ) {
    self.boxRun = boxRun
    self.boxMM = boxMM
    self.perBox = perBox
    self.pages = pages
    self.order = order
    self.yearOfProject = yearOfProject
    self.start = start
    self.periodCodes = periodCodes
  }

  /// 时间结合事由: matters by their earliest date, then date and number.
  ///
  /// Source: DA/T 22—2015, 5.3.
  package static let standardOrder: [OrderKey] = [.matter, .date, .docNo]
}

extension SchemeRules: Codable {
  enum CodingKeys: String, CodingKey {
    // Stored.
    case boxRun = "box_run"
    case boxMM = "box_mm"
    case perBox = "per_box"
    case pages, order
    case yearOfProject = "year_of_project"
    case start
    case periodCodes = "period_codes"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    boxRun = try container.decodeIfPresent(BoxRun.self, forKey: .boxRun) ?? .typeYear
    boxMM = try container.decodeIfPresent([Int].self, forKey: .boxMM) ?? []
    perBox = try container.decodeIfPresent(Int.self, forKey: .perBox)
    pages = try container.decodeIfPresent(PageCounting.self, forKey: .pages) ?? .piece
    order =
      try container.decodeIfPresent([OrderKey].self, forKey: .order)
      ?? SchemeRules.standardOrder
    yearOfProject =
      try container.decodeIfPresent(ProjectYearRule.self, forKey: .yearOfProject) ?? .end
    start = try container.decodeIfPresent(RetentionStart.self, forKey: .start)
    periodCodes =
      try container.decodeIfPresent([String: RetentionPeriod].self, forKey: .periodCodes) ?? [:]
  }

  /// Writes only what differs from the default.
  package func encode(to encoder: any Encoder) throws {
    let standard = SchemeRules()
    var container = encoder.container(keyedBy: CodingKeys.self)
    if boxRun != standard.boxRun { try container.encode(boxRun, forKey: .boxRun) }
    if boxMM != standard.boxMM { try container.encode(boxMM, forKey: .boxMM) }
    try container.encodeIfPresent(perBox, forKey: .perBox)
    if pages != standard.pages { try container.encode(pages, forKey: .pages) }
    if order != standard.order { try container.encode(order, forKey: .order) }
    if yearOfProject != standard.yearOfProject {
      try container.encode(yearOfProject, forKey: .yearOfProject)
    }
    try container.encodeIfPresent(start, forKey: .start)
    if periodCodes != standard.periodCodes {
      try container.encode(periodCodes, forKey: .periodCodes)
    }
  }
}
