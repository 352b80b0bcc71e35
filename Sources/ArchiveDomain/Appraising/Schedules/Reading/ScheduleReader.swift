/// Reads a unit's own 归档范围和保管期限表 from the list in which the unit keeps it.
///
/// Numbers as `1`, `(1)`, `一、`, `2.1.1` or none; headings, merged heads, periods in a column, in
/// ticked columns or after the text. A row whose period cannot be read, or that has neither a
/// period nor rows below it, is a fault: nothing is half taken.
package struct ScheduleReader: Sendable {
  /// What a list says.
  package struct Reading: Sendable {
    /// In the list's order; usable only while there are no faults.
    package var rows: [ScheduleRow]
    package var faults: [ScheduleListFault]
    /// Rows that take papers.
    package var leaves: Int { rows.count { !$0.isHeading } }
  }

  /// Reads all sheets; one without any period is left out where another has some.
  package static func read(_ sheets: [ListSheet]) -> Reading {
    if let own = ScheduleList.read(sheets) { return own }
    var parts: [(name: String, lines: [ScheduleLine])] = []
    for (index, sheet) in sheets.enumerated() where !sheet.rows.isEmpty {
      var lines = ScheduleSheetReader(AlignedText.cut(sheet) ?? sheet, index: index).lines()
      PeriodHeadings.spread(over: &lines, sheet: sheet.name)
      if !lines.isEmpty { parts.append((sheet.name, lines)) }
    }
    let speaking = parts.filter { $0.lines.contains { !$0.isHeading } }
    if !speaking.isEmpty { parts = speaking }
    var nodes: [ScheduleOutline.Node] = []
    for part in parts {
      let shift = nodes.count
      let outline = ScheduleOutline(part.lines)
      nodes += outline.nodes.map { node in
        var node = node
        node.parent = node.parent.map { $0 + shift }
        return node
      }
    }
    return ScheduleReader(nodes).reading()
  }

  private let nodes: [ScheduleOutline.Node]
  private let codes: [ScheduleCodes.Code]

  private init(_ nodes: [ScheduleOutline.Node]) {
    self.nodes = nodes
    codes = ScheduleCodes.codes(of: nodes)
  }

  private func reading() -> Reading {
    Reading(
      rows: nodes.indices.map(row), faults: nodes.indices.compactMap(fault))
  }

  private func row(_ index: Int) -> ScheduleRow {
    let node = nodes[index]
    var row = ScheduleRow(
      code: codes[index].code, item: node.line.item, parent: node.parent.map { codes[$0].code },
      original: codes[index].original)
    if case .read(let found) = node.line.period {
      row.period = found.period
      row.condition = found.condition
    }
    if row.condition.isEmpty, node.parent != nil { row.condition = condition(of: row.item) }
    row.note = node.line.note
    row.category = top(of: index)
    return row
  }

  /// 重要 of 重要的, 一般业务: what parts the row above; empty where the row says what it is about.
  private func condition(of item: String) -> String {
    guard ScheduleOutline.isPart(item), SchedulePeriodText.isCondition(item) else { return "" }
    return item.filter { !"的；。;，".contains($0) }
  }

  /// The topmost heading over a row; empty: it stands under none.
  private func top(of index: Int) -> String {
    var top = ""
    var next = nodes[index].parent
    while let at = next {
      top = nodes[at].line.item
      next = nodes[at].parent
    }
    return top
  }

  private func fault(_ index: Int) -> ScheduleListFault? {
    let line = nodes[index].line
    func fault(_ what: ScheduleListFault.What, _ text: String) -> ScheduleListFault {
      ScheduleListFault(place: line.place, index: index, what: what, text: text)
    }
    switch line.period {
    case .unreadable(let text): return fault(.period, text)
    case .read where line.item.isEmpty: return fault(.noItem, "")
    case .absent where !nodes[index].hasChildren: return fault(.noPeriod, line.item)
    default: return nil
    }
  }
}

/// Headings that are periods themselves: 一、永久, or a sheet named 30年.
enum PeriodHeadings {
  /// Rows without a period get that of the heading over them, in a list that has no other.
  static func spread(over lines: inout [ScheduleLine], sheet: String) {
    let hasPeriods = lines.contains { !$0.isHeading }
    var current = hasPeriods ? nil : period(sheet)
    for index in lines.indices where lines[index].isHeading && lines[index].categories.isEmpty {
      let isOutside = lines[index].item.contains("不归档")
      if isOutside || !hasPeriods, let found = period(lines[index].item) {
        current = found
      } else if let current, !lines[index].item.isEmpty {
        lines[index].period = .read(.init(period: current, condition: ""))
      }
    }
  }

  /// 永久保管的文件材料, 30年, 不归档的文件材料.
  private static func period(_ heading: String) -> SchedulePeriod? {
    let key = TextFold.key(heading)
    guard key.count <= 14 else { return nil }
    if key.contains("不归档") { return .notFiled }
    var rest = key
    for word in ["保管期限为", "保管期限", "保管", "保存", "归档", "文件材料", "文件", "材料", "范围", "部分", "类", "的"] {
      rest = rest.replacing(word, with: "")
    }
    guard rest != key || SchedulePeriodText.read(key) != nil else { return nil }
    return SchedulePeriodText.read(rest)?.period
  }
}
