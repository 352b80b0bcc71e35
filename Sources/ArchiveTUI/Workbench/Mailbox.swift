import Synchronization

/// Where work beside the loop leaves its news; the loop empties it before each frame.
final class Mailbox: Sendable {
  /// Ends the loop's wait.
  ///
  /// Called after each letter, from any thread.
  private let wake: @Sendable () -> Void
  private let letters = Mutex<[Letter]>([])

  /// `wake` is what makes the terminal's wait return: see `Terminal`.
  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// News of a job.
  enum Letter: Sendable {
    case progress(job: Int, JobProgress)
    /// The job is over; the closure is called on the loop and says what comes next.
    case ended(job: Int, @Sendable () throws -> Next)
    /// The job failed or was stopped; nothing is half done.
    case failed(job: Int, any Error)
  }

  /// Leaves a letter and wakes the loop.
  func post(_ letter: Letter) {
    letters.withLock { $0.append(letter) }
    wake()
  }

  /// Wakes the loop without a letter: a message is to vanish, a spinner to turn.
  func ring() { wake() }

  /// Takes all letters out, oldest first.
  func empty() -> [Letter] {
    letters.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
