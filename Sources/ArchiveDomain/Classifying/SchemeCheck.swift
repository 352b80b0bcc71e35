/// What a scheme must be before it is written.
package enum SchemeCheck {
  /// Why a scheme cannot stand beside the others of its fonds; nil when it can.
  ///
  /// Every level stands in the template, year and period are there where the type has them, and
  /// schemes of one type, by piece or by volume, never overlap in years.
  /// Source: DA/T 22—2015, 5.2.
  package static func refusal(adding scheme: Scheme, to others: [Scheme]) -> Refusal? {
    if let refusal = templateRefusal(of: scheme) { return refusal }
    let isBegun = scheme.fromYear == 0 || Years.isAccepted(scheme.fromYear)
    guard isBegun, scheme.fromYear <= scheme.toYear else {
      return .badField(field: "year", why: "year")
    }
    if let refusal = prefixRefusal(of: scheme, beside: others) { return refusal }
    return others.lazy.compactMap { conflict(of: scheme, with: $0) }.first
  }

  /// Why two schemes cannot stand beside each other: one type twice in a year; nil when they can.
  package static func conflict(of scheme: Scheme, with other: Scheme) -> Refusal? {
    let isApart =
      other.id == scheme.id || other.fondsID != scheme.fondsID || other.type != scheme.type
      || other.fromYear > scheme.toYear || scheme.fromYear > other.toYear
    return isApart ? nil : .schemeOverlaps(from: other.fromYear, to: other.toYear)
  }

  /// Why papers of a type cannot be divided by these levels: year and period are always among them
  /// where the type has them, in any order.
  ///
  /// Source: DA/T 22—2015, 5.2.
  package static func refusal(of levels: SchemeLevels, for type: ArchiveType) -> Refusal? {
    let needed = type.levels.levels.filter { $0 == .year || $0 == .period }
    return needed.first { !levels.levels.contains($0) }
      .map { .badField(field: "levels", why: "level-\($0.rawValue)") }
  }

  /// Two types whose codes show no type and else the same would give one number to two papers.
  private static func prefixRefusal(of scheme: Scheme, beside others: [Scheme]) -> Refusal? {
    guard let own = components(of: scheme), !own.contains(.type) else { return nil }
    let isAlike = others.contains { other in
      other.fondsID == scheme.fondsID && other.type != scheme.type
        && other.fromYear <= scheme.toYear && scheme.fromYear <= other.toYear
        && components(of: other) == own
    }
    return isAlike ? .badTemplate(scheme.template) : nil
  }

  private static func components(of scheme: Scheme) -> [CodeTemplate.Component]? {
    (try? CodeTemplate(scheme.template))?.slots.map(\.component).filter { !$0.isNumber }
  }

  private static func templateRefusal(of scheme: Scheme) -> Refusal? {
    do {
      let template = try CodeTemplate(scheme.template)
      guard template.hasVolume == (scheme.unit == .volume) else {
        return .badTemplate(scheme.template)
      }
      let differing = Set(template.levels).symmetricDifference(scheme.levels.levels)
      let first = SchemeLevel.allCases.first(where: differing.contains)
      return first.map { .badTemplate("{\($0.rawValue)}") }
    } catch {
      return error
    }
  }
}
