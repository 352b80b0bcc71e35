/// 催收: what the unit's papers lack, year by year.
///
/// The order of the rows makes no difference. Time grows with the number of rows alone.
package struct Gaps: Sendable {
  /// Newest year first, then by kind, series and number.
  package private(set) var all: [Gap] = []
  /// The day of the look.
  package let today: CalendarDate
  /// The year in which departments and yearly titles were asked for.
  package let year: Year
  /// The years that papers are filed under, newest first.
  package let years: [Year]
  /// The entry of the journal after which the papers were read.
  package private(set) var seq: Int64

  /// Numbers and pairs are found in every year, departments and yearly titles in `year` alone.
  ///
  /// `answers` are those given so far, by key.
  package init(
    _ papers: Papers, on today: CalendarDate, year: Year, answers: [String: GapAnswer] = [:]
  ) {
    self.today = today
    self.year = year
    years = Set(papers.classes.map(\.series.year)).subtracting([0]).sorted(by: >)
    seq = papers.seq
    let own = OwnSeries(papers, OwnNames(papers.fonds, orgs: papers.orgs))
    let (names, series) = (own.names, own.series)
    var weights: [String: Int] = [:]
    for one in series {
      let found = NumberGaps(one, papers).all()
      if !found.isEmpty { weights[one.name] = one.members.count }
      all += found
    }
    all += PairGaps(papers, names, on: today).all()
    // What a year cannot have yet is not asked for before its end.
    if year < today.year {
      all += DepartmentGaps(papers, year: year).all()
      all += YearlyGaps(papers, names, year: year).all()
    }
    for at in all.indices { all[at].answer = answers[all[at].id] }
    sort(weights)
  }

  /// The year whose papers are being gathered: the last one that is over.
  package static func year(on today: CalendarDate) -> Year { today.year - 1 }

  /// Series with most papers first.
  private mutating func sort(_ weights: [String: Int]) {
    let kinds = Dictionary(uniqueKeysWithValues: Gap.Kind.allCases.enumerated().map { ($1, $0) })
    func before(_ one: Gap, _ other: Gap) -> Bool {
      if one.year != other.year { return one.year > other.year }
      if one.kind != other.kind { return kinds[one.kind] ?? 0 < kinds[other.kind] ?? 0 }
      let (mine, theirs) = (weights[one.series] ?? 0, weights[other.series] ?? 0)
      if mine != theirs { return mine > theirs }
      if one.series != other.series { return one.series < other.series }
      if one.number != other.number { return one.number < other.number }
      let (day, otherDay) = (one.papers.first?.day ?? 0, other.papers.first?.day ?? 0)
      // What comes at the end of the year is asked for first.
      if day != otherDay { return one.kind == .yearly ? day > otherDay : day < otherDay }
      return one.id < other.id
    }
    all.sort(by: before)
  }

  /// Those that somebody must be asked for.
  package var open: [Gap] { all.filter(\.isOpen) }

  /// Numbers that are missing in a year, of one type of papers or of all.
  package func missingNumbers(in year: Year, of type: String? = nil) -> Int {
    all.count { gap in
      gap.kind == .number && gap.year == year && gap.isOpen && type.map { $0 == gap.type } ?? true
    }
  }

  /// With an answer to some, which entry `seq` brought and nothing else.
  package func answered(_ gaps: [Gap], _ answer: GapAnswer, since seq: Int64) -> Gaps {
    var answered = self
    let ids = Set(gaps.map(\.id))
    for at in all.indices where ids.contains(all[at].id) { answered.all[at].answer = answer }
    answered.seq = seq
    return answered
  }

  /// Those of one year.
  package func all(in year: Year) -> [Gap] { all.filter { $0.year == year } }

  /// With titles and numbers of some papers blacked out.
  package func blackingOut(_ isHidden: (ItemID) -> Bool) -> Gaps {
    var shown = self
    for at in shown.all.indices {
      for paper in shown.all[at].papers.indices where isHidden(shown.all[at].papers[paper].id) {
        let title = Visibility.mask(shown.all[at].papers[paper].title)
        shown.all[at].papers[paper].title = title
        if shown.all[at].kind == .yearly { shown.all[at].name = title }
        if shown.all[at].kind != .number { shown.all[at].papers[paper].docNo = "" }
        shown.all[at].expected = ""
      }
    }
    return shown
  }
}
