import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

/// A library of two departments, 办公室 and 种植业股, for tests of arranging.
struct Office {
  let archive: Archive

  init(knowledge: Knowledge = Knowledge()) throws {
    archive = try freshArchive(knowledge: knowledge)
    for (code, name) in [("BGS", "办公室"), ("ZZY", "种植业股")] {
      try archive.addOrg(Org(fondsID: 0, code: code, name: name))
    }
  }

  /// Papers of the inbox, 2023.
  @discardableResult
  func papers(
    _ count: Int, type: String = "WS", sub: String = "", org: RowID? = 1,
    period: RetentionPeriod = .unknown, change: (Int, inout Item) -> Void = { _, _ in }
  ) throws -> [ItemID] {
    let records = (0..<count).map { n in
      var record = NewRecord(
        type: type, title: "关于第\(n + 1)件事的通知",
        facts: SeriesFacts(sub: sub, year: 2023, period: period, orgID: org))
      record.item.docNo = "云农发〔2023〕\(n + 1)号"
      record.item.issuer = "云岭县农业农村局"
      record.item.pages = 10
      let day = 2023_0101 + n % 28
      record.item.archivalDate = ArchivalDate(text: String(day), from: day, to: day)
      record.isClassified = period.isKnown
      record.item.basis = period.isKnown ? HandBasis.oneByOne : ""
      change(n, &record.item)
      return record
    }
    return try archive.create(records).ids
  }

  func item(_ id: ItemID) throws -> Item {
    try #require(try archive.items([id]).first)
  }

  /// A workbench with this screen over a plain one.
  func harness(_ destination: Destination, _ size: Size = .usual) throws -> ScreenHarness {
    let screen = try #require(Home.standard.screen(destination, .sample))
    var base = PlainScreen()
    base.meanings[.onward] = .does
    base.answers[.onward] = .open(screen)
    var harness = try ScreenHarness(base, archive: archive, size: size)
    harness.press("Enter")
    return harness
  }

  func triage(_ size: Size = .usual) throws -> ScreenHarness {
    try harness(.triage(Scope(), start: nil), size)
  }

  func bulk(_ ids: [ItemID]) throws -> ScreenHarness { try harness(.bulk(ids)) }

  /// Papers of one class with numbers and a box.
  @discardableResult
  func numbered(
    _ count: Int, change: (Int, inout Item) -> Void = { _, _ in }
  ) throws -> [ItemID] {
    let ids = try papers(count, period: .d30, change: change)
    try archive.arrange(Scope())
    return ids
  }

  /// A volume of 会计凭证 with so many pieces.
  func volume(_ count: Int) throws -> (volume: ItemID, pieces: [ItemID]) {
    let ids = try papers(count, type: "KU", sub: "01", org: nil, period: .d30)
    let place = FiledUnder(type: "KU", facts: SeriesFacts(sub: "01", year: 2023, period: .d30))
    return (try archive.makeVolume(title: "凭证一", in: place, items: ids).volume, ids)
  }
}
