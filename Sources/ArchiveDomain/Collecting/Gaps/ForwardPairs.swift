/// Pairs 转发 with the paper that holds the forwarded text, and 印发 with a text kept on its own.
enum ForwardPairs {
  static func find(_ read: PairingTitles) -> [PaperPair] {
    var wanted: [UInt64: [Int]] = [:]
    for title in read.titles {
      guard let text = title.genre.forwarded else { continue }
      for hash in hashes(text) { wanted[hash, default: []].append(title.at) }
    }
    if wanted.isEmpty { return [] }
    var pairs: [PaperPair] = []
    let papers = read.papers.papers
    for at in papers.indices where papers[at].level == .item {
      let ways = hashes(papers[at].title)
      guard let forwards = ways.lazy.compactMap({ wanted[$0] }).first else { continue }
      for other in forwards where other != at && !isLater(papers[at], than: papers[other]) {
        pairs.append(
          PaperPair(
            kind: .forwarded, first: papers[other].id, second: papers[at].id, ground: .title))
      }
    }
    return pairs
  }

  private static func isLater(_ text: PaperFacts, than forward: PaperFacts) -> Bool {
    text.day != 0 && forward.day != 0 && text.day > forward.day
  }

  /// The ways in which a text may be named: whole, from 关于 on, and what stands in `《》`.
  private static func hashes(_ text: TitleUnits) -> [UInt64] {
    var ways = [TextFold.hash(text.text)]
    let about = text.after(.word("关于"))
    if about.count < text.count { ways.append(TextFold.hash("关于" + about.text)) }
    if let inner = text.inside(0x300A, 0x300B) { ways.append(TextFold.hash(inner.text)) }
    return ways
  }

  private static func hashes(_ title: String) -> [UInt64] {
    var ways = [TextFold.hash(title)]
    let utf8 = title.utf8
    if let open = utf8.firstIndex(of: 0xE3), title[open...].hasPrefix("《"),
      let close = title[open...].lastIndex(of: "》")
    {
      ways.append(TextFold.hash(String(title[title.index(after: open)..<close])))
    }
    return ways
  }
}
