/// What stands in the way of filing classes, all at once, by series.
///
/// Numbers have no gap, so one paper held back holds its whole series; what is only worth a look
/// holds nothing. Source: our choice, DECISIONS: states and actions; DA/T 22—2015, 5.4 (no gap, no
/// number twice).
package enum FilingCheck {
  /// A record with what belongs to it.
  package struct Entry: Hashable, Sendable {
    package var item: Item
    package var parts: [Part]
    /// The pieces of a volume, in their order.
    package var pieces: [Entry]

    package init(_ item: Item, parts: [Part] = [], pieces: [Entry] = []) {
      self.item = item
      self.parts = parts
      self.pieces = pieces
    }
  }

  /// A series with its arranged records: pieces that count in it, or volumes.
  package struct Class: Hashable, Sendable {
    package var series: Series
    package var type: ArchiveType
    package var entries: [Entry]
    /// The pattern of its codes; nil: codes are not looked at.
    package var template: CodeTemplate?
    /// Its boxes that hold more than fits.
    package var overfull: [OverfullBox] = []

    package init(
      series: Series, type: ArchiveType, entries: [Entry], template: CodeTemplate? = nil
    ) {
      self.series = series
      self.type = type
      self.entries = entries
      self.template = template
    }
  }

  /// A box that holds more than fits, in millimetres.
  package struct OverfullBox: Hashable, Sendable {
    package var number: Int
    package var used: Int
    package var mm: Int
    /// The first paper in it that would be filed.
    package var first: ItemID

    package init(number: Int, used: Int, mm: Int, first: ItemID) {
      self.number = number
      self.used = used
      self.mm = mm
      self.first = first
    }
  }

  /// One thing in the way, or worth a look.
  package struct Obstacle: Hashable, Sendable {
    /// What stands in the way.
    package enum What: Hashable, Sendable {
      case refusal(Refusal)
      case parts(PartFault)
      case fault(Fault)
      /// It and its answer (or what it answers) have different periods.
      case periodsDiffer(from: ItemID)
      /// A volume of which only the cover is described.
      case noPieces
      /// Perhaps the same as another record.
      case doubt
      /// What lies in the box with this number needs more millimetres than the box has.
      case boxOverfull(number: Int, used: Int, mm: Int)
    }

    package var seriesID: RowID
    /// nil when it is about the series as a whole.
    package var itemID: ItemID?
    package var what: What
    /// Whether it holds the series.
    package var isBlocking: Bool

    package init(seriesID: RowID, itemID: ItemID?, what: What, isBlocking: Bool = true) {
      self.seriesID = seriesID
      self.itemID = itemID
      self.what = what
      self.isBlocking = isBlocking
    }
  }

  /// All that was found.
  package struct Report: Hashable, Sendable {
    /// By series in the order given, blocking ones first, then by the records' order.
    package var obstacles: [Obstacle]
    /// The series that can be filed now.
    package var ready: [RowID]
    /// The series that wait.
    package var held: [RowID]

    /// What holds a series, or is worth a look there.
    package func obstacles(of series: RowID) -> [Obstacle] {
      obstacles.filter { $0.seriesID == series }
    }
  }

  /// Checks classes together; series without arranged records are in neither list.
  package static func check(_ classes: [Class], links: [Link] = []) -> Report {
    let periods = Dictionary(
      classes.flatMap { $0.entries.flatMap { [$0] + $0.pieces } }.map { ($0.item.id, $0.item) },
      uniquingKeysWith: { one, _ in one })
    var report = Report(obstacles: [], ready: [], held: [])
    for own in classes where !own.entries.isEmpty {
      let found = ClassCheck(own).obstacles + differing(own, links, periods)
      report.obstacles += found.filter(\.isBlocking) + found.filter { !$0.isBlocking }
      if found.contains(where: \.isBlocking) {
        report.held.append(own.series.id)
      } else {
        report.ready.append(own.series.id)
      }
    }
    return report
  }

  /// Pairs of request and answer with different periods, told at the earlier of the two.
  private static func differing(
    _ own: Class, _ links: [Link], _ items: [ItemID: Item]
  ) -> [Obstacle] {
    let here = Set(own.entries.flatMap { [$0] + $0.pieces }.map(\.item.id))
    return links.compactMap { link in
      guard link.kind == .reply, here.contains(link.otherID), let request = items[link.otherID],
        let answer = items[link.itemID], request.period != answer.period
      else { return nil }
      return Obstacle(
        seriesID: own.series.id, itemID: request.id, what: .periodsDiffer(from: answer.id),
        isBlocking: false)
    }
  }
}

