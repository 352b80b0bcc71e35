import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// What entries did, in words finer than their action.
@Suite struct DeedTests {
  private let library: TestLibrary
  private var archive: Archive { library.archive }

  init() throws { library = try Archive.withSamples() }

  private func lastTopic() throws -> Deed.Topic? {
    try archive.entries(limit: 1).first?.deed.topic
  }

  @Test(arguments: [
    ("classified", Deed.Topic.classifiedMachine), ("alias/王芳", .person), ("boxing", .boxing),
    ("persons", .accountName),
    ("check-up/无页数/2", .notAFault),
  ])
  func `a setting is called by what it sets`(key: String, topic: Deed.Topic) throws {
    defer { library.remove() }

    try archive.set(key, to: ["a": .text("b")])

    #expect(try lastTopic() == topic)
  }

  @Test func `an answer tells what came of asking and for how many`() throws {
    defer { library.remove() }
    try library.papers(3, SeriesFacts(year: 2023, orgID: 1)) { n, item in
      item.docNo = "云农发〔2023〕\([1, 3, 6][n])号"
      item.issuer = "云岭县农业农村局"
      item.direction = .own
    }
    let gaps = try archive.gaps(on: TestLibrary.today, year: 2023).open

    try archive.answer(gaps, .void, note: "打错号", on: TestLibrary.today)

    let deed = try #require(try archive.entries(limit: 1).first?.deed)
    #expect(deed.topic == .gapAnswer)
    #expect(deed.answer?.outcome == .void)
    #expect(deed.answer?.count == gaps.count)
    #expect(deed.answer?.numbers.first == "云农发〔2023〕2号")
  }

  @Test func `a profile is no change of the unit's name`() throws {
    defer { library.remove() }
    var fonds = try #require(try archive.fonds())

    try archive.setProfile(FondsProfile(names: ["县农业局"]))
    #expect(try lastTopic() == .profile)

    fonds = try #require(try archive.fonds())
    fonds.name = "云岭县农业局"
    try archive.editFonds(fonds)
    #expect(try lastTopic() == .unit)
  }

  @Test func `precedents cleared are called so`() throws {
    defer { library.remove() }

    try archive.forgetPrecedents()

    #expect(try lastTopic() == .forgetting)
  }

  @Test func `a table taken in and a row retired are told apart`() throws {
    defer { library.remove() }
    let row = ScheduleRow(code: "1", item: "局务会议纪要", period: .one(.permanent))
    try archive.importSchedule(.own(name: "本局", rows: [row]))
    #expect(try lastTopic() == .scheduleImport)

    try archive.retireScheduleRow("1", of: "本局", reason: "新表没有")
    #expect(try lastTopic() == .scheduleRetire)
  }

  @Test func `what its action says in full has no topic`() throws {
    defer { library.remove() }
    try library.papers(1, SeriesFacts(year: 2023, orgID: 1)) { _, _ in }

    #expect(try lastTopic() == nil)
  }

  @Test func `a take-back tells the topic of what went back`() throws {
    defer { library.remove() }
    try archive.set("classified", to: ["machine": .flag(true)])

    let taken = try archive.takeBack(group: archive.undoable())

    #expect(taken.map(\.deed.topic) == [.classifiedMachine])
  }
}
