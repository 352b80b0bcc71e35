import ArchiveStore
import ArgumentParser
import TerminalKit

/// How the workbench is to look.
struct LooksOptions: ParsableArguments {
  @Option(help: "cli.help.borders")
  var borders: Borders?

  @Option(help: "cli.help.theme")
  var theme: Theme?

  @Option(help: .init("cli.help.ambiguous-width", valueName: "1|2"))
  var ambiguousWidth: Int?

  @Flag(help: "cli.help.no-mouse")
  var noMouse = false

  @Flag(help: "cli.help.letters")
  var letters = false

  func validate() throws {
    guard let ambiguousWidth, !(1...2).contains(ambiguousWidth) else { return }
    throw ValidationError("The value '\(ambiguousWidth)' is invalid for '--ambiguous-width <1|2>'")
  }

  /// The options of the person's file, with those of the command line over them.
  func over(_ options: WorkbenchOptions) -> WorkbenchOptions {
    var options = options
    options.borders = borders ?? options.borders
    options.theme = theme ?? options.theme
    options.ambiguousWidth = ambiguousWidth ?? options.ambiguousWidth
    if noMouse { options.mouse = false }
    if letters { options.letters = true }
    return options
  }
}

extension Borders: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}

/// `lantai open`: the workbench.
struct OpenCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "open", abstract: "cli.help.open")

  @OptionGroup var looks: LooksOptions
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    if let fault = TerminalGate.check() { throw fault }
    let archive: Archive?
    do {
      archive = try surroundings.open()
    } catch StoreFault.noLibrary {
      // The first start asks for what a library needs.
      archive = nil
    }
    try surroundings.workbench(looks).run(archive)
  }
}

extension Surroundings {
  /// The workbench as this command line wants it.
  func workbench(_ looks: LooksOptions) throws -> Program {
    let config = Config.load()
    let options = looks.over(config.options)
    return Program(
      options: options, phrases: try phrases(for: options), config: config,
      firstStart: FirstStart(folder: folder, opening: opening, places: ListPlaces.known()))
  }

  /// The language of the command line, else of the person's file, else of the locale.
  private func phrases(for options: WorkbenchOptions) throws -> Phrases {
    guard global.lang == nil, options.language != Phrases.reference else { return phrases }
    return try Phrases.load(language: options.language, from: data.languages)
  }
}
