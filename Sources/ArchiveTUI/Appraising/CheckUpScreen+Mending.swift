import ArchiveDomain
import ArchiveStore
import TerminalKit

extension CheckUpScreen {
  /// What Enter does: goes where the fault is mended, or lets a person choose.
  func mend(_ finding: LintFinding) -> Next {
    switch finding.mend {
    case .field(let key): .visit(form(finding, field(key)))
    case .parts: .visit(form(finding, RecordFields.parts))
    case .period: choosePeriod(finding, of: records.prefix(1).map(\.item), choices)
    case .compare where finding.check == .pairPeriods:
      choosePeriod(finding, of: records.map(\.item), records.map(\.item.period))
    case .compare: openAll(finding)
    case .move: move(finding)
    case .number: .visit(numbers(finding))
    case .volume: .visit(finding.items.last.map(Destination.volume) ?? numbers(finding))
    }
  }

  private func form(_ finding: LintFinding, _ field: String?) -> Destination {
    finding.items.first.map { .form($0, field: field) } ?? numbers(finding)
  }

  /// The field of the form; a type's own fields have names of their own there.
  private func field(_ key: String) -> String {
    RecordField(rawValue: key) == nil ? RecordFields.own(key) : key
  }

  /// Where numbers are given; what is filed is only looked at.
  private func numbers(_ finding: LintFinding) -> Destination {
    let scope = Scope.series(finding.seriesID)
    let isOpen = records.contains { $0.item.state == .arranged }
    return isOpen ? .boxing(scope) : .arrange(scope, record: finding.items.first)
  }

  private func move(_ finding: LintFinding) -> Next {
    if let refusal = refusal(for: records.map(\.item)) { return openAll(finding, saying: refusal) }
    return .visit(.bulk(finding.items))
  }

  /// Opens the forms of all its records, the first on top.
  private func openAll(_ finding: LintFinding, saying refusal: Refusal? = nil) -> Next {
    let forms = finding.items.reversed().map { Next.visit(.form($0, field: nil)) }
    return .several(forms + (refusal.map { [.refuse($0)] } ?? []))
  }

  /// Why the class of one of them cannot be said anew: it was filed, or left us.
  private func refusal(for items: [Item]) -> Refusal? {
    items.lazy.compactMap { Rules.refusal(of: .classify, on: ItemFacts($0)) }.first
  }

  // MARK: Periods

  /// One period for the record, or for both of a pair; none is proposed, a person says it.
  private func choosePeriod(
    _ finding: LintFinding, of items: [Item], _ periods: [RetentionPeriod]
  ) -> Next {
    let offered = Set(periods).sorted(by: >)
    if let refusal = refusal(for: items) { return openAll(finding, saying: refusal) }
    var field = FormField("period", Phrase("field.retention"), width: 8, required: true)
    field.choices = offered.map {
      FormField.Choice(value: $0.rawValue, label: .text($0.label), keys: Self.keys($0))
    }
    let titles = items.map { Phrase.text("\($0.period.label)  \($0.title)") }
    return .open(
      FormDialog(
        title: LintWords.name(finding.check),
        lines: titles + [LintWords.clause(finding.check)], form: Form([field]),
        agree: Phrase("check-up.set")
      ) { form, archive in
        guard let period = RetentionPeriod(rawValue: form.text("period")) else { return .stay }
        return try Self.set(period, of: items.filter { $0.period != period }.map(\.id), archive)
      })
  }

  /// 9 for 永久, else the first digit of the years.
  private static func keys(_ period: RetentionPeriod) -> [Character] {
    period.isPermanent ? ["9"] : period.label.first.map { [$0] } ?? []
  }

  private static func set(
    _ period: RetentionPeriod, of ids: [ItemID], _ archive: Archive
  ) throws -> Next {
    guard !ids.isEmpty else { return .refuse(Phrase("check-up.as-it-was")) }
    var change = FactChange(period: period, basis: HandBasis.oneByOne)
    change.isOverwriting = true
    let done = try archive.classify(ids, change)
    if let refusal = done.refused.values.first { return .refuse(refusal) }
    return .done(
      Phrase(
        done.gaveUpNumbers > 0 ? "check-up.set-done-renumber" : "check-up.set-done",
        ["period": .text(period.label), "n": .number(done.changed)]))
  }
}
