extension ReferenceCode {
  /// What a code is compared with.
  package struct Context: Hashable, Sendable {
    /// The number of the library's fonds.
    package var fonds: String
    /// The schemes in force; their types are the enabled ones.
    package var schemes: [CodeScheme]
    /// The year the item belongs to; 0 when unknown.
    package var year: Year
    /// The period that holds for the item now.
    package var period: RetentionPeriod
    /// Whether an appraisal changed the period after filing.
    package var isExtended: Bool

    package init(
      fonds: String, schemes: [CodeScheme], year: Year, period: RetentionPeriod,
      isExtended: Bool = false
    ) {
      self.fonds = fonds
      self.schemes = schemes
      self.year = year
      self.period = period
      self.isExtended = isExtended
    }
  }

  /// What is wrong or worth saying, the worst first; empty when the code agrees.
  package func lint(_ context: Context) -> [CodeFault] {
    let own = context.schemes.filter { covers($0) }
    let faults = factFaults(context, isEnabled: !own.isEmpty) + formFaults(own)
    return faults.filter { $0.severity == .error } + faults.filter { $0.severity != .error }
  }

  private func covers(_ scheme: CodeScheme) -> Bool {
    let words = scheme.typeWords
    return type.isEmpty || [type] + sub.prefix(words.count - 1) == words
  }

  private func factFaults(_ context: Context, isEnabled: Bool) -> [CodeFault] {
    var faults: [CodeFault] = []
    if !isEnabled { faults.append(.typeNotEnabled(([type] + sub).joined(separator: "·"))) }
    if fonds != CodeText.normalised(context.fonds) {
      faults.append(.fondsDiffers(code: fonds, own: context.fonds))
    }
    if year != 0, context.year != 0, year != context.year {
      faults.append(.yearDiffers(code: year, item: context.year))
    }
    if period.isKnown, context.period.isKnown, period != context.period {
      faults.append(
        context.isExtended
          ? .periodExtended(code: period, item: context.period)
          : .periodDiffers(code: period, item: context.period))
    }
    return faults
  }

  private func formFaults(_ schemes: [CodeScheme]) -> [CodeFault] {
    var faults: [CodeFault] = []
    let orgs = schemes.reduce(into: Set<String>()) { $0.formUnion($1.orgs) }
    if !org.isEmpty, !orgs.isEmpty, !orgs.contains(org) { faults.append(.orgUnknown(org)) }
    if !isUsualFonds { faults.append(.fondsUnusual(fonds)) }
    if isMixed { faults.append(.spellingsMixed) }
    guard let template = schemes.first?.template else { return faults }
    for slot in slots where slot.component.isNumber {
      let wanted = template.slots.first { $0.component == slot.component }?.width ?? 0
      let digits = String(number(of: slot.component)).count
      if wanted > 0, slot.width != max(wanted, digits) {
        faults.append(.widthDiffers(written: slot.width, template: wanted))
      }
    }
    return faults
  }

  private func number(of component: CodeTemplate.Component) -> Int {
    component == .volume ? volume ?? 0 : leaf?.number ?? 0
  }

  /// A letter and three digits, or four digits.
  private var isUsualFonds: Bool {
    let digits = fonds.first?.isLetter == true ? fonds.dropFirst() : fonds[...]
    let isAll = digits.allSatisfy { ("0"..."9").contains($0) }
    return fonds.count == 4 && isAll
  }
}
