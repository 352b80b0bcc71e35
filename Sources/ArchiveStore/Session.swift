import ArchiveDomain
import Foundation

/// Who works, with what, by which clock: what each journal entry says of its author.
package struct Session: Sendable {
  package var operatorName: String
  package var osUser: String
  package var host: String
  package var program: String
  package var clock: Clock
  /// How long a write waits for another program, milliseconds.
  package var patience = 2_000

  package init(
    operatorName: String, osUser: String, host: String, program: String, clock: Clock
  ) {
    self.operatorName = operatorName
    self.osUser = osUser
    self.host = host
    self.program = program
    self.clock = clock
  }

  /// This person at this machine.
  package static func current(operatorName: String? = nil, clock: Clock = .system) -> Session {
    let user = ProcessInfo.processInfo.userName
    return Session(
      operatorName: operatorName ?? user, osUser: user,
      host: ProcessInfo.processInfo.hostName, program: "lantai \(ProgramVersion.text)",
      clock: clock)
  }
}

/// What this program calls itself.
package enum ProgramVersion {
  /// The version of this program, as the journal keeps it.
  package static let text = "0.1.0"
}

/// The day and the time; passed in, so that a test or a trainer may choose them.
package struct Clock: Sendable {
  private let day: CalendarDate?
  /// A whole stamp that never moves.
  private let stopped: String?
  /// A person chose the day: an entry in a library that is no story says so.
  package private(set) var isChosen = false

  /// The machine's clock.
  package static let system = Clock(day: nil, stopped: nil)

  /// Always this day, with the machine's time of day.
  package static func fixed(on day: CalendarDate) -> Clock { Clock(day: day, stopped: nil) }

  /// The same, because somebody at the command said so.
  package static func chosen(_ day: CalendarDate) -> Clock {
    var clock = fixed(on: day)
    clock.isChosen = true
    return clock
  }

  /// Always this minute, in China's time: for the sample, whose story lies in the past.
  package static func stopped(on day: CalendarDate, hour: Int, minute: Int) -> Clock {
    let time = String(format: "%02d:%02d", hour, minute)
    return Clock(day: day, stopped: "\(day.dashed)T\(time):00+08:00")
  }

  /// Today.
  package var today: CalendarDate {
    if let day { return day }
    let now = Self.local(time(nil))
    guard let today = CalendarDate(year: now.year, month: now.month, day: now.day) else {
      preconditionFailure("the C library gave a day that does not exist")
    }
    return today
  }

  /// Local time with offset, `2024-04-25T08:30:00+08:00`.
  package func stamp() -> String {
    if let stopped { return stopped }
    let now = Self.local(time(nil))
    let date = day.map { ($0.year, $0.month, $0.day) } ?? (now.year, now.month, now.day)
    return String(
      format: "%04d-%02d-%02dT%02d:%02d:%02d%@%02d:%02d", date.0, date.1, date.2, now.hour,
      now.minute, now.second, now.offset < 0 ? "-" : "+", abs(now.offset) / 3600,
      abs(now.offset) / 60 % 60)
  }

  private struct Local {
    let year, month, day, hour, minute, second, offset: Int
  }

  private static func local(_ moment: time_t) -> Local {
    var moment = moment
    var parts = tm()
    localtime_r(&moment, &parts)
    return Local(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
      hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec),
      offset: parts.tm_gmtoff)
  }
}
