import ArchiveDomain

extension Archive {
  /// The retention schedules that are known: the national ones and the unit's own.
  /// - Throws: ``StoreFault/badDataFile(file:place:why:)``.
  package func schedules() throws -> Schedules { try knowledge.national() }
}
