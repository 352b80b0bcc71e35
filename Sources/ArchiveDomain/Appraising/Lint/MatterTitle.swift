/// 事由 of a title, for lists in which issuer and genre are told otherwise.
package enum MatterTitle {
  /// What a paper is about: `农机监理用房修缮` of `关于农机监理用房修缮的请示`; the title itself where it
  /// has no such form.
  package static func of(_ title: String) -> String {
    guard let start = title.firstRange(of: "关于")?.upperBound,
      let end = title.lastIndex(of: "的"), start < end, title[end...].count <= 4
    else { return title }
    return String(title[start..<end])
  }
}
