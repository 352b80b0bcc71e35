/// What is wrong with a schedule, at which row.
package struct ScheduleFault: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: String, CaseIterable, Sendable {
    // Stored.
    /// No key, name or row.
    case empty
    /// A key with a colon, or the word `hand`: it could not be told from a basis by hand.
    case badKey = "bad-key"
    case repeatedCode = "repeated-code"
    /// No row of this code, or a row below itself.
    case noParent = "no-parent"
    case noItem = "no-item"
    /// Neither a period nor rows below it nor a word why.
    case noPeriod = "no-period"
    /// A national row that does not say how sure it is.
    case notSure = "not-sure"

    /// What people read.
    package var name: String {
      switch self {
      case .empty: "没有名称，或一行也没有"
      case .badKey: "名称里不能有冒号"
      case .repeatedCode: "这个号已经有了"
      case .noParent: "没有它的上级行"
      case .noItem: "没有写归档内容"
      case .noPeriod: "没有期限，下面也没有行"
      case .notSure: "没有标明把握"
      }
    }
  }

  /// The code of the row; empty: the schedule itself.
  package let code: String
  package let reason: Reason

  package init(code: String, reason: Reason) {
    self.code = code
    self.reason = reason
  }
}

extension RetentionSchedule {
  /// What is wrong with it, in the order of its rows; empty when it can be used.
  package var faults: [ScheduleFault] {
    var faults: [ScheduleFault] = []
    if key.isEmpty || shortName.isEmpty || name.isEmpty || rows.isEmpty {
      faults.append(ScheduleFault(code: "", reason: .empty))
    }
    if key.contains(":") || key == "hand" {
      faults.append(ScheduleFault(code: "", reason: .badKey))
    }
    var parents: [String: String?] = [:]
    let withChildren = Set(rows.compactMap(\.parent))
    for row in rows {
      if parents.updateValue(row.parent, forKey: row.code) != nil {
        faults.append(ScheduleFault(code: row.code, reason: .repeatedCode))
      }
      // Headings stand before what is below them, so a parent is known and no circle can close.
      if let parent = row.parent, parent == row.code || parents[parent] == nil {
        faults.append(ScheduleFault(code: row.code, reason: .noParent))
      }
      if row.item.isEmpty { faults.append(ScheduleFault(code: row.code, reason: .noItem)) }
      if !isOwn, row.sure == .own {
        faults.append(ScheduleFault(code: row.code, reason: .notSure))
      }
      let speaks = withChildren.contains(row.code) || row.article != nil || !row.note.isEmpty
      if row.isHeading, !speaks {
        faults.append(ScheduleFault(code: row.code, reason: .noPeriod))
      }
    }
    return faults
  }
}
