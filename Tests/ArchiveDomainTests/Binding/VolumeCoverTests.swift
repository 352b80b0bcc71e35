import ArchiveDomain
import Testing

@Suite struct VolumeCoverTests {
  private func piece(_ text: String, _ from: Int, _ to: Int, pages: Int? = 3) -> VolumeCover.Piece {
    VolumeCover.Piece(date: ArchivalDate(text: text, from: from, to: to), pages: pages)
  }

  @Test func `dates run from the earliest to the latest piece`() {
    let cover = VolumeCover([
      piece("20221120", 2022_1120, 2022_1120), piece("202203", 2022_0301, 2022_0331),
    ])

    #expect(cover.date == ArchivalDate(text: "202203-20221120", from: 2022_0301, to: 2022_1120))
  }

  @Test func `one day is told once`() {
    let cover = VolumeCover([piece("20220310", 2022_0310, 2022_0310)])

    #expect(cover.date.text == "20220310")
  }

  @Test func `pieces without a date say nothing of the dates`() {
    let cover = VolumeCover([
      piece("", 0, 0), piece("20220310", 2022_0310, 2022_0310),
    ])

    #expect(cover.date.text == "20220310")
    #expect(cover.count == 2)
  }

  @Test func `pages are unknown when those of one piece are`() {
    let cover = VolumeCover([piece("", 0, 0, pages: 3), piece("", 0, 0, pages: nil)])

    #expect(cover.pages == nil)
  }
}
