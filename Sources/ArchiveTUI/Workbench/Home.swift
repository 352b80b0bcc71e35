import ArchiveStore

/// Which screen opens for what: one line a screen.
struct Home: Sendable {
  typealias Maker = @Sendable (Desk) -> any Screen

  /// The first start, where there is no library yet.
  var first: (@Sendable (Desk, FirstStart) -> any Screen)?
  /// The screen of each activity of the title line.
  ///
  /// Without one, a later release brings it.
  var activities: [Activity: Maker] = [:]
  /// Screens that a verb opens from anywhere, where the screen on top has no meaning of its own.
  var verbs: [Verb: Maker] = [:]
  /// The look-up, begun with what was typed; in a class, when it began in one.
  var find: (@Sendable (Desk, _ typed: String, Scope?) -> any Screen)?

  /// The screens of the program.
  static let standard = Home(
    first: { FirstStartScreen($1) },
    activities: [
      .today: { TodayScreen($0) },
      .collect: { CollectScreen($0) },
      .arrange: { ArrangeScreen($0) },
    ],
    verbs: [
      .importList: { ImportFileScreen($0) },
      .checkUp: { CheckUpScreen($0) },
      .history: { TimelineScreen($0) },
      .profile: { ProfileScreen($0) },
      .schedules: { SchedulesScreen($0) },
      .chase: { GapsScreen($0) },
      .asOf: { AsOfDialog.make($0) },
    ],
    find: { FindScreen($0, typed: $1, in: $2) })
}
