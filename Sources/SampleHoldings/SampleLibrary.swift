import ArchiveDomain
import ArchiveStore
import Foundation

/// Makes the library of the sample holdings: does each step of its story through the methods by which
/// the workbench writes, with the clock of that day.
package enum SampleLibrary {
  /// The day on which the story ends, 2024-04-25.
  package static func today(in data: DataFolder) throws -> CalendarDate {
    let story: SampleStory = try TypeFiles.decode(file(of: data))
    guard let day = day(story.today) else { throw SampleFault.badDate(story.today) }
    return day
  }

  /// Makes it in a folder that is absent or empty.
  /// - Parameters:
  ///   - purpose: `practice`, `demo`: what the library calls itself.
  ///   - progress: told after each step how many of how many are done.
  /// - Throws: ``SampleFault`` with the step that cannot be done. The folder is incomplete then.
  package static func make(
    at folder: URL, from data: DataFolder, purpose: String = "",
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    let story: SampleStory = try TypeFiles.decode(file(of: data))
    var teller = try SampleTeller(folder, data, story, purpose: purpose)
    for (done, step) in story.steps.enumerated() {
      do {
        try teller.tell(step)
      } catch {
        throw SampleFault.step(done + 1, at: step.at, why: "\(error)")
      }
      progress(done + 1, story.steps.count)
    }
    try teller.close()
  }

  static func day(_ text: String) -> CalendarDate? {
    CalendarDate(yyyymmdd: Int(text.prefix(10).filter { $0 != "-" }) ?? 0)
  }

  private static func file(of data: DataFolder) -> URL {
    data.sample.appendingPathComponent("story.yaml")
  }
}

/// Why the sample cannot be made.
package enum SampleFault: Error, Hashable, Sendable {
  case badDate(String)
  /// Step `number` of the story, its time, and what stood in the way.
  case step(Int, at: String, why: String)
  /// A step lacks a word or names a paper, type or department that is not there.
  case unknown(String)
}
