import ArchiveDomain
import ArchiveStore
import TerminalKit

/// Arrows, the look-up and the mouse in 整理.
extension ArrangeScreen {
  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    switch step {
    case .nextZone: focus = turn(1)
    case .previousZone: focus = turn(-1)
    case .left where focus == .list: focus = .tree
    case _ where focus == .tree: try stepInTree(step, archive)
    default:
      try list.move(step, loader(archive))
      try readRecord(archive)
    }
    return .stay
  }

  func turn(_ by: Int) -> Zones {
    let zones =
      layout.shape == .three || layout.shape == .single
      ? Zones.allCases : [.tree, .list]
    let index = (zones.firstIndex(of: focus) ?? 0) + by + zones.count
    return zones[index % zones.count]
  }

  mutating func stepInTree(_ step: Step, _ archive: Archive) throws {
    switch tree.move(step) {
    case .turned: fillTree()
    case .leave: focus = .list
    case .moved: try show(tree.current?.id ?? scope, archive)
    case .none: break
    }
  }

  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? {
    switch input {
    case .press(let point): try press(point, archive)
    case .doublePress(let point):
      try press(point, archive)
      return focus == .tree ? onwardInTree() : open()
    case .wheel(let rows, let point):
      if listZone.all.contains(point) {
        try list.scroll(by: rows, loader(archive))
        try readRecord(archive)
      }
    default: return nil
    }
    return .stay
  }

  /// The cursor goes to what was just entered, where it is of the class that is listed.
  mutating func receive(_ answer: any Sendable, in archive: Archive) throws -> Next {
    if let made = answer as? MadeClass {
      try go(to: made, archive)
      return .stay
    }
    guard let entered = answer as? EnteredRecord, let listing,
      let row = try archive.position(of: entered.id, in: listing)
    else { return .stay }
    focus = .list
    try list.go(to: row, loader(archive))
    try readRecord(archive)
    return .stay
  }

  /// The marked records, else all of the class or branch.
  func exportDialog(_ archive: Archive) throws -> FormDialog {
    ExportDialog.make(
      list.selection.isNone ? .scope(scope) : .records(try targets(archive)), desk,
      name: branches.words(of: scope))
  }

  mutating func press(_ point: Point, _ archive: Archive) throws {
    if showsTree, layout.tree.all.contains(point) {
      focus = .tree
      if tree.press(point, in: layout.tree.body) != nil {
        try show(tree.current?.id ?? scope, archive)
      }
    } else if let row = RecordTable.row(at: point, in: listZone.body, top: list.state.top),
      row < list.count
    {
      focus = .list
      try list.go(to: row, loader(archive))
      try readRecord(archive)
    }
  }
}
