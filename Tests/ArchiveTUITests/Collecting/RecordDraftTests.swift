import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

/// What was typed in the form of a record and could not be written stays as draft.
@Suite struct RecordDraftTests {
  private let office: Office
  private let id: ItemID

  init() throws {
    office = try Office()
    id = try #require(try office.papers(2).first)
  }

  private func form(_ field: String? = nil, _ size: Size = .usual) throws -> ScreenHarness {
    try office.harness(.form(id, field: field), size)
  }

  /// The form left with a count of pages that is none.
  private func leaveWithBadPages() throws {
    var harness = try form("pages")
    harness.press("Ctrl-U")
    harness.type("三张")
    harness.press("Esc")
  }

  @Test func `leaving the program writes what Esc would write`() throws {
    var harness = try form("title")
    harness.type("后半截")

    harness.press("F10")

    #expect(try office.item(id).title.hasSuffix("后半截"))
  }

  @Test func `a wrong field stays as draft when the window is closed`() throws {
    var harness = try form("pages")
    harness.press("Ctrl-U")
    harness.type("三张")

    harness.send(.hangUp)

    try form("pages").expectLine(contains: "三张")
  }

  @Test func `a wrong field is kept as draft by Esc, and it is said`() throws {
    var harness = try form("pages")
    harness.press("Ctrl-U")
    harness.type("三张")

    harness.press("Esc")

    #expect(harness.workbench.screens.last is PlainScreen)
    harness.expectSays("留作草稿：页数")
    #expect(try office.item(id).pages == 10)
  }

  @Test func `the say line tells that the draft is on the disk as soon as the field is left`()
    throws
  {
    var harness = try form("pages")
    harness.press("Ctrl-U")
    harness.type("三张")
    #expect(harness.sayLine.hasSuffix("未写入"))

    harness.press("Tab")

    #expect(harness.sayLine.hasSuffix("草稿已存"))
  }

  @Test func `opened again the typed text stands there, marked and with its fault`() throws {
    try leaveWithBadPages()

    let harness = try form(nil, .large)

    harness.expectLine(contains: "页数 [三张")
    harness.expectLine(contains: "] 改 草稿，Ctrl-U 不要")
    harness.expectLine(contains: "页数填数字")
    #expect(harness.sayLine.hasSuffix("草稿已存"))
  }

  @Test func `what is right is on the disk, and no draft is left of it`() throws {
    var harness = try form("doc_no")
    harness.press("Ctrl-U")
    harness.type("云农函〔2023〕9号")
    harness.press("Esc")

    #expect(try office.item(id).docNo == "云农函〔2023〕9号")
    harness.press("Enter")
    #expect(!harness.sayLine.contains("草稿"))
  }

  @Test func `mended and written, the draft is gone`() throws {
    try leaveWithBadPages()
    var harness = try form("pages")
    harness.press("Ctrl-U", "Ctrl-U")
    harness.type("12")
    harness.press("Esc")
    #expect(try office.item(id).pages == 12)

    let again = try form("pages")

    again.expectLine(contains: "页数 [12")
    again.expectNoLine(contains: "草稿")
  }

  @Test func `Ctrl-U puts back what is on the disk and drops the draft`() throws {
    try leaveWithBadPages()
    var harness = try form("pages")

    harness.press("Ctrl-U")
    harness.expectLine(contains: "页数 [10")
    harness.press("Esc")

    try form("pages").expectNoLine(contains: "草稿")
  }

  @Test func `a draft that the record overtook is told beside what is there now`() throws {
    try leaveWithBadPages()
    try office.archive.edit([id], RecordEdit(.pages, "20"))

    let harness = try form("pages", .large)

    harness.expectLine(contains: "页数 [20")
    harness.expectLine(contains: "后来改过，下 取草稿 三张")
  }

  @Test func `a draft that was overtaken is never written by itself`() throws {
    var harness = try form("pages")
    harness.press("Ctrl-U")
    harness.type("三张")
    harness.press("Esc")
    try office.archive.edit([id], RecordEdit(.pages, "20"))
    let before = try office.archive.head().seq

    harness = try form("pages")
    harness.press("Tab", "Tab", "Esc")

    #expect(try office.archive.head().seq == before)
    try form("pages", .large).expectLine(contains: "取草稿 三张")
  }

  @Test func `a draft that was overtaken is taken with the arrow down`() throws {
    try leaveWithBadPages()
    try office.archive.edit([id], RecordEdit(.pages, "20"))
    var harness = try form("pages")

    harness.press("下", "Enter")

    harness.expectLine(contains: "页数 [三张")
  }

  @Test func `another field that was written since does not overtake the draft`() throws {
    try leaveWithBadPages()
    try office.archive.edit([id], RecordEdit(.docNo, "云农函〔2023〕9号"))

    try form("pages").expectLine(contains: "页数 [三张")
  }

  @Test func `PgDn keeps the draft, and PgUp shows it again`() throws {
    var harness = try form("pages")
    harness.press("Ctrl-U")
    harness.type("三张")

    harness.press("PgDn")
    harness.expectSays("留作草稿：页数")
    harness.press("PgUp")

    harness.expectLine(contains: "页数 [三张")
  }

  @Test func `nothing of a secret paper is kept as draft`() throws {
    var harness = try form("secrecy")
    harness.press("Ctrl-U")
    harness.type("机密")
    harness.press("Tab", "Esc")

    try form("secrecy").expectNoLine(contains: "机密")
  }
}
