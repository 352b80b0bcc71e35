/// The keys of records in CSV and JSON: the words by which a person names a field.
package enum RecordKeys {
  /// The keys that records of every type have.
  // Stored.
  /// The keys of a record in CSV and JSON, in order.
  package static let ordered = [
    "id", "level", "code", "number", "former_code", "title", "doc_no", "issuer", "date", "year",
    "type", "org", "project", "retention", "basis", "direction", "pages", "page_from", "count",
    "secrecy", "secret_years", "access", "persons", "keywords", "volume", "box", "box_mm",
    "place", "state", "marks", "note", "library", "publicity", "carrier",
  ]

  /// The same as a set.
  package static let common = Set(ordered)

  /// Whether a word can be a key: small letters, digits and `_`, a letter first.
  package static func isKey(_ text: String) -> Bool {
    guard let first = text.first, ("a"..."z").contains(first) else { return false }
    return text.allSatisfy { character in
      ("a"..."z").contains(character) || ("0"..."9").contains(character) || character == "_"
    }
  }
}
