import Testing

@testable import ArchiveTUI

@Suite struct KeysDocumentTests {
  @Test func `every verb has a row with its keys`() throws {
    let document = KeysDocument.markdown(try .reference())

    #expect(document.contains("| `find` | 查找 | `Ctrl-F` `/` |  | 查看 |"))
    #expect(document.contains("| `undo` | 撤销 | `Ctrl-Z` | `u` | 整理 |"))
    for verb in Verb.allCases { #expect(document.contains("| `\(verb.rawValue)` |")) }
  }
}
