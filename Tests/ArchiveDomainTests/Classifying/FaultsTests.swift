import ArchiveDomain
import TestSupport
import Testing

@Suite struct FaultsTests {
  @Test func `a whole record has no fault`() {
    #expect(Faults.of(.sample()) == [])
  }

  @Test(arguments: ["扫描.pdf", "IMG_0021", "20230206_001", "SCAN12", "新建 Microsoft Word 文档"])
  func `a title like a file name is a fault`(title: String) {
    #expect(Faults.of(.sample(title: title)) == [.titleLikeFileName])
  }

  @Test(arguments: ["关于转发省厅.文件的通知", "2023年工作总结", "ISO 9001 认证证书", "会议纪要（第2期）"])
  func `a title in words is none`(title: String) {
    #expect(Faults.of(.sample(title: title)) == [])
  }

  @Test func `no issuer and no date are faults`() {
    var item = Item.sample(date: "")
    item.issuer = ""

    #expect(Faults.of(item) == [.noIssuer, .noDate])
  }

  @Test func `no pages are a fault from numbering on`() {
    var item = Item.sample(state: .classified)
    item.pages = 0

    #expect(Faults.of(item) == [])
    item.state = .arranged
    #expect(Faults.of(item) == [.noPages])
    item.pages = nil
    #expect(Faults.of(item) == [.noPages])
  }

  @Test func `a type that asks for no pages has no fault without`() {
    var item = Item.sample(state: .arranged)
    item.pages = nil

    #expect(Faults.of(item, required: ["date"]) == [])
  }

  @Test func `the placeholder of a secret paper has no fault`() {
    #expect(Faults.of(Item(seriesID: 1, title: Item.placeholderTitle)) == [])
  }

  @Test func `the mark follows the faults and leaves the others`() {
    var item = Item.sample(date: "")
    item.marks = [.doubt]

    #expect(Faults.marks(of: item) == [.doubt, .fault])
    item.date = "2023"
    item.marks = [.doubt, .fault]
    #expect(Faults.marks(of: item) == [.doubt])
  }
}
