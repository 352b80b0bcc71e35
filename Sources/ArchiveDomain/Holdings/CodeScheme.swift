/// What a scheme tells the reader of codes.
package struct CodeScheme: Hashable, Sendable {
  /// The id of the archive type, such as `KJ·JJ`.
  package var type: String
  package var template: CodeTemplate
  package var years: ClosedRange<Year>
  /// The codes of the departments or matters; empty when not known.
  package var orgs: Set<String>
  /// What an old scheme writes for a period, such as `C` for 长期.
  package var periodCodes: [String: RetentionPeriod]

  package init(
    type: String, template: CodeTemplate, years: ClosedRange<Year> = 0...9999,
    orgs: Set<String> = [], periodCodes: [String: RetentionPeriod] = [:]
  ) {
    self.type = type
    self.template = template
    self.years = years
    self.orgs = orgs
    self.periodCodes = periodCodes
  }

  /// Throws `.badTemplate` when the scheme's template cannot be read.
  package init(_ scheme: Scheme, orgs: [Org]) throws(Refusal) {
    self.init(
      type: scheme.type, template: try CodeTemplate(scheme.template),
      years: scheme.fromYear...max(scheme.fromYear, scheme.toYear), orgs: Set(orgs.map(\.code)),
      periodCodes: scheme.rules.periodCodes)
  }

  var typeWords: [String] { type.split(separator: "·").map(String.init) }
}
