import Testing

@testable import ArchiveDomain

@Suite struct DuplicateTestTests {
  private func traits(_ title: String, _ docNo: String, _ date: String) -> DuplicateTest.Traits {
    .init(title: title, docNo: docNo, date: date)
  }

  @Test func `same 文号 and title is likely the same paper`() {
    #expect(
      DuplicateTest.isLikelySame(
        traits("通知", "云农发〔2023〕7号", "20230101"), traits("通知", "云农发[2023]7号", "20230202")))
  }

  @Test func `two numbers are two papers`() {
    #expect(
      !DuplicateTest.isLikelySame(
        traits("通知", "云农发〔2023〕7号", "20230101"), traits("通知", "云农发〔2023〕8号", "20230101")))
  }

  @Test func `without a number title and date decide`() {
    #expect(
      DuplicateTest.isLikelySame(traits("会议记录", "", "20230101"), traits("会议记录", "第1号", "20230101")))
    #expect(
      !DuplicateTest.isLikelySame(traits("会议记录", "", "20230101"), traits("会议记录", "", "20230102")))
  }

  @Test func `the first record alike is found`() {
    var test = DuplicateTest()
    test.add(traits("通知", "", "2023"), as: 4)
    test.add(traits("通知", "", "2023"), as: 9)

    #expect(test.find(traits("通 知", "", "2023")) == 4)
    #expect(test.find(traits("通知", "", "2024")) == nil)
  }
}
