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
    let begin = Self.begin(first.text)
    let end = Self.end(last.text)
    date = ArchivalDate(
      text: begin == end ? begin : "\(begin)-\(end)", from: first.from, to: last.to)
  }

  private static func begin(_ text: String) -> String {
    text.split(separator: "-").first.map(String.init) ?? text
  }

  private static func end(_ text: String) -> String {
    text.split(separator: "-").last.map(String.init) ?? text
  }
}
