import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct VolumeScreenTests {
  @Test func `F6 lifts a piece, Enter drops it, pages follow`() throws {
    let office = try Office()
    let (volume, ids) = try office.volume(3)
    var harness = try office.harness(.volume(volume))

    harness.press("F6", "下", "Enter")

    #expect(try office.archive.pieces(of: volume).map(\.id) == [ids[1], ids[0], ids[2]])
  }

  @Test func `Esc puts a lifted piece back`() throws {
    let office = try Office()
    let (volume, ids) = try office.volume(2)
    var harness = try office.harness(.volume(volume))

    harness.press("F6", "下", "Esc")

    #expect(try office.archive.pieces(of: volume).map(\.id) == ids)
    harness.expectLine(contains: "关于第1件事的通知")
  }

  @Test func `F8 takes a piece out, and the basket gives it back`() throws {
    let office = try Office()
    let (volume, _) = try office.volume(2)
    var harness = try office.harness(.volume(volume))

    harness.press("F8")
    #expect(try office.archive.pieces(of: volume).count == 1)
    harness.press("Tab", "Enter")

    #expect(try office.archive.pieces(of: volume).count == 2)
  }

  @Test func `the note at the end is written from its form`() throws {
    let office = try Office()
    let (volume, _) = try office.volume(1)
    var harness = try office.harness(.volume(volume))

    harness.press("F3")
    harness.type("20")
    harness.press("Enter", "Tab", "Tab")
    harness.expectLine(contains: "封面、备考表")
  }
}
