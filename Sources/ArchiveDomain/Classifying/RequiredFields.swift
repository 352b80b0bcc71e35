/// What a record must have before it is filed.
package enum RequiredFields {
  /// The keys of the fields that are empty though the type asks for them, in its order.
  ///
  /// Pages must be more than none. A placeholder of a secret paper is asked for nothing. The
  /// type's own fields are asked of the records that it counts: of photographs, not of their group.
  /// Source: DA/T 18—2022, elements marked 必著.
  package static func missing(in item: Item, of type: ArchiveType) -> [String] {
    if item.isPlaceholder { return [] }
    let own = item.level == type.counts.level ? type.fields.filter(\.required) : []
    let asked = type.required + own.map(\.key)
    var seen: Set<String> = []
    return asked.filter { key in
      seen.insert(key).inserted && isEmpty(key, in: item)
    }
  }

  private static func isEmpty(_ key: String, in item: Item) -> Bool {
    switch key {
    case "pages": (item.pages ?? 0) == 0
    case "count": item.count == 0
    case "issuer": item.issuer.isEmpty
    case "date": item.date.isEmpty
    case "doc_no": item.docNo.isEmpty
    case "title": item.title.allSatisfy(\.isWhitespace)
    case "retention": !item.period.isKnown
    case "access": item.access == .unreviewed
    case "publicity": item.publicity == .unstated
    case "direction": item.direction == .unstated
    case "basis": item.basis.isEmpty
    case "carrier": item.carrier.isEmpty
    case "persons": item.persons.isEmpty
    case "keywords": item.keywords.isEmpty
    case "note": item.note.isEmpty
    default: item.extra?[key, default: ""].allSatisfy(\.isWhitespace) ?? true
    }
  }
}
