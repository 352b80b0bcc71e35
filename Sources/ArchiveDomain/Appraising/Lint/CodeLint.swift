/// Codes that disagree with their records, and codes that two records bear.
struct CodeLint {
  let rows: LintRows
  private let schemes: [CodeScheme]

  init(_ rows: LintRows) {
    self.rows = rows
    var seen: Set<RowID> = []
    schemes = rows.papers.classes.compactMap { own in
      guard let template = own.template, seen.insert(own.scheme.id).inserted else { return nil }
      return CodeScheme(
        type: own.scheme.type, template: template,
        years: own.scheme.fromYear...max(own.scheme.fromYear, own.scheme.toYear),
        orgs: Set(rows.papers.orgs.map(\.code)), periodCodes: own.scheme.rules.periodCodes)
    }
  }

  var findings: [LintFinding] { differing + twice }

  // MARK: Against the record

  private var differing: [LintFinding] {
    rows.settled.flatMap { at -> [LintFinding] in
      let paper = rows.papers.papers[at]
      guard paper.number != nil, !paper.code.isEmpty else { return [] }
      let own = rows.papers.classes[paper.classAt]
      var faults = isAsComposed(paper, own) ? [] : read(paper, own)
      if faults.isEmpty, hasOtherPeriod(paper, own) {
        faults = [.periodDiffers(code: own.series.period, item: paper.period)]
      }
      return faults.prefix(1).map { finding($0, paper, own) }
    }
  }

  private func finding(_ fault: CodeFault, _ paper: PaperFacts, _ own: PaperClass) -> LintFinding {
    if case .widthDiffers(let written, let wanted) = fault {
      return LintFinding(
        .numberWidth, [paper.id], in: own.series.id, facts: [String(written), String(wanted)],
        seenBy: [paper.code], mend: .number)
    }
    return LintFinding(
      .codeDiffers, [paper.id], in: own.series.id, facts: [fault.key] + fault.arguments,
      seenBy: [paper.code], mend: .number)
  }

  /// The code as number, class and volume give it, letter by letter: nearly always.
  private func isAsComposed(_ paper: PaperFacts, _ own: PaperClass) -> Bool {
    guard let number = paper.number, let template = own.template, !own.series.prefix.isEmpty else {
      return false
    }
    guard let id = paper.volumeID else {
      let width = template.numberSlots.first?.width ?? 0
      return ComposedCode.ends(paper.code, after: own.series.prefix, number, width)
    }
    guard let volume = rows.papers.paper(id) else { return false }
    let width = template.numberSlots.dropFirst().first?.width ?? 0
    return ComposedCode.ends(paper.code, after: volume.code, number, width)
  }

  /// What its parts say otherwise than the record; empty when it is only spelled otherwise.
  private func read(_ paper: PaperFacts, _ own: PaperClass) -> [CodeFault] {
    let code: ReferenceCode
    do { code = try ReferenceCode.parse(paper.code, schemes: schemes) } catch { return [error] }
    let context = ReferenceCode.Context(
      fonds: rows.papers.fonds.number, schemes: schemes, year: own.series.year,
      period: own.series.period)
    let told = code.lint(context).filter { fault in
      if case .widthDiffers = fault { return true }
      return fault.severity == .error
    }
    if !told.isEmpty { return told }
    if !code.org.isEmpty, let org = own.org, code.org != CodeText.normalised(org.code) {
      return [.orgUnknown(code.org)]
    }
    let numbers = [code.volume, code.leaf?.number].compactMap { $0 }
    return numbers.last == paper.number ? [] : [.number(numbers.last.map(String.init) ?? "")]
  }

  /// The period of the record is not that of its code, and no appraisal changed it.
  private func hasOtherPeriod(_ paper: PaperFacts, _ own: PaperClass) -> Bool {
    own.series.period.isKnown && paper.period.isKnown && own.series.period != paper.period
      && !paper.isExtended && paper.volumeID == nil
  }

  // MARK: Twice

  /// Codes are compared by their parts: the two spellings of one code are one.
  private var twice: [LintFinding] {
    var first: [UInt64: Int] = [:]
    first.reserveCapacity(rows.papers.papers.count)
    var found: [LintFinding] = []
    for at in rows.papers.papers.indices {
      let paper = rows.papers.papers[at]
      if paper.code.isEmpty { continue }
      guard let other = first.updateValue(at, forKey: ComposedCode.hash(paper.code)) else {
        continue
      }
      let earlier = rows.papers.papers[other]
      guard isSame(earlier.code, paper.code) else { continue }
      found.append(
        LintFinding(
          .codeTwice, [earlier.id, paper.id], in: rows.seriesID(paper), facts: [paper.code],
          seenBy: [earlier.code], mend: .compare))
    }
    return found
  }

  private func isSame(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard let mine = try? ReferenceCode.parse(one, schemes: schemes),
      let theirs = try? ReferenceCode.parse(other, schemes: schemes)
    else { return false }
    return mine == theirs
  }
}

/// Codes looked at letter by letter, for 100,000 of them.
enum ComposedCode {
  /// Whether the code is the stem, a hyphen and the number in at least so many digits.
  static func ends(_ code: String, after stem: String, _ number: Int, _ width: Int) -> Bool {
    let (bytes, head) = (code.utf8, stem.utf8)
    guard bytes.count > head.count, bytes.starts(with: head) else { return false }
    let rest = bytes.dropFirst(head.count)
    guard rest.first == UInt8(ascii: "-") else { return false }
    let digits = rest.dropFirst()
    var value = 0
    for byte in digits {
      guard byte >= 48, byte <= 57 else { return false }
      value = value * 10 + Int(byte - 48)
    }
    let least = String(number).utf8.count
    return value == number && digits.count == max(width, least)
  }

  /// A number that all spellings of one code share; others may share it too.
  static func hash(_ code: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isAtStart = true
    for byte in code.utf8 {
      switch byte {
      case UInt8(ascii: "-"), 0xB7: isAtStart = true
      case UInt8(ascii: "0") where isAtStart: continue
      // The lead bytes of the middle dot and of wide forms: those are folded on the slow way.
      case 0xC2: continue
      default: isAtStart = false
      }
      hash = (hash ^ UInt64(byte == 0xB7 ? UInt8(ascii: "-") : byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}
