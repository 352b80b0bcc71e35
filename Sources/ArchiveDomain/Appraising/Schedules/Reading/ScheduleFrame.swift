/// What stands around the rows of a list: its title above, notes and signatures below.
enum ScheduleFrame {
  /// The rows without title and notes.
  static func trimmed(_ lines: [ScheduleLine], hasHead: Bool) -> [ScheduleLine] {
    var kept = lines[...]
    let plain = kept.prefix { $0.number == nil && $0.isHeading && $0.categories.isEmpty }
    if let last = plain.lastIndex(where: { isTitle($0.item) || (!hasHead && isAside($0.item)) }) {
      kept = kept[(last + 1)...]
    }
    kept = cutNotes(kept)
    if !hasHead { kept = withoutName(kept) }
    return kept.filter { !($0.isHeading && $0.number == nil && isAside($0.item)) }
  }

  /// A line alone at the top of a list without a head is the unit's name and no heading.
  private static func withoutName(_ lines: ArraySlice<ScheduleLine>) -> ArraySlice<ScheduleLine> {
    func isPlain(_ line: ScheduleLine) -> Bool { line.number == nil && line.isHeading }
    guard let first = lines.first, isPlain(first), SchedulePeriodText.read(first.item) == nil,
      lines.dropFirst().first?.number?.values == [1],
      !lines.dropFirst().contains(where: isPlain)
    else { return lines }
    return lines.dropFirst()
  }

  /// From 注： on, when no row after it has a period.
  private static func cutNotes(_ lines: ArraySlice<ScheduleLine>) -> ArraySlice<ScheduleLine> {
    guard let last = lines.lastIndex(where: { !$0.isHeading }) else { return lines }
    let tail = lines[(last + 1)...]
    guard let note = tail.firstIndex(where: { isNote($0.item) }) else { return lines }
    return lines[..<note]
  }

  private static func isTitle(_ text: String) -> Bool {
    let key = TextFold.key(text)
    if key.contains("期限表") || key.contains("范围表") || key.contains("三合一") { return true }
    return key.contains("归档范围") && key.contains("期限") || key.hasSuffix("归档范围")
      || key.hasSuffix("保管期限")
  }

  /// 单位：…, （2024年修订）, 第3页, 填表人：….
  private static func isAside(_ text: String) -> Bool {
    let key = TextFold.key(text)
    if isNote(text) { return true }
    if key.hasPrefix("("), key.hasSuffix(")"), key.dropFirst().firstIndex(of: "(") == nil {
      return true
    }
    let heads = [
      "填表", "制表", "审核人", "审批人", "编制单位", "编制人", "编制日期", "单位:", "单位(", "单位名称",
      "全宗号", "全宗名称", "日期:", "批准文号", "批准单位", "批准日期", "负责人:", "续表", "合计", "总计",
    ]
    if heads.contains(where: key.hasPrefix) { return key.count <= 40 && !key.contains("永久") }
    if key.hasSuffix("页"), key.hasPrefix("第") || key.hasPrefix("共") { return key.count <= 12 }
    for word in ["施行", "执行", "修订", "印发", "制定", "编制"] where key.hasSuffix(word) {
      return key.contains("年")
    }
    let isDate = key.hasSuffix("日") && key.contains("年") && key.contains("月") && key.count <= 12
    return isDate || key.allSatisfy { $0.isNumber || "-—年月日.".contains($0) }
  }

  private static func isNote(_ text: String) -> Bool {
    let key = TextFold.key(text)
    return ["注:", "注1", "备注:", "说明:", "附注", "填表说明", "填写说明", "编制说明", "注", "说明", "备注"]
      .contains { $0.hasSuffix(":") || $0.count > 2 || $0 == "注1" ? key.hasPrefix($0) : key == $0 }
  }
}
