// The stored words of an item's columns, each with its term of the trade.

/// A piece 件 or a volume 案卷 that holds pieces.
package enum ItemLevel: String, Codable, CaseIterable, Sendable {
  // Stored.
  case item
  case volume
}

/// Where an item stands on the road from collecting to filing and away.
package enum ItemState: String, Codable, CaseIterable, Sendable {
  // Stored.
  case inbox
  case excluded
  case classified
  case arranged
  case filed
  case transferred
  case destroyed

  /// One Hanzi for it, as lists show: 收 不 划 编 归 移 毁.
  package var hanzi: String {
    switch self {
    case .inbox: "收"
    case .excluded: "不"
    case .classified: "划"
    case .arranged: "编"
    case .filed: "归"
    case .transferred: "移"
    case .destroyed: "毁"
    }
  }

  /// The word of the trade: 收集, 不归档, 分类, 整理, 归档, 移交, 销毁.
  package var name: String {
    switch self {
    case .inbox: "收集"
    case .excluded: "不归档"
    case .classified: "分类"
    case .arranged: "整理"
    case .filed: "归档"
    case .transferred: "移交"
    case .destroyed: "销毁"
    }
  }

  /// Whether an item in this state bears a number.
  package var isNumbered: Bool {
    switch self {
    case .inbox, .excluded, .classified: false
    case .arranged, .filed, .transferred, .destroyed: true
    }
  }

  /// Whether the code is fixed: it was filed once.
  package var isFixed: Bool {
    switch self {
    case .inbox, .excluded, .classified, .arranged: false
    case .filed, .transferred, .destroyed: true
    }
  }

  /// Whether the item has left us; nothing of it is edited.
  package var isGone: Bool { self == .transferred || self == .destroyed }
}

/// 密级.
package enum Secrecy: String, Codable, CaseIterable, Comparable, Sendable {
  // Stored.
  case unmarked = ""
  case `internal`
  case secret
  case confidential
  case top

  /// The word on the paper: 内部, 秘密, 机密, 绝密; empty when unmarked.
  package var name: String {
    switch self {
    case .unmarked: ""
    case .internal: "内部"
    case .secret: "秘密"
    case .confidential: "机密"
    case .top: "绝密"
    }
  }

  /// From what bears no mark to 绝密.
  package static func < (one: Secrecy, other: Secrecy) -> Bool {
    let order = allCases
    return (order.firstIndex(of: one) ?? 0) < (order.firstIndex(of: other) ?? 0)
  }

  /// Whether it is a state secret: 秘密 and above.
  package var isSecret: Bool {
    switch self {
    case .unmarked, .internal: false
    case .secret, .confidential, .top: true
    }
  }
}

/// 开放标识.
package enum Access: String, Codable, CaseIterable, Sendable {
  // Stored.
  case unreviewed = ""
  case open
  case controlled
  case deferred

  /// The word of the trade: 未审核, 开放, 控制, 延期.
  package var name: String {
    switch self {
    case .unreviewed: "未审核"
    case .open: "开放"
    case .controlled: "控制"
    case .deferred: "延期"
    }
  }
}

/// 公开属性.
package enum Publicity: String, Codable, CaseIterable, Sendable {
  // Stored.
  case unstated = ""
  case active
  case request
  case none

  /// The word of the trade: 主动公开, 依申请公开, 不予公开; empty when unstated.
  package var name: String {
    switch self {
    case .unstated: ""
    case .active: "主动公开"
    case .request: "依申请公开"
    case .none: "不予公开"
    }
  }
}

/// 行文方向: from whom the document came.
package enum Direction: String, Codable, CaseIterable, Sendable {
  // Stored.
  case unstated = ""
  case superior
  case own
  case peer
  case subordinate

  /// The word of the trade: 上级, 本级, 同级, 下级; empty when unstated.
  package var name: String {
    switch self {
    case .unstated: ""
    case .superior: "上级"
    case .own: "本级"
    case .peer: "同级"
    case .subordinate: "下级"
    }
  }
}
