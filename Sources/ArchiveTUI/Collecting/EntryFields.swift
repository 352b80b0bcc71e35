import ArchiveDomain
import ArchiveStore

/// The fields of 快速著录, and the record that they make.
struct EntryFields: Sendable {
  /// What is kept from one paper to the next.
  static let kept = ["issuer", "year", "type", "org", "secrecy"]
  /// In the order in which Enter goes through them.
  private static let order = [
    "doc_no", "title", "issuer", "date", "pages", "retention", "year", "type", "org", "secrecy",
  ]
  private static let required: Set<String> = ["title", "issuer", "date", "pages"]

  let words: FieldWords

  /// Empty fields in order, checked against each other when they are left.
  func form() -> Form {
    let fields = Self.order.map { id in
      FormField(id, Phrase("form.label.\(id)"), required: Self.required.contains(id))
    }
    return Form(fields, check: check)
  }

  /// What is wrong in a field.
  ///
  /// Month and day alone are read in the year of the form, which the screen knows.
  var check: Form.Check {
    let words = words
    return { id, text in words.fault(id, text, year: words.today.year, type: nil) }
  }

  /// The record of what stands in the form, and whether it is not to be filed.
  ///
  /// - Throws: a `Refusal` for a field that says nothing readable.
  func record(_ form: Form) throws -> (record: NewRecord, isExcluded: Bool) {
    let year = Int(TextFold.line(form.text("year"))) ?? 0
    var facts = SeriesFacts(year: year)
    facts.orgID = words.org(TextFold.line(form.text("org")), year)?.id
    let typed = TextFold.line(form.text("retention"))
    let isExcluded = typed == PeriodTyping.excluded
    if !isExcluded, !typed.isEmpty {
      guard let period = PeriodText.read(typed) else {
        throw Refusal.badField(field: "retention", why: "unknown-word")
      }
      facts.period = period
    }
    guard let type = words.type(TextFold.line(form.text("type"))) else {
      throw Refusal.badField(field: "type", why: "unknown-word")
    }
    var record = NewRecord(type: type.id, title: form.text("title"), facts: facts)
    record.item.docNo = DocNumber.normalize(form.text("doc_no"))
    record.item.issuer = TextFold.trimmed(form.text("issuer"))
    record.item.archivalDate = try date(form, year: year)
    record.item.pages = try pages(form.text("pages"))
    record.item.secrecy = words.secrecy(TextFold.line(form.text("secrecy"))) ?? .unmarked
    if facts.period.isKnown {
      record.item.basis = HandBasis.oneByOne
      record.isClassified = true
    }
    return (record, isExcluded)
  }

  /// The date as the form has it, month and day alone in its year.
  func date(_ form: Form, year: Year) throws -> ArchivalDate {
    switch words.date(form.text("date"), year: year) {
    case .date(let date): return date
    case .empty: return .unknown
    case .fault(let fault): throw Refusal.badField(field: "date", why: fault.key)
    }
  }

  private func pages(_ text: String) throws -> Int? {
    switch PageText.read(text) {
    case .empty: return nil
    case .pages(let pages): return pages
    case .range(_, let pages): return pages
    case .doubtful, .unreadable: throw Refusal.badField(field: "pages", why: "not-a-number")
    }
  }
}
