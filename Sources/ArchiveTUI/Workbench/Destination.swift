import ArchiveDomain
import ArchiveStore
import Foundation

/// A screen that another one sends to, with what it is about: screens know each other by this alone.
enum Destination: Sendable {
  /// 整理, on a part of the holdings and one of its records.
  case arrange(Scope, record: ItemID?)
  /// 收集: the in-tray, or what one import brought.
  case collect(Scope?)
  /// 著录单 of a record, with the cursor in a field.
  case form(ItemID, field: String?)
  /// 快速著录, beginning with these facts kept.
  case quickEntry(Scope?)
  /// 快速著录 of a paper that came late, with its 文号 filled in; empty when it has none.
  case lateEntry(docNo: String, year: Year)
  /// 催收 of a year; nil: the last one that is over.
  case chase(Year?)
  /// 导入; nil: choose a file first.
  case importList(URL?)
  /// 划期限 of what has no period within a scope, beginning at a record.
  case triage(Scope, start: ItemID?)
  /// 批量改 of these records.
  case bulk([ItemID])
  /// 装盒编号.
  case boxing(Scope)
  /// 归档.
  case filing(Scope)
  /// 案卷 and its pieces.
  case volume(ItemID)
  /// 新类, beginning with what a branch of the tree says.
  case newClass(Scope)
  /// 章、名称 of a class.
  case holdingsClass(RowID)
  /// 期限体检 of a part of the holdings.
  case checkUp(Scope)
  /// 时光轴, at an entry.
  case timeline(Int64?)
  /// The catalogue as it stood at the end of an entry.
  case past(Int64)
}

extension Home {
  /// How a destination is come to: its screen is laid, and a list that was chosen is read over it.
  ///
  /// Nil: a later release brings it.
  func next(_ destination: Destination, _ desk: Desk, _ archive: Archive) -> Next? {
    let lay = screen(destination, desk).map { Next.open($0) }
    guard let lay, case .importList(let url?) = destination else { return lay }
    return .several([lay, ImportFileScreen.read(url, archive, desk)])
  }

  /// The screen of a destination: one line each.
  ///
  /// Nil: a later release brings it.
  func screen(_ destination: Destination, _ desk: Desk) -> (any Screen)? {
    switch destination {
    case .arrange(let scope, let record): ArrangeScreen(desk, scope, record: record)
    case .collect(let scope): CollectScreen(desk, scope)
    case .form(let id, let field): RecordFormScreen(desk, id, field: field)
    case .quickEntry(let scope): QuickEntryScreen(desk, scope)
    case .lateEntry(let docNo, let year): QuickEntryScreen(desk, docNo: docNo, year: year)
    case .chase(let year): GapsScreen(desk, year)
    case .importList: ImportFileScreen(desk)
    case .triage(let scope, let start): TriageScreen(desk, scope, start: start)
    case .bulk(let ids): BulkChangeScreen(desk, ids)
    case .boxing(let scope): BoxingScreen(desk, scope)
    case .filing(let scope): FilingScreen(desk, scope)
    case .volume(let id): VolumeScreen(desk, id)
    case .newClass(let scope): NewClassScreen(desk, scope)
    case .holdingsClass(let id): ClassScreen(desk, id)
    case .checkUp(let scope): CheckUpScreen(desk, scope)
    case .timeline(let entry): TimelineScreen(desk, at: entry)
    case .past(let entry): PastCatalogueScreen(desk, at: entry)
    }
  }
}
