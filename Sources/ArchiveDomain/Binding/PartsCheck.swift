/// Checks the parts of a compound piece.
///
/// Source: DA/T 22—2015, 5.1.1 (what makes one piece) and 5.1.2 (order within it).
package enum PartsCheck {
  /// What is wrong with the parts of a piece; a piece without parts is a lone 正文 and has no fault.
  package static func faults(_ parts: [Part], pages: Int?, title: String) -> [PartFault] {
    guard !parts.isEmpty else { return [] }
    let parts = parts.sorted { $0.n < $1.n }
    return order(parts) + wholes(parts) + sum(parts, pages) + annex(parts, title)
  }

  /// The parts in the order of the standard, numbered from 1; equal roles stay as they stood.
  package static func ordered(_ parts: [Part]) -> [Part] {
    let standing = parts.sorted { $0.n < $1.n }.enumerated()
    let ordered = standing.sorted {
      (rank($0.element.role), $0.offset) < (rank($1.element.role), $1.offset)
    }
    return ordered.enumerated().map { position, part in
      var part = part.element
      part.n = position + 1
      return part
    }
  }

  private static func order(_ parts: [Part]) -> [PartFault] {
    zip(parts, parts.dropFirst()).compactMap { before, after in
      rank(after.role) < rank(before.role)
        ? .outOfOrder(n: after.n, role: after.role, before: before.role) : nil
    }
  }

  private static func wholes(_ parts: [Part]) -> [PartFault] {
    let roles = Set(parts.map(\.role))
    var faults: [PartFault] = []
    switch parts.filter({ $0.role == .text || $0.role == .reply }).count {
    case 0: faults.append(.noText)
    case 1: break
    case let several: faults.append(.severalTexts(several))
    }
    for part in parts {
      if part.role == .forwarded, !roles.contains(.text) {
        faults.append(.forwardedWithoutText(n: part.n))
      }
      if part.role == .translation, roles.isDisjoint(with: [.text, .reply, .incoming, .foreign]) {
        faults.append(.translationWithoutOriginal(n: part.n))
      }
    }
    return faults
  }

  private static func sum(_ parts: [Part], _ pages: Int?) -> [PartFault] {
    if let unknown = parts.first(where: { $0.pages == nil }) { return [.noPages(n: unknown.n)] }
    let sum = parts.reduce(0) { $0 + ($1.pages ?? 0) }
    guard let pages, pages != sum else { return [] }
    return [.pagesDiffer(parts: sum, piece: pages)]
  }

  private static func annex(_ parts: [Part], _ title: String) -> [PartFault] {
    let isNamed = title.contains("附件") || parts.contains { $0.title.contains("附件") }
    return isNamed && !parts.contains { $0.role == .annex } ? [.annexAbsent] : []
  }

  private static func rank(_ role: PartRole) -> Int {
    PartRole.allCases.firstIndex(of: role) ?? 0
  }
}

/// What is wrong with the parts of a piece; `n` is the part's position.
package enum PartFault: Hashable, Sendable {
  case outOfOrder(n: Int, role: PartRole, before: PartRole)
  /// Neither 正文 nor 复文.
  case noText
  /// 正文 and 复文 together more than one.
  case severalTexts(Int)
  case forwardedWithoutText(n: Int)
  case translationWithoutOriginal(n: Int)
  case noPages(n: Int)
  case pagesDiffer(parts: Int, piece: Int)
  /// 附件 is named in a title and is not there.
  case annexAbsent

  /// Told, but stops nothing.
  package var isWarning: Bool { self == .annexAbsent }
}
