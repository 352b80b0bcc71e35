extension SuggestionEngine {
  /// The kind of a unit: what the fonds says, unless its name plainly says another.
  static func kind(of unit: SuggestionUnit, _ bodies: [SuggestionRules.Body]) -> FondsKind {
    guard unit.kind == .office else { return unit.kind }
    return bodies.first { $0.kind != nil && isOf($0, unit.name) }?.kind ?? .office
  }

  /// What a unit's name says of it: school, court, and the words of its business.
  static func facts(
    of name: String, kind: FondsKind, _ bodies: [SuggestionRules.Body], _ lexicon: Lexicon
  ) -> BodyFacts {
    var found = BodyFacts(kind: kind)
    if let sense = lexicon.senses["business"] { found.business.insert(sense) }
    for body in bodies where isOf(body, name) {
      if let sense = lexicon.senses[body.id] { found.facts.insert(sense) }
      if let sense = lexicon.senses["business-" + body.id] { found.business.insert(sense) }
      found.under += body.under ?? []
      found.ledBy += body.ledBy ?? []
      if let sense = lexicon.senses[body.id], body.kind == nil { found.trades.insert(sense) }
    }
    return found
  }

  private static func isOf(_ body: SuggestionRules.Body, _ name: String) -> Bool {
    body.names.contains { body.atEnd ?? false ? name.hasSuffix($0) : name.contains($0) }
  }

  /// The names of the unit and of those above and below it become words.
  static func addNames(
    of unit: SuggestionUnit, _ bodies: [SuggestionRules.Body], to lexicon: inout Lexicon
  ) {
    for name in [unit.name] + unit.profile.names {
      for variant in variants(of: name, bodies) {
        for form in shortForms(of: variant) { lexicon.add(form, "us", "本单位") }
      }
    }
    for name in unit.profile.superiors { lexicon.add(name, "superior-name", "上级") }
    for name in unit.profile.subordinates { lexicon.add(name, "subordinate-name", "下级") }
    for word in unit.profile.business { lexicon.add(word, "business", Lexicon.business) }
  }

  /// A name, and as it is shortened: 云岭县市场监督管理局, 云岭县市监局.
  private static func variants(of name: String, _ bodies: [SuggestionRules.Body]) -> [String] {
    let shorter = bodies.flatMap { $0.short ?? [:] }.sorted { $0.key < $1.key }
    return [name]
      + shorter.filter { name.contains($0.key) }.flatMap { long, shorts in
        shorts.map { name.replacing(long, with: $0) }
      }
  }

  /// A name and what is left when the places above it are dropped: 云岭县农业农村局, 县农业农村局;
  /// a school is known without its place.
  static func shortForms(of name: String) -> [String] {
    guard name.count >= 3 else { return [] }
    var forms = [name]
    let letters = Array(name)
    for (index, letter) in letters.enumerated() where "省市县区镇乡村".contains(letter) {
      let rest = String(letters[index...])
      if index > 0, rest.count >= 4 { forms.append(rest) }
      let bare = String(rest.dropFirst())
      if index > 0, bare.count >= 3, schools.contains(where: bare.hasSuffix) { forms.append(bare) }
      if index > 0, index + 1 < letters.count, "镇乡村".contains(letter), index + 1 >= 3 {
        forms.append(String(letters[...index]))
      }
    }
    return forms
  }

  private static let schools = ["小学", "中学", "学校", "幼儿园", "高中"]
}

/// Where the title proper begins: behind the issuers that stand before 关于.
struct IssuerCut {
  var start = 0
  /// What stands there, when the paper names no issuer otherwise.
  var issuer = ""

  init(_ text: [UInt32], issuers: [[UInt32]]) {
    var at = 0
    for scalars in issuers {
      if text[at...].starts(with: scalars) {
        at += scalars.count
        while at < text.count, text[at] == 0x20 || text[at] == 0x3001 { at += 1 }
      }
    }
    start = at < text.count ? at : 0
    guard let about = TitleReading.position(of: Self.about, in: text, from: start), about > start,
      about - start <= 40, Self.endings.contains(text[about - 1])
    else { return }
    let before = text[start..<about]
    guard !before.contains(0x300A), !before.contains(0x28) else { return }
    var view = String.UnicodeScalarView()
    for value in before { if let scalar = UnicodeScalar(value) { view.append(scalar) } }
    self.issuer = String(view)
    start = about
  }

  private static let about = Lexicon.scalars("关于")
  private static let endings = Set(Lexicon.scalars("局委办室院校会部厅司府站所心学馆组处科股队社团行厂园省市县镇乡村"))
}
