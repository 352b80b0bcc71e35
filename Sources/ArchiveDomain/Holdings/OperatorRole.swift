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
