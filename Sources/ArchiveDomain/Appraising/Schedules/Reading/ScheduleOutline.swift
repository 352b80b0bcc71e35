/// Puts the rows of a list below each other, by their numbers, columns and headings.
struct ScheduleOutline {
  /// A row with what is known of its place.
  struct Node: Hashable, Sendable {
    var line: ScheduleLine
    var parent: Int?
    var level: Level
    var hasChildren = false
  }

  /// On which level of the outline a row stands; rows of one level follow each other.
  enum Level: Hashable, Sendable {
    case category(Int)
    case plain(Int)
    case number(OutlineNumber.Style)
    /// A row without number: it stands below the last heading.
    case leaf
  }

  private(set) var nodes: [Node] = []
  /// The rows above the next one, from the top.
  private var stack: [Int] = []

  init(_ lines: [ScheduleLine]) {
    let plain = ScheduleOutline.plainLevels(lines)
    for (index, line) in lines.enumerated() {
      for category in line.categories { place(category, at: line.place) }
      guard !line.item.isEmpty || line.period != .absent else { continue }
      place(line, plain: plain[index])
    }
  }

  /// Headings without number that follow each other directly stand below each other.
  private static func plainLevels(_ lines: [ScheduleLine]) -> [Int] {
    let isPlain = lines.map {
      $0.number == nil && $0.isHeading && $0.categories.isEmpty && !$0.item.isEmpty
    }
    var levels = [Int](repeating: 0, count: lines.count)
    var run: [Int] = []
    var deepest = 0
    func close() {
      for (depth, index) in run.enumerated() { levels[index] = depth + 1 - run.count }
      deepest = max(deepest, run.count)
      run = []
    }
    for index in lines.indices {
      if isPlain[index] { run.append(index) } else { close() }
    }
    close()
    return levels.map { $0 + deepest }
  }

  private mutating func place(_ category: ScheduleLine.Category, at place: ListPlace) {
    var line = ScheduleLine(place: place)
    let found = OutlineNumber.leading(of: category.text)
    line.number = category.number ?? found?.number
    line.item = found?.rest ?? category.text
    if line.item.isEmpty { line.item = category.text }
    pop { level in
      guard case .category(let column) = level else { return true }
      return column >= category.column
    }
    guard !category.text.isEmpty else { return }
    push(line, level: .category(category.column), below: stack.last)
  }

  private mutating func place(_ line: ScheduleLine, plain: Int) {
    guard let number = line.number else {
      if line.isHeading { return placeHeading(line, plain) }
      return placeLeaf(line)
    }
    let level = Level.number(number.style)
    let before = stack
    popToLevel(of: number)
    if stack.count < before.count, nodes[before[stack.count]].level == level {
      return push(line, level: level, below: nodes[before[stack.count]].parent)
    }
    // Below a row that has its own period only the first of a new kind of numbers begins a level.
    while let top = stack.last, !nodes[top].line.isHeading, !isBelow(number, nodes[top]) {
      stack.removeLast()
    }
    push(line, level: level, below: stack.last)
  }

  private func isBelow(_ number: OutlineNumber, _ node: Node) -> Bool {
    guard let other = node.line.number else { return false }
    if number.style == .code || other.style == .code {
      return number.label.hasPrefix(other.label) && number.label != other.label
    }
    if case .arabic = number.style, case .arabic = other.style { return number.isBelow(other) }
    return number.values == [1]
  }

  /// Takes off the rows of the number's level and all below them.
  private mutating func popToLevel(of number: OutlineNumber) {
    switch number.style {
    case .code:
      pop { level in level == .number(.code) || level == .leaf }
      for index in nodes.indices.reversed() where nodes[index].level == .number(.code) {
        guard let other = nodes[index].line.number, nodes[index].line.isHeading,
          number.label != other.label, number.label.hasPrefix(other.label)
        else { continue }
        stack.removeAll { nodes[$0].level == .number(.code) }
        stack.append(contentsOf: [index])
        return
      }
    case .arabic(let depth):
      pop { level in
        guard case .number(.arabic(let other)) = level else { return level == .leaf }
        return other >= depth
      }
      while let top = stack.last, case .number(.arabic) = nodes[top].level,
        let other = nodes[top].line.number, !number.isBelow(other)
      {
        stack.removeLast()
      }
    default: pop { $0 == .number(number.style) || $0 == .leaf }
    }
  }

  private mutating func placeHeading(_ line: ScheduleLine, _ plain: Int) {
    if let indent = lastIndent(), line.indent > 0, line.indent > indent {
      return push(line, level: .leaf, below: stack.last)
    }
    let isKnown = stack.contains { index in
      guard case .plain(let other) = nodes[index].level else { return false }
      return other >= plain
    }
    if isKnown {
      pop { level in
        guard case .plain(let other) = level else { return false }
        return other >= plain
      }
    } else if stack.contains(where: { nodes[$0].level == .leaf }) {
      pop { $0 == .leaf }
    }
    push(line, level: .plain(plain), below: headingOnTop())
  }

  /// A row without number stands below the last heading; 重要的 and 一般的 below what they part.
  private mutating func placeLeaf(_ line: ScheduleLine) {
    while let top = stack.last, !nodes[top].line.isHeading { stack.removeLast() }
    if let top = stack.last, case .plain = nodes[top].level, nodes[top].hasChildren {
      let children = nodes.filter { $0.parent == top }
      let isParted = children.allSatisfy { ScheduleOutline.isPart($0.line.item) }
      if isParted, !ScheduleOutline.isPart(line.item), line.indent == 0 {
        let parent = nodes[top].parent
        push(line, level: .leaf, below: parent)
        return
      }
    }
    if line.indent == 0, let top = stack.last, nodes[top].level == .leaf { stack.removeLast() }
    push(line, level: .leaf, below: stack.last)
  }

  private func lastIndent() -> Int? { stack.last.map { nodes[$0].line.indent } }

  private mutating func headingOnTop() -> Int? {
    while let top = stack.last, !nodes[top].line.isHeading { stack.removeLast() }
    return stack.last
  }

  /// Takes off the first row of the stack whose level fits, and all after it.
  private mutating func pop(_ fits: (Level) -> Bool) {
    guard let first = stack.firstIndex(where: { fits(nodes[$0].level) }) else { return }
    stack.removeSubrange(first...)
  }

  private mutating func push(_ line: ScheduleLine, level: Level, below parent: Int?) {
    if let parent { nodes[parent].hasChildren = true }
    nodes.append(Node(line: line, parent: parent, level: level))
    stack.append(nodes.count - 1)
  }

  /// 重要的, 一般的, 主办的: it parts the row above it and says nothing alone.
  static func isPart(_ item: String) -> Bool {
    let key = TextFold.key(item)
    guard key.count <= 12 else { return false }
    return ["重要", "较重要", "一般", "主要", "其他", "其它", "主办", "协办", "次要", "普通", "非"]
      .contains { key.hasPrefix($0) }
  }
}
