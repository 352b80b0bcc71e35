import ArchiveDomain
import ArchiveStore

/// 新机构: a department that a field names and the unit does not have yet.
enum NewOrg {
  /// Whether a text may name a department; initials that fit none are only mistyped.
  static func isName(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value >= 0x3400 }
  }

  /// The department that the field 机构 names and the unit does not have, in any year.
  static func asked(by form: Form, _ orgs: [Org]) -> String? {
    let name = form.text("org").trimmed
    guard form["org"]?.fault != nil, isName(name) else { return nil }
    return orgs.contains { $0.name == name } ? nil : name
  }

  /// Asks for name and code; once it is made, the field below finds it.
  static func dialog(_ name: String, in archive: Archive) throws -> FormDialog {
    let orgs = try archive.orgs()
    let code = OrgCode.suggested(for: name.trimmed, taken: Set(orgs.map(\.code)))
    let kind = orgs.first?.kind ?? .department
    let form = Form([
      FormField("name", Phrase("org.name"), name.trimmed, width: 24, required: true),
      FormField("code", Phrase("org.code"), code, width: 10, required: true),
    ]) { field, text in
      field == "code" ? OrgRules.refusal(ofCode: text.trimmed).map { Phrase($0) } : nil
    }
    return FormDialog(
      title: Phrase("org.new"), lines: [Phrase("org.new-what")], form: form,
      agree: Phrase("org.make")
    ) { form, archive in
      var org = Org(fondsID: 0, code: form.text("code").trimmed, name: form.text("name").trimmed)
      org.kind = kind
      do {
        try archive.addOrg(org)
      } catch let refusal as Refusal {
        return .refuse(refusal)
      }
      return .done(Phrase("org.made", ["name": .text(org.name), "code": .text(org.code)]))
    }
  }
}
