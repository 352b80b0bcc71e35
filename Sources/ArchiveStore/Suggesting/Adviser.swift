import ArchiveDomain
import Synchronization

/// What proposes periods for the papers of a library.
package struct Adviser: Sendable {
  /// The tables behind the proposals.
  package let schedules: Schedules
  private let engine: SuggestionEngine
  private let past: Past

  init(schedules: Schedules, engine: SuggestionEngine, precedents: @escaping Past.Reading) {
    self.schedules = schedules
    self.engine = engine
    past = Past(precedents)
  }

  /// The proposal for a record of a type of archives.
  package func suggest(_ item: Item, type: String) -> Suggestion {
    engine.suggest(Paper(item, type: type))
  }

  /// How papers much like it were decided, the nearest first.
  ///
  /// The first call reads all decided records; a reading that fails tells none.
  package func precedents(for item: Item) -> [Precedent] {
    past.index.find(item.title, leaving: item.id)
  }

  /// The decisions of the unit, read when first asked for.
  final class Past: Sendable {
    typealias Reading = @Sendable () throws -> PrecedentIndex
    private let reading: Reading
    private let kept = Mutex<PrecedentIndex?>(nil)

    init(_ reading: @escaping Reading) { self.reading = reading }

    var index: PrecedentIndex {
      kept.withLock { kept in
        if let kept { return kept }
        // Precedents are an addition: a paper is decided by its clause without them.
        let read = (try? reading()) ?? PrecedentIndex([])
        kept = read
        return read
      }
    }
  }
}

extension Archive {
  /// What proposes periods here: the unit's own tables first, then the national ones.
  /// - Throws: ``StoreFault/badDataFile(file:place:why:)``.
  package func adviser() throws -> Adviser {
    let schedules = try schedules()
    let engine = try suggestionEngine()
    return Adviser(schedules: schedules, engine: engine) { try precedents(for: engine.unit) }
  }
}
