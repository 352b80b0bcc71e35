/// docs/keys.md, made from the verb list.
enum KeysDocument {
  /// The whole document.
  static func markdown(_ phrases: Phrases) -> String {
    let heads = ["id", "name", "keys", "letter", "menu"].map { phrases("keys-doc.\($0)") }
    var lines = [
      "# " + phrases("keys-doc.title"), "", phrases("keys-doc.about"), "", row(heads),
      row(heads.map { _ in "---" }),
    ]
    lines += VerbEntry.all.map { row(cells($0, phrases)) }
    lines += ["", "## " + phrases("keys-doc.never"), "", phrases("keys-doc.never-list")]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func cells(_ entry: VerbEntry, _ phrases: Phrases) -> [String] {
    let keys = entry.keys.map { KeyName.phrase(.key($0)) }
    let characters = entry.characters.map { KeyName.phrase(.character($0)) }
    let letters = entry.letters.map { "`\($0)`" }
    let menu = entry.menu.map { phrases("menu.\($0.rawValue)") } ?? ""
    let name = phrases.text(entry.verb.name)
    return [
      "`\(entry.verb.rawValue)`",
      entry.isLater ? name + " " + phrases("keys-doc.later") : name,
      (keys + characters).map { "`\(phrases.text($0))`" }.joined(separator: " "),
      letters.joined(separator: " "), menu,
    ]
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }
}
