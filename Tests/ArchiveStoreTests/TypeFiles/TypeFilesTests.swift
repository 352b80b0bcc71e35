import ArchiveDomain
import ArchiveStore
import Foundation
import Testing

@Suite struct TypeFilesTests {
  private func folder(_ name: String, _ text: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-types-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    return folder
  }

  @Test func `a file that cannot be used is named with its key`() throws {
    let own = try folder(
      "wrong.yaml", "id: WS\nname: 文书\ntemplate: \"{fonds}-{type}·{year}-{item:4}\"\nlevels: org\n")
    defer { try? FileManager.default.removeItem(at: own) }

    #expect(
      throws: StoreFault.badDataFile(
        file: "wrong.yaml", place: "template", why: "level-differs: year")
    ) {
      try TypeFiles.load(from: [own])
    }
  }
}
