import ArchiveDomain
import ArchiveStore
import TerminalKit

@testable import ArchiveTUI

extension Station {
  static let arranging: [Station] = [
    Station("ArrangeScreen", "列表") { ArrangeScreen($0.desk) },
    Station("ArrangeScreen", "分类", keys: ["左"]) { ArrangeScreen($0.desk) },
    Station("ArrangeScreen", "全选", keys: ["Ctrl-A"]) { ArrangeScreen($0.desk) },
    Station("ArrangeScreen", "已归档") { library in
      ArrangeScreen(
        library.desk, WalkLibrary.scope(year: 2020), record: library.papers.filed.first)
    },
    Station("ArrangeScreen", "空类", keys: ["左"], needsWriting: true) { library in
      let made = try library.archive.makeClass(
        "WS", SeriesFacts(year: 2024, period: .permanent, orgID: 2))
      return ArrangeScreen(library.desk, .series(made.id))
    },
    Station("ReadingLayer", "小计", keys: ["左", "F3"]) { ArrangeScreen($0.desk) },
    Station("NewClassScreen", "下一级") { library in
      NewClassScreen(library.desk, WalkLibrary.scope(year: 2022))
    },
    Station("NewClassScreen", "空的", keys: ["下"]) { NewClassScreen($0.desk, Scope()) },
    Station("TriageScreen", "一件", open: triage),
    Station("TriageScreen", "有把握的") { library in
      TriageScreen(
        library.desk, WalkLibrary.scope(year: 2023), start: library.papers.inbox[6])
    },
    Station("TriageScreen", "键入期限", keys: ["d"], open: triage),
    Station("TriageScreen", "问机构", keys: ["End", "9"], decides: true, open: triage),
    Station("TriageScreen", "全选", keys: ["Ctrl-A"], open: triage),
    Station("TriageScreen", "队列", keys: ["Tab", "Tab"], open: triage),
    Station("TriageScreen", "凭什么", keys: ["Tab"], open: triage),
    Station("TriageScreen", "没有要划的") { library in
      TriageScreen(library.desk, WalkLibrary.scope(year: 2020), start: nil)
    },
    Station("BulkChangeScreen") { BulkChangeScreen($0.desk, Array($0.papers.inbox[0...2])) },
    Station(
      "RehearsalSheet", "有把握的", keys: ["Ctrl-A", "Enter"], needsWriting: true, open: triage),
    Station("RehearsalSheet", "机构", needsWriting: true, open: sheet),
    Station("RehearsalSheet", "连覆盖的", keys: ["空格"], needsWriting: true, open: sheet),
  ]

  @Sendable private static func triage(_ library: WalkLibrary) throws -> any Screen {
    TriageScreen(library.desk, WalkLibrary.scope(year: 2023), start: nil)
  }

  @Sendable private static func sheet(_ library: WalkLibrary) throws -> any Screen {
    let ids = library.papers.inbox + library.papers.filed
    return try BulkChange(ids, FactChange(orgID: 2), path: [Activity.arrange.name])
      .sheet(in: library.archive)
  }

  static let binding: [Station] = [
    Station("BoxingScreen", "第一次问盒厚", open: boxing),
    Station("BoxingScreen", "盒", keys: ["Enter"], open: boxing),
    Station(
      "BoxingScreen", "类", keys: ["Enter", "Shift-Tab", "Tab", "Tab", "Tab", "Tab"], open: boxing),
    Station("BoxingScreen", "逐件", keys: ["Enter", "F3"], open: boxing),
    Station("BoxingScreen", "提起", keys: ["Enter", "F3", "F6"], open: boxing),
    Station("BoxingScreen", "编好了", keys: ["Enter", "Enter"], needsWriting: true, open: boxing),
    Station("BoxingScreen", "没有要编的") { library in
      BoxingScreen(library.desk, WalkLibrary.scope(year: 2023))
    },
    Station("FilingScreen", "挡路的", open: filing),
    Station("FilingScreen", "名字", keys: ["Tab"], open: filing),
    Station("FilingScreen", "先不归", keys: ["Shift-Tab", "Shift-Tab"], open: filing),
    Station("FilingScreen", "归档", keys: ["Shift-Tab"], open: filing),
    Station("FilingScreen", "没有要归的") { library in
      FilingScreen(library.desk, WalkLibrary.scope(year: 2023))
    },
    Station("VolumeScreen", "卷内", open: volume),
    Station("VolumeScreen", "提起", keys: ["F6"], open: volume),
    Station("VolumeScreen", "篮", keys: ["Tab"], open: volume),
    Station("ClassScreen", "编好的") { ClassScreen($0.desk, $0.papers.ready) },
    Station("ClassScreen", "已归档") { ClassScreen($0.desk, $0.papers.filedClass) },
    Station("CheckUpScreen", "这一处") { CheckUpScreen($0.desk) },
    Station("CheckUpScreen", "毛病", keys: ["Tab"]) { CheckUpScreen($0.desk) },
    Station("CheckUpScreen", "没有毛病") { library in
      CheckUpScreen(library.desk, WalkLibrary.scope(year: 1999))
    },
  ]

