import ArchiveStore
import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct SetupTests {
  /// The last of the six questions, of a library that is not there yet.
  private func lastQuestion() throws -> ScreenHarness {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-setup-" + UUID().uuidString)
    let session = Session(
      operatorName: "张老师", osUser: "test", host: "test", program: "lantai test",
      clock: .fixed(on: Desk.sample.today))
    let opening = Opening(
      session: session, types: try TypeFiles.load(from: [dataFolder.archiveTypes]),
      fileSystem: .local)
    var harness = try ScreenHarness(
      FirstStartScreen(FirstStart(folder: folder, opening: opening)), archive: emptyArchive())
    harness.press("下", "Enter")
    harness.type("云岭县农业农村局")
    harness.press("Enter", "Enter", "Enter", "Enter", "Enter")
    return harness
  }

  @Test func `the last question says that Enter makes the library`() throws {
    let harness = try lastQuestion()

    harness.expectSays("最后一问。Enter 建好目录")
  }

  @Test func `the new library is told with its folder`() throws {
    var harness = try lastQuestion()

    harness.press("Enter")

    guard case .enter(let archive, _, let words?) = harness.workbench.exit else {
      Issue.record("it did not go on with new holdings")
      return
    }
    let text = try Phrases.reference().text(words)
    #expect(text == "建好了：云岭县农业农村局，目录在 \(archive.folder.path)")
    #expect(
      try String(contentsOf: archive.folder.appendingPathComponent("README.txt"), encoding: .utf8)
        .contains("lantai backup") == false)
  }
}
