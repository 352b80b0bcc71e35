import ArchiveDomain
import GRDB

extension Archive {
  /// What the holdings suggest for the profile of the unit: its issuers, the beginnings of its
  /// document numbers, the words of its titles.
  package func profileProposal() throws -> ProfileProposal {
    let unit = try fonds().map { SuggestionUnit($0) } ?? SuggestionUnit(name: "")
    return ProfileProposal(
      try profilePapers(), unit: unit, rules: try knowledge.suggestionRules())
  }

  /// Keeps the profile that a person confirmed.
  /// - Parameter rev: of the fonds as it was shown; one written since is refused.
  @discardableResult
  package func setProfile(_ profile: FondsProfile, rev: Int64? = nil) throws -> Written {
    guard var fonds = try fonds() else { throw StoreFault.rowGone("fonds", .id(1)) }
    fonds.rev = rev ?? fonds.rev
    fonds.profile = profile
    return try editFonds(fonds, isProfile: true)
  }

  /// Adds one thing to the profile that a person typed.
  @discardableResult
  package func addToProfile(_ text: String, _ part: ProfileProposal.Part) throws -> Written {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Refusal.missing(field: "profile")
    }
    var proposal = try profileProposal()
    let added = proposal.add(text, to: part)
    let kept = proposal.entries.indices.filter { proposal.entries[$0].isKept }
    return try setProfile(proposal.profile(ticking: Set(kept + [added])))
  }

  /// Issuers with how often they stand, and the newest papers of the unit's own.
  private func profilePapers() throws -> [(paper: Paper, count: Int)] {
    try read { db in
      let issuers = try Row.fetchAll(
        db,
        sql: """
          SELECT issuer,direction,count(*) FROM item WHERE issuer<>'' GROUP BY 1,2
          ORDER BY 3 DESC LIMIT 500
          """)
      let own = try Row.fetchAll(
        db,
        sql: """
          SELECT title,doc_no FROM item WHERE direction='own' AND secrecy IN ('','internal')
          ORDER BY id DESC LIMIT 5000
          """)
      var papers: [(paper: Paper, count: Int)] = []
      for row in issuers {
        let direction = Direction(rawValue: row[1] as String) ?? .unstated
        let count: Int = row[2]
        papers.append((Paper(title: "", issuer: row[0], direction: direction), count))
      }
      for row in own {
        papers.append((Paper(title: row[0], docNo: row[1], direction: .own), 1))
      }
      return papers
    }
  }
}
