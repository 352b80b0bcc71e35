import Dispatch
import TerminalKit

/// Waits, hands a batch to the workbench, shows one frame; until the workbench is over.
struct EventLoop {
  let terminal: any Terminal
  let mailbox: Mailbox
  /// Makes the terminal paint every cell with the next frame.
  private let redraw: () -> Void

  init(terminal: any Terminal, mailbox: Mailbox, redraw: @escaping () -> Void = {}) {
    self.terminal = terminal
    self.mailbox = mailbox
    self.redraw = redraw
  }

  /// Runs until the workbench says why it ends.
  func run(_ workbench: inout Workbench) throws -> Workbench.Exit {
    terminal.show(workbench.frame())
    while true {
      ringLater(workbench.nextChange)
      let events = try terminal.events()
      workbench.handle(events, at: .now)
      if let exit = workbench.exit { return exit }
      if workbench.wantsRedraw {
        workbench.wantsRedraw = false
        redraw()
      }
      terminal.show(workbench.frame())
    }
  }

  /// Wakes the wait when the frame is to change without an event.
  private func ringLater(_ instant: ContinuousClock.Instant?) {
    guard let instant else { return }
    let rest = max(.zero, instant - .now).components
    let seconds = Double(rest.seconds) + Double(rest.attoseconds) / 1e18
    let mailbox = mailbox
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { mailbox.ring() }
  }
}
