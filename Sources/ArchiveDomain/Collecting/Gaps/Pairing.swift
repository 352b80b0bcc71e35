/// Two papers of one matter: a question and its answer, a notice and its minutes, a text passed on.
package struct PaperPair: Hashable, Sendable {
  /// What the two are to each other.
  package enum Kind: Int, Sendable, CaseIterable {
    /// 请示 and its 批复, 函 and its 复函.
    case answer
    /// 会议通知 and 会议纪要.
    case minutes
    /// 转发 or 印发 and the text.
    case forwarded
  }

  /// What ties the two.
  package enum Ground: Int, Sendable {
    /// A person tied them.
    case link
    /// One cites the other's 文号.
    case docNumber
    /// They are of one matter, by title, issuer and date.
    case title
  }

  package var kind: Kind
  /// The 请示, the notice, the paper that passes on.
  package var first: ItemID
  /// The 批复, the minutes, the text that is passed on.
  package var second: ItemID
  package var ground: Ground

  package init(kind: Kind, first: ItemID, second: ItemID, ground: Ground) {
    self.kind = kind
    self.first = first
    self.second = second
    self.ground = ground
  }
}

/// Which papers of a library belong together, and which of them stand alone.
///
/// The order of the rows makes no difference. Time grows with the number of rows alone.
/// Source: DA/T 22—2015, 5.1.1 (来文与复文, 转发文与被转发文 may be one 件).
package struct Pairing: Sendable {
  /// By first, then second.
  package private(set) var pairs: [PaperPair] = []
  /// 请示 without an answer, by id.
  package private(set) var unanswered: [ItemID] = []
  /// 会议通知 without minutes, by id.
  package private(set) var unrecorded: [ItemID] = []
  /// 转发 whose text is neither a paper nor a part, by id.
  package private(set) var unaccompanied: [ItemID] = []

  package init(_ papers: Papers) {
    let read = PairingTitles(papers)
    var found = Set<PaperPair>()
    var tied: [PaperPair.Kind: Set<ItemID>] = [:]
    func take(_ more: [PaperPair]) {
      for pair in more where found.insert(pair).inserted {
        tied[pair.kind, default: []].formUnion([pair.first, pair.second])
      }
    }
    take(Pairing.linked(papers))
    take(AnswerPairs(read, tied: tied[.answer] ?? []).cited())
    take(AnswerPairs(read, tied: tied[.answer] ?? []).alike())
    take(MinutesPairs.find(read, tied: tied[.minutes] ?? []))
    take(ForwardPairs.find(read))
    pairs = found.sorted {
      ($0.first, $0.second, $0.kind.rawValue) < ($1.first, $1.second, $1.kind.rawValue)
    }
    leaveOver(read, tied)
  }

  private mutating func leaveOver(_ read: PairingTitles, _ tied: [PaperPair.Kind: Set<ItemID>]) {
    for title in read.titles {
      let paper = read.papers.papers[title.at]
      switch title.genre.kind {
      case .request where !paper.isAnsweredWithin:
        if tied[.answer]?.contains(paper.id) != true { unanswered.append(paper.id) }
      case .notice:
        if tied[.minutes]?.contains(paper.id) != true { unrecorded.append(paper.id) }
      default: break
      }
      if title.genre.forwarded != nil, paper.parts.isDisjoint(with: [.forwarded, .annex]),
        tied[.forwarded]?.contains(paper.id) != true
      {
        unaccompanied.append(paper.id)
      }
    }
  }

  private static func linked(_ papers: Papers) -> [PaperPair] {
    papers.links.compactMap { link in
      switch link.kind {
      case .reply:
        PaperPair(kind: .answer, first: link.otherID, second: link.itemID, ground: .link)
      case .forwards:
        PaperPair(kind: .forwarded, first: link.itemID, second: link.otherID, ground: .link)
      case .see, .carrier: nil
      }
    }
  }
}

extension PaperFacts {
  /// 合为一件: the answer lies in the same piece as the question.
  var isAnsweredWithin: Bool { parts.contains(.reply) || parts.contains(.incoming) }

  /// The first day that its date can mean; 0 when unknown.
  var day: Int { date.from }
}
