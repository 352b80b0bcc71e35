import Testing

@testable import ArchiveDomain

@Suite struct PlanTests {
  private func read(_ lines: String...) -> ImportPlan {
    var list = sheet("1", "文号|题名|日期|页数")
    for (position, line) in lines.enumerated() {
      var row = sheet("", line).rows[0]
      row.number = position + 2
      list.rows.append(row)
    }
    return ListReading.read([list])
  }

  /// Not the digest of the program, but one that tells texts apart.
  private func digest(_ bytes: [UInt8]) -> [UInt8] {
    let hash = bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (56 - 8 * $0)) }
  }

  @Test func `a mended cell is read anew and the file stays as it is`() {
    var plan = read("a|甲|2023.13.5|3")

    plan.mend(row: 0, column: 2, field: .date, to: "2023.3.5")

    #expect(plan.isReady)
    #expect(plan.candidates[0].date.text == "20230305")
    #expect(plan.cells(of: 0)[2] == "2023.13.5")
  }

  @Test func `two cells of a row are mended one after the other`() {
    var plan = read("a|甲|2023.13.5|十二")

    plan.mend(row: 0, column: 3, field: .pages, to: "12")
    plan.mend(row: 0, column: 2, field: .date, to: "2023.3.5")

    #expect(plan.candidates[0].pages == 12)
    #expect(plan.isReady)
  }

  @Test func `a row left out stops nothing`() {
    var plan = read("a|甲|2023.13.5|3", "b|乙|20230101|4")
    #expect(!plan.isReady)

    plan.leaveOut(row: 0)

    #expect(plan.isReady)
    #expect(plan.outcome.added.map(\.candidate.title) == ["乙"])
    #expect(plan.counts == [.leftOut: 1, .add: 1])
  }

  @Test func `a likely duplicate in the list waits for an answer`() {
    var plan = read("云农发〔2023〕19号|甲|20230101|3", "云农发[2023]19号|甲|20230102|4")
    #expect(plan.rows[1].duplicate == .row(0))
    #expect(plan.rows[1].fate == .undecided)

    plan.answerAll(.skip)

    #expect(plan.isReady)
    #expect(plan.counts == [.add: 1, .skipped: 1])
  }

  @Test func `filling puts only what is empty into the earlier row`() {
    var plan = read("|甲|20230101|", "|甲|20230101|4")

    plan.answer(row: 1, .fill)

    #expect(plan.outcome.added.map(\.candidate.pages) == [4])
  }

  @Test func `a duplicate of a record fills that record`() {
    var plan = read("a|甲|20230101|4")
    plan.markDuplicates { $0.title == "甲" ? 77 : nil }

    plan.answer(row: 0, .fill)

    #expect(plan.outcome.added.isEmpty)
    #expect(plan.outcome.filled.map(\.record) == [77])
  }

  @Test func `a row left out is no longer the first of two`() {
    var plan = read("a|甲|20230101|3", "a|甲|20230101|3")

    plan.leaveOut(row: 0)

    #expect(plan.rows[1].duplicate == nil)
  }

  @Test func `importing the same rows again adds nothing`() {
    var plan = read("a|甲|20230101|3", "|乙|20230101|3", "|乙|20230101|3")
    let stored = Set(plan.rows.indices.map { plan.origin(of: $0, sha256: digest) })
    #expect(stored.count == 3)

    plan.markKnown(sha256: digest) { stored.contains($1) ? .here : .absent }

    #expect(plan.counts == [.known: 3])
    #expect(plan.outcome.added.isEmpty)
  }

  @Test func `a row with the id and the library's uid is here already`() {
    var options = ListOptions()
    options.library = "u-1"
    let own = sheet("1", "id|library|title|retention", "12|u-1|甲|永久", "13|u-2|乙|永久")

    var plan = ListReading.read([own], options: options)
    plan.markKnown(sha256: digest) { row, _ in row.id == 12 ? .here : .absent }

    #expect(plan.rows.map(\.fate) == [.known, .add])
  }

  @Test func `the same sheets and options give the same plan`() {
    let one = read("a|甲|20230101|3", "b|乙|2023.13|x")
    let other = read("a|甲|20230101|3", "b|乙|2023.13|x")

    #expect(one.candidates == other.candidates)
    #expect(one.faults == other.faults)
  }

  @Test func `two sheets with heads of their own`() {
    let sent = sheet("发文", "文号|题名|日期", "a|甲|20230101")
    let received = sheet("收文", "来文单位|文件标题|收文日期", "县政府|乙|20230102")

    let plan = ListReading.read([sent, received])

    #expect(plan.candidates.map(\.title) == ["甲", "乙"])
    #expect(plan.candidates.map(\.direction) == [.own, .unstated])
    #expect(plan.sheets.map(\.dataRows) == [1, 1])
  }

  @Test func `neighbours help to mend a date`() {
    let plan = read("a|甲|2023.2.27|3", "b|乙|2023.13.5|3", "c|丙|2023.3.9|3")

    #expect(plan.waiting == [1])
    #expect(plan.neighbours(of: 1, column: 2) == ("2023.2.27", "2023.3.9"))
  }

  @Test func `missing numbers of a class are listed`() {
    var options = ListOptions()
    options.keepsNumbers = true

    let plan = ListReading.read(
      [sheet("30年", "件号|题名", "0001|甲", "0002|乙", "0005|丙")], options: options)

    #expect(plan.numberHoles.map(\.holes) == [[3...4]])
  }

  @Test func `only the chosen sheet is read`() {
    var options = ListOptions()
    options.sheets = [1]

    let plan = ListReading.read(
      [sheet("1", "题名|文号", "甲|a"), sheet("2", "题名|文号", "乙|b")], options: options)

    #expect(plan.candidates.map(\.title) == ["乙"])
  }

  @Test(arguments: [
    "", "|", "题名", "题名|\n", "〔|〕|题名", "合计", "序号|题名|日期\u{0}", "🙂|题名|文号", "永久", "2021年|题名|文号",
  ])
  func `odd sheets are read without harm`(line: String) {
    let plan = ListReading.read([sheet("1", line, line, "1|2|3", line)])

    #expect(plan.rows.count <= 4)
  }
}
