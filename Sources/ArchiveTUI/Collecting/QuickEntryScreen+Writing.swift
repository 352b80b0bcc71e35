import ArchiveDomain
import ArchiveStore

/// The last Enter writes the paper; month and day are read in the year of the form.
extension QuickEntryScreen {
  mutating func write(_ archive: Archive) throws -> Next {
    guard form.checkAll(), dateIsReadable() else { return .stay }
    let made: (record: NewRecord, isExcluded: Bool)
    let id: ItemID?
    do {
      made = try EntryFields(words: words).record(form)
      let created = try archive.create([made.record])
      id = created.ids.first
      if made.isExcluded {
        try exclude(created.ids, since: created.written.seq, archive)
      }
    } catch let refusal as Refusal {
      return refused(refusal)
    }
    if !isChased { drafts.remove(library) }
    isChased = false
    (isDraftKept, draftKept) = (false, nil)
    written = id ?? written
    let record = try id.flatMap { try archive.record($0) }
    let before = form
    try begin(archive, keeping: before)
    let isDoubtful = record?.item.marks.contains(.doubt) == true
    return .done(
      Phrase(
        isDoubtful ? "entry.done-doubt" : "entry.done",
        [
          "year": .text(String(record?.holdingsClass.series.year ?? 0)),
          "title": .text(record?.item.title ?? ""),
        ]))
  }

  /// Takes the new paper out of what is filed; where that fails it is not there at all, so that Enter
  /// again makes no second one.
  private func exclude(_ ids: [ItemID], since seq: Int64?, _ archive: Archive) throws {
    do {
      try archive.grouped(with: seq).exclude(ids, basis: HandBasis.oneByOne)
    } catch {
      if let seq { try archive.takeBack(seq, reason: "") }
      throw error
    }
  }

  /// Stands under the field that it is about, where there is one.
  mutating func refused(_ refusal: Refusal) -> Next {
    let field: String? =
      switch refusal {
      case .badField(let field, _): field
      case .periodNotAllowed: "retention"
      case .orgNotValid: "org"
      case .noTitle: "title"
      case .secret: "secrecy"
      default: nil
      }
    guard let field, form[field] != nil else { return .refuse(refusal) }
    form[field]?.fault = Phrase(refusal)
    form.go(to: field)
    return .refuse(refusal)
  }

  /// Month and day alone need the year, which stands in another field.
  mutating func dateIsReadable() -> Bool {
    readDate()
    guard form["date"]?.fault != nil else { return true }
    form.go(to: "date")
    return false
  }

  /// 读作 2023-09-12: what the date is understood as, in the year of the form.
  mutating func readDate() {
    let year = Int(form.text("year")) ?? 0
    switch words.date(form.text("date"), year: year) {
    case .date(let date):
      form["date"]?.fault = nil
      form["date"]?.note = Phrase("entry.read-as", ["date": .text(Self.dashed(date))])
      followDate(date)
    case .fault(let fault):
      form["date"]?.note = nil
      form["date"]?.fault = Phrase(fault)
    case .empty: form["date"]?.note = nil
    }
  }

  /// The year is that of the date, unless the person typed another: then both are told.
  ///
  /// Source: DA/T 22—2015, 5.2: a paper belongs to the year it was signed in.
  mutating func followDate(_ date: ArchivalDate) {
    guard case .year(let own) = ArchivalYear.of(YearFacts(date: date)) else { return }
    if yearFollows || form["year"]?.isEmpty == true { form["year"]?.set(String(own), kept: true) }
    let isSame = form.text("year").trimmed == String(own)
    form["year"]?.note =
      isSame ? nil : Phrase("entry.year-differs", ["year": .text(String(own))])
  }

  static func dashed(_ date: ArchivalDate) -> String {
    guard date.isDay, let day = CalendarDate(yyyymmdd: date.from) else { return date.text }
    return day.dashed
  }
}
