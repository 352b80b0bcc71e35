import DocumentKit
import Testing

@Suite struct DelimiterTests {
  @Test(arguments: [(",", Delimiter.comma), ("\t", .tab), (";", .semicolon), ("|", .bar)])
  func `the delimiter is found by itself`(character: String, delimiter: Delimiter) throws {
    let found = try document("文号\(character)题名\n1\(character)甲\n2\(character)乙\n", "list.txt")

    #expect(found.delimiter == delimiter)
    #expect(found.texts == [["文号", "题名"], ["1", "甲"], ["2", "乙"]])
  }

  @Test func `commas in the titles of a list with tabs do not divide them`() throws {
    let found = try document("1\ta,b,c\t3\n2\td\t4\n3\te,f\t5\n", "list.txt")

    #expect(found.delimiter == .tab)
    #expect(found.format == .tsv)
  }

  @Test func `a title line above the head does not matter`() throws {
    #expect(try document("归档文件目录\n\n文号;题名;日期\n1;a,b;2\n2;c;3\n").delimiter == .semicolon)
  }

  @Test func `a text of one column is one column`() throws {
    #expect(try document("关于防汛的通知\n关于抗旱的通知\n").texts == [["关于防汛的通知"], ["关于抗旱的通知"]])
  }

  @Test func `the line that tells Excel the delimiter is heeded and is no row`() throws {
    let found = try document("sep=;\r\na;b,c\r\n")

    #expect(found.texts == [["a", "b,c"]])
    #expect(found.sheets[0].rows[0].number == 1)
  }

  @Test func `a delimiter that the caller names is taken`() throws {
    #expect(try document(Array("a,b;c\n".utf8), delimiter: .semicolon).texts == [["a,b", "c"]])
  }
}
