import ArchiveDomain
import ArchiveStore
import TestSupport
import Testing

@Suite struct GapTests {
  private func library(_ numbers: [Int]) throws -> TestLibrary {
    let library = try Archive.withSamples()
    try library.archive.create(
      numbers.map { number in
        var facts = SeriesFacts(year: 2023)
        facts.orgID = 1
        var record = NewRecord(type: "WS", title: "关于第\(number)件事的通知", facts: facts)
        record.item.docNo = "云农发〔2023〕\(number)号"
        record.item.issuer = "云岭县农业农村局"
        return record
      })
    return library
  }

  private func gaps(_ archive: Archive) throws -> Gaps {
    try archive.gaps(on: TestLibrary.today)
  }

  @Test func `missing numbers are read with their department`() throws {
    let library = try library([1, 2, 4])
    defer { library.remove() }

    let gap = try #require(gaps(library.archive).open.first)

    #expect(gap.docNumber == "云农发〔2023〕3号")
    #expect(gap.ask == "办公室")
  }

  @Test func `an answer is a setting with an entry of its own`() throws {
    let library = try library([1, 2, 4])
    defer { library.remove() }
    let before = try library.archive.head().seq

    try library.archive.answer(
      gaps(library.archive).open, .void, note: "打错号", on: TestLibrary.today)

    let value = try library.archive.setting("gap/number/云农发/2023/3")
    #expect(value?["outcome"] == .text("void"))
    #expect(value?["note"] == .text("打错号"))
    #expect(value?["by"] == .text("张老师"))
    #expect(try library.archive.head().seq == before + 1)
    #expect(try library.archive.entries(limit: 1).first?.action == "setting")
    #expect(try gaps(library.archive).open.isEmpty)
  }

  @Test func `an answer taken back is a gap again`() throws {
    let library = try library([1, 2, 4])
    defer { library.remove() }
    let written = try library.archive.answer(
      gaps(library.archive).open, .unissued, note: "", on: TestLibrary.today)

    try library.archive.takeBack(#require(written.seq))

    #expect(try gaps(library.archive).open.count == 1)
    #expect(try library.archive.setting("gap/number/云农发/2023/3") == nil)
  }

  @Test func `a second answer takes the place of the first`() throws {
    let library = try library([1, 2, 4])
    defer { library.remove() }
    let all = try gaps(library.archive).all
    try library.archive.answer(all, .came, note: "", on: TestLibrary.today)

    try library.archive.answer(all, .void, note: "", on: TestLibrary.today)

    #expect(try gaps(library.archive).all.map(\.answer?.outcome) == [.void])
  }
}
