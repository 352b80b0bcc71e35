import ArchiveDomain
import Foundation

/// The rules of suggestions, as the files of the data folder say.
package enum SuggestionFiles {
  /// Reads every `.yaml` of the folder, in the order of their names; none when there is no folder.
  ///
  /// - Throws: ``StoreFault/badDataFile(file:place:why:)`` for the first fault.
  package static func load(
    from folder: URL, schedules: Schedules
  ) throws -> SuggestionRules {
    var rules = SuggestionRules()
    for file in try TypeFiles.yamlFiles(in: folder) {
      rules = rules.adding(try TypeFiles.decode(file))
    }
    if let fault = rules.faults(against: schedules).first {
      throw StoreFault.badDataFile(
        file: folder.lastPathComponent, place: fault.place, why: fault.reason.rawValue)
    }
    return rules
  }
}
