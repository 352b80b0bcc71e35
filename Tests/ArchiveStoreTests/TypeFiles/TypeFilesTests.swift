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

  private func types() throws -> TypeFiles {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try TypeFiles.load(from: [root.appendingPathComponent("data/archive-types")])
  }

  // Rule by-piece: Order 13 (2018)
  @Test func `papers and objects are arranged by piece, photographs may be`() throws {
    let types = try types()

    #expect(types[id: "WS"]?.unit == .item)
    #expect(types[id: "SW"]?.unit == .item)
    #expect(types[id: "ZP"]?.template(for: .item) != nil)
  }

  // Rule columns-2015: DA/T 22—2015, 5.5
  @Test func `the list of 文书 has its columns in the order of the standard`() throws {
    #expect(
      try types()[id: "WS"]?.columns
        == ["code", "doc_no", "issuer", "title", "date", "secrecy", "pages", "note"])
  }

  // Rule type-once: DA/T 13—2022, values
  @Test func `a code is one type's, the unit's own in place of the program's`() throws {
    let own = try folder(
      "ws.yaml",
      """
      id: WS
      name: 本局文书
      unit: item
      template: "{fonds}-{type}·{year}-{item:4}"
      levels: year
      periods: [Y]
      start: year
      columns: [code, title]
      forms: [item-list]
      source: ours

      """)
    defer { try? FileManager.default.removeItem(at: own) }

    let known = TypeFiles(try types().all + TypeFiles.load(from: [own]).all)

    #expect(Set(try types().all.map(\.id)).count == (try types().all.count))
    #expect(known[id: "WS"]?.name == "本局文书")
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
