import ArchiveDomain
import ArchiveStore
import Foundation
import TerminalKit
import Testing

@testable import ArchiveTUI

/// One screen in one state, as the walk comes upon it.
struct Station: Sendable, CustomTestStringConvertible {
  /// Name of the Swift type of the screen.
  let screen: String
  /// What of it is at hand.
  let state: String
  /// Keys pressed after it was opened, to bring it into the state.
  var keys: [String] = []
  /// Whether it can be reached only by writing.
  var needsWriting = false
  /// Whether it stands before there is a library.
  var isFirst = false
  /// Whether leaving what it asks writes what was answered before.
  var decides = false
  let open: @Sendable (WalkLibrary) throws -> any Screen

  /// Whether coming there or moving about writes.
  var mayWrite: Bool { needsWriting || decides }

  init(
    _ screen: String, _ state: String = "", keys: [String] = [], needsWriting: Bool = false,
    decides: Bool = false,
    isFirst: Bool = false, open: @escaping @Sendable (WalkLibrary) throws -> any Screen
  ) {
    (self.screen, self.state, self.keys) = (screen, state, keys)
    (self.needsWriting, self.isFirst, self.decides) = (needsWriting, isFirst, decides)
    self.open = open
  }

  var testDescription: String { state.isEmpty ? screen : "\(screen), \(state)" }

  /// A workbench that has come to the station.
  func arrive(_ library: WalkLibrary, size: Size) throws -> Workbench {
    var desk = library.desk
    if isFirst { desk.unit = "" }
    var bench = Workbench(
      archive: library.archive, desk: desk, home: .standard, phrases: try Self.phrases.get(),
      mailbox: Mailbox(wake: {}), runner: .atOnce, size: size, now: Self.now)
    let screen = try open(library)
    let isRoot = isFirst || screen is TodayScreen
    bench.begin(with: isRoot ? screen : TodayScreen(desk))
    if !isRoot { bench.attempt { _ in .open(screen) } }
    bench.handle([.wake], at: Self.now)
    for key in keys { bench.handle([ScreenHarness.event(key)], at: Self.now) }
    // What was said on the way is over, so that only the next key speaks.
    bench.sayLine = SayLine()
    return bench
  }

  /// The time of all batches.
  static let now = ContinuousClock.now
  private static let phrases = Result { try Phrases.reference() }
}

extension Station {
  /// Every screen of the program, in the states that change what keys mean.
  static let all: [Station] =
    today + collecting + importing + arranging + binding + looking + layers + schedules

  private static let today: [Station] = [
    Station("FirstStartScreen", "三条路", isFirst: true, open: first),
    Station("FirstStartScreen", "六问", keys: ["下", "Enter"], isFirst: true, open: first),
    Station("FirstStartScreen", "已有目录", keys: ["下", "下", "Enter"], isFirst: true, open: first),
    Station("TodayScreen", "要做的事") { TodayScreen($0.desk) },
    Station("TodayScreen", "各年", keys: ["Tab"]) { TodayScreen($0.desk) },
    Station("TodayScreen", "最近", keys: ["Tab", "Tab"]) { TodayScreen($0.desk) },
    Station("ProfileScreen") { ProfileScreen($0.desk) },
  ]

  @Sendable private static func first(_ library: WalkLibrary) throws -> any Screen {
    let folder = library.folder.appendingPathComponent("new")
    let opening = Opening(
      session: library.archive.session, types: library.archive.types, fileSystem: .local)
    let desktop = ListFolders.Folder(
      url: library.list.deletingLastPathComponent(), name: Phrase("import.place.desktop"))
    return FirstStartScreen(
      FirstStart(folder: folder, opening: opening, folders: ListFolders(folders: [desktop])))
  }

  private static let collecting: [Station] = [
    Station("CollectScreen", "收件篮") { CollectScreen($0.desk) },
    Station("CollectScreen", "来源", keys: ["Tab"]) { CollectScreen($0.desk) },
    Station("CollectScreen", "选中", keys: ["空格", "空格"]) { CollectScreen($0.desk) },
    Station("GapsScreen", "缺的") { GapsScreen($0.desk, 2022) },
    Station("GapsScreen", "没有缺的") { GapsScreen($0.desk, 1999) },
    Station("QuickEntryScreen", "题名", open: entry),
    Station("QuickEntryScreen", "期限", keys: ["Tab", "Tab", "Tab", "Tab"], open: entry),
    Station("RecordFormScreen", "收件篮") { RecordFormScreen($0.desk, $0.papers.inbox[0]) },
    Station("RecordFormScreen", "已归档") { RecordFormScreen($0.desk, $0.papers.filed[0]) },
    Station("RecordFormScreen", "选词", keys: ["下"]) {
      RecordFormScreen($0.desk, $0.papers.inbox[0], field: "issuer")
    },
  ]

  @Sendable private static func entry(_ library: WalkLibrary) throws -> any Screen {
    QuickEntryScreen(library.desk)
  }

  private static let importing: [Station] = [
    Station("ImportFileScreen", "文件", open: files),
    Station("ImportFileScreen", "路径", keys: ["Tab"], open: files),
    Station("ImportColumnsScreen", "栏目", open: columns),
    Station("ImportColumnsScreen", "经手", keys: ["Tab"], open: columns),
    Station("ImportColumnsScreen", "整表", keys: ["Shift-Tab"], open: columns),
    Station("ImportCheckScreen", "有错", keys: ["Enter"], open: columns),
    Station("ImportCheckScreen", "疑重", keys: ["Enter", "F8"], open: columns),
    Station("ImportCheckScreen", "全好了", keys: ["Enter", "F8", "F8"], open: columns),
    Station(
      "ImportDoneScreen", keys: ["Enter", "F8", "F8", "Enter"], needsWriting: true, open: columns),
  ]

  @Sendable private static func files(_ library: WalkLibrary) throws -> any Screen {
    let folder = ListFolders.Folder(
      url: library.list.deletingLastPathComponent(), name: Phrase("import.place.desktop"))
    return ImportFileScreen(library.desk, folders: ListFolders(folders: [folder]))
  }

  @Sendable private static func columns(_ library: WalkLibrary) throws -> any Screen {
    try ImportColumnsScreen(library.desk, library.list)
  }
}
