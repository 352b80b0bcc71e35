import ArchiveDomain
import GRDB

extension Archive {
  /// What the library knows that helps to read a list: departments, the table of persons, layouts
  /// remembered, the type's own fields.
  /// - Parameter type: the id of a type, its sub-class behind it; '' for lists that tell it.
  package func listOptions(type: String = "WS") throws -> ListOptions {
    try read { db in
      let schemes = try SchemeBook(db, types)
      var options = ListOptions()
      options.type = type
      if let (id, _) = TypeName.read(type, types) {
        options.unit = try schemes.scheme(of: id, year: 0).unit
        options.fields = types[id: id]?.fields ?? []
      }
      options.otherFields = types.all.flatMap(\.fields).filter { field in
        !options.fields.contains { $0.key == field.key }
      }
      options.unitName = try String.fetchOne(db, sql: "SELECT name FROM fonds ORDER BY id") ?? ""
      for org in schemes.orgs.values.sorted(by: { $0.fromYear < $1.fromYear }) {
        options.orgs[org.name] = org.name
        options.orgs[TextFold.key(org.name)] = org.name
        options.orgs[org.code] = org.name
        options.orgs[TextFold.key(org.code)] = org.name
        options.orgCodes.insert(org.code)
      }
      options.takesSecrets = try Self.isClassified(db)
      options.library = try SettingValue.read("library", in: db)?["uid"]?.text ?? ""
      options.today = session.clock.today
      for (person, value) in try SettingValue.all(under: ImportMemory.alias, in: db) {
        options.persons[person] = value["org"]?.text
      }
      for (print, value) in try SettingValue.all(under: ImportMemory.layout, in: db) {
        guard let fields = value["fields"]?.texts else { continue }
        options.layouts[print] = ListLayout(
          fields: fields, keepsNumbers: value["keeps_numbers"]?.isTrue ?? false)
      }
      return options
    }
  }
}

/// What an import remembers for the next one, as settings.
enum ImportMemory {
  // Stored.
  static let alias = "alias/"
  static let layout = "layout/"

  /// Writes the table of persons and the layouts of a plan.
  static func keep(_ plan: ImportPlan, in ledger: Ledger) throws {
    for (person, org) in plan.options.persons.sorted(by: { $0.key < $1.key }) where !person.isEmpty
    {
      try ledger.set(alias + person, ["org": .text(org)])
    }
    for sheet in plan.sheets where !sheet.fingerprint.isEmpty && sheet.dataRows > 0 {
      let width = (sheet.columns.map(\.column).max() ?? -1) + 1
      var fields = [String](repeating: ListField.ignore.key, count: width)
      for column in sheet.columns { fields[column.column] = column.field.key }
      try ledger.set(
        layout + sheet.fingerprint,
        ["fields": .texts(fields), "keeps_numbers": .flag(plan.options.keepsNumbers)])
    }
  }
}
