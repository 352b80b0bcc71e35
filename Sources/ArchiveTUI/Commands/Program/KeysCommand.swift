import ArgumentParser

/// `lantai keys`: the verbs and their keys, as Markdown.
struct KeysCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "keys", abstract: "cli.help.keys")

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    try surroundings.console.write(Array(KeysDocument.markdown(surroundings.phrases).utf8))
  }
}

/// `lantai types`: the archive types, as Markdown.
struct TypesCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "types", abstract: "cli.help.types")

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let text = TypesDocument(surroundings.types, surroundings.phrases).markdown
    try surroundings.console.write(Array(text.utf8))
  }
}
