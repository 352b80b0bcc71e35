/// What rules may ask of a paper besides its words.
enum SuggestionFact: String, CaseIterable {
  // Stored: rules name them.
  // Where it comes from.
  case own, superior, peer, subordinate, undirected
  /// It speaks of us: our name stands in it.
  case us
  /// It is about our main business.
  case ours
  /// Several issuers; we are the first of them; we are a later one.
  case joint, lead, second
  /// One of our departments issued it.
  case department
  /// The issuer stands at the county's head or above; above the county.
  case county, high
  /// So far above us that it names nobody of ours.
  case far
  /// What it is was found in the text that it issues, or hands in.
  case issued, reported
  /// The same, in the text that it passes on.
  case forwarded
  /// A superior of our own line of business: the city's 财政局 above the county's.
  case line
  /// Issued by an organisation of the Party; of the union, the youth league, the women.
  case partyIssuer = "party-issuer"
  case massIssuer = "mass-issuer"
  /// A span under a year; of a year or more.
  case partYear = "part-year"
  case wholeYear = "whole-year"
  /// A licence for less than 20 years; for 20 and more.
  case shortLicence = "short-licence"
  case longLicence = "long-licence"
  /// It has a 文号.
  case numbered
  /// No word of it names a kind of paper.
  case plain
  // The kind of unit.
  case office, township, enterprise, village
  // The type, where it is given.
  case isWS = "type-WS"
  case isKU = "type-KU"
  case isKJ = "type-KJ"
  case isZP = "type-ZP"
  case isLX = "type-LX"
  case isLY = "type-LY"
  case isSW = "type-SW"
  case isZY = "type-ZY"
}
