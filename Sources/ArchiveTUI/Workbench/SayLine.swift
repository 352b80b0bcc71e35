import TerminalKit

/// The one voice: the message that stands in the say line, and the last 200 that stood there.
struct SayLine: Sendable {
  private(set) var current: Message?
  private(set) var log: [Message] = []
  private var since: ContinuousClock.Instant?
  private var keySeen = false
  /// Whether it was said of the event at hand.
  private var isFresh = false

  /// How many messages are kept.
  static let kept = 200

  /// Shows a message and keeps it.
  mutating func say(_ message: Message, at now: ContinuousClock.Instant) {
    current = message
    since = now
    keySeen = false
    isFresh = true
    log.append(message)
    if log.count > Self.kept { log.removeFirst(log.count - Self.kept) }
  }

  /// An event comes: what was said before is not about it.
  mutating func age() { isFresh = false }

  /// Another screen came on top: an old message was not about it.
  mutating func leave() {
    if !isFresh { current = nil }
  }

  /// A key was pressed: what has stood long enough may go.
  mutating func notice(keyAt now: ContinuousClock.Instant) {
    keySeen = true
    expire(at: now)
  }

  /// Drops the message whose time is over.
  mutating func expire(at now: ContinuousClock.Instant) {
    if let end, now >= end { current = nil }
  }

  /// When the message goes by itself; nil while it waits for a key.
  var end: ContinuousClock.Instant? {
    guard let current, let since else { return nil }
    guard keySeen else { return nil }
    return since + .seconds(current.kind == .result ? 2 : 6)
  }
}
