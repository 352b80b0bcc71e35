/// Marked rows of a list that may be longer than memory: some by id, or all but some.
enum Selection: Hashable, Sendable {
  case some(Set<Int64>)
  case allBut(Set<Int64>)

  static let none = Selection.some([])

  /// Whether the record is marked.
  func contains(_ id: Int64) -> Bool {
    switch self {
    case .some(let ids): ids.contains(id)
    case .allBut(let ids): !ids.contains(id)
    }
  }

  /// How many are marked in a list of so many.
  func count(of total: Int) -> Int {
    switch self {
    case .some(let ids): ids.count
    case .allBut(let ids): max(0, total - ids.count)
    }
  }

  /// Whether nothing is marked.
  var isNone: Bool { self == .none }

  /// The ids, when they are known one by one; nil for all but some.
  var ids: Set<Int64>? {
    if case .some(let ids) = self { ids } else { nil }
  }

  /// Forgets marks of records that are no more; `there` says which of them are.
  mutating func dropGone(_ there: ([Int64]) throws -> [Int64]) rethrows {
    guard case .some(let ids) = self, !ids.isEmpty else { return }
    self = .some(ids.intersection(try there(Array(ids))))
  }

  /// Marks a record, or takes its mark away.
  mutating func toggle(_ id: Int64) {
    set(id, !contains(id))
  }

  /// Marks a record or not.
  mutating func set(_ id: Int64, _ isMarked: Bool) {
    switch self {
    case .some(var ids):
      if isMarked { ids.insert(id) } else { ids.remove(id) }
      self = .some(ids)
    case .allBut(var ids):
      if isMarked { ids.remove(id) } else { ids.insert(id) }
      self = .allBut(ids)
    }
  }
}
