import ArchiveDomain

/// Reads what was typed in a field into the record; never guesses.
struct FieldReader {
  var context: DateContext

  /// Sets a field that is no fact of the class.
  /// - Throws: `Refusal.badField` with the key of what is wrong, `.noTitle`.
  func set(_ field: RecordField, _ text: String, in item: inout Item) throws {
    switch field {
    case .title:
      let title = TitleText.tidy(text)
      guard !title.isEmpty else { throw Refusal.noTitle }
      item.title = title
    case .docNo: item.docNo = DocNumber.normalize(text)
    case .date: item.archivalDate = try date(text)
    case .pages, .pageFrom, .count, .secretYears: try setNumber(field, text, in: &item)
    case .secrecy, .access, .publicity, .direction: try setWord(field, text, in: &item)
    case .issuer: item.issuer = TextFold.trimmed(text)
    case .carrier: item.carrier = TextFold.trimmed(text)
    case .persons: item.persons = TextFold.trimmed(text)
    case .keywords: item.keywords = TextFold.trimmed(text)
    case .note: item.note = TextFold.trimmed(text)
    case .formerCode: item.formerCode = TextFold.trimmed(text)
    case .basis: item.basis = TextFold.trimmed(text)
    case .type, .sub, .year, .retention, .org, .project, .catalogueNo: break
    }
  }

  private func date(_ text: String) throws -> ArchivalDate {
    switch DateReader.read(text, context) {
    case .date(let date): return date
    case .empty: return .unknown
    case .fault(let fault): throw Refusal.badField(field: "date", why: fault.key)
    }
  }

  private func setNumber(_ field: RecordField, _ text: String, in item: inout Item) throws {
    let number = try number(field, text)
    switch field {
    case .pages: item.pages = number
    case .pageFrom: item.pageFrom = number
    case .count: item.count = number ?? 1
    default: item.secretYears = number
    }
  }

  /// A whole number; a range of pages counts them.
  private func number(_ field: RecordField, _ text: String) throws -> Int? {
    switch PageText.read(text) {
    case .empty: return nil
    case .pages(let number): return number
    case .range(let first, let pages):
      if field == .pages { return pages }
      if field == .pageFrom { return first }
      throw Refusal.badField(field: field.rawValue, why: "not-a-number")
    case .doubtful, .unreadable:
      throw Refusal.badField(field: field.rawValue, why: "not-a-number")
    }
  }

  private func setWord(_ field: RecordField, _ text: String, in item: inout Item) throws {
    let word = TextFold.key(text)
    switch field {
    case .secrecy: item.secrecy = try named(field, word, Secrecy.allCases, \.name)
    case .access: item.access = try named(field, word, Access.allCases, \.name)
    case .publicity: item.publicity = try named(field, word, Publicity.allCases, \.name)
    default: item.direction = try named(field, word, Direction.allCases, \.name)
    }
  }

  /// The value whose stored word or whose term was typed; 无 and nothing are the empty one.
  private func named<T: RawRepresentable>(
    _ field: RecordField, _ word: String, _ all: [T], _ name: (T) -> String
  ) throws -> T where T.RawValue == String {
    let wanted = word == "无" ? "" : word
    guard let value = all.first(where: { $0.rawValue == wanted || name($0) == wanted }) else {
      throw Refusal.badField(field: field.rawValue, why: "unknown-word")
    }
    return value
  }
}
