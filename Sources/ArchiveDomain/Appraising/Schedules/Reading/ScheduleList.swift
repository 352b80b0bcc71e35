/// A schedule as a list that goes out and comes back unchanged.
package enum ScheduleList {
  /// The heads of its columns.
  // Stored.
  private static let heads = [
    "条目号", "归档范围", "保管期限", "条件", "行文方向", "备注", "内部码", "上级内部码",
  ]

  /// The list, heads first; retired rows stay out.
  package static func rows(of schedule: RetentionSchedule) -> [[String]] {
    [heads]
      + schedule.rows.filter { $0.retiredOn == nil }.map { row in
        [
          row.article ?? row.number, row.item, row.period.label, row.condition, row.directionText,
          row.note, row.code, row.parent ?? "",
        ]
      }
  }

  /// The rows of a list that went out so; nil when it is another list.
  static func read(_ sheets: [ListSheet]) -> ScheduleReader.Reading? {
    guard let index = sheets.firstIndex(where: { !$0.rows.isEmpty }),
      let head = sheets[index].rows.first,
      heads.indices.allSatisfy({ TextFold.key(head.text($0)) == heads[$0] })
    else { return nil }
    var reading = ScheduleReader.Reading(rows: [], faults: [])
    let lines = sheets[index].rows.dropFirst().filter { !$0.filled.isEmpty }
    let parents = Set(lines.map { $0.text(7) })
    for line in lines {
      var row = ScheduleRow(
        code: line.text(6), item: line.text(1), parent: line.text(7).isEmpty ? nil : line.text(7),
        original: line.text(0) == line.text(6) ? nil : line.text(0))
      let period = SchedulePeriod(label: line.text(2))
      let found = period == nil ? SchedulePeriodText.read(line.text(2)) : nil
      row.period = period ?? found?.period ?? .none
      row.condition = line.text(3).isEmpty ? found?.condition ?? "" : line.text(3)
      row.directions = line.text(4).split(separator: "/").compactMap { name in
        Direction.allCases.first { $0.name == name }
      }
      row.note = line.text(5)
      let at = reading.rows.count
      func fault(_ what: ScheduleListFault.What, _ text: String) -> ScheduleListFault {
        let place = ListPlace(sheet: index, row: line.number)
        return ScheduleListFault(place: place, index: at, what: what, text: text)
      }
      if period == nil, found == nil {
        reading.faults.append(fault(.period, line.text(2)))
      } else if row.item.isEmpty {
        reading.faults.append(fault(.noItem, ""))
      } else if row.isHeading, row.note.isEmpty, !parents.contains(row.code) {
        reading.faults.append(fault(.noPeriod, row.item))
      }
      reading.rows.append(row)
    }
    reading.fillCategories()
    return reading
  }
}

extension ScheduleReader.Reading {
  /// Rows stand in the category of their topmost heading.
  fileprivate mutating func fillCategories() {
    var tops: [String: String] = [:]
    for i in rows.indices {
      let top = rows[i].parent.flatMap { tops[$0] }
      rows[i].category = top ?? ""
      tops[rows[i].code] = top ?? rows[i].item
    }
  }
}
