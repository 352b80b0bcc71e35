/// What a part of a compound piece is; the order of the cases is the order within the piece.
///
/// Source: DA/T 22—2015, 5.1.1 and 5.1.2.
package enum PartRole: String, Codable, CaseIterable, Sendable {
  // Stored.
  case slip
  case reply
  case incoming
  case text
  case annex
  case draftSheet = "draft-sheet"
  case final
  case draft
  case forwarded
  case copy
  case translation
  case foreign

  /// The term of the trade.
  package var name: String {
    switch self {
    case .slip: "文件处理单"
    case .reply: "复文"
    case .incoming: "来文"
    case .text: "正文"
    case .annex: "附件"
    case .draftSheet: "发文稿纸"
    case .final: "定稿"
    case .draft: "修改稿"
    case .forwarded: "被转发文"
    case .copy: "复制件"
    case .translation: "译本"
    case .foreign: "外文本"
    }
  }
}

/// A part 组成部分 of a compound piece.
package struct Part: Codable, Hashable, Sendable, Identifiable {
  package var id: RowID
  package var itemID: ItemID
  /// Its position within the piece, from 1.
  package var n: Int
  package var role: PartRole
  package var title: String
  package var docNo: String
  package var issuer: String
  package var date: String
  package var pages: Int?
  package var copies: Int
  package var note: String
  package var rev: Int64

  package init(
    id: RowID = 0, itemID: ItemID = 0, n: Int, role: PartRole, title: String = "",
    docNo: String = "", issuer: String = "", date: String = "", pages: Int? = nil,
    copies: Int = 1, note: String = "", rev: Int64 = 0
  ) {
    self.id = id
    self.itemID = itemID
    self.n = n
    self.role = role
    self.title = title
    self.docNo = docNo
    self.issuer = issuer
    self.date = date
    self.pages = pages
    self.copies = copies
    self.note = note
    self.rev = rev
  }

  /// The columns of its table, in schema order.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case id
    case itemID = "item_id"
    case n, role, title
    case docNo = "doc_no"
    case issuer, date, pages, copies, note, rev
  }
}

/// How two items are tied.
package enum LinkKind: String, Codable, CaseIterable, Sendable {
  // Stored.
  /// `item` is the answer 复文 to `other`.
  case reply
  /// `item` forwards 转发 `other`.
  case forwards
  /// See also 参见.
  case see
  /// The same content on another carrier 异载体.
  case carrier

  /// Whether the tie makes one matter of the two.
  package var isSameMatter: Bool { self == .reply || self == .forwards }
}

/// A tie between two items.
package struct Link: Codable, Hashable, Sendable, Identifiable {
  package var id: RowID
  package var itemID: ItemID
  package var otherID: ItemID
  package var kind: LinkKind
  package var rev: Int64

  package init(
    id: RowID = 0, itemID: ItemID, otherID: ItemID, kind: LinkKind, rev: Int64 = 0
  ) {
    self.id = id
    self.itemID = itemID
    self.otherID = otherID
    self.kind = kind
    self.rev = rev
  }

  /// The columns of its table, in schema order.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case id
    case itemID = "item_id"
    case otherID = "other_id"
    case kind, rev
  }
}
