/// What was typed in the look-up line: terms parted by blanks, all of which must fit.
package struct LookUpQuery: Hashable, Sendable {
  package let terms: [LookUpTerm]

  package init(terms: [LookUpTerm]) {
    self.terms = terms
  }

  /// Reads the line; nothing in it is an error.
  package static func parse(_ line: String) -> LookUpQuery {
    let words = line.split { $0.unicodeScalars.allSatisfy(TextFold.isBlank) }
    return LookUpQuery(terms: words.compactMap(LookUpTerm.parse))
  }

  /// Whether nothing is asked.
  package var isEmpty: Bool { terms.isEmpty }

  /// Whether it may be looked for by pinyin initials.
  package var hasLetters: Bool {
    terms.contains { if case .letters = $0 { true } else { false } }
  }

  /// Whether every hit of this query is a hit of `earlier` too, so that only those need be looked at:
  /// letters were typed on to it, or terms added.
  package func narrows(_ earlier: LookUpQuery) -> Bool {
    guard !earlier.isEmpty, terms.count >= earlier.terms.count else { return false }
    return zip(earlier.terms, terms).allSatisfy { before, now in
      if before == now {
        // A year alone is also looked for as digits; with more terms it is not: still narrower.
        return true
      }
      switch (before, now) {
      case (.text(let old), .text(let new)): return new.hasPrefix(old)
      case (.letters(let old), .letters(let new)): return new.hasPrefix(old)
      default: return false
      }
    }
  }
}

/// Where a term was found in a text.
package struct LookUpHit: Hashable, Sendable {
  /// Position of the term in the query.
  package var term: Int
  /// What of the text fits, for underlining.
  package var range: Range<String.Index>
  /// Fits by its initials: `hd` = 宏达.
  package var isInitials: Bool
}

extension LookUpQuery {
  /// All places in a text that fit a term, in the order of the text.
  package func hits(in text: String) -> [LookUpHit] {
    let folded = FoldedText(text)
    var hits: [LookUpHit] = []
    for (position, term) in terms.enumerated() where !term.folded.isEmpty {
      let wanted = Array(term.folded.utf8)
      let found = folded.ranges(of: wanted)
      hits += found.map { LookUpHit(term: position, range: $0, isInitials: false) }
      if found.isEmpty, case .letters = term {
        hits += folded.initials(wanted).map {
          LookUpHit(term: position, range: $0, isInitials: true)
        }
      }
    }
    return hits.sorted { ($0.range.lowerBound, $0.term) < ($1.range.lowerBound, $1.term) }
  }
}

/// A text's folded bytes and initials, each knowing the character it comes from.
private struct FoldedText {
  private let text: String
  private var bytes: [UInt8] = []
  private var bytePlaces: [String.Index] = []
  private var letters: [[UInt8]] = []
  private var letterPlaces: [String.Index] = []

  init(_ text: String) {
    self.text = text
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      SearchFold.append(scalar, to: &bytes)
      while bytePlaces.count < bytes.count { bytePlaces.append(index) }
      let all = PinyinInitials.all(scalar)
      if !all.isEmpty {
        letters.append(all)
        letterPlaces.append(index)
      }
    }
  }

  func ranges(of wanted: [UInt8]) -> [Range<String.Index>] {
    ByteNeedle(wanted).all(in: bytes).map { start in
      bytePlaces[start]..<text.unicodeScalars.index(after: bytePlaces[start + wanted.count - 1])
    }
  }

  func initials(_ wanted: [UInt8]) -> [Range<String.Index>] {
    guard !wanted.isEmpty, letters.count >= wanted.count else { return [] }
    return (0...(letters.count - wanted.count)).filter { start in
      wanted.indices.allSatisfy { letters[start + $0].contains(wanted[$0]) }
    }.map { start in
      letterPlaces[start]..<text.unicodeScalars.index(after: letterPlaces[start + wanted.count - 1])
    }
  }
}
