import ArchiveStore
import ArgumentParser
import Foundation
import TerminalKit

/// The program: without a subcommand it opens the workbench.
@main
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lantai")

  @Option(name: [.customShort("L"), .long]) var library: String?
  @Option var data: String?

  func run() throws {
    guard let folder = DataFolder.find(named: data) else { throw ExitCode(3) }
    let config = Config.load()
    let phrases = try Phrases.load(language: config.options.language, from: folder.languages)
    let opening = Opening(
      session: .current(), types: try TypeFiles.load(from: [folder.archiveTypes]))
    let archive = try library.map { try Archive.open(at: URL(fileURLWithPath: $0), opening) }
    try Program(options: config.options, phrases: phrases, config: config, opening: opening)
      .run(archive)
  }
}
