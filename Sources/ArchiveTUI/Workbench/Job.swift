import Dispatch
import Foundation
import Synchronization

/// Slow work (over 50 ms) beside the loop: an import, checksums, an export.
///
/// `work` gets a `JobControl` to report with and to ask whether it shall stop; what it returns is
/// called on the loop and says what comes next.
struct Job: Sendable {
  /// What the say line calls it: 核对校验.
  let title: Phrase
  /// What is counted: 件.
  ///
  /// Empty for none.
  let unit: Phrase
  /// Whether nobody asked for it: it is told nowhere, and nothing waits for its end.
  var isQuiet = false
  /// Whether a screen shows nothing before its end: quiet, but it goes first and waits for no other.
  var isWaitedFor = false
  let work: @Sendable (JobControl) throws -> @Sendable () throws -> Next

  init(
    _ title: Phrase, unit: Phrase = Phrase("unit.item"),
    work: @escaping @Sendable (JobControl) throws -> @Sendable () throws -> Next
  ) {
    self.title = title
    self.unit = unit
    self.work = work
  }
}

/// How far a job is; `total` 0 when not known.
struct JobProgress: Hashable, Sendable {
  var done = 0
  var total = 0
}

/// Thrown by `JobControl.checkStop` when the person pressed Esc.
struct JobStopped: Error {}

/// A job's hand to the loop: reports, and whether to stop.
final class JobControl: Sendable {
  let number: Int
  private let mailbox: Mailbox
  private let isStopping = Mutex(false)

  init(number: Int, mailbox: Mailbox) {
    self.number = number
    self.mailbox = mailbox
  }

  /// Tells how far the work is.
  ///
  /// Cheap enough for every hundred records.
  func report(_ done: Int, of total: Int = 0) {
    mailbox.post(.progress(job: number, JobProgress(done: done, total: total)))
  }

  /// Whether the person asked to stop.
  var isStopped: Bool { isStopping.withLock { $0 } }

  /// Throws `JobStopped` when the person asked to stop: let it pass through, undoing what is half done.
  func checkStop() throws {
    if isStopped { throw JobStopped() }
  }

  /// Asks the work to stop at its next look.
  func stop() { isStopping.withLock { $0 = true } }
}

/// How jobs run: beside the loop, or at once in tests, where nothing waits.
struct JobRunner: Sendable {
  typealias Run = @Sendable (@escaping @Sendable () -> Void) -> Void

  /// For work that a person waits for.
  let run: Run
  /// For quiet work.
  let runQuietly: Run

  init(quietly: Run? = nil, _ run: @escaping Run) {
    self.run = run
    runQuietly = quietly ?? run
  }

  /// On a thread of its own; quiet work on one that lets everything else go first.
  static let beside = JobRunner(
    quietly: { work in
      // A thread that has stepped back may not step forward again, so it is no shared one.
      Thread.detachNewThread {
        setpriority(.init(PRIO_PROCESS.rawValue), 0, 10)
        work()
      }
    }, { work in DispatchQueue.global().async(execute: work) })
  /// Before `start` returns.
  static let atOnce = JobRunner { work in work() }

  /// Runs the job and posts its end into the mailbox.
  func start(_ job: Job, control: JobControl, mailbox: Mailbox) {
    (job.isQuiet && !job.isWaitedFor ? runQuietly : run) {
      do {
        mailbox.post(.ended(job: control.number, try job.work(control)))
      } catch {
        mailbox.post(.failed(job: control.number, error))
      }
    }
  }
}

/// A job that runs, as the loop sees it.
struct RunningJob: Sendable {
  let job: Job
  let control: JobControl
  let started: ContinuousClock.Instant
  /// Place in the stack of the screen that began it; nil once that screen is gone.
  var asker: Int?
  var progress = JobProgress()
}

/// The end of a job that waits until the screen that began it is on top again.
struct WaitingEnd {
  /// Place in the stack of that screen.
  let asker: Int
  let next: Next
  /// What is said when it goes before.
  let words: Phrase
}
