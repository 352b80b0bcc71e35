/// What late papers do to the numbers of a class that is arranged already.
package enum LatePapers: String, CaseIterable, Sendable {
  /// They go on behind the last number; what is boxed stays where it is.
  case append
  /// They go where they belong; what comes after moves up.
  case insert
  /// The whole class is ordered anew.
  case reorder
}

/// A piece or a volume in a plan.
package struct PlannedPiece: Hashable, Sendable, Identifiable {
  package let id: ItemID
  package var title: String
  package var docNo: String
  package var date: String
  package var pages: Int?
  /// Millimetres in its box; nil for what is in no box.
  package var mm: Int?
  package var number = 0
  package var code = ""
  /// The number that it has now, as a draft.
  package var held: Int?
  /// The number that it left here and may have again.
  package var vacant: Int?
  /// The box that it is in now.
  package var boxID: RowID?
  /// The entry that wrote it last, as the plan saw it.
  package var rev: Int64
  /// Whether its number stands on the paper, as the list it came from says.
  package var isNumberKept = false

  package init(_ item: Item, mm: Int?, vacant: Int? = nil) {
    id = item.id
    title = item.title
    docNo = item.docNo
    date = item.date
    pages = item.pages
    self.mm = mm
    held = item.number
    self.vacant = vacant
    boxID = item.boxID
    rev = item.rev
    isNumberKept = item.number.map { item.formerCode.endsInNumber($0) } ?? false
  }

  /// Whether it has no number yet.
  package var isLate: Bool { held == nil }
}

/// A box in a plan.
package struct PlannedBox: Hashable, Sendable {
  /// The row that it is now; nil for a new box.
  package var id: RowID?
  package var number = 0
  /// Thickness of its spine.
  package var mm: Int
  /// Millimetres filled, filed papers included.
  package var used: Int
  /// Positions in the class's pieces, in number order; filed papers are not among them.
  package var pieces: [Int]
  package var isTooThick: Bool
  /// Whether it stays as it is and only takes papers in.
  package var isStanding: Bool
}

/// A box of the class that is there before the plan.
package struct StandingBox: Hashable, Sendable {
  package var id: RowID
  package var number: Int
  package var mm: Int
  /// Millimetres that filed papers take in it.
  package var filedMM: Int
  package var holdsFiled: Bool
  /// The lowest number in it.
  package var first: Int
  /// The entry that wrote it last, as the plan saw it.
  package var rev: Int64

  package init(
    id: RowID, number: Int, mm: Int, filedMM: Int = 0, holdsFiled: Bool = false, first: Int = 1,
    rev: Int64 = 0
  ) {
    self.id = id
    self.number = number
    self.mm = mm
    self.filedMM = filedMM
    self.holdsFiled = holdsFiled
    self.first = first
    self.rev = rev
  }
}

/// One class in a plan: its papers in number order and its boxes.
package struct PlannedClass: Hashable, Sendable {
  package let series: Series
  /// The id of the type file.
  package let type: String
  package let unit: ArrangementUnit
  /// The name of the department or matter; empty without one.
  package var orgName = ""
  /// The sequence in which its boxes count.
  package let run: String
  package let template: CodeTemplate
  /// What papers are ordered by.
  package var keys: [OrderKey]
  package var links: [Link] = []
  /// Volumes a box; nil for boxes by thickness.
  package var perBox: Int?
  package var stock: BoxFilling.Stock
  /// The boxes that are there.
  package var standing: [StandingBox] = []
  /// Numbers on the papers are inked, or stand there from an old list: they never move.
  package var holdsNumbers: Bool
  /// Filed numbers of the class that the plan's own papers must pass over, by their items.
  package var filed: [ItemID: Int] = [:]
  /// Vacant numbers of items that are not in the plan.
  package var vacant: [ItemID: Int] = [:]

  /// The papers in number order.
  package internal(set) var pieces: [PlannedPiece]
  /// Why they stand so.
  package internal(set) var reason = Ordering.Reason()
  /// Its boxes; numbers are given by the plan.
  package internal(set) var boxes: [PlannedBox] = []
  package internal(set) var way: LatePapers = .append
  /// Boxes that stand and are laid anew all the same.
  var laidAnew: Set<RowID> = []
  /// Wishes about new boxes, by their position among the new ones.
  var wishes: [Int: BoxFilling.Wish] = [:]
  /// The order of the standard for all papers.
  var sorted: [ItemID] = []

  package init(
    series: Series, type: String, unit: ArrangementUnit, run: String, template: CodeTemplate,
    keys: [OrderKey], stock: BoxFilling.Stock, pieces: [PlannedPiece]
  ) {
    self.series = series
    self.type = type
    self.unit = unit
    self.run = run
    self.template = template
    self.keys = keys
    self.stock = stock
    self.pieces = pieces
    holdsNumbers = series.stamp == .inked || pieces.contains(where: \.isNumberKept)
  }

  /// Papers that get another number than they have, or their first.
  package var changing: Int { pieces.count { $0.held != $0.number } }

  /// Numbered papers that come into another box.
  package var moved: Int {
    boxes.reduce(0) { sum, box in
      sum
        + box.pieces.count { i in
          !pieces[i].isLate && pieces[i].boxID != nil && pieces[i].boxID != box.id
        }
    }
  }

  /// Boxes that stand and are too full for their thickness, by their position.
  package var overfull: [Int] {
    boxes.indices.filter { boxes[$0].isStanding && boxes[$0].isTooThick }
  }

  /// Whether a box stands and may be laid anew: nothing in it is filed.
  package func canLayAnew(_ box: Int) -> Bool {
    guard boxes.indices.contains(box), boxes[box].isStanding else { return false }
    return standing.contains { $0.id == boxes[box].id && !$0.holdsFiled }
  }

  /// Papers without a number before.
  package var late: Int { pieces.count(where: \.isLate) }

  /// The lowest and the highest number of the plan.
  package var range: ClosedRange<Int>? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    return first.number...max(first.number, last.number)
  }

  /// The box of each paper, by its position; nil for what is in no box.
  package var boxOfPiece: [Int: Int] {
    var out: [Int: Int] = [:]
    for (n, box) in boxes.enumerated() { for piece in box.pieces { out[piece] = n } }
    return out
  }
}

extension String {
  /// Whether its last run of digits is this number: `2013-Y-BGS-0002` ends in 2.
  func endsInNumber(_ number: Int) -> Bool {
    let digits = String(reversed().prefix { ("0"..."9").contains($0) }.reversed())
    return Int(digits) == number
  }
}
