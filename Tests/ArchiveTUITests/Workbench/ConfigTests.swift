import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct ConfigTests {
  @Test func `looks and letters are read`() {
    let config = Config(
      "theme: light\nletters: true\nborders: ascii\nambiguous-width: 2\nmouse: false\n")

    #expect(config.faults.isEmpty)
    #expect(config.options.theme == .light)
    #expect(config.options.letters)
    #expect(config.options.borders == .ascii)
    #expect(config.options.ambiguousWidth == 2)
    #expect(!config.options.mouse)
  }

  @Test func `a key of one's own is read`() {
    let config = Config("keys:\n  export: [f12]\n  history: alt-t\n")

    #expect(config.bindings[.history] == [.key(.alt("t"))])
    #expect(config.bindings[.export] == [.key(.function(12))])
  }

  @Test func `a wrong line is told by its number and passed over`() {
    let config = Config("theme: light\nkeys:\n  export: ctrl-i\n  nothing: f12\ncolour: red\n")

    #expect(config.faults.map(\.line) == [3, 4, 5])
    #expect(config.options.theme == .light)
    #expect(config.bindings.isEmpty)
  }

  @Test func `a key that another verb has is refused`() {
    let config = Config("keys:\n  export: ctrl-f\n")

    #expect(config.faults.map(\.line) == [2])
    #expect(config.bindings[.export] == nil)
  }

  @Test func `a key freed by another line may be taken`() {
    let config = Config("keys:\n  find: f12\n  export: ctrl-f\n")

    #expect(config.faults.isEmpty)
    #expect(KeyMap(bindings: config.bindings).verb(of: .control("f")) == .export)
  }

  @Test func `a file that is no YAML is told, not fatal`() {
    let config = Config("keys: [\n")

    #expect(config.faults.count == 1)
    #expect(config.options == WorkbenchOptions())
  }
}
