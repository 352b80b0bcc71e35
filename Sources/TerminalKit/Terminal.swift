/// A terminal as the loop sees it: what happened, and a place to show frames.
package protocol Terminal: AnyObject {
  /// The size now.
  var size: Size { get }

  /// Wakes a loop that waits in `events`; may be called from any thread.
  var wake: @Sendable () -> Void { get }

  /// Waits until something happens, then gives everything that is there: one batch, one frame.
  ///
  /// Throws when the terminal cannot show Chinese after all.
  func events() throws -> [Event]

  /// Shows a frame; what did not change costs nothing.
  func show(_ canvas: Canvas)
}
