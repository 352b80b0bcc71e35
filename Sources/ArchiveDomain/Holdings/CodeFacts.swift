/// The facts of a series as its reference code spells them; empty and 0 are unknown.
package struct CodeFacts: Hashable, Sendable {
  package var fonds: String
  /// The id of the archive type, such as `KJ·JJ`.
  package var type: String
  /// Further sub-classes joined by `·`.
  package var sub: String
  package var catalogueNo: String
  package var project: String
  package var year: Year
  package var period: RetentionPeriod
  /// The code of the department or matter.
  package var org: String
  /// What an old scheme writes for a period, such as `C` for 长期.
  package var periodCodes: [String: RetentionPeriod]

  package init(
    fonds: String, type: String, series: SeriesFacts, org: String,
    periodCodes: [String: RetentionPeriod] = [:]
  ) {
    self.fonds = fonds
    self.type = type
    self.org = org
    self.periodCodes = periodCodes
    sub = series.sub
    catalogueNo = series.catalogueNo
    project = series.project
    year = series.year
    period = series.period
  }

  /// How a component is spelt; empty when the fact is unknown.
  func value(of component: CodeTemplate.Component, width: Int) -> String {
    switch component {
    case .fonds: fonds
    case .type: type
    case .sub: sub
    case .project: project
    case .year: year == 0 ? "" : String(year)
    case .period: periodText
    case .org: org
    case .catalogue: Int(catalogueNo).map { CodeTemplate.padded($0, to: width) } ?? catalogueNo
    case .volume, .item, .page: ""
    }
  }

  private var periodText: String {
    periodCodes.filter { $0.value == period }.map(\.key).min() ?? period.rawValue
  }

  /// The sequence in which the boxes of the series count.
  ///
  /// By type and year: `fonds-type[·sub]·(project or year)`, such as `J036-WS·2021`.
  package func boxRun(by rule: BoxRun, prefix: String) -> String {
    switch rule {
    case .series: return prefix
    case .type: return "\(fonds)-\(type)"
    case .typeYear:
      let last = project.isEmpty ? value(of: .year, width: 0) : project
      return "\(fonds)-" + [type, sub, last].filter { !$0.isEmpty }.joined(separator: "·")
    }
  }
}
