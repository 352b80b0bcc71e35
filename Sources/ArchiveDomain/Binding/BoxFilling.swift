/// Lays the pieces of one series into boxes, in number order.
///
/// Source: DA/T 22—2015, 6.4 (in number order; the tail of a class takes a thinner box and no piece of
/// another class).
package enum BoxFilling {
  /// What the office's boxes are like, in millimetres.
  package struct Stock: Hashable, Sendable {
    /// Thickness of a box to fill; without a wish of its own each but the last is of this one.
    package var full: Int
    /// Thicknesses that the office has.
    package var sizes: [Int]
    /// Room left free in each box.
    package var clearance: Int
    package var tail: TailBox

    package init(full: Int, sizes: [Int], clearance: Int = 3, tail: TailBox = .thin) {
      self.full = full
      self.sizes = sizes
      self.clearance = clearance
      self.tail = tail
    }
  }

  /// What becomes of the last box (尾盒).
  package enum TailBox: Hashable, Sendable {
    /// The thinnest box that holds it.
    case thin
    /// The thinnest box that holds it and leaves so many millimetres for late papers.
    case leave(Int)
  }

  /// A person's wish about one box of the row, by its position.
  package struct Wish: Hashable, Sendable {
    /// Thickness of the box.
    package var mm: Int?
    /// How many pieces go in.
    package var pieces: Int?

    package init(mm: Int? = nil, pieces: Int? = nil) {
      self.mm = mm
      self.pieces = pieces
    }
  }

  /// Fills boxes next fit.
  ///
  /// A piece without thickness (`nil`: electronic, not boxed) is in no box.
  package static func fill(mm: [Int?], full: Int, sizes: [Int], clearance: Int) -> [FilledBox] {
    fill(mm: mm, stock: Stock(full: full, sizes: sizes, clearance: clearance))
  }

  /// Fills boxes next fit, honouring wishes; what follows a wished box flows on.
  package static func fill(mm: [Int?], stock: Stock, wishes: [Int: Wish] = [:]) -> [FilledBox] {
    let paper = mm.indices.filter { mm[$0] != nil }
    var boxes: [FilledBox] = []
    var next = 0
    while next < paper.count {
      let wish = wishes[boxes.count] ?? Wish()
      let room = (wish.mm ?? stock.full) - stock.clearance
      var used = 0
      var count = 0
      while next + count < paper.count {
        let piece = mm[paper[next + count]] ?? 0
        if let wanted = wish.pieces, wanted > 0 {
          guard count < wanted else { break }
        } else if count > 0, used + piece > room {
          break
        }
        used += piece
        count += 1
      }
      let pieces = Array(paper[next..<(next + count)])
      next += count
      boxes.append(box(pieces, used, wish.mm, isLast: next == paper.count, stock))
    }
    return boxes
  }

  /// Fills boxes with `count` pieces each (会计: n 册一盒), each the thinnest that holds them.
  package static func perBox(_ count: Int, mm: [Int?], stock: Stock) -> [FilledBox] {
    let paper = mm.indices.filter { mm[$0] != nil }
    return stride(from: 0, to: paper.count, by: max(1, count)).map { start in
      let pieces = Array(paper[start..<min(start + max(1, count), paper.count)])
      let used = pieces.reduce(0) { $0 + (mm[$1] ?? 0) }
      return box(pieces, used, nil, isLast: true, stock)
    }
  }

  /// The wishes after the last piece of box `index` was moved on into the next box.
  ///
  /// Nothing changes when the box holds one piece only.
  package static func movingLast(
    ofBox index: Int, in boxes: [FilledBox], wishes: [Int: Wish]
  ) -> [Int: Wish] {
    guard boxes.indices.contains(index), boxes[index].pieces.count > 1 else { return wishes }
    var wishes = wishes.filter { $0.key <= index }
    wishes[index, default: Wish()].pieces = boxes[index].pieces.count - 1
    return wishes
  }

  /// The wishes after box `index` got the thickness `mm`; wishes behind it lapse, as all flows anew.
  package static func resizing(
    box index: Int, to mm: Int, wishes: [Int: Wish]
  ) -> [Int: Wish] {
    var wishes = wishes.filter { $0.key <= index }
    wishes[index] = Wish(mm: mm)
    return wishes
  }

  /// The wishes after box `index` was parted before its piece `piece`: what is before stays, the
  /// rest has a box of its own, and the boxes behind stay as they are.
  ///
  /// Nothing changes when one part would be empty.
  package static func splitting(
    box index: Int, before piece: Int, in boxes: [FilledBox], wishes: [Int: Wish]
  ) -> [Int: Wish] {
    guard boxes.indices.contains(index), (1..<boxes[index].pieces.count).contains(piece) else {
      return wishes
    }
    var moved = shifted(wishes, after: index, by: 1)
    moved[index, default: Wish()].pieces = piece
    moved[index + 1] = Wish(pieces: boxes[index].pieces.count - piece)
    return moved
  }

  /// The wishes after box `index` was put together with the box before it.
  ///
  /// Nothing changes for the first box.
  package static func merging(
    box index: Int, in boxes: [FilledBox], stock: Stock, wishes: [Int: Wish]
  ) -> [Int: Wish] {
    guard index > 0, boxes.indices.contains(index) else { return wishes }
    var moved = shifted(wishes.filter { $0.key != index }, after: index, by: -1)
    let need = boxes[index - 1].used + boxes[index].used + stock.clearance
    moved[index - 1] = Wish(
      mm: stock.sizes.sorted().first { $0 >= need },
      pieces: boxes[index - 1].pieces.count + boxes[index].pieces.count)
    return moved
  }

  private static func shifted(
    _ wishes: [Int: Wish], after index: Int, by step: Int
  ) -> [Int: Wish] {
    Dictionary(
      uniqueKeysWithValues: wishes.map { ($0.key > index ? $0.key + step : $0.key, $0.value) })
  }

  private static func box(
    _ pieces: [Int], _ used: Int, _ wished: Int?, isLast: Bool, _ stock: Stock
  ) -> FilledBox {
    let need = used + stock.clearance
    var mm = wished ?? stock.full
    if wished == nil {
      let left = if isLast, case .leave(let millimetres) = stock.tail { millimetres } else { 0 }
      let sizes = stock.sizes.sorted()
      if isLast || need > mm {
        mm = sizes.first { $0 >= need + left } ?? max(sizes.last ?? mm, mm)
      }
    }
    return FilledBox(pieces: pieces, mm: mm, used: used, isTooThick: need > mm)
  }
}

/// A box as laid out: what is in it and how full it is.
package struct FilledBox: Hashable, Sendable {
  /// Positions in the list that was laid out, in number order.
  package var pieces: [Int]
  /// Thickness of the box.
  package var mm: Int
  /// Millimetres filled, without the clearance.
  package var used: Int
  /// What is in it needs more than the box has.
  package var isTooThick: Bool

  package init(pieces: [Int], mm: Int, used: Int, isTooThick: Bool = false) {
    self.pieces = pieces
    self.mm = mm
    self.used = used
    self.isTooThick = isTooThick
  }
}
