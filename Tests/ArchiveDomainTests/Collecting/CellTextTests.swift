import Testing

@testable import ArchiveDomain

@Suite struct CellTextTests {
  @Test(arguments: [
    ("12", PageText.Reading.pages(12)), ("12页", .pages(12)), ("共12页", .pages(12)),
    ("１２", .pages(12)),
    ("12.0", .pages(12)), ("", .empty), ("　", .empty), ("十二", .doubtful(12)),
    ("约12", .doubtful(12)),
    ("0001-0005", .range(first: 1, pages: 5)), ("3至8", .range(first: 3, pages: 6)),
    ("5-3", .unreadable),
    ("-3", .unreadable), ("1-", .unreadable), ("第3页", .doubtful(3)),
    ("第3-5页", .range(first: 3, pages: 3)),
    ("若干", .unreadable), ("0", .pages(0)), ("P12", .pages(12)),
  ])
  func `pages are read from text`(text: String, reading: PageText.Reading) {
    #expect(PageText.read(text) == reading)
  }

  @Test(arguments: [
    ("永久", "Y"), ("Y", "Y"), ("30年", "D30"), ("30", "D30"), ("D10", "D10"), ("定期30年", "D30"),
    ("定期（10年）", "D10"),
    ("长期", "长期"), ("十年", "D10"), ("60 年", "D60"), ("Ｄ３０", "D30"),
  ])
  func `periods are read from text`(text: String, stored: String) {
    #expect(PeriodText.read(text)?.rawValue == stored)
  }

  @Test func `what is no period is not guessed`() {
    #expect(PeriodText.read("看情况") == nil)
    #expect(PeriodText.read("") == nil)
  }

  @Test(arguments: [
    "扫描件0023.pdf", "IMG_20230105", "新建文档", "新建 Microsoft Word 文档.docx", "微信图片_20230101.jpg",
  ])
  func `a file name is no title`(title: String) {
    #expect(TitleText.isLikeFileName(title))
  }

  @Test(arguments: ["关于做好扫描工作的通知", "扫描件管理办法", "图片展方案", "文档一体化管理规定", "2023年总结"])
  func `a title about scans is a title`(title: String) {
    #expect(!TitleText.isLikeFileName(title))
  }

  @Test func `own words stand in brackets`() {
    #expect(TitleText.hasOwnWords("[关于召开会议的]通知"))
    #expect(!TitleText.hasOwnWords("通知"))
    #expect(TitleText.tidy(" ［关于召开会议的］通知　") == "[关于召开会议的]通知")
  }

  @Test func `the origin of a row does not hang on width and blanks`() {
    func origin(_ title: String, _ docNo: String) -> Int64 {
      RecordOrigin.of(title: title, docNo: docNo, issuer: "甲", date: "2023", occurrence: 1) {
        bytes in
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (56 - 8 * $0)) }
      }
    }

    #expect(origin("通知（一）", "云农发〔2023〕7号") == origin(" 通知(一) ", "云农发[2023]7号"))
  }
}
