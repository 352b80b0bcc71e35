import ArchiveDomain
import ArchiveStore
import DocumentKit
import Foundation

/// What a list tells at a glance: how much stands in it, and answers to the first questions.
struct ListGlance: Sendable {
  /// 2 张表 118 行, or why it cannot be read.
  let note: Phrase
  /// Why it cannot be read; nil when it can.
  var fault: Phrase?
  /// The unit whose papers it lists; empty when it is not told.
  var name = ""
  /// 全宗号; empty when it is not told.
  var fondsNumber = ""

  /// Files above this many bytes are read only when they are chosen.
  static let most = 1 << 20

  /// Reads a list; a file that is none says why in its note.
  init(_ url: URL, _ archive: Archive) {
    self.init(Result { try archive.readList(url) })
  }

  /// Of a list that was read, or why it could not be.
  init(_ read: Result<ImportFile, any Error>) {
    do {
      let file = try read.get()
      // A long one by its first rows: this runs on the loop.
      let isLong = ImportReading.isLong(file)
      let sheets = ImportReading.sheets(file, isLong).enumerated()
        .filter { file.visible.contains($0.offset) }
      let plan = ListReading.read(sheets.map(\.element))
      let unread =
        file.visible.reduce(0) { $0 + file.sheets[$1].rows.count }
        - sheets.reduce(0) { $0 + $1.element.rows.count }
      note = Phrase(
        sheets.count == 1 ? "first.rows" : "first.sheets-rows",
        ["sheets": .number(sheets.count), "rows": .number(plan.rows.count + unread)])
      let candidates = plan.rows.map(\.candidate)
      name = Self.unit(candidates)
      fondsNumber = Self.fonds(candidates)
    } catch {
      let why = (error as? TableFault).map { Phrase($0) } ?? FaultReport(error).what
      (note, fault) = (why, why)
    }
  }

  /// The issuer that most papers have, when most of those that tell one do.
  private static func unit(_ candidates: [ImportCandidate]) -> String {
    let own = candidates.filter { $0.direction == .own && !$0.issuer.isEmpty }
    let told = own.isEmpty ? candidates.filter { !$0.issuer.isEmpty } : own
    let counts = Dictionary(told.map { ($0.issuer, 1) }, uniquingKeysWith: +)
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value * 2 >= told.count || most.value >= 20
    else { return "" }
    return most.key
  }

  /// The fonds number that codes on paper begin with: a letter and three digits.
  private static func fonds(_ candidates: [ImportCandidate]) -> String {
    for candidate in candidates where !candidate.formerCode.isEmpty {
      let head = candidate.formerCode.prefix { $0 != "-" }
      if isFondsNumber(String(head)) { return String(head) }
    }
    return ""
  }

  /// Whether it is a letter and three digits.
  static func isFondsNumber(_ text: String) -> Bool {
    guard text.count == 4, let first = text.first, first.isASCII, first.isUppercase else {
      return false
    }
    return text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }
}
