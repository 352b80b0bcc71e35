/// Finds words of a list in a text, the longest at each place.
///
/// A hash of (node, scalar) to node: a look-up or two for each character of a title.
struct WordTrie: Sendable {
  private var keys: [UInt64]
  private var nodes: [Int32]
  private var mask: Int
  private var used = 0
  /// The word that ends at each node; -1 none.
  private var ends: [Int32] = [-1]

  init() {
    keys = Array(repeating: .max, count: 1 << 12)
    nodes = Array(repeating: 0, count: 1 << 12)
    mask = (1 << 12) - 1
  }

  /// Adds a word under a number; the first number of a word stays.
  /// - Returns: the number under which the word is known.
  mutating func add(_ word: [UInt32], as number: Int) -> Int {
    if word.isEmpty { return number }
    var node: Int32 = 0
    for scalar in word {
      if let next = step(node, scalar) {
        node = next
      } else {
        let new = Int32(ends.count)
        ends.append(-1)
        insert(key(node, scalar), new)
        node = new
      }
    }
    if ends[Int(node)] < 0 { ends[Int(node)] = Int32(number) }
    return Int(ends[Int(node)])
  }

  /// The longest word that begins at a place: its number and its length.
  func longest(in text: [UInt32], at start: Int, before end: Int) -> (word: Int, length: Int)? {
    var node: Int32 = 0
    var found: (Int, Int)?
    var at = start
    while at < end, let next = step(node, text[at]) {
      node = next
      at += 1
      let word = ends[Int(node)]
      if word >= 0 { found = (Int(word), at - start) }
    }
    return found
  }

  private func key(_ node: Int32, _ scalar: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar)
  }

  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  private func step(_ node: Int32, _ scalar: UInt32) -> Int32? {
    let key = key(node, scalar)
    var at = slot(key)
    while keys[at] != .max {
      if keys[at] == key { return nodes[at] }
      at = (at + 1) & mask
    }
    return nil
  }

  private mutating func insert(_ key: UInt64, _ node: Int32) {
    if used * 2 >= mask { grow() }
    put(key, node)
    used += 1
  }

  private mutating func put(_ key: UInt64, _ node: Int32) {
    var at = slot(key)
    while keys[at] != .max { at = (at + 1) & mask }
    keys[at] = key
    nodes[at] = node
  }

  private mutating func grow() {
    let (oldKeys, oldNodes) = (keys, nodes)
    let size = (mask + 1) * 2
    keys = Array(repeating: .max, count: size)
    nodes = Array(repeating: 0, count: size)
    mask = size - 1
    for (key, node) in zip(oldKeys, oldNodes) where key != .max { put(key, node) }
  }
}
