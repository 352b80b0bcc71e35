/// Titles as they come in lists and file names.
package enum TitleText {
  /// What titles are compared by: one width, no blanks, small letters.
  package static func key(_ title: String) -> String { TextFold.key(title) }

  /// The title looks like the name of a scanned file and says nothing of the paper:
  /// `扫描件0023.pdf`, `IMG_2023…`, `新建文档`.
  ///
  /// The one question that imports, filing, the check-up and the mark of a fault ask.
  package static func isLikeFileName(_ title: String) -> Bool {
    Faults.isLikeFileName(title) || isNamedByMachine(title)
  }

  private static func isNamedByMachine(_ title: String) -> Bool {
    // A long title that ends with a Hanzi is none: spares 100,000 rows the rest.
    if title.utf8.count > 45, let last = title.utf8.last, last >= 0x80 { return false }
    let key = TextFold.key(title)
    if let dot = key.lastIndex(of: "."), fileEndings.contains(key[key.index(after: dot)...]) {
      return true
    }
    guard let start = fileStarts.first(where: key.hasPrefix) else { return false }
    return key.dropFirst(start.count).unicodeScalars.allSatisfy {
      ($0.value >= 48 && $0.value <= 57) || "-_()[]. 年月日".unicodeScalars.contains($0)
    }
  }

  /// Own words are set in `[ ]`: a title that a person made up, wholly or in part.
  /// Source: DA/T 22—2015, 5.5
  package static func hasOwnWords(_ title: String) -> Bool {
    guard let open = title.firstIndex(where: { $0 == "[" || $0 == "［" }) else { return false }
    return title[open...].contains { $0 == "]" || $0 == "］" }
  }

  /// The title on one line, with its own words in half-width brackets and no blanks at the ends.
  package static func tidy(_ title: String) -> String {
    let line = TextFold.trimmed(title, joinsLines: true)
    guard line.utf8.contains(0xEF) else { return line }
    guard line.contains("［") || line.contains("］") else { return line }
    return String(line.map { $0 == "［" ? "[" : $0 == "］" ? "]" : $0 })
  }

  private static let fileEndings: Set<Substring> = [
    "pdf", "doc", "docx", "wps", "xls", "xlsx", "et", "ppt", "pptx", "jpg", "jpeg", "png", "bmp",
    "gif", "tif", "tiff", "txt", "rtf", "ofd", "ceb", "zip", "rar", "7z", "mp4", "mp3", "wav",
  ]

  private static let fileStarts = [
    "扫描件", "扫描", "扫描文件", "新建文档", "新建文件夹", "新建", "文档", "未命名", "无标题", "img", "scan", "dsc",
    "dscn", "image", "图片", "微信图片", "微信截图", "qq图片", "qq截图", "doc", "document", "mmexport", "photo",
    "新建microsoftword文档", "新建docx文档", "新建doc文档", "复件", "副本", "screenshot",
  ].sorted { $0.utf8.count > $1.utf8.count }
}
