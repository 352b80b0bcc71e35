import ArchiveDomain
import ArgumentParser

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(name: [.customShort("L"), .long], help: .init("cli.help.library", valueName: "dir"))
  var library: String?

  @Option(help: .init("cli.help.lang", valueName: "zh|en"))
  var lang: String?

  @Option(name: .customLong("operator"), help: .init("cli.help.operator", valueName: "name"))
  var operatorName: String?

  @Flag(help: "cli.help.read-only")
  var readOnly = false

  @Option(help: .init("cli.help.data", valueName: "dir"))
  var data: String?

  @Option(help: .init("cli.help.today", valueName: "date"))
  var today: CalendarDate?
}

/// A command that works in the surroundings of this run.
protocol LantaiCommand: ParsableCommand {
  var global: GlobalOptions { get }

  /// Does the work; what it throws is said in a sentence, and decides the exit status.
  func run(in surroundings: Surroundings) throws
}

extension LantaiCommand {
  func run() throws {
    let surroundings = try Surroundings(global)
    do {
      try run(in: surroundings)
      try surroundings.console.flush()
    } catch let code as ExitCode {
      throw code
    } catch {
      let ending = Ending(error)
      try? surroundings.console.flush()
      surroundings.complain(ending)
      throw ExitCode(ending.status.rawValue)
    }
  }
}
