/// The help texts in the reader's language.
///
/// Declarations of commands stand before any language is chosen; so they hold keys of the language
/// files, `cli.help.…`, and the finished page has its words filled in here.
struct HelpText {
  private let phrases: Phrases

  init(_ phrases: Phrases) { self.phrases = phrases }

  /// The page with every key replaced by its text, and its headings in the language.
  func filled(_ page: String) -> String {
    let keys = page.replacing(/(?i)cli\.(?:help|group)\.[a-z0-9.-]*[a-z0-9]/) {
      phrases($0.output.lowercased())
    }
    return Self.headings.reduce(keys) { $0.replacing($1.english, with: phrases($1.key)) }
  }

  private static let headings: [(english: String, key: String)] = [
    ("OVERVIEW: ", "cli.page.overview"), ("USAGE: ", "cli.page.usage"),
    ("ARGUMENTS:", "cli.page.arguments"), ("OPTIONS:", "cli.page.options"),
    (" SUBCOMMANDS:", "cli.page.group-end"), ("SUBCOMMANDS:", "cli.page.commands"),
    ("<subcommand>", "cli.page.command"),
    ("Show the version.", "cli.page.version"), ("Show help information.", "cli.page.help"),
    ("Show subcommand help information.", "cli.page.help-command"),
    ("for detailed help.", "cli.page.more"), ("  See '", "cli.page.see"),
    ("(default)", "cli.page.default"), ("(default: ", "cli.page.default-is"),
    ("(values: ", "cli.page.values"), ("; default: ", "cli.page.and-default"),
  ]
}
