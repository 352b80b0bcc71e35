/// How classes will be numbered and boxed, before anything is written; a person may change it.
///
/// Source: DA/T 22—2015, 5.3, 5.4, 6.4.
package struct BindingPlan: Hashable, Sendable {
  /// A record that cannot be arranged, and why.
  package struct Refused: Hashable, Sendable {
    package var id: ItemID
    package var title: String
    package var refusal: Refusal

    package init(id: ItemID, title: String, refusal: Refusal) {
      self.id = id
      self.title = title
      self.refusal = refusal
    }
  }

  /// In catalogue order; classes without anything to arrange are left out.
  package internal(set) var classes: [PlannedClass]
  package var refused: [Refused]
  /// Arranged papers that keep number and box.
  package var already: Int { pieces { $0.held == $0.number } }
  /// Papers that get a number.
  package var arranging: Int { pieces { $0.isLate } }
  /// Arranged papers that get another number.
  package var renumbered: Int { pieces { !$0.isLate && $0.held != $0.number } }
  /// Papers that come into a box, their first or another.
  package var boxed: Int {
    classes.reduce(0) { sum, own in
      sum
        + own.boxes.reduce(0) { sum, box in
          sum + box.pieces.count { box.id == nil || own.pieces[$0].boxID != box.id }
        }
    }
  }
  /// What boxing reckons with; written with the plan when it was changed in it.
  package internal(set) var boxing: Boxing
  package internal(set) var isBoxingChanged = false
  /// What boxing reckoned with in the settings when the plan was made.
  package let boxingShown: Boxing
  /// The highest number of each run of boxes before the plan.
  private let highest: [String: Int]

  package init(
    classes: [PlannedClass], refused: [Refused] = [], boxing: Boxing, highest: [String: Int] = [:],
    boxingShown: Boxing? = nil
  ) {
    self.classes = classes
    self.refused = refused
    self.boxing = boxing
    self.boxingShown = boxingShown ?? boxing
    self.highest = highest
    numberBoxes()
  }

  /// Whether nobody has said yet which boxes the office has.
  package var asksForSizes: Bool {
    boxing.sizes.isEmpty && classes.contains { !$0.boxes.isEmpty }
  }

  /// Papers that go into boxes although nobody counted their pages: a sheet is reckoned for each.
  package var uncounted: Int {
    pieces { $0.mm != nil && $0.pages == nil && $0.title != Item.placeholderTitle }
  }

  /// Boxes that stand and are too full for their thickness.
  package var overfull: Int { classes.reduce(0) { $0 + $1.overfull.count } }

  private func pieces(_ isMeant: (PlannedPiece) -> Bool) -> Int {
    classes.reduce(0) { $0 + $1.pieces.count(where: isMeant) }
  }

  /// New boxes count on in their run, class by class.
  mutating func numberBoxes() {
    var next = highest
    for c in classes.indices {
      for b in classes[c].boxes.indices where classes[c].boxes[b].id == nil {
        next[classes[c].run, default: 0] += 1
        classes[c].boxes[b].number = next[classes[c].run] ?? 1
      }
    }
  }
}

extension BindingPlan {
  /// Moves the last paper of a box to the next one; the rest flows on.
  package mutating func moveLast(ofBox box: Int, inClass c: Int) {
    change(c) { own in
      guard let n = own.newBox(box) else { return }
      own.wishes = BoxFilling.movingLast(ofBox: n, in: own.filledBoxes, wishes: own.wishes)
    }
  }

  /// Gives the papers of a box, from one of them on, a box of their own.
  package mutating func split(box: Int, before piece: Int, inClass c: Int) {
    change(c) { own in
      guard let n = own.newBox(box) else { return }
      own.wishes = BoxFilling.splitting(
        box: n, before: piece, in: own.filledBoxes, wishes: own.wishes)
    }
  }

  /// Puts a box together with the one before it.
  package mutating func merge(box: Int, inClass c: Int) {
    change(c) { own in
      guard let n = own.newBox(box) else { return }
      own.wishes = BoxFilling.merging(
        box: n, in: own.filledBoxes, stock: own.stock, wishes: own.wishes)
    }
  }

  /// Gives a box another thickness; the rest flows anew.
  package mutating func resize(box: Int, inClass c: Int, to mm: Int) throws(Refusal) {
    guard (5...200).contains(mm) else { throw .boxTooThick(mm: mm) }
    change(c) { own in
      guard let n = own.newBox(box) else { return }
      own.wishes = BoxFilling.resizing(box: n, to: mm, wishes: own.wishes)
    }
  }

