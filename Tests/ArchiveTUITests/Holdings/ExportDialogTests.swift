import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct ExportDialogTests {
  private func file() -> URL {
    FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-export-" + UUID().uuidString + ".csv")
  }

  /// Asks for 导出 from the palette and types the file.
  private func export(to file: URL, _ harness: inout ScreenHarness) {
    harness.press("F2")
    harness.type("export")
    harness.press("Enter", "Ctrl-U")
    harness.type(file.path)
    harness.press("Enter")
  }

  private func rows(of file: URL) throws -> Int {
    try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).count - 1
  }

  @Test func `the list is written, and its count told`() throws {
    let office = try Office()
    try office.papers(3)
    var harness = try office.harness(.arrange(Scope(), record: nil))
    let file = file()

    export(to: file, &harness)

    #expect(try rows(of: file) == 3)
    harness.expectSays("导出 3 件到")
  }

  @Test func `from the tree too`() throws {
    let office = try Office()
    try office.papers(3)
    var harness = try office.harness(.arrange(Scope(), record: nil))
    harness.press("左")
    let file = file()

    export(to: file, &harness)

    #expect(try rows(of: file) == 3)
  }

  @Test func `marked records alone are written`() throws {
    let office = try Office()
    try office.papers(3)
    var harness = try office.harness(.arrange(Scope(), record: nil))
    harness.press("空格", "空格")
    let file = file()

    export(to: file, &harness)

    #expect(try rows(of: file) == 2)
  }

  @Test func `a file that is there is not overwritten`() throws {
    let office = try Office()
    try office.papers(1)
    var harness = try office.harness(.arrange(Scope(), record: nil))
    let file = file()
    try Data("甲".utf8).write(to: file)

    export(to: file, &harness)

    harness.expectLine(contains: "已有这个文件")
    #expect(try String(contentsOf: file, encoding: .utf8) == "甲")
  }
}
