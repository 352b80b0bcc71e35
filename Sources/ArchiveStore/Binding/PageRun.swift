import ArchiveDomain

/// How the pages of a volume ran before a write, to tell what the write has to reckon anew.
///
/// First pages that a list or a person gave stand on the paper: they stay.
/// Source: our choice, DECISIONS: first pages.
struct PageRun {
  private struct Piece {
    let id: ItemID
    let pages: Int?
    let first: Int?
    let date: ArchivalDate
  }

  private let before: [Piece]
  /// Pieces to which a person gave a first page in this very write.
  private let given: Set<ItemID>

  /// Pieces of the volume as they stood when the transaction began.
  init(volume: ItemID, in ledger: Ledger, _ pieces: [ItemRow]) {
    let images = ledger.images[.item] ?? [:]
    var stood = pieces.compactMap { piece in
      images[.id(piece.id)].map(\.before) ?? piece.before.values
    }
    let here = Set(pieces.map(\.id))
    for case (.id(let id), let image) in images where !here.contains(id) {
      if let row = image.before { stood.append(row) }
    }
    let rows = stood.map { ItemRow(StoredRow(values: $0, rev: 0)) }
      .filter { $0.volumeID == volume }.sorted { ($0.number ?? 0) < ($1.number ?? 0) }
    before = rows.map {
      Piece(id: $0.id, pages: $0.pages, first: $0.pageFrom, date: $0.archivalDate)
    }
    let firsts = Dictionary(
      before.map { ($0.id, $0.first) }, uniquingKeysWith: { one, _ in one })
    given = Set(
      pieces.filter { piece in firsts[piece.id].map { $0 != piece.pageFrom } ?? false }.map(\.id))
  }

  /// The cover as the pieces made it before.
  var cover: VolumeCover {
    VolumeCover(before.map { VolumeCover.Piece(date: $0.date, pages: $0.pages) })
  }

  /// Gives first pages to the pieces that came without one, and, where the run was reckoned, to
  /// those behind the first that changed.
  func follow(_ pieces: inout [ItemRow], by rule: PageCounting) {
    // A run that nobody told is not begun by a change of pages alone.
    if isUntold, before.map(\.id) == pieces.map(\.id) { return }
    let known = Set(before.map(\.id))
    let told = Set(pieces.filter { !known.contains($0.id) && $0.pageFrom != nil }.map(\.id))
    if told.isEmpty, isUntold || isReckoned(by: rule) {
      reckon(&pieces, by: rule)
    } else {
      let isReckoned = !before.isEmpty && isReckoned(by: rule)
      for i in pieces.indices where !pieces[i].state.isFixed && !told.contains(pieces[i].id) {
        guard isReckoned || !known.contains(pieces[i].id), pieces[i].pageFrom == nil || isReckoned
        else { continue }
        pieces[i].pageFrom = rule == .piece ? 1 : next(after: i, in: pieces)
      }
    }
  }

  /// Whether first pages stand on the paper, and so go with the pieces wherever they go.
  func isTold(by rule: PageCounting) -> Bool { !isUntold && !isReckoned(by: rule) }

  private func reckon(_ pieces: inout [ItemRow], by rule: PageCounting) {
    let firsts = rule.firsts(pages: pieces.map(\.pages))
    let same = zip(before, pieces).prefix { $0.id == $1.id && $0.pages == $1.pages }.count
    for i in pieces.indices where !pieces[i].state.isFixed {
      let isAfterChange = i > same || i < before.count && before[i].id != pieces[i].id
      if isUntold || isAfterChange || i >= before.count { pieces[i].pageFrom = firsts[i] }
    }
  }

  private func isReckoned(by rule: PageCounting) -> Bool {
    guard given.isEmpty else { return false }
    let firsts = rule.firsts(pages: before.map(\.pages))
    return zip(before, firsts).allSatisfy { $0.first == $1 }
  }

  private var isUntold: Bool { !before.isEmpty && before.allSatisfy { $0.first == nil } }

  /// The page behind the piece before; nil where its pages are not known.
  private func next(after i: Int, in pieces: [ItemRow]) -> Int? {
    guard i > 0 else { return 1 }
    guard let first = pieces[i - 1].pageFrom, let pages = pieces[i - 1].pages else { return nil }
    return first + pages
  }
}
