/// What is wrong with a reference code, or worth saying of it.
///
/// Source: our choice after DA/T 13—2022; the levels are those of the reference, 3.7.
package enum CodeFault: Error, Hashable, Sendable {
  /// How bad a fault of a code is.
  package enum Severity: String, Sendable {
    case error, warning, note
  }

  // The text cannot be taken to its parts.
  case empty
  /// The parts do not fit the type's template (its text) or the general form (empty).
  case doesNotFit(template: String)
  case year(String)
  case period(String)
  /// A number of zero, or none.
  case number(String)
  // The parts do not agree with the library or the item.
  case typeNotEnabled(String)
  case fondsDiffers(code: String, own: String)
  case yearDiffers(code: Year, item: Year)
  case periodDiffers(code: RetentionPeriod, item: RetentionPeriod)
  /// The period was changed after filing, by appraisal; the code stays.
  case periodExtended(code: RetentionPeriod, item: RetentionPeriod)
  case orgUnknown(String)
  case fondsUnusual(String)
  case widthDiffers(written: Int, template: Int)
  case spellingsMixed

  /// How bad this one is.
  package var severity: Severity {
    switch self {
    case .empty, .doesNotFit, .year, .period, .number, .typeNotEnabled, .fondsDiffers,
      .yearDiffers, .periodDiffers:
      .error
    case .orgUnknown, .fondsUnusual, .widthDiffers, .spellingsMixed: .warning
    case .periodExtended: .note
    }
  }

  /// The name under which the language files keep its sentence.
  // Stored.
  /// The phrase that says it, in data/languages.
  package var key: String {
    switch self {
    case .empty: "empty"
    case .doesNotFit: "does-not-fit"
    case .year: "year"
    case .period: "period"
    case .number: "number"
    case .typeNotEnabled: "type-not-enabled"
    case .fondsDiffers: "fonds-differs"
    case .yearDiffers: "year-differs"
    case .periodDiffers: "period-differs"
    case .periodExtended: "period-extended"
    case .orgUnknown: "org-unknown"
    case .fondsUnusual: "fonds-unusual"
    case .widthDiffers: "width-differs"
    case .spellingsMixed: "spellings-mixed"
    }
  }

  /// What the sentence tells, in order.
  package var arguments: [String] {
    switch self {
    case .empty, .spellingsMixed: []
    case .doesNotFit(let text), .year(let text), .period(let text), .number(let text),
      .typeNotEnabled(let text), .orgUnknown(let text), .fondsUnusual(let text):
      [text]
    case .fondsDiffers(let code, let own): [code, own]
    case .yearDiffers(let code, let item): [String(code), String(item)]
    case .periodDiffers(let code, let item), .periodExtended(let code, let item):
      [code.label, item.label]
    case .widthDiffers(let written, let template): [String(written), String(template)]
    }
  }
}
