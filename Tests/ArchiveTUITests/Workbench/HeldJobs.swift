import Synchronization

@testable import ArchiveTUI

/// Jobs that wait until the test lets them run.
final class HeldJobs: Sendable {
  private let waiting = Mutex<[@Sendable () -> Void]>([])

  var runner: JobRunner { JobRunner { [self] work in waiting.withLock { $0.append(work) } } }

  func runAll() {
    let works = waiting.withLock { works in
      defer { works = [] }
      return works
    }
    for work in works { work() }
  }
}
