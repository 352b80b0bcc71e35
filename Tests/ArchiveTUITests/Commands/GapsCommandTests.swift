import Foundation
import Testing

@Suite struct GapsCommandTests {
  /// Numbers 1, 2, 4, 5, 8 of 云农发〔2023〕 in several brackets, and one 请示.
  private func run() throws -> CommandRun {
    let run = try CommandRun().withLibrary()
    let list = try run.file(
      "list.csv",
      """
      文号,题名,责任者,日期,机构
      云农发〔2023〕1号,关于甲的通知,云岭县农业农村局,2023-01-10,办公室
      云农发[2023]2号,关于乙的通知,云岭县农业农村局,2023-01-20,办公室
      云农发（2023）4号,关于丙的请示,云岭县农业农村局,2023-02-10,办公室
      云农发【２０２３】第５号,关于丁的通知,云岭县农业农村局,2023-02-20,种植业股
      云农发〔2023〕8号,关于戊的通知,云岭县农业农村局,2023-03-10,种植业股
      云政发〔2023〕40号,关于己的通知,云岭县人民政府,2023-03-11,种植业股

      """)
    try run.lantai("import", list, "--year", "2023")
    return run
  }

  @Test func `gaps in a pipe is CSV, a line for each series and department`() throws {
    let run = try run()
    defer { run.remove() }

    let lines = try run.lantai("gaps").out.split(separator: "\n").map(String.init)

    #expect(
      lines == [
        "kind,year,series,missing,neighbours,ask,doc_no,answer",
        "number,2023,云农发〔2023〕,3,2号 01-20   4号 02-10,办公室,云农发〔2023〕3号,",
        "number,2023,云农发〔2023〕,6、7,5号 02-20   8号 03-10,种植业股,云农发〔2023〕6号；云农发〔2023〕7号,",
        "reply,2023,,4号,02-10，没见到,办公室,云农发〔2023〕4号,",
      ])
  }

  @Test func `gaps of one series`() throws {
    let run = try run()
    defer { run.remove() }

    let result = try run.lantai("gaps", "--series", "云农发[2023]", "--format", "json")

    let rows = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [[String: Any]]
    #expect(rows?.map { $0["missing"] as? String } == ["3", "6、7"])
  }

  @Test func `gaps of another year and of no series are none`() throws {
    let run = try run()
    defer { run.remove() }

    #expect(try run.lantai("gaps", "--year", "2022").out.split(separator: "\n").count == 1)
    #expect(try run.lantai("gaps", "--series", "云农任").out.split(separator: "\n").count == 1)
  }
}
