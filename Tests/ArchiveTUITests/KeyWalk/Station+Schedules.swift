import ArchiveDomain
import ArchiveStore
import Foundation

@testable import ArchiveTUI

extension Station {
  /// 期限表: the tables, their rows, and a list on its way in.
  static let schedules: [Station] = [
    Station("SchedulesScreen", "各表") {
      SchedulesScreen($0.desk, folders: ListFolders(folders: []))
    },
    Station("ScheduleScreen", "国家的") { ScheduleScreen($0.desk, key: "ling8", fromYear: 0) },
    Station("ScheduleScreen", "本单位的", needsWriting: true, open: ownTable),
    Station("ScheduleImportScreen", "有毛病", needsWriting: true, open: takingIn),
    Station("ScheduleImportScreen", "全好了", keys: ["F8", "F8"], needsWriting: true, open: takingIn),
  ]

  @Sendable private static func ownTable(_ library: WalkLibrary) throws -> any Screen {
    let rows = [
      ScheduleRow(code: "1", item: "会议"),
      ScheduleRow(code: "1.1", item: "局务会纪要", period: .one(.permanent), parent: "1"),
      ScheduleRow(code: "2", item: "简报", period: .one(.d10)),
    ]
    try library.archive.importSchedule(.own(name: "本局", rows: rows))
    return ScheduleScreen(library.desk, key: "本局", fromYear: 0)
  }

  @Sendable private static func takingIn(_ library: WalkLibrary) throws -> any Screen {
    let list = library.folder.appendingPathComponent("期限表.csv")
    let rows = "序号,归档范围,保管期限\n1,会议纪要,永久\n2,合同,待定\n3,简报,\n"
    try Data(rows.utf8).write(to: list)
    let (file, reading) = try library.archive.readScheduleList(list)
    let table = RetentionSchedule.own(name: "本局", rows: reading.rows)
    return ScheduleImportScreen(.init(table, reading.faults, of: file))
  }
}
