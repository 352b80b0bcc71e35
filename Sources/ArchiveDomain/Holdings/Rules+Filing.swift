extension Rules {
  /// What a record itself lacks for filing, in the order in which it is told.
  ///
  /// The sub-class is that of its series; nil when not at hand, and then not looked at.
  /// Source: DA/T 18—2022, elements marked 必著; Law on Guarding State Secrets (years of secrecy).
  package static func filingRefusals(
    of item: Item, type: ArchiveType, sub: String? = nil
  ) -> [Refusal] {
    var refusals: [Refusal] = []
    if item.title.allSatisfy(\.isWhitespace) { refusals.append(.noTitle) }
    if !item.period.isKnown {
      refusals.append(.noPeriod)
    } else if let sub, !type.allows(item.period, sub: sub) {
      refusals.append(.periodNotAllowed(item.period))
    }
    refusals += RequiredFields.missing(in: item, of: type)
      .filter { $0 != "title" && $0 != "retention" }.map { .missing(field: $0) }
    if item.secrecy.isSecret, item.secretYears == nil { refusals.append(.secrecyWithoutYears) }
    return refusals
  }

  static func filing(_ facts: ItemFacts, _ reason: String?) -> Refusal? {
    if let refusal = unlessIn([.arranged], facts) { return refusal }
    if facts.item.volumeID != nil { return .inVolume }
    if let refusal = completeness(of: facts.own) { return refusal }
    if let type = facts.type {
      if let refusal = filingRefusals(of: facts.item, type: type).first { return refusal }
      let isPaper = facts.item.isPaper && !facts.item.isPlaceholder
      let needsBox = type.isBoxed(sub: facts.own.sub) && isPaper
      if needsBox, facts.item.boxID == nil { return .unboxed }
    }
    return facts.own.isYearClosed ? missing(reason) : nil
  }

  /// 退回整理: with a reason; not what is lent, under appraisal or in a transfer.
  static func unfiling(_ facts: ItemFacts, _ reason: String?) -> Refusal? {
    if let refusal = unlessFiled(facts) { return refusal }
    if facts.item.volumeID != nil { return .inVolume }
    let standing = Blocks.refusing(facts.item.marks.union(facts.kinMarks), .unfile)
    return standing.isEmpty ? missing(reason) : .blocked(by: standing)
  }

  private static func unlessFiled(_ facts: ItemFacts) -> Refusal? {
    let state = facts.item.state
    if state.isGone { return .gone(state) }
    return state == .filed ? nil : .notFiled
  }
}
