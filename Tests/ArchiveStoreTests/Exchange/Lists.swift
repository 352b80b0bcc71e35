import ArchiveDomain
import Foundation
import TestSupport

@testable import ArchiveStore

/// Lists on the disk for one test, in the folder of its library.
struct Lists {
  let library: TestLibrary

  /// Writes a text file with these lines.
  func file(_ name: String, _ lines: [String]) throws -> URL {
    let url = library.folder.appendingPathComponent(name)
    try Data(lines.joined(separator: "\n").utf8).write(to: url)
    return url
  }

  /// The plan of a file as the library understands it.
  func plan(
    _ url: URL, type: String = "WS", _ change: (inout ListOptions) -> Void = { _ in }
  ) throws -> (plan: ImportPlan, file: ImportFile) {
    let file = try library.archive.readList(url)
    var options = try library.archive.listOptions(type: type)
    change(&options)
    let plan = ListReading.read(file.sheets, options: options)
    return (try library.archive.rehearseImport(plan).plan, file)
  }

  /// Reads and writes a file.
  @discardableResult
  func add(
    _ url: URL, type: String = "WS", _ change: (inout ListOptions) -> Void = { _ in }
  ) throws -> Imported {
    let (plan, file) = try plan(url, type: type, change)
    return try library.archive.importRows(plan, of: file)
  }

  /// A list of papers sent in 2023.
  static let sent = [
    "序号,文号,责任者,题名,日期,页数,机构",
    "1,云农发〔2023〕7号,云岭县农业农村局,关于做好春耕生产的通知,2023.2.6,3,办公室",
    "2,云农发〔2023〕8号,云岭县农业农村局,关于农机年检的通知,2023-03-01,4,种植业股",
    "3,云农函〔2023〕2号,云岭县农业农村局,关于核拨抗旱油料补助的函,2023年4月2日,2,办公室",
  ]
}
