import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

/// Slow work runs beside the loop and says so.
@Suite struct WorkbenchJobsTests {
  private func open(
    _ screen: PlainScreen = PlainScreen(), size: Size = .usual, desk: Desk = .sample,
    keyMap: KeyMap = KeyMap()
  ) throws -> ScreenHarness {
    try ScreenHarness(
      screen, archive: emptyArchive(), size: size, home: .plain, desk: desk, keyMap: keyMap)
  }

  @Test func `a job's end is done on the loop and the screen reads again`() throws {
    let job = Job(Verb.verify.name) { control in
      control.report(1, of: 2)
      return { .done(.text("查完了")) }
    }
    var harness = try open(PlainScreen(meanings: [.verify: .does], answers: [.verify: .start(job)]))

    harness.press("F2")
    harness.type("verify")
    harness.press("Enter")

    harness.expectSays("查完了")
    #expect(harness.workbench.jobs.isEmpty)
  }

  @Test func `work shows nothing under 200 ms, a stroke to a second, then counts`() throws {
    let job = Job(Verb.verify.name) { control in
      control.report(3_120, of: 5_900)
      return { .stay }
    }
    var screen = PlainScreen(meanings: [.edit: .does])
    screen.answers[.edit] = .start(job)
    // The work reports and never ends.
    var harness = try ScreenHarness(
      screen, archive: emptyArchive(), home: .plain, runner: JobRunner { _ in })
    harness.press("F4")
    harness.expectSays("Enter 打开这件")

    harness.wait(.milliseconds(300))
    harness.expectSays("核对校验 ")
    harness.expectSays("Esc 停")

    let number = harness.workbench.jobs[0].control.number
    harness.workbench.mailbox.post(
      .progress(job: number, JobProgress(done: 3_120, total: 5_900)))
    harness.wait(.seconds(2))
    harness.expectSays("核对校验 [==========..........] 3,120/5,900 件  还要 ")
  }

  @Test func `Esc stops the work that runs, and nothing else`() throws {
    var screen = PlainScreen(activity: .arrange, meanings: [.edit: .does])
    screen.answers[.edit] = .start(Job(Verb.verify.name) { _ in { .stay } })
    var harness = try ScreenHarness(
      screen, archive: emptyArchive(), home: .plain, runner: JobRunner { _ in })
    harness.press("F4")

    harness.press("Esc")

    #expect(throws: JobStopped.self) { try harness.workbench.jobs[0].control.checkStop() }
    harness.workbench.mailbox.post(.failed(job: 1, JobStopped()))
    harness.wait(.zero)
    harness.expectSays("停下了，没有半截的")
  }

  @Test func `leaving while work runs asks first`() throws {
    var screen = PlainScreen(meanings: [.edit: .does])
    screen.answers[.edit] = .start(Job(Verb.verify.name) { _ in { .stay } })
    var harness = try ScreenHarness(
      screen, archive: emptyArchive(), home: .plain, runner: JobRunner { _ in })

    harness.press("F4", "F10")

    #expect(harness.workbench.exit == nil)
    harness.expectLine(contains: "核对校验 还没做完")
  }
}
