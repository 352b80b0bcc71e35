import ArchiveStore
import ArgumentParser
import Foundation
import SampleHoldings
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

  @Flag(help: "cli.help.practice")
  var practice = false

  @OptionGroup var looks: LooksOptions
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    if let fault = TerminalGate.check() { throw fault }
    if practice { return try openPractice(surroundings) }
    let archive: Archive?
    do {
      archive = try surroundings.open()
    } catch StoreFault.noLibrary where Home.standard.first != nil {
      // The first start asks for what a library needs.
      archive = nil
    }
    try surroundings.workbench(looks).run(archive)
  }

  private func openPractice(_ surroundings: Surroundings) throws {
    let sample = SampleCopy(surroundings.data)
    try surroundings.making { try sample.ensurePractice($0) }
    try surroundings.workbench(looks).run(surroundings.open(at: sample.practice))
  }
}

/// `lantai demo`: the workbench on a throw-away copy of the sample holdings.
struct DemoCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "demo", abstract: "cli.help.demo")

  @OptionGroup var looks: LooksOptions
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    if let fault = TerminalGate.check() { throw fault }
    let sample = SampleCopy(surroundings.data)
    let folder = try surroundings.making { try sample.throwAway($0) }
    // It holds nothing of anybody.
    defer { try? FileManager.default.removeItem(at: folder) }
    try surroundings.workbench(looks).run(surroundings.open(at: folder))
  }
}

extension Surroundings {
  /// Makes a copy of the sample; says once that it takes a moment when the sample is made anew.
  fileprivate func making<T>(_ make: ((Int, Int) -> Void) throws -> T) throws -> T {
    var isTold = false
    do {
      return try make { _, _ in
        if !isTold { note("cli.sample.making") }
        isTold = true
      }
    } catch let fault as SampleFault {
      throw Ending(fault)
    }
  }

  /// The workbench as this command line wants it.
  fileprivate func workbench(_ looks: LooksOptions) throws -> Program {
    let config = Config.load()
    let options = looks.over(config.options)
    let sample = SampleCopy(data)
    let opening = opening
    var first = FirstStart(folder: folder, opening: opening, folders: .own())
    first.sample = { control in
      try sample.ensurePractice { done, total in control.report(done, of: total) }
      var opening = opening
      opening.session.clock = .fixed(on: try sample.today)
      return try Archive.open(at: sample.practice, opening)
    }
    var home = Home.standard
    home.verbs[.restoreSample] = { _ in RestoreSample.dialog(sample) }
    return Program(
      options: options, phrases: try phrases(for: options), home: home, config: config,
      firstStart: first)
  }

  /// The language of the command line, else of the person's file, else of the locale.
  private func phrases(for options: WorkbenchOptions) throws -> Phrases {
    guard global.lang == nil, options.language != Phrases.reference else { return phrases }
    return try Phrases.load(language: options.language, from: data.languages)
  }
}

extension Ending {
  /// Why the sample cannot be made: its files are wrong.
  fileprivate init(_ fault: SampleFault) {
    switch fault {
    case .badDate(let text): self = .refused("cli.sample.bad-date", ["text": .text(text)])
    case .step(let n, let at, _):
      self = .refused("cli.sample.step", ["n": .number(n), "at": .text(at)])
    case .unknown(let name): self = .refused("cli.sample.unknown", ["name": .text(name)])
    }
  }
}
