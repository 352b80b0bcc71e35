import ArchiveDomain
import TestSupport
import Testing

@Suite struct FilingCheckTests {
  private let type = ArchiveType(
    id: "WS", name: "文书", template: "{fonds}-{type}·{year}·{period}·{org}-{item:4}")

  private func boxed(_ id: ItemID, number: Int, _ change: (inout Item) -> Void = { _ in }) -> Item {
    var item = Item.sample(id: id, state: .arranged, number: number)
    item.boxID = 1
    change(&item)
    return item
  }

  private func check(
    _ items: [Item], issued: Int = 0, links: [Link] = [], type: ArchiveType? = nil
  ) -> FilingCheck.Report {
    FilingCheck.check(
      [
        FilingCheck.Class(
          series: .sample(issued: issued), type: type ?? self.type,
          entries: items.map { FilingCheck.Entry($0) })
      ], links: links)
  }

  private func whats(_ report: FilingCheck.Report) -> [FilingCheck.Obstacle.What] {
    report.obstacles.map(\.what)
  }

  @Test func `a class with nothing in its way is ready`() {
    let report = check([boxed(1, number: 1), boxed(2, number: 2)])

    #expect(report.obstacles == [])
    #expect(report.ready == [1])
    #expect(report.held == [])
  }

  @Test func `one paper without pages holds its class`() {
    let report = check([boxed(1, number: 1), boxed(2, number: 2) { $0.pages = 0 }])

    #expect(report.held == [1])
    #expect(
      report.obstacles == [
        FilingCheck.Obstacle(
          seriesID: 1, itemID: 2, what: .refusal(.missing(field: "pages")), isBlocking: true)
      ])
  }

  @Test func `a gap in the numbers holds the class and names the number`() {
    let report = check([boxed(1, number: 1), boxed(2, number: 3)])

    #expect(whats(report) == [.refusal(.gap(2))])
    #expect(report.obstacles[0].itemID == nil)
  }

  @Test func `numbers go on from the highest issued`() {
    #expect(check([boxed(1, number: 6)], issued: 5).ready == [1])
    #expect(whats(check([boxed(1, number: 7)], issued: 5)) == [.refusal(.gap(6))])
  }

  @Test func `all obstacles of a paper are told at once`() {
    let item = boxed(1, number: 1) {
      $0.issuer = ""
      $0.archivalDate = .unknown
      $0.boxID = nil
      $0.secrecy = .secret
    }

    #expect(
      whats(check([item])) == [
        .refusal(.missing(field: "issuer")), .refusal(.missing(field: "date")),
        .refusal(.secrecyWithoutYears), .refusal(.unboxed),
      ])
  }

  @Test func `another period than the class's holds it, none even more`() {
    #expect(
      whats(check([boxed(1, number: 1) { $0.period = .d10 }])) == [.refusal(.otherPeriod)])
    #expect(
      whats(check([boxed(1, number: 1) { $0.period = .unknown }])) == [.refusal(.noPeriod)])
  }

  @Test func `what is not on paper and what is not boxed needs no box`() {
    let electronic = boxed(1, number: 1) {
      $0.carrier = "电子"
      $0.boxID = nil
    }
    var things = type
    things.boxed = false

    var vouchers = type
    vouchers.subs = [SubClass(code: "", name: "凭证", boxed: false)]

    #expect(check([boxed(1, number: 1) { $0.boxID = nil }], type: vouchers).ready == [1])
    #expect(check([electronic]).ready == [1])
    #expect(check([boxed(1, number: 1) { $0.boxID = nil }], type: things).ready == [1])
  }

  @Test func `the placeholder of a secret paper keeps its number and is asked for nothing`() {
    var item = Item(seriesID: 1, title: Item.placeholderTitle)
    item.id = 1
    item.state = .arranged
    item.number = 1
    item.period = .permanent

    #expect(check([item]).ready == [1])
  }

  @Test func `a required field of the type is asked for`() {
    var photographs = type
    photographs.fields = [TypeField(key: "photographer", name: "摄影者", required: true)]

    #expect(
      whats(check([boxed(1, number: 1)], type: photographs))
        == [.refusal(.missing(field: "photographer"))])
    #expect(
      check([boxed(1, number: 1) { $0.extra = ["photographer": "李秀英"] }], type: photographs)
        .ready == [1])
  }

  @Test func `a request and its answer with different periods are worth a look, no more`() {
    let other = FilingCheck.Class(
      series: .sample(id: 2, period: .d30, prefix: "J036-WS·2023·D30·BGS"), type: type,
      entries: [
        FilingCheck.Entry(
          boxed(2, number: 1) {
            $0.seriesID = 2
            $0.period = .d30
          })
      ])
    let own = FilingCheck.Class(
      series: .sample(), type: type, entries: [FilingCheck.Entry(boxed(1, number: 1))])

    let report = FilingCheck.check(
      [own, other], links: [Link(itemID: 2, otherID: 1, kind: .reply)])

    #expect(report.ready == [1, 2])
    #expect(whats(report) == [.periodsDiffer(from: 2)])
    #expect(report.obstacles[0].isBlocking == false)
  }

  @Test func `doubts and titles like file names hold nothing`() {
    let item = boxed(1, number: 1) {
      $0.title = "扫描件.pdf"
      $0.marks = [.doubt]
    }

    let report = check([item])

    #expect(report.ready == [1])
    #expect(whats(report) == [.fault(.titleLikeFileName), .doubt])
  }

  @Test func `parts that do not add up hold the class, a missing annex does not`() {
    let parts = [Part(n: 1, role: .text, pages: 2)]
    let entry = FilingCheck.Entry(boxed(1, number: 1), parts: parts)
    let own = FilingCheck.Class(series: .sample(), type: type, entries: [entry])

    let report = FilingCheck.check([own])

    #expect(report.held == [1])
    #expect(whats(report) == [.parts(.pagesDiffer(parts: 2, piece: 3))])
  }

  @Test func `the pieces of a volume are checked with it`() {
    let volume = boxed(9, number: 1) { $0.level = .volume }
    let piece = boxed(1, number: 2) {
      $0.volumeID = 9
      $0.boxID = nil
      $0.pages = nil
    }
    let entry = FilingCheck.Entry(volume, pieces: [FilingCheck.Entry(piece)])
    let own = FilingCheck.Class(series: .sample(), type: type, entries: [entry])

    #expect(
      whats(FilingCheck.check([own])) == [.refusal(.gap(1)), .refusal(.missing(field: "pages"))])
  }

  @Test func `without the fonds's number nothing is filed`() {
    let own = FilingCheck.Class(
      series: .sample(prefix: ""), type: type, entries: [FilingCheck.Entry(boxed(1, number: 1))])

    #expect(whats(FilingCheck.check([own])) == [.refusal(.noFondsNumber)])
  }

  @Test func `a class with nothing arranged is in neither list`() {
    let report = check([])

    #expect(report.ready == [])
    #expect(report.held == [])
  }
}

