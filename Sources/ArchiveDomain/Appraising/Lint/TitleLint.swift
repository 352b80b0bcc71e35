/// Titles that say nothing of their paper, or are a person's own words without brackets.
struct TitleLint {
  let rows: LintRows

  init(_ rows: LintRows) { self.rows = rows }

  var findings: [LintFinding] {
    rows.settled.compactMap { at in
      let paper = rows.papers.papers[at]
      guard !paper.isPlaceholder, let check = Self.check(paper.title, note: paper.note) else {
        return nil
      }
      return LintFinding(
        check, [paper.id], in: rows.seriesID(paper), seenBy: [paper.title], mend: .field("title"))
    }
  }

  private static func check(_ title: String, note: String) -> LintCheck? {
    // What the lists below hold is shorter than most titles: spares nearly all rows the rest.
    let isShort = title.utf8.count <= 21
    if isShort, isEmpty(title) { return .titleMissing }
    if mayBeFileName(title), TitleText.isLikeFileName(title) {
      return .titleLikeFileName
    }
    let saysSo = ownMade.stands(in: title) || !note.isEmpty && ownMade.stands(in: note)
    guard saysSo || isShort && isCatchAll(title) else { return nil }
    return TitleText.hasOwnWords(title) ? nil : .titleOwnWords
  }

  /// A file's name has a dot, or begins with a letter or a word of scanners.
  private static func mayBeFileName(_ title: String) -> Bool {
    guard let first = title.unicodeScalars.first else { return false }
    return !(0x3400...0x9FFF).contains(first.value) || starts.contains(first)
      || title.utf8.contains(UInt8(ascii: ".")) || title.unicodeScalars.contains("．")
  }

  private static let starts = Set("扫新文未无图微复副".unicodeScalars)
  private static let ownMade = HanziPair("自拟")

  private static func isEmpty(_ title: String) -> Bool {
    let key = TextFold.key(title)
    return nothing.contains(key) || !key.contains { $0.isLetter || $0.isNumber }
  }

  private static func isCatchAll(_ title: String) -> Bool { catchAll.contains(TextFold.key(title)) }

  private static let nothing: Set = [
    "无题", "无题名", "无标题", "没有标题", "无", "同上", "空", "空白", "待补", "待定", "不详", "未知", "题名",
  ]
  /// What no office writes over a paper: a name for a heap of them.
  private static let catchAll: Set = [
    "材料", "有关材料", "相关材料", "其他材料", "资料", "有关资料", "相关资料", "其他资料", "文件", "有关文件", "相关文件",
    "杂件", "杂项", "其他", "其它", "复印件", "手写材料", "会议材料", "会议资料", "便条", "纸条", "一批材料", "表格",
  ]
}
