import ArchiveDomain
import ArchiveStore
import TerminalKit

/// The papers that triage goes through: all that waited when it began, in their order.
///
/// Those decided stay in it, so that one sees what was said; only what is seen is loaded.
struct TriageQueue: Sendable {
  private(set) var ids: [ItemID] = []
  private(set) var state = ListState()
  /// Those that still wait.
  private(set) var open: Set<ItemID> = []
  var selection = Selection.none
  var height = 10
  private var loaded: [ItemID: Item] = [:]
  /// Those seen that ask the person something.
  private var asking: Set<ItemID> = []

  var count: Int { ids.count }
  var done: Int { ids.count - open.count }
  var current: ItemID? { ids.indices.contains(state.cursor) ? ids[state.cursor] : nil }
  var visible: Range<Int> { state.visible(count: ids.count, height: height) }

  /// Whether the person must answer something of a paper that is seen.
  func needsAnswer(_ id: ItemID) -> Bool { asking.contains(id) }

  /// Works out which of the papers seen ask the person something.
  mutating func weigh(_ isAsking: (Item) -> Bool) {
    asking = Set(loaded.values.filter { open.contains($0.id) && isAsking($0) }.map(\.id))
  }

  /// The record of a row that is seen; nil when it is gone.
  func item(_ row: Int) -> Item? { ids.indices.contains(row) ? loaded[ids[row]] : nil }

  /// The marked papers that still wait, in their order.
  var marked: [ItemID] { ids.filter { selection.contains($0) && open.contains($0) } }

  /// Reads which papers still wait; the first time makes the queue of them.
  mutating func reload(_ scope: Scope, from archive: Archive) throws {
    var waiting = scope
    waiting.states = [.inbox]
    let now = try archive.ids(of: archive.listing(waiting))
    if ids.isEmpty { ids = now }
    open = Set(now).intersection(ids)
    state.keepVisible(count: ids.count, height: height)
    try load(from: archive)
  }

  /// Reads the rows that are seen.
  mutating func load(from archive: Archive) throws {
    let wanted = ids[visible] + (current.map { [$0] } ?? [])
    loaded = Dictionary(
      try archive.items(Array(wanted)).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// Moves the cursor; Shift marks what it passes.
  mutating func move(_ step: Step, _ archive: Archive) throws {
    let marks = step == .extendUp || step == .extendDown
    if marks, let current { selection.set(current, true) }
    state.move(step, count: ids.count, height: height)
    if marks, let current { selection.set(current, true) }
    try load(from: archive)
  }

  /// Puts the cursor on a row.
  mutating func go(to row: Int, _ archive: Archive) throws {
    state.put(row, count: ids.count, height: height)
    try load(from: archive)
  }

  /// Puts the cursor on a paper, when it is there.
  mutating func go(to id: ItemID, _ archive: Archive) throws {
    if let row = ids.firstIndex(of: id) { try go(to: row, archive) }
  }

  /// To the next paper that waits, going round; false when none does.
  mutating func goOn(_ archive: Archive) throws -> Bool {
    let order =
      Array(ids.indices.dropFirst(state.cursor + 1)) + Array(ids.indices.prefix(state.cursor + 1))
    guard let next = order.first(where: { open.contains(ids[$0]) }) else {
      try load(from: archive)
      return false
    }
    try go(to: next, archive)
    return true
  }

  /// Marks the paper under the cursor, or takes its mark away, and goes to the next.
  mutating func mark(_ archive: Archive) throws {
    guard let current else { return }
    selection.toggle(current)
    try move(.down, archive)
  }

  /// Marks all that wait, or none when they are.
  mutating func markAll() {
    let all = Selection.some(open)
    selection = selection == all ? .none : all
  }
}