/// The check of one class.
struct ClassCheck {
  private let own: FilingCheck.Class

  init(_ own: FilingCheck.Class) {
    self.own = own
  }

  var obstacles: [FilingCheck.Obstacle] {
    var found = ofSeries
    for entry in own.entries {
      found += of(entry, isPiece: false) + code(of: entry.item, volume: nil)
      for piece in entry.pieces {
        found += of(piece, isPiece: true) + code(of: piece.item, volume: entry.item.code)
      }
    }
    return found
  }

  /// A code that is not what the class composes would be fixed for ever.
  private func code(of item: Item, volume: String?) -> [FilingCheck.Obstacle] {
    guard let template = own.template, own.series.isComposed, let number = item.number else {
      return []
    }
    let composed = template.code(of: number, prefix: own.series.prefix, volume: volume)
    guard composed != item.code else { return [] }
    return [obstacle(.refusal(.badField(field: "code", why: item.code)), item.id)]
  }

  private var ofSeries: [FilingCheck.Obstacle] {
    var found: [FilingCheck.Obstacle] = []
    if !own.series.isComposed { found.append(obstacle(.refusal(.noFondsNumber), nil)) }
    let drafts = own.entries.compactMap(\.item.number)
    if let gap = Numbering.firstGap(drafts: drafts, issued: own.series.issued) {
      found.append(obstacle(.refusal(.gap(gap)), nil))
    }
    for box in own.overfull {
      found.append(
        obstacle(
          .boxOverfull(number: box.number, used: box.used, mm: box.mm), box.first,
          isBlocking: false))
    }
    return found
  }

  private func of(_ entry: FilingCheck.Entry, isPiece: Bool) -> [FilingCheck.Obstacle] {
    let item = entry.item
    var refusals = Rules.filingRefusals(of: item, type: own.type, sub: own.series.sub)
    if !isPiece { refusals += standing(entry) }
    var found = refusals.map { obstacle(.refusal($0), item.id) }
    for fault in PartsCheck.faults(entry.parts, pages: item.pages, title: item.title) {
      found.append(obstacle(.parts(fault), item.id, isBlocking: fault != .annexAbsent))
    }
    if !item.isPlaceholder, TitleText.isLikeFileName(item.title) {
      found.append(obstacle(.fault(.titleLikeFileName), item.id, isBlocking: false))
    }
    if item.level == .volume, entry.pieces.isEmpty, own.type.counts == .items {
      found.append(obstacle(.noPieces, item.id, isBlocking: false))
    }
    if item.marks.contains(.doubt) {
      found.append(obstacle(.doubt, item.id, isBlocking: false))
    }
    return found
  }

  /// What concerns the place of a record that counts in the series.
  private func standing(_ entry: FilingCheck.Entry) -> [Refusal] {
    let item = entry.item
    var refusals: [Refusal] = []
    if own.type.isBoxed(sub: own.series.sub), item.isPaper, !item.isPlaceholder, item.boxID == nil {
      refusals.append(.unboxed)
    }
    if own.series.period.isKnown, item.period.isKnown, item.period != own.series.period {
      refusals.append(.otherPeriod)
    }
    guard item.level == .volume else { return refusals }
    let numbers = entry.pieces.compactMap(\.item.number)
    if let gap = Numbering.firstGap(drafts: numbers, issued: item.issued ?? 0) {
      refusals.append(.gap(gap))
    }
    return refusals
  }

  private func obstacle(
    _ what: FilingCheck.Obstacle.What, _ item: ItemID?, isBlocking: Bool = true
  ) -> FilingCheck.Obstacle {
    FilingCheck.Obstacle(
      seriesID: own.series.id, itemID: item, what: what, isBlocking: isBlocking)
  }
}
