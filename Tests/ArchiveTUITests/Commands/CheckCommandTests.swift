import Testing

@Suite struct CheckCommandTests {
  @Test func `clean holdings end with 0 and only the heads`() throws {
    let run = try CommandRun().withList()
    defer { run.remove() }

    let result = try run.lantai("check", "--format", "csv")

    #expect(result.status == 0)
    #expect(result.out.contains("check,sentence,clause,items,codes,mend"))
    #expect(result.out.split(separator: "\n").count == 1)
  }

  @Test func `a fault is a row, with its clause and what mends it, and ends with 1`() throws {
    let run = try CommandRun().withFiled()
    defer { run.remove() }
    try run.lantai("edit", "1", "--set", "pages=0", "--reason", "清点")

    let result = try run.lantai("check", "--format", "csv")

    let row = result.out.split(separator: "\n").dropFirst().first ?? ""
    #expect(row.hasPrefix("no-pages,没有数页数，或者写了 0,DA/T 22—2015 5.4.4"))
    #expect(row.contains(",1,J036-WS·2021"))
    #expect(result.status == 1)
    #expect(result.err.contains("毛病 1 处"))
  }

  @Test func `a year narrows it`() throws {
    let run = try CommandRun().withFiled()
    defer { run.remove() }
    try run.lantai("edit", "1", "--set", "pages=0", "--reason", "清点")

    #expect(try run.lantai("check", "--year", "2020").status == 0)
    #expect(try run.lantai("check", "--year", "2021").status == 1)
  }
}
