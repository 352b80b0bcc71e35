import ArchiveDomain
import ArchiveStore
import Foundation

extension SampleTeller {
  /// A list of the office, read, mended and imported as the workbench does it.
  mutating func takeIn(_ step: SampleStep, _ archive: Archive) throws {
    var file = try archive.readList(try source(of: step))
    if let name = step.source { file.name = name }
    let read = ListReading.read(file.sheets, options: try options(step, archive))
    var plan = try archive.rehearseImport(read).plan
    try mend(&plan, step)
    guard plan.isReady else {
      let faults = plan.faults.map { "\($0.place) \($0.kind)" }
      throw SampleFault.unknown(faults.joined(separator: "; "))
    }
    let imported = try archive.importRows(plan, of: file)
    let made = try archive.newest(imported.added).map(\.id)
    remember(try rows(of: step), made.reversed())
  }

  private func source(of step: SampleStep) throws -> URL {
    if let workbook = step.workbook {
      return data.sample.appendingPathComponent("lists/\(workbook)")
    }
    guard let list = step.list else { throw SampleFault.unknown("list") }
    return data.sample.appendingPathComponent("papers/\(list).csv")
  }

  private func options(_ step: SampleStep, _ archive: Archive) throws -> ListOptions {
    var options = try archive.listOptions(type: try type(of: step).id)
    options.year = step.year
    // Later lists have the same heads; what one of them left out is no rule for them.
    options.layouts = [:]
    if step.inbox == true { options.without = ["retention"] }
    for (person, org) in step.persons ?? [:] { options.persons[person] = org }
    return options
  }

  private func mend(_ plan: inout ImportPlan, _ step: SampleStep) throws {
    for mend in step.mends ?? [] {
      guard let field = mend.field.flatMap(ListField.init(key:)), let text = mend.to else {
        throw SampleFault.unknown(mend.field ?? "field")
      }
      let row = try position(of: mend, in: plan)
      let columns = plan.sheets[plan.rows[row].sheet].columns(at: plan.rows[row].row)
      plan.mend(
        row: row, column: columns.first { $0.field == field }?.column, field: field, to: text)
    }
    for row in step.leaveOut ?? [] { plan.leaveOut(row: try position(of: row, in: plan)) }
    for row in step.duplicates ?? [] {
      plan.answer(
        row: try position(of: row, in: plan), row.answer.flatMap(DuplicateAnswer.init))
    }
  }

  private func position(of row: SampleRow, in plan: ImportPlan) throws -> Int {
    let found = plan.rows.firstIndex {
      plan.sheets[$0.sheet].name == row.sheet && $0.row == row.row
    }
    guard let found else { throw SampleFault.unknown("\(row.sheet) \(row.row)") }
    return found
  }
}
