import ArchiveDomain
import ArchiveStore
import TerminalKit

/// What is done in 分类 to a class itself: its sum, its papers to another class, a new one, an empty
/// one away.
extension ArrangeScreen {
  /// Nil: the verb is none of these.
  mutating func performOnClass(_ verb: Verb, _ archive: Archive) throws -> Next? {
    switch verb {
    case .view: .open(try subtotal(archive))
    case .move: try moveClass(archive)
    case .new: .visit(.newClass(scope))
    case .delete: try removeClass(archive)
    default: nil
    }
  }

  private func subtotal(_ archive: Archive) throws -> ReadingLayer {
    let name = Phrase.joined(branches.words(of: scope), by: " ")
    let sum = SubtotalLines(try archive.sum(of: scope), faults: faults, classes.first?.series)
    return ReadingLayer(
      title: Phrase("arrange.subtotal-of", ["class": name]), lines: sum.lines)
  }

  /// F6: what has no number yet goes to another class, by the sheet of every bulk change.
  private func moveClass(_ archive: Archive) throws -> Next {
    guard let own = classes.first else { return .stay }
    var scope = Scope.series(own.series.id)
    scope.states = [.inbox, .classified]
    return .visit(.bulk(try archive.ids(of: archive.listing(scope))))
  }

  private mutating func removeClass(_ archive: Archive) throws -> Next {
    guard let own = classes.first else { return .stay }
    let name = Phrase.joined(branches.words(of: scope), by: " ")
    try archive.removeClass(own.series.id)
    try reload(from: archive)
    return .done(Phrase("arrange.class-removed", ["class": name]))
  }

  /// The cursor goes to a class that was just made.
  mutating func go(to made: MadeClass, _ archive: Archive) throws {
    let place = branches.place(of: .series(made.series))
    tree.open(branches.path(to: place))
    fillTree()
    tree.go(to: place)
    focus = .tree
    try show(place, archive)
  }
}

/// The class that 新类 made, told to the tree below it.
struct MadeClass: Hashable, Sendable {
  let series: RowID
}

/// 小计: the lines that tell what a branch adds up to.
struct SubtotalLines {
  private let sum: ScopeSum
  private let faults: Int
  private let series: Series?

  /// `faults` are those that the head of the list tells; `series` is the class, when it is only one.
  init(_ sum: ScopeSum, faults: Int, _ series: Series?) {
    self.sum = sum
    self.faults = faults
    self.series = series
  }

  var lines: [Phrase] {
    let hasBoth = sum.total(.volume) != nil && sum.total(.item) != nil
    var lines = [Phrase("subtotal.head")]
    for level in [ItemLevel.volume, .item] {
      let rows = sum.rows.filter { $0.level == level }
      guard let total = sum.total(level) else { continue }
      if hasBoth { lines.append(Phrase("subtotal.level.\(level.rawValue)")) }
      lines += rows.map { row(Self.label($0.period), $0) }
      if rows.count > 1 { lines.append(row(Phrase("subtotal.all"), total)) }
    }
    return lines + [.text(" ")] + others + ofClass
  }

  /// 永久        0      0     21      0     21     212.
  private func row(_ label: Phrase, _ row: ScopeSum.Row) -> Phrase {
    let counts = row.counts
    let numbers = [
      counts.inbox, counts.classified, counts.arranged, counts.filed, counts.held,
    ].map { Table.right(Phrases.grouped($0), 7) }
    let pages = Table.right(Phrases.grouped(row.pages), 9)
    return .joined([label, .text(numbers.joined() + pages)], by: "")
  }

  private static func label(_ period: RetentionPeriod) -> Phrase {
    period.isKnown
      ? .text(DisplayWidth.fit(period.label, 6)) : Phrase("subtotal.no-period")
  }

  private var others: [Phrase] {
    var gone = StateCounts()
    for row in sum.rows { gone = gone + row.counts }
    let words: [String: Phrase] = [
      "boxes": .number(sum.boxes), "faults": .number(faults), "excluded": .number(gone.excluded),
      "gone": .number(gone.transferred + gone.destroyed),
    ]
    let isAllHeld = gone.excluded + gone.transferred + gone.destroyed == 0
    return [Phrase("subtotal.boxes", words)] + (isAllHeld ? [] : [Phrase("subtotal.gone", words)])
  }

  /// What only a class has: its code, the highest number given, its stamps.
  private var ofClass: [Phrase] {
    guard let series, series.isComposed else { return [] }
    let words: [String: Phrase] = [
      "prefix": .text(series.prefix), "issued": .number(series.issued),
      "stamp": .text(series.stamp.name),
    ]
    return [Phrase(series.issued > 0 ? "subtotal.issued" : "subtotal.code", words)]
  }
}
