import Foundation
import Testing

@Suite struct SuggestCommandTests {
  private static let list = """
    title,doc_no,issuer,date,direction
    2023年度工作总结,云农发〔2023〕3号,云岭县农业农村局,2023-12-30,本级
    关于某某任县水务局局长的通知,云委〔2023〕44号,中共云岭县委,2023-05-15,上级
    关于高标准农田建设的请示,云农发〔2023〕9号,云岭县农业农村局,2023-05-15,
    """

  private func suggest(_ run: CommandRun, _ text: String) throws -> [Substring] {
    let file = run.folder.appendingPathComponent("目录.csv")
    try Data(text.utf8).write(to: file)
    let result = try run.lantai("suggest", file.path)
    #expect(result.status == 0)
    return result.out.split(whereSeparator: \.isNewline)
  }

  @Test func `five columns are added to those of the list, without a library`() throws {
    let run = try CommandRun()
    defer { run.remove() }

    let rows = try suggest(run, Self.list)

    #expect(
      rows.first?.hasSuffix(
        "title,doc_no,issuer,date,direction,type,retention,basis,confidence,matched") == true)
    #expect(rows[1].contains(",本级,WS,永久,令8 表8.8.1,0.93,"))
    #expect(rows[2].contains(",上级,WS,不归档,令8 第4条(一),"))
  }

  @Test func `an empty direction is derived, and what is open stays under 0.9`() throws {
    let run = try CommandRun()
    defer { run.remove() }

    let row = try suggest(run, Self.list)[3]

    #expect(row.contains(",本级,WS,永久,令8 表8.2.1,0.7"))
    #expect(row.contains("请示（文种）"))
  }

  @Test func `a list without titles is refused`() throws {
    let run = try CommandRun()
    defer { run.remove() }
    let file = run.folder.appendingPathComponent("目录.csv")
    try Data("甲,乙\n1,2\n".utf8).write(to: file)

    let result = try run.lantai("suggest", file.path)

    #expect(result.status == 1)
    #expect(result.err.contains("题名"))
  }
}
