import ArchiveDomain
import ArchiveStore

/// What verbs mean in the zones of 整理, or why they cannot.
extension ArrangeScreen {
  func meaningInTree(_ verb: Verb) -> Meaning? {
    switch verb {
    case .onward:
      nextStep == .done ? .refused(Phrase("arrange.nothing-left")) : .does(nextStep.phrase)
    case .edit:
      classes.count == 1
        ? .does(Phrase("arrange.name-and-stamp")) : .refused(Phrase("arrange.one-class"))
    case .stamp: meaningOfClass
    case .back: .does
    default: meaningOfScope(verb)
    }
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
