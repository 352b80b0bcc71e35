extension Rules {
  /// Why an action on a whole class cannot be done; nil when it can.
  ///
  /// `classify` moves what has no number yet to another class.
  /// Source: our choice, DECISIONS: classes made ahead.
  package static func refusal(of action: Action, on own: ClassFacts) -> Refusal? {
    switch action {
    case .stamp: own.hasNumbers ? nil : .nothingSelected
    case .arrange: completeness(of: own)
    case .classify: moving(own)
    case .makeClass: refusal(ofClassifyingInto: own) ?? (own.contents.isShown ? .classExists : nil)
    case .removeClass: removing(own)
    default: nil
    }
  }

  private static func moving(_ own: ClassFacts) -> Refusal? {
    if own.contents.unnumbered > 0 { return nil }
    return own.hasNumbers ? .numbersIssued : .nothingUnnumbered
  }

  /// A class that ever gave a number stays: the number lies on paper.
  private static func removing(_ own: ClassFacts) -> Refusal? {
    if own.contents.records > 0 { return .classHolds(own.contents.records) }
    if own.contents.boxes > 0 { return .classHasBoxes(own.contents.boxes) }
    return own.hasNumbers ? .numbersIssued : nil
  }
}
