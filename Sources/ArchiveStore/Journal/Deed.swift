import ArchiveDomain
import Foundation

/// What an entry did: its action, and what that was about where the action alone says too little.
package struct Deed: Hashable, Sendable {
  /// The raw value of an `Action`.
  package var action: String
  /// nil where the action says it all.
  package var topic: Topic?

  /// What settings, tables and notes a write was about; the raw value names its phrase.
  package enum Topic: String, CaseIterable, Sendable {
    case gapAnswer = "gap-answer"
    case notAFault = "not-a-fault"
    case profile
    case unit
    case person
    case accountName = "account-name"
    case boxing
    case classifiedMachine = "classified-machine"
    case forgetting
    case periodStart = "period-start"
    case boxNote = "box-note"
    case department
    case year
    case ownClass = "class"
    case volumeNote = "volume-note"
    case marks
    case scheduleImport = "schedule-import"
    case scheduleAdd = "schedule-add"
    case scheduleChange = "schedule-change"
    case scheduleRetire = "schedule-retire"

    /// Whether it is about records, which are then counted.
    package var isOfRecords: Bool { [.department, .year, .ownClass].contains(self) }
  }

  /// What came of asking for papers; nil where the entry is no such answer.
  package var answer: Answer?

  /// What came of asking, of how many gaps, and the 文号 of those that have one.
  package struct Answer: Hashable, Sendable {
    package var outcome: GapAnswer.Outcome
    package var count: Int
    package var numbers: [String]
  }

  init(action: String, params: [String: ParamValue]) {
    self.action = action
    topic = Self.topic(action, params)
    guard topic == .gapAnswer,
      let outcome = params["outcome"]?.text.flatMap(GapAnswer.Outcome.init)
    else { return }
    answer = Answer(
      outcome: outcome, count: params["gaps"]?.texts?.count ?? 0,
      numbers: params["numbers"]?.texts ?? [])
  }

  private static func topic(_ action: String, _ params: [String: ParamValue]) -> Topic? {
    switch Action(rawValue: action) {
    case .setting: setting(params)
    case .edit: edit(params)
    case .scheme: params["start"] == nil ? nil : .periodStart
    case .classify: classify(params)
    case .schedule: params["do"]?.text.flatMap { Topic(rawValue: "schedule-" + $0) }
    default: nil
    }
  }

  private static func setting(_ params: [String: ParamValue]) -> Topic? {
    if params["gaps"] != nil { return .gapAnswer }
    switch params["key"]?.text?.prefix(while: { $0 != "/" }) {
    case "check-up": return .notAFault
    case "alias": return .person
    case "persons": return .accountName
    case "boxing": return .boxing
    case "classified": return .classifiedMachine
    case "learn": return .forgetting
    default: return nil
    }
  }

  /// A change of class that says no period.
  private static func classify(_ params: [String: ParamValue]) -> Topic? {
    guard let facts = params["facts"]?.texts else { return nil }
    return facts == ["org"] ? .department : facts == ["year"] ? .year : .ownClass
  }

  /// Edits of what is no record.
  private static func edit(_ params: [String: ParamValue]) -> Topic? {
    if params["profile"] != nil { return .profile }
    if params["fonds"] != nil { return .unit }
    if params["box"] != nil { return .boxNote }
    if params["marks"] != nil { return .marks }
    return params["volume"] == nil ? nil : .volumeNote
  }
}

extension Entry {
  /// What it did.
  package var deed: Deed { Deed(action: action, params: ParamValue.object(params) ?? [:]) }
}