@Suite struct SchemeCheckTests {
  // Rule levels-stable: DA/T 22—2015, 5.2
  @Test func `schemes of one type do not overlap in years`() {
    var old = Scheme.sample(id: 1)
    old.toYear = 2019
    var new = Scheme.sample(id: 2)
    new.fromYear = 2019

    #expect(SchemeCheck.refusal(adding: new, to: [old]) == .schemeOverlaps(from: 0, to: 2019))
    new.fromYear = 2020
    #expect(SchemeCheck.refusal(adding: new, to: [old]) == nil)
  }

  @Test func `a scheme by volume does not overlap one by piece either`() {
    let volumes = Scheme.sample(
      id: 2, unit: .volume,
      template: "{fonds}-{type}·{year}·{period}·{org}-{volume:3}-{item:3}")

    #expect(
      SchemeCheck.refusal(adding: volumes, to: [.sample()]) == .schemeOverlaps(from: 0, to: 9999))
  }

  @Test func `every level stands in the template`() {
    let scheme = Scheme.sample(levels: SchemeLevels([.year, .period]))

    #expect(SchemeCheck.refusal(adding: scheme, to: []) == .badTemplate("{org}"))
  }

  // Rule levels-year-period: DA/T 22—2015, 5.2
  @Test func `year and period are levels of every scheme whose type has them`() {
    let letters = ArchiveType.letters
    let yearOrg = SchemeLevels([.year, .org])
    let periodOrg = SchemeLevels([.period, .org])

    #expect(
      SchemeCheck.refusal(of: yearOrg, for: letters)
        == .badField(field: "levels", why: "level-period"))
    #expect(
      SchemeCheck.refusal(of: periodOrg, for: letters)
        == .badField(field: "levels", why: "level-year"))
    #expect(SchemeCheck.refusal(of: SchemeLevels([.project]), for: .building) == nil)
  }

  // Rule levels-three: DA/T 22—2015, 5.2
  // Rule levels-two: DA/T 22—2015, 5.2
  @Test(arguments: [
    [SchemeLevel.year, .org, .period], [.year, .period, .org], [.year, .period],
    [.period, .year, .org],
  ])
  func `three levels or two, in any order, divide 文书`(levels: [SchemeLevel]) {
    #expect(SchemeCheck.refusal(of: SchemeLevels(levels), for: .letters) == nil)
  }

  @Test func `levels are read as stored`() {
    #expect(SchemeLevels(rawValue: "year,period,org") == .standard)
    #expect(SchemeLevels(rawValue: "year, period") == SchemeLevels([.year, .period]))
    #expect(SchemeLevels(rawValue: "year,year") == nil)
    #expect(SchemeLevels(rawValue: "") == nil)
    #expect(SchemeLevels(rawValue: "year,room") == nil)
  }
}
