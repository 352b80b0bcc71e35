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

  /// A group of two photographs, the first with who is on it.
  private func group(_ office: Office) throws -> ItemID {
    let ids = try office.papers(2, type: "ZP", org: nil, period: .permanent) { n, item in
      item.pages = n == 0 ? nil : 1
      item.extra = [
        "location": "青石镇石桥村", "photographer": "李秀英",
        "people": n == 0 ? "左起 王建国、周平" : "", "background": "一期工程三同步检查",
      ]
    }
    let place = FiledUnder(type: "ZP", facts: SeriesFacts(year: 2023, period: .permanent))
    return try office.archive.makeVolume(title: "高标准农田检查", in: place, items: ids).volume
  }

  @Test func `a group of photographs shows the fields of its type, and counts them`() throws {
    let office = try Office()
    let harness = try office.harness(.volume(try group(office)))

    harness.expectLine(contains: "高标准农田检查]  2 张")
    harness.expectLine(contains: "地点")
    harness.expectLine(contains: "摄影者")
    #expect(
      harness.lines.contains { line in
        ["001", "20230101", "青石镇石桥村", "李秀英"].allSatisfy(line.contains)
      })
    harness.expectLine(contains: "人物 左起 王建国、周平")
    harness.expectLine(contains: "背景 一期工程三同步检查")
    for word in ["mm", "页", " 件", "!"] { harness.expectNoLine(contains: word) }
  }

  @Test func `who is on the photograph follows the cursor, and Enter opens its form`() throws {
    let office = try Office()
    var harness = try office.harness(.volume(try group(office)))

    harness.press("下")
    harness.expectNoLine(contains: "左起")
    harness.press("上", "Enter")

    harness.expectLine(contains: "人物 [左起 王建国、周")
  }

  @Test func `the head of a group tells where else its event is filed`() throws {
    let office = try Office()
    let volume = try group(office)
    var note = EndNote()
    note.seeAlso = "J036-KJ·JJ·02-005"
    note.seeAlsoCarrier = "纸质"
    try office.archive.setEndNote(note, ofVolume: volume)

    let harness = try office.harness(.volume(volume))

    harness.expectLine(contains: "互见号 J036-KJ·JJ·02-005  载体 纸质")
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
