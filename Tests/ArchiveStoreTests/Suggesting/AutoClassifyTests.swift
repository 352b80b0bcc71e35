import ArchiveDomain
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

/// Periods filled by suggestion, precedents and the profile, in a library.
@Suite struct AutoClassifyTests {
  private let library: TestLibrary
  private let archive: Archive

  init() throws {
    library = try Archive.withSamples()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var opening = TestLibrary.opening()
    opening.knowledge = Knowledge(DataFolder(root.appendingPathComponent("data")))
    archive = try Archive.open(at: library.folder, opening)
  }

  /// Papers of the inbox, of 2023 and the first department.
  private func papers(_ titles: [String], issuer: String = "云岭县农业农村局") throws -> [ItemID] {
    try library.papers(titles.count, SeriesFacts(year: 2023, orgID: 1)) { n, item in
      item.title = titles[n]
      item.issuer = issuer
      item.direction = issuer == "云岭县农业农村局" ? .own : .superior
    }
  }

  @Test func `what is certain is filled with its row, what is open is left`() throws {
    defer { library.remove() }
    let ids = try papers(["2023年度工作总结", "关于更换仪器的请示", "工作简报第3期"])

    let result = try archive.classifyBySuggestion(confidence: 0.8, isRehearsal: false)

    #expect(try library.items(ids).map(\.period) == [.permanent, .unknown, .d10])
    #expect(try library.items(ids).map(\.basis) == ["ling8:8.8.1", "", "ling8:8.5.2"])
    #expect(result.left == 1)
  }

  @Test func `what is not filed goes with its row, and all goes back together`() throws {
    defer { library.remove() }
    let ids = try papers(["重份文件（第3号）", "2023年度工作总结"])

    let result = try archive.classifyBySuggestion(confidence: 0.8, isRehearsal: false)

    #expect(try library.items(ids).map(\.state) == [.excluded, .classified])
    #expect(try library.item(ids[0]).basis == "ling8:a4.2.1")
    #expect(result.done?.excluded.seq != nil)
    #expect(try archive.entry(try #require(result.done?.excluded.seq))?.action == "exclude")
  }

  @Test func `what is not certainly to be left out stays, whatever confidence is asked for`() throws
  {
    defer { library.remove() }
    let ids = try papers(["关于表彰全县植树先进个人的决定"], issuer: "云岭县人民政府")
    let found = try archive.suggestions().first { $0.item.id == ids[0] }?.suggestion

    let result = try archive.classifyBySuggestion(confidence: 0.5, isRehearsal: false)

    #expect(found?.outcome == .notFiled)
    #expect(found?.isCertain == false)
    #expect(result.excluded == 0)
    #expect(try library.item(ids[0]).state == .inbox)
  }

  @Test func `a period that is there already stays`() throws {
    defer { library.remove() }
    let ids = try papers(["2023年度工作总结"])
    try archive.classify(ids, FactChange(period: .d10, basis: "hand:逐件划定"))

    let result = try archive.classifyBySuggestion(confidence: 0, isRehearsal: false)

    #expect(result.decided.isEmpty)
    #expect(try library.item(ids[0]).period == .d10)
  }

  @Test func `a rehearsal writes nothing`() throws {
    defer { library.remove() }
    let ids = try papers(["2023年度工作总结"])
    let before = try archive.head().seq

    let result = try archive.classifyBySuggestion(confidence: 0.8, isRehearsal: true)

    #expect(result.periods == 1)
    #expect(try archive.head().seq == before)
    #expect(try library.item(ids[0]).period == .unknown)
  }

  @Test func `a higher confidence leaves more to the person`() throws {
    defer { library.remove() }
    _ = try papers(["2023年度工作总结", "关于调整保密委员会成员的通知"])

    #expect(try archive.classifyBySuggestion(confidence: 0.8, isRehearsal: true).periods == 2)
    #expect(try archive.classifyBySuggestion(confidence: 0.9, isRehearsal: true).periods == 1)
  }

  @Test func `an earlier decision is offered, until it is forgotten`() throws {
    defer { library.remove() }
    let old = try papers(["关于2022年水利维修的请示"])
    try archive.classify(old, FactChange(period: .d30, basis: "hand:一般"))
    _ = try papers(["关于2023年水利维修的请示"])

    let found = try archive.suggesting().precedents(of: "关于2023年水利维修的请示")
    #expect(found.map(\.itemID) == old)
    #expect(found.first?.outcome == .period(.d30))
    #expect(try archive.decision(on: old[0])?.operatorName == "张老师")

    try archive.forgetPrecedents()
    #expect(try archive.suggesting().precedents(of: "关于2023年水利维修的请示") == [])
    #expect(try library.item(old[0]).period == .d30)
  }

  @Test func `the profile is proposed from the holdings and kept through the journal`() throws {
    defer { library.remove() }
    _ = try papers(["关于春耕的通知", "关于秋收的通知"], issuer: "云岭县人民政府")
    _ = try papers(["关于种子抽检的通知", "关于种子市场的通知", "关于种子的通报"])

    let proposal = try archive.profileProposal()
    let superior = proposal.entries.firstIndex { $0.text == "云岭县人民政府" }
    let business = proposal.entries.firstIndex { $0.text == "种子" }
    let prefix = proposal.entries.firstIndex { $0.text == "云农发" }

    #expect(superior.map { proposal.entries[$0].part } == .superiors)
    #expect(business.map { proposal.entries[$0].count } == 3)
    #expect(prefix.map { proposal.entries[$0].part } == .prefixes)
    try archive.setProfile(
      proposal.profile(ticking: Set([superior, business].compactMap { $0 })))
    #expect(try archive.fonds()?.profile.superiors == ["云岭县人民政府"])
    #expect(try archive.fonds()?.profile.business == ["种子"])
    #expect(try archive.profileProposal().entries.filter(\.isKept).count == 2)
  }
}
