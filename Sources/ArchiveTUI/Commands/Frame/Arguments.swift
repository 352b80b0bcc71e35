import ArchiveDomain
import ArgumentParser

// How values of the domain are written on the command line.

extension CalendarDate: ExpressibleByArgument {
  /// A day in any of an office's ways: `2024-04-25`, `20240425`, `2024年4月25日`.
  package init?(argument: String) {
    guard case .date(let date) = DateReader.read(argument, DateContext()), date.from == date.to
    else { return nil }
    self.init(yyyymmdd: date.from)
  }
}

extension RetentionPeriod: ExpressibleByArgument {
  /// `永久`, `30年`, `30`, `D30`, `Y`.
  package init?(argument: String) {
    guard let period = PeriodText.read(argument) else { return nil }
    self = period
  }
}

extension ItemState: ExpressibleByArgument {}
extension ItemLevel: ExpressibleByArgument {}
extension OrgKind: ExpressibleByArgument {}
extension ArrangementUnit: ExpressibleByArgument {}
extension ArchivesLevel: ExpressibleByArgument {}
