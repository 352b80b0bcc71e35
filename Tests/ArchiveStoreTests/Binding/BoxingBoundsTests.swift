import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct BoxingBoundsTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private func refused(_ field: String, _ change: (inout Boxing) -> Void) throws {
    var boxing = try archive.boxing()
    change(&boxing)
    #expect(throws: Refusal.badField(field: field, why: "out-of-bounds")) {
      try archive.setBoxing(boxing)
    }
  }

  @Test func `room left free is less than the largest box`() throws {
    defer { library.remove() }
    try refused("clearance") { $0.clearance = .max }
    try refused("clearance") { $0.clearance = 50 }
  }

  @Test func `stitching and the end of a box have bounds`() throws {
    defer { library.remove() }
    try refused("binding") { $0.paper.binding = .max }
    try refused("tail") { $0.tail = .leave(.max) }
  }

  @Test func `a setting of an older program is clamped when it is read`() throws {
    defer { library.remove() }
    _ = try archive.write(WriteHead(action: .setting)) { ledger in
      try ledger.update(
        .setting, .name("boxing"),
        ["value": #"{"sizes":[20],"clearance":9223372036854775807,"binding":99,"tail":-4}"#])
    }

    let boxing = try archive.boxing()

    #expect(boxing.clearance == 19 && boxing.paper.binding == 50 && boxing.tail == .leave(0))
  }

  @Test func `papers that have their numbers already are boxed`() throws {
    defer { library.remove() }
    let lists = Lists(library: library)
    let rows = [
      "件号,责任者,文号,题名,日期,页数,保管期限,年度,机构", "1,农业局,云农发〔2021〕1号,关于甲的通知,20210206,3,永久,2021,办公室",
    ]
    try lists.add(lists.file("目录.csv", rows)) { $0.keepsNumbers = true }

    let plan = try archive.rehearseArrange(Scope())
    let result = try archive.arrange(plan)

    #expect(plan.arranging == 0 && plan.boxed == 1)
    #expect(result.boxes == 1)
    #expect(try archive.newest(1).first?.boxID != nil)
  }

  @Test func `a cover's date never holds a bracket inside a span`() {
    let spring = ArchivalDate(text: "[1987春]", from: 1987_0101, to: 1987_1231)
    let day = ArchivalDate(text: "19880606", from: 1988_0606, to: 1988_0606)

    let cover = VolumeCover([.init(date: spring, pages: 1), .init(date: day, pages: 1)])

    #expect(cover.date.text == "1987-19880606")
    let read = DateReader.read(cover.date.text, DateContext(today: TestLibrary.today))
    #expect(read == .date(cover.date))
  }

  @Test func `a cover of one reckoned date keeps it`() {
    let spring = ArchivalDate(text: "[1987-1988]", from: 1987_0101, to: 1988_1231)

    let cover = VolumeCover([.init(date: spring, pages: 1)])

    #expect(cover.date == spring)
  }
}
