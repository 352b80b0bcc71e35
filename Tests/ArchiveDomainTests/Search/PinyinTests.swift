import Testing

@testable import ArchiveDomain

@Suite struct PinyinTests {
  @Test func `initials of a county`() {
    #expect(PinyinInitials.of("云岭县") == "ylx")
  }

  @Test func `letters and digits stand for themselves and signs are left out`() {
    #expect(PinyinInitials.of("《2023年A类》通知") == "2023naltz")
  }

  @Test(arguments: ["cq", "zq"])
  func `both readings of 重 are found`(query: String) {
    #expect(PinyinInitials.matches(query: query, text: "重庆市"))
  }

  @Test func `letters that do not stand together do not fit`() {
    #expect(!PinyinInitials.matches(query: "yx", text: "云岭县"))
  }

  @Test func `the code of a department is its initials`() {
    #expect(OrgCode.suggested(for: "办公室", taken: []) == "BGS")
    #expect(OrgCode.suggested(for: "办公室", taken: ["BGS"]) == "BGS2")
  }

  @Test(arguments: ["医", "2023", "大30", "——"])
  func `a code is never read as a period or a year`(name: String) {
    let code = OrgCode.suggested(for: name, taken: [])

    #expect(RetentionPeriod(rawValue: code) == nil)
    #expect(!["", "Y", "2023", "D30"].contains(code))
  }
}