  @Sendable private static func boxing(_ library: WalkLibrary) throws -> any Screen {
    BoxingScreen(library.desk, WalkLibrary.scope(year: 2022))
  }

  @Sendable private static func filing(_ library: WalkLibrary) throws -> any Screen {
    FilingScreen(library.desk, WalkLibrary.scope(year: 2021))
  }

  @Sendable private static func volume(_ library: WalkLibrary) throws -> any Screen {
    VolumeScreen(library.desk, library.papers.volume)
  }

  static let looking: [Station] = [
    Station("FindScreen", "查到了") { FindScreen($0.desk, typed: "qs") },
    Station("FindScreen", "本类") { library in
      FindScreen(library.desk, typed: "事", in: WalkLibrary.scope(year: 2022))
    },
    Station("FindScreen", "没有", keys: []) { FindScreen($0.desk, typed: "没有这样的") },
    Station("FindScreen", "分布", keys: ["Tab"]) { FindScreen($0.desk, typed: "事") },
    Station("TimelineScreen", "最新一条") { TimelineScreen($0.desk) },
    Station("TimelineScreen", "归档", keys: ["End"]) { TimelineScreen($0.desk) },
    Station("TakeBackSheet", "改著录", keys: ["Ctrl-Z"]) { TimelineScreen($0.desk) },
    Station("TakeBackSheet", "要连带", keys: ["下", "Ctrl-Z"]) { TimelineScreen($0.desk) },
    Station("PastCatalogueScreen", keys: ["下", "F3"]) { TimelineScreen($0.desk) },
  ]

  static let layers: [Station] = [
    Station("MenuScreen", "整理", keys: ["F9"]) { ArrangeScreen($0.desk) },
    Station("MenuScreen", "去", keys: ["F9", "g"]) { ArrangeScreen($0.desk) },
    Station("PaletteScreen", keys: ["F2"]) { ArrangeScreen($0.desk) },
    Station("HelpScreen", "按键", keys: ["F1"]) { ArrangeScreen($0.desk) },
    Station("HelpScreen", "这一屏", keys: ["F1", "Tab"]) { TodayScreen($0.desk) },
    Station("MessagesScreen", "空的") { _ in MessagesScreen(messages: []) },
    Station("MessagesScreen") { _ in
      MessagesScreen(messages: (1...30).map { Message(.text("第\($0)句")) })
    },
    Station("TasksScreen") { _ in TasksScreen(jobs: []) },
    Station("ReadingLayer", keys: ["F3"]) { TodayScreen($0.desk) },
    Station("FormDialog", "当时的目录") { AsOfDialog.make($0.desk) },
    Station("FormDialog", "按钮", keys: ["Tab"]) { AsOfDialog.make($0.desk) },
    Station("ConfirmDialog", "取消") { BulkChange.excluding($0.papers.inbox) },
    Station("ConfirmDialog", "原因", keys: ["Tab", "Tab"]) {
      Unfile.dialog($0.papers.filed, numbersKept: nil)
    },
    Station("FaultDialog") { _ in
      FaultDialog(report: FaultReport(StoreFault.diskFull(bytesFree: 1)), retry: .help)
    },
  ]
}
