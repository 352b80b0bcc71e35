/// What is wrong with a record as it stands; any of them sets the mark 512.
package enum Fault: String, CaseIterable, Hashable, Sendable {
  // Stored.
  case titleLikeFileName = "title-like-file-name"
  case noIssuer = "no-issuer"
  case noDate = "no-date"
  /// From numbering on: pages 0 or unknown.
  case noPages = "no-pages"

  /// The column that it is about, by the key of the JSON records.
  package var field: String {
    switch self {
    case .titleLikeFileName: "title"
    case .noIssuer: "issuer"
    case .noDate: "date"
    case .noPages: "pages"
    }
  }
}

/// Finds what is wrong with a record, looking at nothing but the record.
package enum Faults {
  /// The faults of an item, in the order of `Fault`; a placeholder has none.
  ///
  /// `required` are the columns that its type asks for.
  /// Source: our choice, DECISIONS: marks; DA/T 18—2022 for what is required.
  package static func of(
    _ item: Item, required: [String] = ArchiveType.standardRequired
  ) -> [Fault] {
    if item.isPlaceholder { return [] }
    return Fault.allCases.filter { fault in
      switch fault {
      case .titleLikeFileName: TitleText.isLikeFileName(item.title)
      case .noIssuer: item.issuer.isEmpty && required.contains("issuer")
      case .noDate: item.date.isEmpty && required.contains("date")
      case .noPages:
        item.state.isNumbered && (item.pages ?? 0) == 0 && required.contains("pages")
      }
    }
  }

  /// The marks of an item with the fault bit as it must be.
  package static func marks(
    of item: Item, required: [String] = ArchiveType.standardRequired
  ) -> Marks {
    of(item, required: required).isEmpty
      ? item.marks.subtracting(.fault) : item.marks.union(.fault)
  }

  /// Whether a title is a file's name: an extension, a scanner's name, or no word at all.
  ///
  /// A part of ``TitleText/isLikeFileName(_:)``.
  package static func isLikeFileName(_ title: String) -> Bool {
    // Most titles begin with a Hanzi and have no dot: none of what follows can fit them.
    if let first = title.utf8.first, first >= 0x80, !title.utf8.contains(UInt8(ascii: ".")),
      !title.hasPrefix("新"), !title.hasPrefix("未")
    {
      return false
    }
    let text = title.lowercased()
    if let dot = text.lastIndex(of: "."),
      extensions.contains(String(text[text.index(after: dot)...]))
    {
      return true
    }
    if beginnings.contains(where: { text.hasPrefix($0) }) { return true }
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"):
        true
      default: false
      }
    }
    return isPlain && text.utf8.contains { $0 < UInt8(ascii: "a") }
  }

  private static let extensions: Set = [
    "doc", "docx", "wps", "pdf", "ofd", "ceb", "xls", "xlsx", "et", "ppt", "pptx", "txt", "rtf",
    "jpg", "jpeg", "png", "tif", "tiff", "bmp", "zip", "rar", "7z", "html", "htm", "eml",
  ]
  private static let beginnings = [
    "img_", "dsc_", "dsc0", "scan", "新建 microsoft", "新建microsoft", "新建文本文档", "未命名",
  ]
}
