extension ReferenceCode {
  /// Takes a code to its parts.
  ///
  /// The template of a scheme of its type decides; without one, the general form: year, then
  /// period, then sub-class and department by their place, and the type says whether the number
  /// is a piece's or a volume's. Throws what stands against it.
  /// Source: DA/T 13—2022; our order of decisions for what the grammar leaves open.
  package static func parse(
    _ text: String, schemes: [CodeScheme] = []
  ) throws(CodeFault) -> ReferenceCode {
    let normalised = CodeText.normalised(text)
    guard !normalised.isEmpty else { throw .empty }
    guard let tokens = CodeText.tokens(normalised), tokens.count >= 3, tokens[1].separator == "-"
    else { throw .doesNotFit(template: "") }
    let fitting = schemes.filter { CodeMatch(scheme: $0, tokens: tokens).isOfType }
      .sorted { $0.typeWords.count > $1.typeWords.count }
    var found: [(code: ReferenceCode, scheme: CodeScheme)] = []
    for scheme in fitting {
      if let code = CodeMatch(scheme: scheme, tokens: tokens).read() {
        found.append((code, scheme))
      }
    }
    let ofYear = found.first { $0.code.year == 0 || $0.scheme.years.contains($0.code.year) }
    if let best = ofYear ?? found.first { return best.code }
    if let scheme = fitting.first { throw CodeMatch(scheme: scheme, tokens: tokens).fault() }
    return try GeneralCode(tokens: tokens).read()
  }
}

/// A code's components laid over a scheme's template.
struct CodeMatch {
  let scheme: CodeScheme
  let tokens: [CodeToken]
  /// Accept years and periods that are none, to find out which of them is wrong.
  var isLenient = false

  /// Whether the components begin with the scheme's type (or numbers only, for one without).
  var isOfType: Bool {
    guard scheme.template.slots.contains(where: { $0.component == .type }) else {
      return tokens.dropFirst().allSatisfy(\.isDigits)
    }
    let words = scheme.typeWords
    return tokens.dropFirst().prefix(words.count).map(\.text) == words
  }

  /// The code; nil when the components do not fit the template.
  func read() -> ReferenceCode? {
    let template = scheme.template
    let start = ReferenceCode(spelling: .dots, slots: [])
    guard var code = fill(template.slots[...], tokens[...], start) else { return nil }
    code.takeSpelling(from: tokens)
    return code
  }

  /// Why it does not fit: the first year, period or number that is none, else the template.
  func fault() -> CodeFault {
    var lenient = self
    lenient.isLenient = true
    guard let code = lenient.read() else {
      return .doesNotFit(template: scheme.template.text)
    }
    return code.lenientFault ?? .doesNotFit(template: scheme.template.text)
  }

  // Each component first takes what stands there, then is tried as absent.
  private func fill(
    _ slots: ArraySlice<CodeTemplate.Slot>, _ rest: ArraySlice<CodeToken>, _ code: ReferenceCode
  ) -> ReferenceCode? {
    guard let slot = slots.first else { return rest.isEmpty ? code : nil }
    for count in counts(of: slot, in: rest) {
      let words = rest.prefix(count)
      guard let next = take(slot, Array(words), into: code) else { continue }
      if let whole = fill(slots.dropFirst(), rest.dropFirst(count), next) { return whole }
    }
    guard isOptional(slot) else { return nil }
    return fill(slots.dropFirst(), rest, code)
  }

  private func counts(
    of slot: CodeTemplate.Slot, in rest: ArraySlice<CodeToken>
  ) -> [Int] {
    let wanted: [Int] =
      switch slot.component {
      case .type: [scheme.typeWords.count]
      case .sub: [3, 2, 1]
      default: [1]
      }
    return wanted.filter { $0 <= rest.count }
  }

  private func isOptional(_ slot: CodeTemplate.Slot) -> Bool {
    switch slot.component {
    case .sub, .org: true
    case .item, .page: scheme.template.hasVolume
    case .fonds, .type, .project, .year, .period, .catalogue, .volume: false
    }
  }

  private func take(
    _ slot: CodeTemplate.Slot, _ words: [CodeToken], into code: ReferenceCode
  ) -> ReferenceCode? {
    guard let first = words.first else { return nil }
    var code = code
    var slot = slot
    if slot.component.isNumber || slot.component == .catalogue {
      slot.width = first.text.count
    }
    code.slots.append(slot)
    let isTaken =
      slot.component.isNumber
      ? code.takeNumber(slot.component, first, isLenient: isLenient)
      : takeFact(slot.component, words, into: &code)
    return isTaken ? code : nil
  }

  private func takeFact(
    _ component: CodeTemplate.Component, _ words: [CodeToken], into code: inout ReferenceCode
  ) -> Bool {
    let text = words.first?.text ?? ""
    switch component {
    case .fonds: code.fonds = text
    case .type:
      guard words.map(\.text) == scheme.typeWords else { return false }
      code.type = text
      code.sub = words.dropFirst().map(\.text)
      code.typeDepth = code.sub.count
    case .sub:
      guard words.allSatisfy({ $0.period == nil && $0.year == nil }) else { return false }
      code.sub += words.map(\.text)
    case .project: code.project = text
    case .year: return code.takeYear(words[0], isLenient: isLenient)
    case .period:
      if let period = scheme.periodCodes[text] {
        code.period = period
        code.periodSign = text
        return true
      }
      return code.takePeriod(words[0], isLenient: isLenient)
    case .org:
      guard words[0].period == nil else { return false }
      code.org = text
    case .catalogue:
      guard words[0].isDigits else { return false }
      code.catalogueNo = words[0].number.map(String.init) ?? text
    case .volume, .item, .page: return false
    }
    return true
  }
}

extension ReferenceCode {
  mutating func takeNumber(
    _ component: CodeTemplate.Component, _ token: CodeToken, isLenient: Bool = false
  ) -> Bool {
    guard token.separator == "-", let number = token.number else { return false }
    if number == 0 {
      lenientFault = lenientFault ?? .number(token.text)
      guard isLenient else { return false }
    }
    switch component {
    case .volume: volume = number
    case .page: leaf = .page(number)
    default: leaf = .item(number)
    }
    return true
  }

  mutating func takeYear(_ token: CodeToken, isLenient: Bool = false) -> Bool {
    if let year = token.year {
      self.year = year
      return true
    }
    guard isLenient, token.isDigits else { return false }
    lenientFault = lenientFault ?? .year(token.text)
    return true
  }

  mutating func takePeriod(_ token: CodeToken, isLenient: Bool = false) -> Bool {
    if let period = token.period {
      self.period = period
      return true
    }
    guard isLenient, !token.isDigits else { return false }
    lenientFault = lenientFault ?? .period(token.text)
    return true
  }

  /// Notes how period and department are joined in the code as written.
  mutating func takeSpelling(from tokens: [CodeToken]) {
    let periodText = period.isKnown ? (periodSign ?? period.rawValue) : ""
    let separators = tokens.dropFirst(2).filter { token in
      token.text == periodText && period.isKnown || token.text == org && !org.isEmpty
    }.map(\.separator)
    spelling = separators.contains("-") ? .hyphens : .dots
    isMixed = Set(separators).count > 1
  }
}
