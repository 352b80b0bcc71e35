/// The rules of actions: one function dims the key and stops the write.
package enum Rules {
  /// Why an action cannot be done to a record; nil when it can.
  ///
  /// `reason` is what the person typed: nil before the question was put, when no rule asks for it.
  /// Source: our choice, DECISIONS: states and actions; DA/T 22—2015, 5.4 (numbers have no gap and
  /// are never given twice).
  package static func refusal(
    of action: Action, on facts: ItemFacts, reason: String? = nil
  ) -> Refusal? {
    let state = facts.item.state
    switch action {
    case .import, .create: return writing(facts)
    case .edit:
      if state.isGone { return .gone(state) }
      return writing(facts) ?? (state.isFixed ? missing(reason) : nil)
    case .classify: return classifying(facts)
    case .exclude: return unlessIn([.inbox, .classified], facts)
    case .readmit: return unlessIn([.excluded], facts)
    case .gather: return gathering(facts)
    case .append: return appending(facts)
    case .ungather: return leavingVolume(facts)
    case .reorder: return reordering(facts)
    case .arrange: return arranging(facts)
    case .unarrange:
      return unlessIn([.arranged], facts) ?? (facts.item.volumeID == nil ? nil : .inVolume)
    case .file: return filing(facts, reason)
    case .unfile: return unfiling(facts, reason)
    case .remove: return removing(facts)
    case .splitVolume, .joinVolumes: return dividing(facts, action)
    case .makeVolume: return making(facts)
    // Their writes come with later releases.
    case .adopt, .recode, .merge, .attach, .detach, .destroy, .receive: return .later
    case .resizeBox, .splitBox, .rebalance, .renumberBoxes, .`init`, .setting, .org, .scheme,
      .place, .stamp, .schedule, .print, .export, .fault, .undo, .explain, .view, .backup,
      .makeClass, .removeClass:
      return nil
    }
  }

  /// Why a box action cannot be done; nil when it can.
  ///
  /// 盒号 and what lies in a box are not in the code, but stand on printed lists, spines and end
  /// notes: a reason once something in it is filed.
  package static func refusal(
    of action: Action, on box: Box, holdsFiled: Bool, reason: String? = nil
  ) -> Refusal? {
    switch action {
    case .resizeBox where !(5...200).contains(box.mm): .boxTooThick(mm: box.mm)
    case .resizeBox, .splitBox, .rebalance, .renumberBoxes: holdsFiled ? missing(reason) : nil
    default: nil
    }
  }

  /// Why numbers of a filing that is taken back cannot be released; nil when they can.
  ///
  /// `shownBy` names what showed them outside since: a printing, an export, a loan, a transfer.
  /// Source: our choice, DECISIONS: numbers released or kept.
  package static func refusal(
    ofReleasing series: Series, shownBy: String?, laterFiling: Bool = false
  ) -> Refusal? {
    if series.stamp == .inked { return .stampInked }
    if laterFiling { return .laterEntries(1) }
    return shownBy.map { .numbersShown(by: $0) }
  }
}

extension Rules {
  /// Title and secrecy, for whatever writes a record.
  private static func writing(_ facts: ItemFacts) -> Refusal? {
    let item = facts.item
    if item.title.allSatisfy({ $0 == " " || $0 == "　" }) { return .noTitle }
    if item.secrecy.isSecret, !facts.isClassifiedMachine { return .secret }
    return nil
  }

  /// Whether a reason is wanted still: blanks are none; nil before the question was put.
  package static func missing(_ reason: String?) -> Refusal? {
    guard let reason else { return nil }
    return reason.allSatisfy(\.isWhitespace) ? .noReason : nil
  }

  /// Left us, filed, or in another state that does not fit.
  static func unlessIn(_ states: [ItemState], _ facts: ItemFacts) -> Refusal? {
    let state = facts.item.state
    if states.contains(state) { return nil }
    if state.isGone { return .gone(state) }
    if state == .filed { return .filed }
    return states == [.filed] ? .notFiled : .wrongState(state)
  }

  private static func removing(_ facts: ItemFacts) -> Refusal? {
    let drafts: [ItemState] = [.inbox, .excluded, .classified, .arranged]
    if let refusal = unlessIn(drafts, facts) { return refusal }
    if facts.pieces > 0 { return .referenced(by: String(facts.pieces)) }
    return facts.referencedBy.map { .referenced(by: $0) }
  }

  private static func classifying(_ facts: ItemFacts) -> Refusal? {
    if let refusal = unlessIn([.inbox, .classified, .arranged], facts) { return refusal }
    if facts.item.volumeID != nil { return .inVolume }
    guard let target = facts.target else { return nil }
    return refusal(ofClassifyingInto: target)
  }

  /// Why nothing can be classified into a class; nil when it can.
  package static func refusal(ofClassifyingInto target: ClassFacts) -> Refusal? {
    if target.missing.contains(.year) { return .yearUnknown }
    if target.missing.contains(.period) { return .noPeriod }
    if target.missing.contains(.org) { return .noOrg }
    if !target.missing.isEmpty { return .seriesIncomplete(missing: target.missing) }
    if !target.isPeriodAllowed { return .periodNotAllowed(target.period) }
    if !target.isOrgValid { return .orgNotValid(year: target.year) }
    return target.isYearClosed ? .yearClosed(target.year) : nil
  }

  private static func arranging(_ facts: ItemFacts) -> Refusal? {
    if let refusal = unlessIn([.classified], facts) { return refusal }
    if facts.own.unit == .volume, facts.item.level == .item { return .notInVolume }
    if let refusal = completeness(of: facts.own) { return refusal }
    if !facts.item.period.isKnown { return .noPeriod }
    let isOther = facts.own.period.isKnown && facts.own.period != facts.item.period
    return isOther ? .otherPeriod : nil
  }

  /// A class is numbered when its facts and the fonds's number are known.
  static func completeness(of own: ClassFacts) -> Refusal? {
    if !own.missing.isEmpty { return .seriesIncomplete(missing: own.missing) }
    return own.hasFondsNumber ? nil : .noFondsNumber
  }
}
