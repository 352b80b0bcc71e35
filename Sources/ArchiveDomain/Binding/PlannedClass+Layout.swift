extension PlannedClass {
  /// Sorts all papers once, puts them in number order and lays the boxes.
  ///
  /// `items` are the papers as records, in any order.
  package mutating func begin(_ items: [Item], way: LatePapers = .append) {
    let result = Ordering.sort(items, links: links, by: keys)
    sorted = result.items
    reason = result.reason
    order(way)
  }

  /// Orders anew in another way; a person's own moves lapse.
  mutating func order(_ way: LatePapers) {
    self.way = holdsNumbers ? .append : way
    let byID = Dictionary(pieces.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    let standing = pieces.filter { $0.held != nil }.sorted { ($0.held ?? 0) < ($1.held ?? 0) }
      .map(\.id)
    let ids: [ItemID] =
      switch self.way {
      case .reorder: sorted
      case .append: standing + sorted.filter { byID[$0]?.held == nil }
      case .insert: inserted(into: standing)
      }
    pieces = ids.compactMap { byID[$0] }
    wishes = [:]
    layOut()
  }

  /// The late papers, each behind the paper that stands before it in the order of the standard.
  private func inserted(into standing: [ItemID]) -> [ItemID] {
    let isStanding = Set(standing)
    var followers: [ItemID: [ItemID]] = [:]
    var first: [ItemID] = []
    var before: ItemID?
    for id in sorted {
      if isStanding.contains(id) {
        before = id
      } else if let before {
        followers[before, default: []].append(id)
      } else {
        first.append(id)
      }
    }
    return first + standing.flatMap { [$0] + (followers[$0] ?? []) }
  }

  /// Moves the paper at one position to another; numbers follow.
  mutating func move(from: Int, to: Int) {
    guard !holdsNumbers, pieces.indices.contains(from), pieces.indices.contains(to) else { return }
    let piece = pieces.remove(at: from)
    pieces.insert(piece, at: to)
    layOut()
  }

  /// Gives numbers and codes, then lays the boxes.
  mutating func layOut() {
    number()
    box()
  }

  private mutating func number() {
    var held = filed
    var left = vacant
    for piece in pieces {
      if let number = piece.held { held[piece.id] = number }
      if let number = piece.vacant { left[piece.id] = number }
    }
    let standing = holdsNumbers ? pieces.compactMap(\.held).max() ?? 0 : 0
    let numbers = Numbering.assign(
      ordered: pieces.map(\.id),
      held: held.filter { filed[$0.key] != nil || holdsNumbers || $0.value <= series.issued },
      vacant: left, issued: max(series.issued, standing))
    for i in pieces.indices {
      pieces[i].number = numbers[pieces[i].id] ?? 0
      pieces[i].code = template.code(prefix: series.prefix, number: pieces[i].number)
    }
    pieces.sort { $0.number < $1.number }
  }

  /// Boxes that stay, and new ones for the rest.
  private mutating func box() {
    let stays = standing.sorted { $0.first < $1.first }.filter {
      $0.holdsFiled || way == .append && !laidAnew.contains($0.id)
    }
    var kept = stays.map { box in
      PlannedBox(
        id: box.id, number: box.number, mm: box.mm, used: box.filedMM, pieces: [],
        isTooThick: false, isStanding: true)
    }
    let place = Dictionary(
      stays.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { one, _ in one })
    var rest: [Int] = []
    for (i, piece) in pieces.enumerated() where piece.mm != nil {
      if let n = home(of: piece, stays, place) {
        kept[n].put(i, piece.mm ?? 0)
      } else {
        rest.append(i)
      }
    }
    while let i = rest.first, let last = kept.indices.last, hasRoom(kept[last], i, stays[last]) {
      kept[last].put(i, pieces[i].mm ?? 0)
      rest.removeFirst()
    }
    for n in kept.indices { kept[n].isTooThick = kept[n].used + stock.clearance > kept[n].mm }
    boxes = kept.filter { !$0.pieces.isEmpty } + filled(rest)
    reuse(stays)
  }

  /// The box that a paper stays in, or among whose numbers it comes back.
  private func home(
    of piece: PlannedPiece, _ stays: [StandingBox], _ place: [RowID: Int]
  ) -> Int? {
    if way == .append || piece.held == piece.number && piece.number <= series.issued,
      let n = piece.boxID.flatMap({ place[$0] })
    {
      return n
    }
    guard piece.number <= series.issued, !stays.isEmpty else { return nil }
    return stays.lastIndex { $0.first <= piece.number } ?? 0
  }

  private func hasRoom(_ box: PlannedBox, _ i: Int, _ stands: StandingBox) -> Bool {
    guard pieces[i].number > stands.first else { return false }
    if let perBox { return box.pieces.count < perBox && !stands.holdsFiled }
    return box.used + (pieces[i].mm ?? 0) + stock.clearance <= box.mm
  }

  private func filled(_ rest: [Int]) -> [PlannedBox] {
    let mm = rest.map { pieces[$0].mm }
    let laid =
      perBox.map { BoxFilling.perBox($0, mm: mm, stock: stock) }
      ?? BoxFilling.fill(mm: mm, stock: stock, wishes: wishes)
    return laid.map { box in
      PlannedBox(
        id: nil, mm: box.mm, used: box.used, pieces: box.pieces.map { rest[$0] },
        isTooThick: box.isTooThick, isStanding: false)
    }
  }

  /// New boxes take over the rows and numbers of boxes that are laid anew.
  private mutating func reuse(_ stays: [StandingBox]) {
    let kept = Set(stays.map(\.id))
    var free = standing.filter { !kept.contains($0.id) }.sorted { $0.number < $1.number }[...]
    for n in boxes.indices where boxes[n].id == nil {
      guard let box = free.popFirst() else { return }
      boxes[n].id = box.id
      boxes[n].number = box.number
    }
  }
}

extension PlannedBox {
  fileprivate mutating func put(_ piece: Int, _ mm: Int) {
    pieces.append(piece)
    used += mm
  }
}
