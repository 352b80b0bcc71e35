import ArchiveDomain

/// What proposes periods for the papers of a library.
package struct Adviser: Sendable {
  /// The tables behind the proposals.
  package let schedules: Schedules
  private let engine: SuggestionEngine

  init(schedules: Schedules, engine: SuggestionEngine) {
    self.schedules = schedules
    self.engine = engine
  }

  /// The proposal for a record of a type of archives.
  package func suggest(_ item: Item, type: String) -> Suggestion {
    engine.suggest(Paper(item, type: type))
  }

  /// How papers much like it were decided, the nearest first.
  package func precedents(for item: Item) -> [Precedent] { [] }
}

extension Archive {
  /// What proposes periods here: the unit's own tables first, then the national ones.
  /// - Throws: ``StoreFault/badDataFile(file:place:why:)``.
  package func adviser() throws -> Adviser {
    let schedules = try schedules()
    return Adviser(
      schedules: schedules,
      engine: SuggestionEngine(
        rules: try knowledge.suggestionRules(), schedules: schedules,
        unit: SuggestionUnit(try fonds() ?? Fonds(number: "", name: ""))))
  }
}
