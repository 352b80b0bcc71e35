import ArchiveDomain
import ArchiveStore

/// What verbs mean in the zones of 整理, or why they cannot.
extension ArrangeScreen {
  func meaningInTree(_ verb: Verb) -> Meaning? {
    switch verb {
    case .onward: meaningOfNextStep
    case .view:
      tree.rows.isEmpty ? .refused(Phrase("arrange.empty")) : .does(Phrase("arrange.subtotal"))
    case .move: meaningOfClass(.classify, Phrase("arrange.move-class"))
    case .new: .does(Phrase("arrange.new-class"))
    case .delete: meaningOfClass(.removeClass, Phrase("arrange.remove-class"))
    case .edit:
      classes.count == 1
        ? .does(Phrase("arrange.name-and-stamp")) : .refused(Phrase("arrange.one-class"))
    case .stamp: meaningOfClass
    case .back: .does
    default: meaningOfScope(verb)
    }
  }

  private var meaningOfNextStep: Meaning {
    switch nextStep {
    case .done: .refused(Phrase("arrange.nothing-left"))
    case .empty: .refused(Phrase("arrange.class-empty"))
    case .triage, .boxing, .filing: .does(nextStep.phrase)
    }
  }

  /// What is done to the class itself, by the rule that the store asks too.
  private func meaningOfClass(_ action: Action, _ label: Phrase) -> Meaning {
    guard classes.count == 1, let series = classes.first?.series else {
      return .refused(Phrase("arrange.one-class"))
    }
    var own = ClassFacts(year: series.year, period: series.period)
    own.hasNumbers = series.issued > 0
    own.contents = contents
    return Rules.refusal(of: action, on: own).map { .refused(Phrase($0)) } ?? .does(label)
  }

  func remedy(of verb: Verb) -> Remedy? {
    guard verb == .bind, counts.inbox > 0, !desk.isReadOnly else { return nil }
    return Remedy(label: Phrase("arrange.go-classify"), destination: .triage(scope, start: nil))
  }

  var meaningOfClass: Meaning {
    classes.count == 1 ? .does(Verb.stamp.name) : .refused(Phrase("arrange.one-class"))
  }

  /// Verbs that are about the class or the branch, in each zone.
  func meaningOfScope(_ verb: Verb) -> Meaning? {
    switch verb {
    case .retention: counts.inbox > 0 ? .does : .refused(Phrase("arrange.all-have-periods"))
    case .bind:
      counts.inbox > 0
        ? .refused(Phrase("arrange.not-yet", ["what": waiting.words()]))
        : counts.classified > 0 ? .does : .refused(Phrase("arrange.nothing-to-number"))
    case .file: counts.arranged > 0 ? .does : .refused(Phrase("arrange.nothing-to-file"))
    case .stamp: meaningOfClass
    case .new, .checkUp: .does
    case .export: list.isEmpty ? .refused(Phrase("arrange.empty")) : .does
    default: nil
    }
  }

  func meaningInList(_ verb: Verb) -> Meaning? {
    guard !list.isEmpty else { return verb == .back ? .does : meaningOfScope(verb) }
    switch verb {
    case .onward, .edit, .mark, .markAll, .extend, .back: return .does
    case .view: return .refused(Phrase("arrange.no-original"))
    case .move: return refusal(of: .classify)
    case .delete: return refusal(of: .remove)
    case .exclude: return refusal(of: .exclude)
    case .readmit: return refusal(of: .readmit)
    case .unfile:
      return list.targets.contains { $0.item.state == .filed } ? .does : .refused(.notFiled)
    case .copy: return .does
    case .nextFault: return faults > 0 ? .does : .refused(Phrase("arrange.no-fault"))
    case .history: return .does
    default: return meaningOfScope(verb)
    }
  }

  /// Lit when the rule allows it for at least one of the records meant.
  func refusal(of action: Action) -> Meaning {
    var first: Refusal?
    for row in list.targets {
      guard let refusal = Rules.refusal(of: action, on: ItemFacts(row.item)) else { return .does }
      first = first ?? refusal
    }
    return first.map { .refused(Phrase($0)) } ?? .refused(Phrase(.nothingSelected))
  }
}
