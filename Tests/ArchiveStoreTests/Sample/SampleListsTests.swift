import ArchiveDomain
import ArchiveStore
import Foundation
import Testing

/// The data folder of the repository.
private let data = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("data")

@Suite struct SampleListsTests {
  private func rows(_ list: String) throws -> [[Substring]] {
    let file = data.appendingPathComponent("sample/papers/\(list).csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  @Test func `the lists hold the 5,900 records of the totals table`() throws {
    let decided = try rows("2023-periods").count
    let papers2023 = try ["2023-sent", "2023-received", "2023-by-hand"].flatMap(rows).count
    let older = try (2013...2020).flatMap { try rows("\($0)") }.count
    let accounts = try (2014...2021).flatMap { try rows("accounts-\($0)") }.count
    let pieces = try Dictionary(grouping: rows("project-pieces")) { $0[1] }.mapValues(\.count)
    let photographs = try Dictionary(grouping: rows("photographs")) { $0[1] == "012" }

    #expect(try rows("2024").count == 61)
    #expect(papers2023 - decided == 43)
    #expect(decided == 75)
    #expect(try rows("2022").count == 187)
    #expect(try rows("2021").count == 203)
    #expect(older == 4_807)
    #expect(try rows("accounts-2022").count == 36)
    #expect(accounts == 376)
    #expect(pieces[""] == 12)
    #expect(pieces["005"] == 9)
    #expect(pieces.values.reduce(0, +) == 69)
    #expect(photographs[true]?.count == 7)
    #expect(photographs[false]?.count == 36)
  }

  @Test func `no key names two papers`() throws {
    let lists =
      (2013...2022).map(String.init) + [
        "2023-sent", "2023-received", "2023-by-hand", "2024", "project-pieces", "project-volumes",
        "photographs", "photo-groups",
      ]
    let accounts = (2014...2022).map { "accounts-\($0)" }
    let keys = try (lists + accounts).flatMap { try rows($0).map { String($0[0]) } }

    #expect(Set(keys).count == keys.count)
  }
}

@Suite struct TypeDataTests {
  @Test func `every type file of the program can be read`() throws {
    let types = try TypeFiles.load(from: [data.appendingPathComponent("archive-types")])

    #expect(
      types.all.map(\.id) == ["WS", "KU", "KJ·JJ", "KJ·KY", "KJ·SB", "ZP", "SW", "ZY"])
    #expect(types[id: "KU"]?.counts == .volumes)
    #expect(types[id: "KJ·JJ"]?.counts == .items)
    #expect(types[id: "ZP"]?.counts == .items)
  }

  @Test func `no type file has a fault`() throws {
    let own = data.deletingLastPathComponent().appendingPathComponent("Tests/TestSupport/Types")
    let types = try TypeFiles.load(from: [data.appendingPathComponent("archive-types"), own])

    #expect(types.all.flatMap { type in type.faults.map { "\(type.id) \($0.text)" } } == [])
  }

  @Test func `a type is added by one file`() throws {
    let own = data.deletingLastPathComponent().appendingPathComponent("Tests/TestSupport/Types")
    let types = try TypeFiles.load(from: [data.appendingPathComponent("archive-types"), own])

    #expect(types[id: "ZY·HY"]?.fields.map(\.name) == ["持证人", "证号"])
    #expect(types[id: "ZY·HY"]?.periods.map(\.rawValue) == ["Y", "D60"])
  }
}