  /// What becomes of the last box of a class.
  package mutating func setTail(_ tail: BoxFilling.TailBox, inClass c: Int) {
    change(c) { $0.stock.tail = tail }
  }

  /// Which boxes the office has; kept with the plan.
  package mutating func setSizes(_ sizes: [Int], rules: (PlannedClass) -> SchemeRules) {
    boxing.sizes = sizes.filter { (5...200).contains($0) }.sorted()
    isBoxingChanged = true
    for c in classes.indices {
      let tail = classes[c].stock.tail
      classes[c].stock = boxing.stock(for: rules(classes[c]))
      classes[c].stock.tail = tail
      classes[c].wishes = [:]
      classes[c].layOut()
    }
    numberBoxes()
  }

  /// 本盒实装到: corrects the thickness of a sheet by the last paper that really went in.
  /// - Returns: false when no thickness explains it.
  @discardableResult
  package mutating func calibrate(box: Int, inClass c: Int, lastIn piece: Int) -> Bool {
    guard classes.indices.contains(c), classes[c].newBox(box) != nil else { return false }
    let own = classes[c]
    let first = own.boxes[box].pieces.first ?? 0
    let paper = own.pieces.indices.filter { $0 >= first && own.pieces[$0].mm != nil }
    guard let fitted = paper.firstIndex(of: piece).map({ $0 + 1 }),
      let thickness = boxing.paper.calibrated(
        pages: paper.map { own.pieces[$0].pages ?? 1 }, fitted: fitted,
        room: own.boxes[box].mm - own.stock.clearance)
    else { return false }
    boxing.paper = thickness
    isBoxingChanged = true
    for c in classes.indices { classes[c].measure(thickness) }
    numberBoxes()
    return true
  }

  /// Lays a box that stands, and those behind it, anew; numbers stay, and so do boxes that hold
  /// filed papers.
  package mutating func layAnew(box: Int, inClass c: Int) {
    change(c) { own in
      guard own.canLayAnew(box), let first = own.boxes[box].id,
        let from = own.standing.first(where: { $0.id == first })?.first
      else { return }
      own.laidAnew.formUnion(own.standing.filter { $0.first >= from }.map(\.id))
    }
  }

  /// Lays all boxes anew that are too full for their thickness, and those behind them.
  package mutating func layOverfullAnew() {
    for c in classes.indices {
      while let box = classes[c].overfull.first(where: { classes[c].canLayAnew($0) }) {
        layAnew(box: box, inClass: c)
      }
    }
  }

  /// Moves a paper to another place in its class.
  package mutating func move(from: Int, to: Int, inClass c: Int) {
    change(c) { $0.move(from: from, to: to) }
  }

  /// What late papers do to a class that has numbers.
  package mutating func setWay(_ way: LatePapers, inClass c: Int) {
    change(c) { $0.order(way) }
  }

  private mutating func change(_ c: Int, _ body: (inout PlannedClass) -> Void) {
    guard classes.indices.contains(c) else { return }
    body(&classes[c])
    classes[c].layOut()
    numberBoxes()
  }
}

extension PlannedClass {
  /// The position among the new boxes; nil for one that stands.
  func newBox(_ box: Int) -> Int? {
    guard boxes.indices.contains(box), !boxes[box].isStanding else { return nil }
    return box - boxes.count(where: \.isStanding)
  }

  /// Millimetres of a box and the one before it together, with the room left free; nil where there
  /// is no new box before it.
  package func together(box: Int) -> Int? {
    guard let n = newBox(box), n > 0 else { return nil }
    return boxes[box - 1].used + boxes[box].used + stock.clearance
  }

  /// The new boxes as the rule for filling has them.
  var filledBoxes: [FilledBox] {
    boxes.filter { !$0.isStanding }.map {
      FilledBox(pieces: $0.pieces, mm: $0.mm, used: $0.used, isTooThick: $0.isTooThick)
    }
  }

  /// Measures all papers anew.
  mutating func measure(_ paper: PaperThickness) {
    for i in pieces.indices where pieces[i].mm != nil && pieces[i].title != Item.placeholderTitle {
      pieces[i].mm = paper.mm(pages: pieces[i].pages)
    }
    wishes = [:]
    layOut()
  }
}
