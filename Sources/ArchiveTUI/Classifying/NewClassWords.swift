import ArchiveDomain
import ArchiveStore

/// The levels that a new class is asked for, by type and year, and what may stand in them.
struct NewClassWords: Sendable {
  /// Name of the field of the type; the others have the names of their levels.
  static let type = "type"

  private let schemes: [Scheme]
  private let orgs: [Org]
  private let types: [ArchiveType]

  init(_ archive: Archive) throws {
    let schemes = try archive.schemes()
    self.schemes = schemes
    orgs = try archive.orgs()
    types = archive.types.all.filter { type in schemes.contains { $0.type == type.id } }
  }

  /// The type of a name, an id, or both.
  func type(_ text: String) -> ArchiveType? {
    let text = text.trimmed
    return types.first { $0.name == text || $0.id == text || "\($0.name) \($0.id)" == text }
  }

  // MARK: Fields

  /// The fields for a branch of the tree: filled with what it says; of a whole class the last level
  /// is left open, as one more of its kind is meant.
  func fields(of start: Scope) -> [FormField] {
    let type = start.type.flatMap { id in types.first { $0.id == id } } ?? types.first
    let levels = levels(of: type, year: start.year ?? 0)
    var texts = Dictionary(
      uniqueKeysWithValues: levels.map { ($0.rawValue, text($0, of: start)) })
    if levels.allSatisfy({ texts[$0.rawValue]?.isEmpty == false }), let last = levels.last {
      texts[last.rawValue] = ""
    }
    texts[Self.type] = start.type == nil ? "" : type?.name ?? ""
    return fields(levels, texts)
  }

  /// The fields for what stands in the form; nil when they are the ones that it has.
  func fields(replacing form: Form) -> [FormField]? {
    guard let type = type(form.text(Self.type)) else { return nil }
    let levels = levels(of: type, year: Int(form.text(SchemeLevel.year.rawValue)) ?? 0)
    guard levels.map(\.rawValue) != form.fields.map(\.id).filter({ $0 != Self.type }) else {
      return nil
    }
    let texts = Dictionary(uniqueKeysWithValues: form.fields.map { ($0.id, $0.text) })
    return fields(levels, texts)
  }

  private func fields(_ levels: [SchemeLevel], _ texts: [String: String]) -> [FormField] {
    let type = FormField(
      Self.type, .field("type"), texts[Self.type] ?? "", width: 20, required: true)
    return [type]
      + levels.map { level in
        FormField(
          level.rawValue, .word("level", level.rawValue), texts[level.rawValue] ?? "", width: 20,
          required: true)
      }
  }

  /// The levels of the scheme in force, as the tree has them, then those that only the code shows.
  private func levels(of type: ArchiveType?, year: Year) -> [SchemeLevel] {
    let own = schemes.filter { $0.type == type?.id }
    let fitting = year == 0 ? own : own.filter { ($0.fromYear...$0.toYear).contains(year) }
    guard
      let scheme = (fitting.isEmpty ? own : fitting).max(by: {
        ($0.fromYear, $0.id) < ($1.fromYear, $1.id)
      })
    else { return SchemeLevels.standard.levels }
    let shown = (try? CodeTemplate(scheme.template))?.levels ?? []
    return scheme.levels.levels + shown.filter { !scheme.levels.contains($0) }
  }

  private func text(_ level: SchemeLevel, of scope: Scope) -> String {
    switch level {
    case .sub: scope.sub ?? ""
    case .project: scope.project ?? ""
    case .year: scope.year.flatMap { $0 > 0 ? String($0) : nil } ?? ""
    case .period: scope.period?.label ?? ""
    case .org: scope.orgID.flatMap { id in orgs.first { $0.id == id }?.name } ?? ""
    case .catalogue: scope.catalogueNo ?? ""
    }
  }

  // MARK: Values

  /// The facts that the form says; what it does not know of is left open.
  func facts(_ form: Form) -> SeriesFacts {
    func text(_ level: SchemeLevel) -> String { form.text(level.rawValue).trimmed }
    let year = Int(text(.year)) ?? 0
    let sub = type(form.text(Self.type)).flatMap { self.sub(text(.sub), of: $0)?.code }
    return SeriesFacts(
      sub: sub ?? text(.sub), year: year, period: PeriodText.read(text(.period)) ?? .unknown,
      orgID: org(text(.org), year)?.id, project: text(.project), catalogueNo: text(.catalogue))
  }

  /// 文书 2024 永久 办公室.
  func name(_ form: Form) -> String {
    form.fields.map { $0.text.trimmed }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func sub(_ text: String, of type: ArchiveType) -> SubClass? {
    type.subs.first { $0.code == text || $0.name == text }
  }

  private func org(_ text: String, _ year: Year) -> Org? {
    let named = orgs.filter { $0.name == text || $0.code == text }
    return named.first { $0.isValid(in: year) } ?? named.first
  }

  /// What is wrong with a text in one of these fields; nil when nothing is.
  func fault(_ field: String, _ text: String, of fields: [FormField]) -> Phrase? {
    let text = text.trimmed
    guard !text.isEmpty else { return nil }
    if field == Self.type { return type(text) == nil ? Phrase("form.bad.type") : nil }
    let own = fields.first { $0.id == Self.type }.flatMap { type($0.text) }
    switch SchemeLevel(rawValue: field) {
    case .year: return Int(text).map(Years.isAccepted) == true ? nil : Phrase("form.bad.year")
    case .period: return PeriodText.read(text) == nil ? Phrase("form.bad.period") : nil
    case .org: return org(text, 0) == nil ? Phrase("form.bad.org") : nil
    case .sub:
      guard let own, !own.subs.isEmpty else { return nil }
      return sub(text, of: own) == nil ? Phrase("new-class.no-such-sub") : nil
    default: return nil
    }
  }

  // MARK: Completion

  /// What a field may be completed with; empty for one that is only typed.
  func rows(for field: String, typed: String, in form: Form) -> [Form.Completion] {
    let type = type(form.text(Self.type))
    let all: [Form.Completion]
    switch SchemeLevel(rawValue: field) {
    case nil: all = types.map { Form.Completion(text: $0.name, note: $0.id) }
    case .sub: all = (type?.subs ?? []).map { Form.Completion(text: $0.name, note: $0.code) }
    case .period: all = periods(of: type).map { Form.Completion(text: $0.label) }
    case .org:
      let year = Int(form.text(SchemeLevel.year.rawValue)) ?? 0
      return orgs.filter { $0.isValid(in: year) && (typed.isEmpty || $0.fits(typed)) }
        .map { Form.Completion(text: $0.name, note: $0.code) }
    default: all = []
    }
    return all.filter { row in
      typed.isEmpty || row.note.lowercased().hasPrefix(typed.lowercased())
        || PinyinInitials.matches(query: typed, text: row.text)
    }
  }

  private func periods(of type: ArchiveType?) -> [RetentionPeriod] {
    type.flatMap { $0.periods.isEmpty ? nil : $0.periods } ?? [.permanent, .d30, .d10]
  }
}
