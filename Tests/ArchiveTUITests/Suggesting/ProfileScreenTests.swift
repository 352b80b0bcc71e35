import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct ProfileScreenTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("lantai-profile-" + UUID().uuidString)

  /// A library with three papers of the county government.
  private func library() throws -> Archive {
    let session = Session(
      operatorName: "张老师", osUser: "test", host: "test", program: "lantai test",
      clock: .fixed(on: Desk.sample.today))
    let opening = Opening(
      session: session, types: try TypeFiles.load(from: [dataFolder.archiveTypes]),
      knowledge: Knowledge(dataFolder), fileSystem: .local)
    let archive = try Archive.create(at: folder, Founding(name: Desk.sample.unit), opening)
    let papers = ["关于春耕的通知", "关于防汛的通知", "关于秋收的通知"].map { title in
      var paper = NewRecord(type: "WS", title: title)
      paper.item.issuer = "云岭县人民政府"
      paper.item.direction = .superior
      return paper
    }
    _ = try archive.create(papers)
    return archive
  }

  @Test func `what the holdings suggest is listed, ticked and kept`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    var harness = try ScreenHarness(ProfileScreen(.sample), archive: archive, size: .large)
    harness.expectLine(contains: "云岭县人民政府")

    harness.press("空格", "Enter")

    #expect(try archive.fonds()?.profile.superiors == ["云岭县人民政府"])
    harness.expectLine(contains: "* 上级")
  }

  @Test func `nothing is kept that was not ticked`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    var harness = try ScreenHarness(ProfileScreen(.sample), archive: archive, size: .large)

    harness.press("Enter")

    #expect(try archive.fonds()?.profile.isEmpty == true)
    harness.expectLine(contains: "没有改动")
  }

  @Test func `earlier decisions are forgotten after a question`() throws {
    let archive = try library()
    defer { try? FileManager.default.removeItem(at: folder) }
    var harness = try ScreenHarness(ProfileScreen(.sample), archive: archive, size: .large)

    harness.press("F8")
    #expect(try archive.learnsSince() == 0)
    harness.press("Tab", "Enter")

    #expect(try archive.learnsSince() > 0)
  }
}
