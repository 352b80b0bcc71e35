/// What the cover of a volume says of its pieces; it follows them until the volume is filed.
///
/// Source: GB/T 9705—2008 and GB/T 11822—2008, cover: dates from and to, pages, number of pieces.
package struct VolumeCover: Hashable, Sendable {
  package var date: ArchivalDate
  /// nil when the pages of a piece are unknown.
  package var pages: Int?
  package var count: Int

  /// A piece as far as the cover looks at it.
  package struct Piece: Hashable, Sendable {
    package var date: ArchivalDate
    package var pages: Int?

    package init(date: ArchivalDate, pages: Int?) {
      self.date = date
      self.pages = pages
    }
  }

  /// Dates from the earliest to the latest of the dated pieces; pages of all.
  package init(_ pieces: [Piece]) {
    count = pieces.count
    let known = pieces.compactMap(\.pages)
    pages = known.count == pieces.count ? known.reduce(0, +) : nil
    let dated = pieces.map(\.date).filter { $0.from != 0 }
    guard let first = dated.min(by: { ($0.from, $0.to) < ($1.from, $1.to) }),
      let last = dated.max(by: { ($0.to, $0.from) < ($1.to, $1.from) })
    else {
      date = .unknown
      return
    }
    let begin = first.beginText
    let end = last.endText
    if first.text == last.text, first.isOwnWords {
      date = ArchivalDate(text: first.text, from: first.from, to: last.to)
      return
    }
    date = ArchivalDate(
      text: begin == end ? begin : "\(begin)-\(end)", from: first.from, to: last.to)
  }
}

extension ArchivalDate {
  /// A date that somebody reckoned, `[1987春]`, cannot stand in a span.
  var isOwnWords: Bool { text.contains("[") }

  /// How it stands as the beginning of a span: own words by their first day, month or year.
  var beginText: String {
    guard isOwnWords else { return text.split(separator: "-").first.map(String.init) ?? text }
    if from % 10_000 == 101 { return String(from / 10_000) }
    return String(from % 100 == 1 ? from / 100 : from)
  }

  /// How it stands as the end of a span: own words by their last day, month or year.
  var endText: String {
    guard isOwnWords else { return text.split(separator: "-").last.map(String.init) ?? text }
    if to % 10_000 == 1231 { return String(to / 10_000) }
    let isWholeMonth =
      CalendarDate(yyyymmdd: to).map { CalendarDate(yyyymmdd: $0.yyyymmdd + 1) == nil }
    return String(isWholeMonth == true ? to / 100 : to)
  }
}
