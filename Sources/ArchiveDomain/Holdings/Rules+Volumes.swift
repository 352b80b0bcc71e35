extension Rules {
  /// A classified piece into a volume of its class and period that is not filed.
  static func gathering(_ facts: ItemFacts) -> Refusal? {
    if let refusal = entering(facts) { return refusal }
    guard let volume = facts.volume else { return nil }
    if volume.state.isGone { return .gone(volume.state) }
    if volume.state.isFixed { return .volumeFiled }
    return fitting(facts, volume)
  }

  /// 插卷: a classified piece at the end of a volume, filed or not.
  static func appending(_ facts: ItemFacts) -> Refusal? {
    if let refusal = entering(facts) { return refusal }
    guard let volume = facts.volume else { return nil }
    if volume.state.isGone { return .gone(volume.state) }
    return fitting(facts, volume)
  }

  private static func entering(_ facts: ItemFacts) -> Refusal? {
    if facts.item.level == .volume { return .notAPiece }
    if facts.item.volumeID != nil { return .inVolume }
    return unlessIn([.classified], facts)
  }

  private static func fitting(_ facts: ItemFacts, _ volume: Item) -> Refusal? {
    if volume.level != .volume { return .notAVolume }
    if facts.item.seriesID != volume.seriesID { return .otherSeries }
    return facts.item.period == volume.period ? nil : .otherPeriod
  }

  static func leavingVolume(_ facts: ItemFacts) -> Refusal? {
    if facts.item.state.isGone { return .gone(facts.item.state) }
    if facts.item.volumeID == nil { return .notInVolume }
    if facts.item.state.isFixed || facts.volume?.state.isFixed == true { return .volumeFiled }
    return nil
  }

  static func reordering(_ facts: ItemFacts) -> Refusal? {
    if facts.item.state.isGone { return .gone(facts.item.state) }
    guard facts.item.level == .volume || facts.item.volumeID != nil else { return .notInVolume }
    let isFiled = facts.item.state.isFixed || facts.volume?.state.isFixed == true
    return isFiled ? .volumeFiled : nil
  }

  /// Splitting a volume in two, or joining it with another (`facts.volume`).
  static func dividing(_ facts: ItemFacts, _ action: Action) -> Refusal? {
    if facts.item.level != .volume { return .notAVolume }
    if facts.item.state.isGone { return .gone(facts.item.state) }
    if facts.item.state.isFixed { return .volumeFiled }
    guard action == .joinVolumes, let other = facts.volume else { return nil }
    if other.state.isFixed { return .volumeFiled }
    return fitting(facts, other)
  }

  /// Making a volume of this piece (with others of its class).
  static func making(_ facts: ItemFacts) -> Refusal? {
    if let refusal = entering(facts) { return refusal }
    return refusal(ofClassifyingInto: facts.own)
  }
}
