import ArchiveDomain
import ArchiveStore

/// What the fields of a form may be completed with, and what is wrong in them.
struct FieldWords: Sendable {
  var orgs: [Org] = []
  var types: [ArchiveType] = []
  /// What was typed before, by field.
  var known: [WordField: [KnownWord]] = [:]
  var today: CalendarDate

  init(today: CalendarDate) { self.today = today }

  /// Reads departments, types and the words of the fields that are completed.
  init(_ archive: Archive, today: CalendarDate, _ fields: [WordField]) throws {
    self.today = today
    orgs = try archive.orgs()
    types = archive.types.all
    for field in fields { known[field] = try archive.words(field) }
  }

  // MARK: Completion

  /// What a field may be completed with: what begins like the text, then what holds it or has its
  /// initials, most frequent first; all of it for an empty field.
  func rows(for field: String, typed: String) -> [Form.Completion] {
    candidates(field).filter { Self.matches($0, typed) }.prefix(200).map { candidate in
      Form.Completion(text: candidate.text, note: note(candidate))
    }
  }

  /// A text that a field may become.
  private struct Candidate {
    let text: String
    var count = 0
    let initials: String
  }

  private func candidates(_ field: String) -> [Candidate] {
    switch field {
    case RecordField.org.rawValue:
      orgs.map {
        Candidate(text: $0.name, initials: $0.code.lowercased())
      }
    case RecordField.type.rawValue:
      types.map { Candidate(text: $0.name, initials: $0.id.lowercased()) }
    case RecordField.secrecy.rawValue:
      Secrecy.allCases.map(Self.name).map {
        Candidate(text: $0, initials: PinyinInitials.of($0))
      }
    default:
      (WordField(rawValue: field).flatMap { known[$0] } ?? []).map {
        Candidate(text: $0.text, count: $0.count, initials: $0.initials)
      }
    }
  }

  private func note(_ word: Candidate) -> String {
    word.count > 0 ? "\(word.initials.prefix(12))  \(word.count)" : word.initials
  }

  private static func matches(_ word: Candidate, _ typed: String) -> Bool {
    typed.isEmpty || word.text.contains(typed)
      || word.initials.hasPrefix(typed.lowercased())
      || PinyinInitials.of(word.text).hasPrefix(typed.lowercased())
      || PinyinSyllables.begin(word.text, typed: typed)
  }

  /// Completes initials and pinyin while one types; a text that stands for itself only when asked for.
  func offerInitials(after input: TextInput, in form: inout Form) {
    let field = form.current
    guard case .text = input, ["issuer", "org", "type"].contains(field.id),
      Self.isInitials(field.text)
    else { return }
    form.offer(rows(for: field.id, typed: field.text))
  }

  /// Whether a text can only be initials or pinyin.
  static func isInitials(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isLetter }
  }

  // MARK: Checking

  /// What is wrong with a text in a field, with an example; nil when nothing is.
  func fault(_ field: String, _ text: String, year: Year, type: ArchiveType?) -> Phrase? {
    let text = TextFold.line(text)
    guard !text.isEmpty, let field = RecordField(rawValue: field) else { return nil }
    switch field {
    case .date:
      if case .fault(let fault) = date(text, year: year) { return Phrase(fault) }
    case .pages, .pageFrom, .count:
      if case .doubtful = PageText.read(text) { return Phrase("form.bad.pages") }
      if case .unreadable = PageText.read(text) { return Phrase("form.bad.pages") }
    case .year:
      guard let year = Int(text), Years.isAccepted(year) else { return Phrase("form.bad.year") }
    case .org: return org(text, year) == nil ? Phrase("form.bad.org") : nil
    case .type: return self.type(text) == nil ? Phrase("form.bad.type") : nil
    case .secrecy: return secrecy(text) == nil ? Phrase("form.bad.secrecy") : nil
    case .retention: return PeriodTyping.fault(text, of: type)
    default: break
    }
    return nil
  }

  /// The date that a text says, month and day alone in the given year.
  func date(_ text: String, year: Year) -> DateReading {
    DateReader.read(text, DateContext(today: today, year: year == 0 ? nil : year))
  }

  /// The department of a name or a code that held in the year; else one of that name at all.
  func org(_ text: String, _ year: Year) -> Org? {
    let named = orgs.filter { $0.name == text || $0.code == text }
    return named.first { $0.isValid(in: year) } ?? named.first
  }

  /// The type of a name or an id.
  func type(_ text: String) -> ArchiveType? {
    types.first { $0.name == text || $0.id == text }
  }

  /// What stands in a field for the secrecy; none has a word too.
  static func name(_ secrecy: Secrecy) -> String {
    secrecy == .unmarked ? noSecrecy : secrecy.name
  }

  /// The trade's word for no secrecy, which is typed and read too.
  private static let noSecrecy = "\u{65E0}"

  /// The secrecy that a text says; nothing and the word for none are unmarked.
  func secrecy(_ text: String) -> Secrecy? {
    if text.isEmpty || text == Self.noSecrecy { return .unmarked }
    return Secrecy.allCases.first { $0.name == text || $0.rawValue == text }
  }
}
