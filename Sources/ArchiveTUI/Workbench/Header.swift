/// What a screen tells the frame: the line of path and rail, and the say line.
struct Header: Sendable {
  /// Where this is: activity, type, year, period, department.
  ///
  /// Cut in the middle when too long.
  var path: [Phrase]
  /// The steps of a sequence, drawn after the path: 1 对栏目 > 2 查错 > 3 完成.
  var steps: Steps?
  /// How many papers stand at each state, at the right.
  var rail: Rail?
  /// Words at the right in place of the rail.
  var aside: Phrase?
  /// Words in place of the activities in the title line, after `[只读]`: a date looked at, 迎检.
  var titleAside: Phrase?

  /// The next step, in the say line while no message stands there.
  var hint: Phrase?
  /// Where the cursor is: `Header.row(7, of: 21)`.
  var place: Phrase?
  /// How many rows are marked; nil where nothing can be marked.
  var marks: Int?
  /// How many faults the screen shows; nil or 0 is not drawn.
  var faults: Int?
  /// Whether what is seen is on the disk.
  var disk: Disk = .saved

  init(path: [Phrase]) {
    self.path = path
  }

  /// 第 7/21.
  static func row(_ row: Int, of count: Int) -> Phrase {
    Phrase("say.row", ["row": .number(row), "count": .number(count)])
  }
}

/// Named steps of which one is the current.
struct Steps: Hashable, Sendable {
  var names: [Phrase]
  /// Index of the current one.
  var current: Int
}

/// The road `收 > 划 > 编 > 归`: work that waits at each state.
struct Rail: Hashable, Sendable {
  var collected: Int
  var classified: Int
  var arranged: Int
  var filed: Int
  /// The state in brackets, 0 to 3; nil for none.
  var current: Int?
}

/// The last word of the say line.
enum Disk: Hashable, Sendable {
  case saved, draft, unwritten, readOnly
  /// Other words: 什么都还没写入.
  case words(Phrase)

  var phrase: Phrase {
    switch self {
    case .saved: Phrase("disk.saved")
    case .draft: Phrase("disk.draft")
    case .unwritten: Phrase("disk.unwritten")
    case .readOnly: Phrase("disk.read-only")
    case .words(let words): words
    }
  }
}
