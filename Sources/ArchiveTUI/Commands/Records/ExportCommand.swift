import ArchiveStore
import ArgumentParser
import Foundation

/// `lantai export`: the catalogue as a file that comes in again unchanged.
struct ExportCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "cli.help.export")

  @Option(help: .init("cli.help.out", valueName: "file"))
  var out: String

  @OptionGroup var filter: FilterOptions
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let file = URL(fileURLWithPath: out)
    guard let format = ExportFormat(of: file) else {
      throw Ending.usage("cli.export.format", ["name": .text(file.lastPathComponent)])
    }
    let archive = try surroundings.open()
    let exported = try archive.export(filter.filter(in: archive), to: file, format)
    try surroundings.report(
      "cli.export.done", ["n": .number(exported.count), "path": .text(file.path)])
    if exported.leftOut > 0 {
      surroundings.note("cli.export.left-out", ["n": .number(exported.leftOut)])
    }
  }
}
