/// Where the record of a row lies: ids are small and dense, so that a list of places does for nearly
/// all, in a tenth of a dictionary's room; one far beyond the others is kept apart.
struct RowPositions: Sendable {
  /// By id; -1 for none.
  private var near: [Int32] = []
  private var far: [RowID: Int32] = [:]

  subscript(id: RowID) -> Int? {
    get {
      if id >= 0, id < near.count {
        let place = near[Int(id)]
        if place >= 0 { return Int(place) }
      }
      return far.isEmpty ? nil : far[id].map(Int.init)
    }
    set {
      let place = newValue.map { Int32($0) }
      if id >= 0, id < near.count {
        near[Int(id)] = place ?? -1
        far[id] = nil
      } else if let place, id >= 0, id < 2 * near.count + 65_536 {
        near += [Int32](repeating: -1, count: Int(id) + 1 - near.count)
        near[Int(id)] = place
      } else {
        far[id] = place
      }
    }
  }
}
