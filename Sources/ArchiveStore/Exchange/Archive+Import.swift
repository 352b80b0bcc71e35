import ArchiveDomain
import CDisk
import GRDB

/// What importing a list would do.
package struct ImportRehearsal: Sendable {
  /// The plan with what the library says of its rows; mend, answer, leave out on this one.
  package var plan: ImportPlan
  /// The last entry of the journal when the library was asked.
  package var seq: Int64 = 0

  /// Rows that become new records.
  package var added: Int { plan.counts[.add] ?? 0 }
  /// Rows that are here already.
  package var known: Int { plan.counts[.known] ?? 0 }
  /// Likely duplicates without an answer.
  package var undecided: Int { plan.counts[.undecided] ?? 0 }
  /// Rows with a fault.
  package var faulty: Int { plan.counts[.faulty] ?? 0 }
}

/// What an import did.
package struct Imported: Hashable, Sendable {
  package var written: Written
  package var added: Int
  /// Records whose empty fields were filled.
  package var filled: Int
  /// Rows that were here already.
  package var known: Int
  /// Likely duplicates that were not added.
  package var skipped: Int
  /// Rows that a person left out.
  package var leftOut: Int
  /// Secret papers of which only a placeholder was kept; among `added`.
  package var placeholders: Int
  /// Records by state; among `added`.
  package var states: StateCounts
  /// Departments that were made.
  package var newOrgs: [String]
  /// Of numbers that stand on the paper: records left without a box.
  package var unboxed: Int
  /// Of numbers that stand on the paper: records whose class or number is not known, so that they
  /// stay without one.
  package var unnumbered: Int
}

extension Archive {
  /// Looks which rows of a plan are here already, and which may be papers that are.
  package func rehearseImport(_ plan: ImportPlan) throws -> ImportRehearsal {
    try read { db in
      try ImportRehearsal(plan: Self.rehearse(plan, db, types), seq: Head.read(db).seq)
    }
  }

  private static func rehearse(
    _ plan: ImportPlan, _ db: Database, _ types: TypeFiles
  ) throws -> ImportPlan {
    var plan = plan
    let presence = try ImportPresence(db, types, plan.options)
    try plan.markKnown(sha256: sha256, presence: presence.of)
    guard plan.rows.contains(where: { !$0.isKnown }) else { return plan }
    let obstacles = try ImportObstacles(db, types, plan.options)
    try plan.markObstacles(obstacles.kind)
    let known = try DuplicateIndex(db)
    if !known.isEmpty { plan.markDuplicates { known.find($0) } }
    return plan
  }

  /// Writes what a plan adds and fills, in one entry, all or nothing.
  ///
  /// A row never becomes filed.
  ///
  /// - Parameter seq: the `seq` of the rehearsal whose plan this is, when nothing but answers were
  ///   given since (no mends, no rows left out): the library is then not asked again, unless it was
  ///   written in between.
  /// - Parameter progress: told after some rows how many of how many are written; what it throws
  ///   ends the work, and nothing is written.
  /// - Throws: `Refusal.nothingSelected` when rows with faults or open questions stand in the way,
  ///   `.codeTaken` for a number that another record has, `.badField` for an unknown type;
  ///   a ``StoreFault``. Nothing is written then.
  @discardableResult
  package func importRows(
    _ plan: ImportPlan, of file: ImportFile, rehearsedAt seq: Int64? = nil, reason: String = "",
    progress: (Int, Int) throws -> Void = { _, _ in }
  ) throws -> Imported {
    guard plan.isReady else { throw Refusal.nothingSelected }
    let params: [String: ParamValue] = [
      "file": .text(file.name), "sha256": .text(file.sha256),
      "keeps_numbers": .flag(plan.options.keepsNumbers),
    ]
    let head = WriteHead(action: .import, reason: reason, params: params)
    var (imported, written) = try write(head) { ledger in
      // Asked within the write: another may have brought the same list in since.
      let isFresh = try seq != nil && Head.read(ledger.db).seq == seq
      let plan = try isFresh ? plan : Self.rehearse(plan, ledger.db, types)
      guard plan.isReady else { throw Refusal.nothingSelected }
      var writer = try ImportWriter(ledger, types, plan)
      return try writer.write(progress)
    }
    imported.written = written
    return imported
  }

  static let sha256: @Sendable ([UInt8]) -> [UInt8] = { Digest(of: $0).bytes }
}

/// The records of the library by what the duplicate question looks at.
private struct DuplicateIndex {
  private var test = DuplicateTest()
  private var ids: [RowID] = []

  var isEmpty: Bool { ids.isEmpty }

  init(_ db: Database) throws {
    test.reserve(try Int.fetchOne(db, sql: "SELECT count(*) FROM item") ?? 0)
    let cursor = try Row.fetchCursor(
      db, sql: "SELECT id,title,doc_no,date FROM item WHERE level='item' AND title<>?",
      arguments: [Item.placeholderTitle])
    while let row = try cursor.next() {
      test.add(.init(title: row[1], docNo: row[2], date: row[3]), as: ids.count)
      ids.append(row[0])
    }
  }

  func find(_ traits: DuplicateTest.Traits) -> RowID? { test.find(traits).map { ids[$0] } }
}
