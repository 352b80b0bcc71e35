import ArchiveDomain
import Foundation

/// The national retention schedules, as the files of the data folder say.
package enum ScheduleFiles {
  /// Reads every `.yaml` of the folder, in the order of their names; none when there is no folder.
  ///
  /// - Throws: ``StoreFault/badDataFile(file:place:why:)`` for the first file that is wrong.
  package static func load(from folder: URL) throws -> Schedules {
    var schedules: [RetentionSchedule] = []
    for file in try TypeFiles.yamlFiles(in: folder) {
      let schedule: RetentionSchedule = try TypeFiles.decode(file)
      if let fault = schedule.faults.first {
        throw StoreFault.badDataFile(
          file: file.lastPathComponent, place: fault.code, why: fault.reason.rawValue)
      }
      guard !schedules.contains(where: { $0.key == schedule.key }) else {
        throw StoreFault.badDataFile(
          file: file.lastPathComponent, place: "key", why: "repeated: \(schedule.key)")
      }
      schedules.append(schedule)
    }
    return Schedules(schedules)
  }
}
