import ArchiveDomain
import ArchiveStore
import Foundation

extension SampleTeller {
  /// Periods by hand: an entry for each period of the list, or one for each paper.
  mutating func classify(_ step: SampleStep, _ archive: Archive) throws {
    var archive = archive
    let all = try rows(of: step)
    let rows = all.dropFirst(step.after ?? 0).prefix(step.first ?? all.count)
    let periods = [RetentionPeriod.permanent, .d30, .d10]
    let groups =
      step.single == true
      ? rows.map { [$0] } : periods.map { period in rows.filter { self.period($0) == period } }
    for group in groups where !group.isEmpty {
      let change = FactChange(period: period(group[0]), basis: "hand:\(step.reason ?? "")")
      let result = try archive.classify(try group.map { try id($0["key"]) }, change)
      guard result.classified == group.count else {
        throw SampleFault.unknown("\(result.refused) \(result.waiting)")
      }
      if archive.group == nil { archive = archive.grouped(with: result.seq) }
    }
  }

  private func period(_ row: SampleLists.Row) -> RetentionPeriod {
    row["retention"].flatMap(PeriodText.read) ?? .unknown
  }

  /// Numbers and boxes for all that is classified in the step's part of the holdings.
  func bind(_ step: SampleStep, _ archive: Archive) throws {
    let result = try archive.arrange(try scope(step, archive))
    guard result.refused.isEmpty, result.arranged > 0 else {
      throw SampleFault.unknown("\(result.refused)")
    }
  }

  private func scope(_ step: SampleStep, _ archive: Archive) throws -> Scope {
    var scope = Scope()
    scope.type = step.type
    scope.year = step.year
    scope.project = step.project
    scope.period = step.retention.flatMap(PeriodText.read)
    if let code = step.org { scope.orgID = try archive.orgs().first { $0.code == code }?.id }
    return scope
  }

  /// Volumes with their pieces, each with an entry of its own, as one visit.
  mutating func makeVolumes(_ step: SampleStep, _ archive: Archive) throws {
    guard let pieces = step.pieces else { throw SampleFault.unknown("pieces") }
    var archive = archive
    let volumes = try rows(of: step)
    let papers = try lists.rows(of: pieces)
    for volume in volumes {
      let inside = try papers.filter { isPiece($0, of: volume) }.map { try id($0["key"]) }
      let made = try archive.makeVolume(
        title: volume["title"] ?? "", in: try place(volume, step), items: inside)
      guard made.refused.isEmpty else { throw SampleFault.unknown("\(made.refused)") }
      remember([volume], [made.volume])
      if archive.group == nil { archive = archive.grouped(with: made.seq) }
      if let issuer = volume["issuer"] {
        try archive.edit([made.volume], RecordEdit(.issuer, issuer))
      }
    }
  }

  private func isPiece(_ paper: SampleLists.Row, of volume: SampleLists.Row) -> Bool {
    ["volume", "group"].contains { volume[$0] != nil && paper[$0] == volume[$0] }
  }

  private func place(_ volume: SampleLists.Row, _ step: SampleStep) throws -> FiledUnder {
    guard let type = step.type else { throw SampleFault.unknown(volume["title"] ?? "volume") }
    var facts = SeriesFacts(period: period(volume), project: volume["project"] ?? "")
    facts.year = volume["year"].flatMap(Int.init) ?? 0
    return FiledUnder(type: type, facts: facts)
  }

  /// 归档 of all that is arranged in the step's part; a class that something holds is an error here.
  func file(_ step: SampleStep, _ archive: Archive) throws {
    let names = FilingNames(
      arrangedBy: step.arrangedBy ?? story.archivist, checkedBy: step.checkedBy ?? "")
    let result = try archive.file(try scope(step, archive), names: names)
    guard result.report.held.isEmpty, result.count > 0 else {
      throw SampleFault.unknown("\(result.report)")
    }
  }

  func noteEnd(_ step: SampleStep, _ archive: Archive) throws {
    let note = try JSONDecoder().decode(EndNote.self, from: Data((step.value ?? "").utf8))
    try archive.setEndNote(note, ofVolume: try id(step.key))
  }

  func stamp(_ step: SampleStep, _ archive: Archive) throws {
    guard let stamp = step.stamp.flatMap(Stamp.init) else { throw SampleFault.unknown("stamp") }
    try archive.stamp(try scope(step, archive), stamp)
  }
}
