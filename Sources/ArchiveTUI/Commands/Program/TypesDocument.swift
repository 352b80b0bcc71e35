import ArchiveDomain
import ArchiveStore

/// docs/types.md, made from the type files.
struct TypesDocument {
  private let types: TypeFiles
  private let phrases: Phrases

  init(_ types: TypeFiles, _ phrases: Phrases) {
    self.types = types
    self.phrases = phrases
  }

  /// The whole document: a table of all types, then a section a type.
  var markdown: String {
    let heads = ["id", "name", "unit", "template", "periods", "counts"].map { word("head.\($0)") }
    var lines = ["# " + word("title"), "", word("about"), ""]
    lines += [row(heads), row(heads.map { _ in "---" })]
    lines += types.all.map { row(summary($0)) }
    for type in types.all { lines += [""] + section(type) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func summary(_ type: ArchiveType) -> [String] {
    [
      "`\(type.id)`", type.name, type.unit.name, "`\(type.template)`", periods(type.periods),
      type.word,
    ]
  }

  private func section(_ type: ArchiveType) -> [String] {
    var lines = ["## \(type.name) `\(type.id)`", ""]
    if let other = type.otherTemplate {
      let unit: ArrangementUnit = type.unit == .item ? .volume : .item
      lines.append("- \(unit.name)：`\(other)`")
    }
    lines.append("- \(word("levels"))：" + type.levels.levels.map(level).joined(separator: "-"))
    lines.append("- \(word("number"))：\(type.numberName)")
    lines.append("- \(word("boxed"))：" + boxed(type))
    if let perBox = type.perBox { lines.append("- \(word("per-box"))：\(perBox)") }
    lines.append("- \(word("required"))：" + type.required.map(field).joined(separator: "、"))
    if !type.source.isEmpty { lines.append("- \(word("source"))：\(type.source)（\(type.sure)）") }
    return lines + subs(type) + fields(type)
  }

  /// 是, or 是；凭证 否 where a sub-class is otherwise.
  private func boxed(_ type: ArchiveType) -> String {
    func answer(_ isBoxed: Bool) -> String { word(isBoxed ? "yes" : "no") }
    let others = type.subs.filter { type.isBoxed(sub: $0.code) != type.boxed }
    return ([answer(type.boxed)] + others.map { $0.name + " " + answer(!type.boxed) })
      .joined(separator: "；")
  }

  private func subs(_ type: ArchiveType) -> [String] {
    guard !type.subs.isEmpty else { return [] }
    let heads = ["sub", "name", "periods", "counts"].map { word("head.\($0)") }
    return ["", row(heads), row(heads.map { _ in "---" })]
      + type.subs.map { sub in
        row([
          "`\(sub.code)`", sub.name, periods(sub.periods ?? type.periods), sub.word ?? type.word,
        ])
      }
  }

  private func fields(_ type: ArchiveType) -> [String] {
    guard !type.fields.isEmpty else { return [] }
    let heads = ["key", "name", "kind", "needed"].map { word("head.\($0)") }
    return ["", row(heads), row(heads.map { _ in "---" })]
      + type.fields.map { field in
        row([
          "`\(field.key)`", field.name, word("kind.\(field.type.rawValue)"),
          field.required ? word("yes") : "",
        ])
      }
  }

  private func periods(_ periods: [RetentionPeriod]) -> String {
    periods.isEmpty ? word("any") : periods.map(\.label).joined(separator: "、")
  }

  private func level(_ level: SchemeLevel) -> String {
    phrases.text(.word("level", level.rawValue))
  }
  private func field(_ key: String) -> String { phrases.text(.field(key)) }
  private func word(_ key: String) -> String { phrases("cli.types.\(key)") }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }
}
