import ArchiveDomain
import ArchiveStore
import TerminalKit

/// The fields of 著录单 for one record, and what an edit of one of them is.
struct RecordFields: Sendable {
  let record: RecordView
  let type: ArchiveType?

  // The fields that are no `RecordField`.
  static let parts = "parts"
  static let reason = "reason"
  static let code = "code"
  private static let own = "extra."

  /// The field of a key of the type's own.
  static func own(_ key: String) -> String { own + key }

  /// The fields in the order in which Enter goes through them.
  var all: [FormField] {
    common + extra + [parts] + (record.item.state == .filed ? [reason] : [])
  }

  private var common: [FormField] {
    let keys: [RecordField] = [
      .title, .docNo, .date, .year, .issuer, .org, .pages, .retention, .secrecy, .type, .persons,
      .keywords, .note,
    ]
    var fields = keys.map { field($0) }
    if !record.item.formerCode.isEmpty { fields.append(field(.formerCode)) }
    var code = FormField(Self.code, Phrase("form.label.code"), record.item.code)
    code.lock = Phrase(record.item.state.isFixed ? "form.lock.filed" : "form.lock.code")
    fields.insert(code, at: 2)
    return fields
  }

  private func field(_ key: RecordField) -> FormField {
    let told = type?.required ?? ArchiveType.standardRequired
    let required = [RecordField.title] + told.compactMap { RecordField(rawValue: $0) }
    var field = FormField(
      key.rawValue, Phrase("form.label.\(key.rawValue)"), text(key.rawValue),
      required: required.contains(key))
    if record.item.state.isGone {
      field.lock = Phrase("form.lock.gone")
    } else if key.isFact, record.item.state == .filed {
      field.lock = Phrase("form.lock.filed")
    } else if key.isFact, record.item.state == .arranged {
      field.note = Phrase("form.renumbers")
    }
    return field
  }

  private var extra: [FormField] {
    (type?.fields ?? []).map { own in
      FormField(
        Self.own + own.key, .text(own.name), record.item.extra?[own.key] ?? "",
        required: own.required)
    }
  }

  private var parts: FormField {
    FormField(Self.parts, Phrase("form.label.parts"), PartsText.text(record.parts))
  }

  private var reason: FormField {
    FormField(Self.reason, Phrase("form.label.reason"), required: true)
  }

  // MARK: Values

  /// What stands in a field of this record; its type by name and code.
  func text(_ id: String) -> String {
    id == RecordField.type.rawValue ? typeText : Self.text(id, of: record)
  }

  /// 文书 WS, 会计 KU·01.
  private var typeText: String {
    let code = record.holdingsClass.typeAndSub
    return type.map { $0.name + " " + code } ?? code
  }

  /// What stands in a field of the record.
  static func text(_ id: String, of record: RecordView) -> String {
    if id == parts { return PartsText.text(record.parts) }
    if id == code { return record.item.code }
    if id.hasPrefix(own) { return record.item.extra?[String(id.dropFirst(own.count))] ?? "" }
    return RecordField(rawValue: id).map { text($0, of: record) } ?? ""
  }

  private static func text(_ field: RecordField, of record: RecordView) -> String {
    let item = record.item
    let series = record.holdingsClass.series
    switch field {
    case .title: return item.title
    case .docNo: return item.docNo
    case .issuer: return item.issuer
    case .date: return DateWords.text(item)
    case .pages: return item.pages.map(String.init) ?? ""
    case .secrecy: return item.secrecy.name
    case .persons: return item.persons
    case .keywords: return item.keywords
    case .note: return item.note
    case .formerCode: return item.formerCode
    case .year: return series.year == 0 ? "" : String(series.year)
    case .retention: return item.period.label
    case .org: return record.holdingsClass.org?.name ?? record.item.department
    default: return ""
    }
  }

  /// The edit that puts a text into a field; nil for a field that is no part of the record.
  func edit(_ id: String, _ text: String, _ words: FieldWords) -> RecordEdit? {
    if id == Self.parts {
      guard let parts = PartsText.read(text, replacing: record.parts) else { return nil }
      var edit = RecordEdit()
      edit.parts = parts
      return edit
    }
    if id.hasPrefix(Self.own) {
      var edit = RecordEdit()
      edit.extra[String(id.dropFirst(Self.own.count))] = text
      return edit
    }
    guard let field = RecordField(rawValue: id) else { return nil }
    if field == .type {
      // 文书 WS: the code alone tells it, as a name alone does.
      return RecordEdit(field, text.split(separator: " ").last.map(String.init) ?? text)
    }
    if field == .date, case .date(let date) = words.date(text, year: year) {
      return RecordEdit(field, date.text)
    }
    return RecordEdit(field, text)
  }

  // MARK: Checking

  /// What is wrong with a text in a field.
  func fault(_ id: String, _ text: String, _ words: FieldWords) -> Phrase? {
    if id == Self.parts { return partsFault(text) }
    if id == RecordField.type.rawValue { return nil }
    return words.fault(id, text, year: year, type: type)
  }

  private var year: Year { record.holdingsClass.series.year }

  private func partsFault(_ text: String) -> Phrase? {
    guard let parts = PartsText.read(text) else { return Phrase("form.bad.parts") }
    let faults = PartsCheck.faults(parts, pages: nil, title: record.item.title)
    return faults.first { !$0.isWarning && !isOfPages($0) }.map { Phrase($0) }
  }

  private func isOfPages(_ fault: PartFault) -> Bool {
    if case .noPages = fault { true } else { false }
  }
}
