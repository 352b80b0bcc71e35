import Testing

@testable import ArchiveDomain

struct GapRowTests {
  private func row(_ numbers: [Int]) throws -> GapRow {
    try #require(
      GapRow.rows(
        numbers.map { number in
          var gap = Gap(kind: .number, year: 2023, id: "number/云农发/2023/\(number)")
          gap.number = number
          gap.unit = "号"
          return gap
        }
      ).first)
  }

  @Test(arguments: [
    ("31、33", [31, 33]), ("31", [31]), ("33号", [33]), ("5-7", [5, 6, 7]),
    ("5-7，31", [5, 6, 7, 31]),
    ("４、３１", []), ("99", []), ("", []),
  ])
  func `a person names some of a line's gaps`(_ text: String, _ numbers: [Int]) throws {
    let row = try row([5, 6, 7, 31, 33])

    #expect(row.chosen(text).map(\.number) == numbers)
  }
}
