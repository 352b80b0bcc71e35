/// A record with what a rule must know of its surroundings.
///
/// What is left out stands in nobody's way, so that a list may ask with what it has at hand.
package struct ItemFacts: Hashable, Sendable {
  package var item: Item
  /// The class it lies in.
  package var own: ClassFacts
  /// Where it is to go: for `classify` and `recode`.
  package var target: ClassFacts?
  /// The volume that holds it, or that it is to go into.
  package var volume: Item?
  /// How many pieces a volume holds.
  package var pieces: Int
  /// The marks of its volume, or of its pieces: they count for it.
  package var kinMarks: Marks
  /// What points at it and would be left without it, in words; nil when nothing does.
  package var referencedBy: String?
  /// The type of its class, for what filing asks for.
  package var type: ArchiveType?
  package var isClassifiedMachine: Bool

  package init(
    _ item: Item, own: ClassFacts = ClassFacts(), target: ClassFacts? = nil, volume: Item? = nil
  ) {
    self.item = item
    self.own = own
    self.target = target
    self.volume = volume
    pieces = 0
    kinMarks = []
    isClassifiedMachine = false
  }
}

/// What lies in a class.
package struct ClassContents: Hashable, Sendable {
  /// Records of any state, those excluded, transferred and destroyed too.
  package var records: Int
  /// Those of them that may still be classified anew without giving up a number.
  package var unnumbered: Int
  package var boxes: Int
  /// Whether it was made by hand, ahead of its papers, and so is shown while it is empty.
  package var isMade: Bool

  /// An empty class that nobody made by hand.
  package init(records: Int = 0, unnumbered: Int = 0, boxes: Int = 0, isMade: Bool = false) {
    self.records = records
    self.unnumbered = unnumbered
    self.boxes = boxes
    self.isMade = isMade
  }

  /// Whether it stands in the tree.
  package var isShown: Bool { isMade || records > 0 }
}

/// A class with what a rule must know of it.
package struct ClassFacts: Hashable, Sendable {
  package var year: Year
  /// The further sub-class; '' for none.
  package var sub = ""
  /// The period in its code.
  package var period: RetentionPeriod
  /// Whether papers are arranged by piece or by volume.
  package var unit: ArrangementUnit
  /// The levels of its template that are unknown.
  package var missing: [SchemeLevel]
  /// Whether the type allows its period.
  package var isPeriodAllowed: Bool
  /// Whether the department existed in its year.
  package var isOrgValid: Bool
  package var isYearClosed: Bool
  package var hasFondsNumber: Bool
  package var stamp: Stamp
  /// Whether records in it were filed.
  package var hasNumbers: Bool
  /// What lies in it, for the rules about the class itself.
  package var contents = ClassContents()

  /// A complete class that nothing speaks against.
  package init(year: Year = 2000, period: RetentionPeriod = .unknown, unit: ArrangementUnit = .item)
  {
    self.year = year
    self.period = period
    self.unit = unit
    missing = []
    isPeriodAllowed = true
    isOrgValid = true
    isYearClosed = false
    hasFondsNumber = true
    stamp = .unstamped
    hasNumbers = true
  }

  /// The facts of a series under its scheme.
  package init(
    _ series: Series, scheme: Scheme, type: ArchiveType?, org: Org?, code: CodeFacts,
    template: CodeTemplate
  ) {
    self.init(year: series.year, period: series.period, unit: scheme.unit)
    sub = series.sub
    missing = template.missing(in: code)
    isPeriodAllowed = type?.allows(series.period, sub: series.sub) ?? true
    isOrgValid = org?.isValid(in: series.year) ?? true
    hasFondsNumber = !code.fonds.isEmpty
    stamp = series.stamp
    hasNumbers = series.issued > 0
  }
}
