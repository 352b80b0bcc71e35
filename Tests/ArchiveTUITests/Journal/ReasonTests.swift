import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct ReasonTests {
  @Test func `F4 writes a reason beside the entry under the cursor`() throws {
    let office = try Office()
    try office.papers(1)
    let seq = try office.archive.head().seq
    var harness = try office.harness(.timeline(nil))

    harness.press("F4")
    harness.type("按局办会议纪要")
    harness.press("Enter")

    #expect(try office.archive.explanations()[seq]?.map(\.reason) == ["按局办会议纪要"])
    harness.expectSays("第 \(seq) 条的原因补上了")
    harness.expectLine(contains: "补的原因  按局办会议纪要（张老师 04-25")
    harness.expectLine(contains: "补原因")
  }

  @Test func `what an entry changed is read when the cursor rests, not at each step`() throws {
    let office = try Office()
    for _ in 0..<4 { try office.papers(1) }
    var harness = try office.harness(.timeline(nil))

    harness.send(.key(.down), .key(.down), .key(.down))

    let screen = try #require(harness.workbench.top as? TimelineScreen)
    #expect(screen.rehearsals.count == 2)
    #expect(screen.rehearsal?.entry.seq == screen.list.current?.id)
  }

  @Test func `a check says that all is well, and the time line when it was`() throws {
    let office = try Office()
    try office.papers(2)
    var harness = try office.harness(.timeline(nil))
    harness.expectNoLine(contains: "核对无误")

    harness.press("F2")
    harness.type("hdjy")
    harness.press("Enter")

    harness.expectSays("核对无误：")
    #expect(harness.lines[1].hasSuffix(" 核对无误"))
  }
}
