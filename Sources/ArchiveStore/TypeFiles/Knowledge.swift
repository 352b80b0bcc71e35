import ArchiveDomain
import Synchronization

/// What the program knows beside records and types: the national schedules, and the rules of
/// suggestions; read when first asked for, so that opening a library does not wait for it.
package final class Knowledge: Sendable {
  private let data: DataFolder?
  private let schedules = Mutex<Schedules?>(nil)
  private let rules = Mutex<SuggestionRules?>(nil)
  private let engine = Mutex<(unit: SuggestionUnit, engine: SuggestionEngine)?>(nil)

  /// What a data folder holds; nil: nothing is known.
  package init(_ data: DataFolder? = nil) { self.data = data }

  /// The national schedules.
  /// - Throws: ``StoreFault/badDataFile(file:place:why:)`` for the first file that is wrong.
  package func national() throws -> Schedules {
    guard let data else { return Schedules() }
    return try schedules.withLock { kept in
      if let kept { return kept }
      let read = try ScheduleFiles.load(from: data.schedules)
      kept = read
      return read
    }
  }

  /// The rules by which periods are suggested.
  /// - Throws: ``StoreFault/badDataFile(file:place:why:)`` for the first fault.
  package func suggestionRules() throws -> SuggestionRules {
    guard let data else { return SuggestionRules() }
    let tables = try national()
    return try rules.withLock { kept in
      if let kept { return kept }
      let read = try SuggestionFiles.load(from: data.suggestionRules, schedules: tables)
      kept = read
      return read
    }
  }

  /// What proposes periods to a unit without tables of its own; the last one is kept.
  /// - Throws: ``StoreFault/badDataFile(file:place:why:)`` for the first fault.
  func engine(for unit: SuggestionUnit) throws -> SuggestionEngine {
    let (rules, tables) = (try suggestionRules(), try national())
    return engine.withLock { kept in
      if let kept, kept.unit == unit { return kept.engine }
      let made = SuggestionEngine(rules: rules, schedules: tables, unit: unit)
      kept = (unit, made)
      return made
    }
  }
}
