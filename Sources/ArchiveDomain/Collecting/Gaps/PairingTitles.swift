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
      let paper = papers.papers[at]
      guard paper.level == .item, !TitleGlance(paper.title).isDisjoint(with: [.paired, .forwards]),
        let genre = TitleGenre(paper.title)
      else { continue }
      titles.append(Title(at: at, genre: genre, day: paper.day))
    }
    titles.sort {
      ($0.day, papers.papers[$0.at].id) < ($1.day, papers.papers[$1.at].id)
    }
  }

  func paper(_ title: Title) -> PaperFacts { papers.papers[title.at] }
}
