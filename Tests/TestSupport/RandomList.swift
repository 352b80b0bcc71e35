import ArchiveDomain
import ArchiveStore
import Foundation

/// A small list as an office keeps it, made up by a source of random numbers, and brought in by the
/// road that people take: a file, its plan, its rehearsal, the write.
package enum RandomList {
  /// Writes a list of this many rows into the library's folder, imports it and returns what came of
  /// it; rows that may be papers that are here are added.
  /// - Parameter name: of the file; each program that writes uses its own.
  @discardableResult
  package static func bringIn(
    _ rows: Int, _ name: String, into archive: Archive, _ random: inout RandomSource
  ) throws -> Imported {
    let file = archive.folder.appendingPathComponent(name + ".csv")
    let lines = (0..<rows).map { line($0 + 1, &random) }
    try Data(([head] + lines).joined(separator: "\n").utf8).write(to: file)
    let list = try archive.readList(file)
    let read = ListReading.read(list.sheets, options: try archive.listOptions(type: "WS"))
    let rehearsal = try archive.rehearseImport(read)
    var plan = rehearsal.plan
    plan.answerAll(.add)
    return try archive.importRows(plan, of: list, rehearsedAt: rehearsal.seq)
  }

  private static let head = "序号,文号,责任者,题名,日期,页数,保管期限,机构"

  private static func line(_ n: Int, _ random: inout RandomSource) -> String {
    let number = Int.random(in: 1...9_999, using: &random)
    let day = 20_220_201 + Int.random(in: 0...27, using: &random)
    let period = ["永久", "30年", "10年", ""].randomElement(using: &random) ?? ""
    let org = ["办公室", "种植业股", "乡村振兴股"].randomElement(using: &random) ?? ""
    return "\(n),云农发〔2022〕\(number)号,云岭县农业农村局,关于名册第\(number)号的通知,\(day),"
      + "\(Int.random(in: 1...40, using: &random)),\(period),\(org)"
  }
}
