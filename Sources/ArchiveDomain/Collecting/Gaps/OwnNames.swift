/// The names by which the unit writes itself, for telling its own papers from those of others.
struct OwnNames: Sendable {
  /// Folded, the longest first.
  private(set) var names: [String]
  private var departments: Set<String>

  /// From the unit's profile.
  init(_ fonds: Fonds, orgs: [Org]) {
    self.init([fonds.name] + fonds.profile.names, departments: orgs.map(\.name))
  }

  init(_ names: [String], departments: [String] = []) {
    self.names = Set(names.map(OwnNames.bare)).filter { !$0.isEmpty }
      .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    self.departments = Set(departments.map { TextFold.key($0) })
  }

  /// With more names.
  func adding(_ more: Set<String>) -> OwnNames {
    var other = OwnNames(names + more)
    other.departments = departments
    return other
  }

  /// Whether the paper is ours: whoever is named first gave it its number.
  func isOwn(issuer: String) -> Bool { isOwn(one: OwnNames.issuers(issuer).first ?? "") }

  /// Whether we stand among those who issued it.
  func isAmong(issuer: String) -> Bool { OwnNames.issuers(issuer).contains { isOwn(one: $0) } }

  private func isOwn(one issuer: String) -> Bool {
    let issuer = OwnNames.bare(issuer)
    guard issuer.count >= 2 else { return false }
    return names.contains { name in
      if issuer == name { return true }
      // 县农业农村局 for 云岭县农业农村局.
      if issuer.count >= 4, name.hasSuffix(issuer) { return true }
      guard issuer.hasPrefix(name) else { return false }
      let rest = String(issuer.dropFirst(name.count))
      return OwnNames.offices.contains(rest) || departments.contains(rest)
    }
  }

  /// Several issuers stand one after the other.
  private static func issuers(_ text: String) -> [String] {
    text.split { "、，,；;/ 　\n".contains($0) }.map(String.init)
  }

  private static func bare(_ name: String) -> String {
    let key = TextFold.key(name)
    return key.hasPrefix("中共") ? String(key.dropFirst(2)) : key
  }

  private static let offices: Set<String> = [
    "办公室", "党组", "党委", "党总支", "党支部", "机关党委", "委员会", "工会", "团委", "纪检组",
  ]
}
