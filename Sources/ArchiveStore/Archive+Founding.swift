import ArchiveDomain
import CDisk
import Foundation
import GRDB

/// The answers with which a library is made.
package struct Founding: Sendable {
  /// 全宗号; may be empty until it is known, before numbering.
  package var fondsNumber = ""
  package var name: String
  package var kind: FondsKind = .office
  package var level: ArchivesLevel = .county
  /// The scheme of records arranged by piece: 年度-保管期限-机构 unless said otherwise.
  package var levels: SchemeLevels = .standard
  /// Whether secret papers may be described on this machine.
  package var isClassified = false
  /// Thicknesses of the boxes that the office has, mm; empty: not asked yet.
  package var boxSizes: [Int] = []
  /// What this library is, when it is not the office's own: `practice`, `demo`.
  package var purpose = ""

  package init(name: String) { self.name = name }
}

extension Archive {
  /// Makes a library in a folder that is absent or empty, whole or not at all.
  /// - Throws: the refusal of `SchemeCheck` for levels that 文书 cannot be divided by; ``StoreFault``.
  package static func create(
    at folder: URL, _ founding: Founding, _ opening: Opening
  ) throws -> Archive {
    for type in opening.types.all where isDividedAsFounded(type) {
      if let refusal = SchemeCheck.refusal(of: founding.levels, for: type) { throw refusal }
    }
    var founding = founding
    founding.fondsNumber = try UnitCodes.fonds(founding.fondsNumber)
    var made = NewFolder(folder)
    do {
      try prepare(folder, &made)
      return try build(in: folder, founding, opening)
    } catch {
      made.takeAway()
      throw StoreFault.named(error, in: folder)
    }
  }

  private static func build(
    in folder: URL, _ founding: Founding, _ opening: Opening
  ) throws -> Archive {
    let building = folder.appendingPathComponent("catalogue.sqlite.new")
    let system = opening.fileSystem ?? FileSystem(of: folder)
    try build(building, founding, opening, system)
    guard rename(building.path, catalogue(in: folder).path) == 0 else {
      throw StoreFault.ofDisk(errno, "rename", in: folder)
    }
    _ = cdisk_sync_folder(folder.path)
    return try open(at: folder, opening)
  }

  /// Whether the levels said at the founding are for this type: those by piece that have departments.
  private static func isDividedAsFounded(_ type: ArchiveType) -> Bool {
    type.unit == .item && type.levels == .standard
  }

  private static func prepare(_ folder: URL, _ made: inout NewFolder) throws {
    let manager = FileManager.default
    let there = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    guard there.allSatisfy({ $0.hasPrefix(".") || $0.hasPrefix("catalogue.sqlite.new") }) else {
      throw StoreFault.folderNotEmpty(path: folder.path)
    }
    try made.folder(folder)
    for name in ["originals", "backups", "desk"] {
      try made.folder(folder.appendingPathComponent(name))
    }
    try made.file(folder.appendingPathComponent("README.txt"), Data(readme.utf8))
    made.willHold(folder.appendingPathComponent("catalogue.sqlite.new"))
    made.willHold(catalogue(in: folder))
    for tail in ["", "-wal", "-shm", "-journal"] {
      unlink(folder.appendingPathComponent("catalogue.sqlite.new").path + tail)
    }
  }

  private static func build(
    _ file: URL, _ founding: Founding, _ opening: Opening, _ system: FileSystem
  ) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { try Settings.apply(to: $0, mode: .writing, system) }
    let queue = try DatabaseQueue(path: file.path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode=\(system.isLocal ? "WAL" : "TRUNCATE")")
      try db.execute(sql: "PRAGMA application_id=\(Schema001.applicationID)")
      try db.execute(sql: "PRAGMA user_version=\(Schema001.version)")
      try db.inTransaction(.immediate) {
        for statement in Schema001.statements { try db.execute(sql: statement) }
        return .commit
      }
    }
    guard let identity = FileIdentity(of: file) else { throw StoreFault.noLibrary(path: file.path) }
    let archive = Archive(
      folder: file.deletingLastPathComponent(), catalogue: file, mode: .writing,
      session: opening.session, types: opening.types,
      knowledge: opening.knowledge, queue: queue, identity: identity,
      presence: nil)
    try archive.found(founding)
    try archive.checkpoint(whole: true)
    try queue.close()
    // Cut to nothing where there is no WAL.
    unlink(file.path + "-journal")
  }

  private func found(_ founding: Founding) throws {
    _ = try write(WriteHead(action: .`init`)) { ledger in
      let fonds = try ledger.insert(
        Fonds(
          number: founding.fondsNumber, name: founding.name, kind: founding.kind,
          level: founding.level))
      for type in types.all {
        let levels = Self.isDividedAsFounded(type) ? founding.levels : type.levels
        _ = try ledger.insert(scheme(for: type, in: fonds.id, levels: levels))
      }
      let uid = String(
        (0..<26).map { _ in "0123456789abcdefghjkmnpqrstvwxyz".randomElement() ?? "0" })
      let library = ["uid": ParamValue.text(uid), "purpose": .text(founding.purpose)]
      try ledger.insert(.setting, ["key": "library", "value": .text(library.json)])
      try ledger.insert(
        .setting,
        [
          "key": "classified",
          "value": .text(["machine": ParamValue.flag(founding.isClassified)].json),
        ])
      if !founding.boxSizes.isEmpty {
        let sizes = ["sizes": ParamValue.numbers(founding.boxSizes.map(Int64.init))]
        try ledger.insert(.setting, ["key": "boxing", "value": .text(sizes.json)])
      }
    }
  }

  /// The scheme that a type file proposes.
  func scheme(for type: ArchiveType, in fonds: RowID, levels: SchemeLevels) -> Scheme {
    var rules = SchemeRules()
    rules.pages = type.pages
    rules.order = type.order
    rules.perBox = type.perBox
    rules.boxMM = type.boxMM
    return Scheme(
      fondsID: fonds, type: type.id, unit: type.unit, levels: levels,
      template: levels == type.levels ? type.template : Template.without(type.template, levels),
      rules: rules)
  }

  private static let readme = """
    兰台 Lantai 档案目录

    catalogue.sqlite  目录与日志（SQLite 3 数据库，任何 SQLite 工具都能读；正在使用时请勿复制或改动）
    originals/        电子原件，按内容的 SHA-256 存放，只读
    backups/          备份
    desk/             谁正在使用

    核对：lantai verify。备份：关上程序，把整个文件夹拷走。

    An archives catalogue kept by Lantai. catalogue.sqlite is a plain SQLite 3 database with the
    catalogue and its journal; do not copy or change it while in use. originals/ holds electronic
    originals by their SHA-256. Check it with `lantai verify`. To back it up, close the program and
    copy the whole folder.

    """
}

/// Code templates with another order of levels.
enum Template {
  /// The template for fewer or other levels: the components of year, period and org in their order.
  static func without(_ template: String, _ levels: SchemeLevels) -> String {
    let order = levels.levels.filter { [.year, .period, .org].contains($0) }
    guard let first = order.first else { return template }
    let middle = order.dropFirst().map { "-{\($0.rawValue)}" }.joined()
    guard let start = template.range(of: "·{year}") ?? template.range(of: "{year}"),
      let end = template.range(of: "-{volume") ?? template.range(of: "-{item")
    else { return template }
    let separator = template[start].hasPrefix("·") ? "·" : ""
    return template[..<start.lowerBound] + separator + "{\(first.rawValue)}" + middle
      + template[end.lowerBound...]
  }
}
