/// What a person may do here.
package enum OperatorRole: String, Codable, CaseIterable, Sendable {
  // Stored.
  case archivist
  case reader
  case trainer
  case reviewer

  /// The word of the trade: 档案员, 查阅者, 教员, 审核.
  package var name: String {
    switch self {
    case .archivist: "档案员"
    case .reader: "查阅者"
    case .trainer: "教员"
    case .reviewer: "审核"
    }
  }
}

/// A person who writes in the library.
package struct Operator: Codable, Hashable, Sendable, Identifiable {
  package var id: RowID
  package var name: String
  package var role: OperatorRole
  package var pin: String?
  /// 1 while the person works here, else 0.
  package var active: Int
  package var rev: Int64

  package init(
    id: RowID = 0, name: String, role: OperatorRole = .archivist, pin: String? = nil,
    active: Int = 1, rev: Int64 = 0
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.pin = pin
    self.active = active
    self.rev = rev
  }

  /// The columns of its table, in schema order.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case id, name, role, pin, active, rev
  }
}
