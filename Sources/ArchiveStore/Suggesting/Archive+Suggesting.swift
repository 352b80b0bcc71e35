import ArchiveDomain
import GRDB

extension Archive {
  /// What proposes periods for papers of this unit: by the rules, its own tables and its profile as
  /// they stand now.
  /// - Throws: ``StoreFault/badDataFile(file:place:why:)``.
  package func suggestionEngine() throws -> SuggestionEngine {
    let unit = try fonds().map { SuggestionUnit($0) } ?? SuggestionUnit(name: "")
    let own = try ownSchedules()
    if own.isEmpty { return try knowledge.engine(for: unit) }
    return SuggestionEngine(
      rules: try knowledge.suggestionRules(), schedules: try knowledge.national().adding(own),
      unit: unit)
  }

  /// The records that wait for a period, with what is proposed for each, in catalogue order.
  ///
  /// Pieces of volumes have the volume's period and are left out, and so are placeholders.
  package func suggestions(
    in filter: RecordFilter = RecordFilter()
  ) throws -> [(item: Item, suggestion: Suggestion)] {
    let engine = try suggestionEngine()
    let papers = try waiting(filter)
    return zip(papers, engine.suggest(papers.map { Paper($0, type: $1) })).map { ($0.0, $1) }
  }

  private func waiting(_ filter: RecordFilter) throws -> [(Item, String)] {
    var filter = filter
    filter.scope.states = [.inbox]
    return try records(filter).filter { record in
      !record.item.period.isKnown && record.item.volumeID == nil && record.item.level == .item
        && !record.item.isPlaceholder
    }.map { ($0.item, $0.holdingsClass.type) }
  }
}

/// What filling periods by suggestion did, or would do.
package struct AutoClassified: Sendable {
  /// Papers given a period, and papers 不归档.
  package var decided: [(item: Item, suggestion: Suggestion)] = []
  /// Papers left for a person: open questions and what is too unsure.
  package var left = 0
  /// Papers of another type of archives than they lie in.
  package var otherType = 0
  /// What the write told; nil on a rehearsal, or when there was nothing to write.
  package var done: (periods: BulkResult, excluded: BulkResult)?

  /// How many get a period.
  package var periods: Int { decided.count { $0.suggestion.outcome != .notFiled } }
  /// How many are 不归档.
  package var excluded: Int { decided.count { $0.suggestion.outcome == .notFiled } }
}

extension Archive {
  /// Gives papers of the inbox the period that is proposed for them, where nothing is open and the
  /// confidence reaches `confidence`; never overwrites.
  ///
  /// What is not filed is taken out only when it is certain, whatever `confidence` says.
  /// One entry for the periods, and one behind it for what is not filed; they go back together.
  package func classifyBySuggestion(
    _ filter: RecordFilter = RecordFilter(), confidence: Double, isRehearsal: Bool
  ) throws -> AutoClassified {
    var result = AutoClassified()
    var decisions: [GroundedDecision] = []
    for (item, suggestion, type) in try proposals(filter) {
      guard suggestion.confidence >= confidence, let basis = suggestion.basis,
        suggestion.question == nil
      else {
        result.left += 1
        continue
      }
      guard isOf(type, suggestion) else {
        result.otherType += 1
        continue
      }
      let period = suggestion.outcome.period
      guard period != nil || (suggestion.outcome == .notFiled && suggestion.isCertain) else {
        result.left += 1
        continue
      }
      result.decided.append((item, suggestion))
      decisions.append(GroundedDecision(id: item.id, period: period, basis: basis.basis))
    }
    if !isRehearsal, !decisions.isEmpty { result.done = try decide(decisions) }
    return result
  }

  /// Whether a paper lies in the type that it is of, and the type has the period.
  private func isOf(_ type: String, _ suggestion: Suggestion) -> Bool {
    guard type.prefix(while: { $0 != "·" }) == suggestion.type.prefix(while: { $0 != "·" }) else {
      return false
    }
    guard let period = suggestion.outcome.period else { return true }
    return types[id: type]?.allows(period, sub: "") ?? false
  }

  private func proposals(
    _ filter: RecordFilter
  ) throws -> [(item: Item, suggestion: Suggestion, type: String)] {
    let engine = try suggestionEngine()
    let papers = try waiting(filter)
    return zip(papers, engine.suggest(papers.map { Paper($0, type: $1) })).map {
      paper, suggestion in
      (paper.0, suggestion, paper.1)
    }
  }
}
