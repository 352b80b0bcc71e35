/// The papers whose titles have a part in a pair, in the order of their dates.
struct PairingTitles: Sendable {
  struct Title: Sendable {
    /// The position of the paper in `papers.papers`.
    var at: Int
    var genre: TitleGenre
    /// yyyymmdd; 0 when unknown.
    var day: Int
  }

  let papers: Papers
  private(set) var titles: [Title] = []

  init(_ papers: Papers) {
    self.papers = papers
    for at in papers.papers.indices {
      // By its fields: a record is a big value, and most are passed over.
      let title = papers.papers[at].title
      guard papers.papers[at].level == .item,
        !TitleGlance(title).isDisjoint(with: [.paired, .forwards]), let genre = TitleGenre(title)
      else { continue }
      titles.append(Title(at: at, genre: genre, day: papers.papers[at].date.from))
    }
    titles.sort {
      ($0.day, papers.papers[$0.at].id) < ($1.day, papers.papers[$1.at].id)
    }
  }

  func paper(_ title: Title) -> PaperFacts { papers.papers[title.at] }
}
