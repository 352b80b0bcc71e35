/// A terminal for tests, lessons and demos: events fed in, frames kept.
package final class RecordedTerminal: Terminal {
  /// The size; a resize event fed in changes it.
  package private(set) var size: Size
  /// Every frame shown, in order.
  package private(set) var frames: [Canvas] = []
  /// Does nothing: nobody waits here.
  package let wake: @Sendable () -> Void = {}
  private var batches: [[Event]]

  /// A terminal that will give these batches, one a call.
  package init(size: Size, batches: [[Event]] = []) {
    self.size = size
    self.batches = batches
  }

  /// The last frame shown.
  package var frame: Canvas? { frames.last }

  /// Adds a batch.
  package func feed(_ events: Event...) { batches.append(events) }

  /// The next batch, or `.hangUp` when none is left, so that a loop ends.
  package func events() -> [Event] {
    guard !batches.isEmpty else { return [.hangUp] }
    let batch = batches.removeFirst()
    for case .resize(let size) in batch { self.size = size }
    return batch
  }

  /// Keeps a frame.
  package func show(_ canvas: Canvas) { frames.append(canvas) }
}
