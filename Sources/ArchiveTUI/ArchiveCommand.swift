import ArchiveStore
import ArgumentParser
import Foundation

/// `lantai`: without a subcommand it opens the workbench.
@main
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lantai", abstract: "cli.help.lantai", version: ProgramVersion.text,
    groupedSubcommands: [
      CommandGroup(
        name: "cli.group.start",
        subcommands: [OpenCommand.self, DemoCommand.self, InitCommand.self]),
      CommandGroup(
        name: "cli.group.records",
        subcommands: [
          ImportCommand.self, FindCommand.self, ListCommand.self, EditCommand.self,
          RemoveCommand.self, ExportCommand.self, StatsCommand.self, CheckCommand.self,
          GapsCommand.self,
        ]),
      CommandGroup(
        name: "cli.group.arranging",
        subcommands: [
          SuggestCommand.self, ClassifyCommand.self, ExcludeCommand.self, ReadmitCommand.self,
          VolumeCommand.self,
          BindCommand.self, UnbindCommand.self, FileCommand.self, UnfileCommand.self,
          StampCommand.self,
        ]),
      CommandGroup(
        name: "cli.group.journal",
        subcommands: [LogCommand.self, UndoCommand.self, RedoCommand.self, VerifyCommand.self]),
      CommandGroup(
        name: "cli.group.unit",
        subcommands: [
          SchemeCommand.self, OrgCommand.self, ScheduleCommand.self, SettingCommand.self,
        ]),
      CommandGroup(
        name: "cli.group.program",
        subcommands: [KeysCommand.self, TypesCommand.self, DoctorCommand.self]),
    ],
    defaultSubcommand: OpenCommand.self)

  /// Runs the command of the process's arguments and ends the process with its status.
  static func main() {
    // A file longer than the system allows is an error of writing, with its sentence, and no end.
    signal(SIGXFSZ, SIG_IGN)
    let words = CommandWords(CommandLine.arguments.dropFirst())
    do {
      var command = try parseAsRoot(words.arguments)
      try command.run()
    } catch {
      Foundation.exit(Parting(error, words).say())
    }
  }
}
