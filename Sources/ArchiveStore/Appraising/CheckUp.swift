import ArchiveDomain

/// What the check-up 期限体检 found in the holdings, as they stood after one entry of the journal.
package struct CheckUp: Sendable {
  /// By check, newest year first; without those that a person said to be none.
  package private(set) var findings: [LintFinding]
  /// How many were left out because a person said that they are none.
  package private(set) var waived: Int
  /// How long reading and looking took.
  package internal(set) var took = Duration.zero
  /// The entry after which the holdings were read.
  package private(set) var seq: Int64
  /// The classes, by id, in which findings are counted.
  private var classes: [RowID: HoldingsClass]
  /// Records looked at, by class, in the unit that its type counts.
  private var counted: [RowID: Int]

  init(
    _ papers: Papers, _ classes: [HoldingsClass], waived: [String: LintWaiver]
  ) {
    let all = Lint.check(papers)
    findings = Lint.standing(all, waived: waived)
    self.waived = all.count - findings.count
    seq = papers.seq
    self.classes = Dictionary(
      classes.map { ($0.series.id, $0) }, uniquingKeysWith: { one, _ in one })
    counted = [:]
    for paper in papers.papers where paper.isHeld {
      let own = papers.classes[paper.classAt]
      if paper.level == own.type?.counts.level ?? .item {
        counted[own.series.id, default: 0] += 1
      }
    }
  }

  /// How many records were looked at, in the unit that each type counts.
  package var checked: Int { counted.values.reduce(0, +) }

  /// How many places are wrong or worth a look, holes in the numbers left out.
  package var places: Int { Self.sum(findings) { !$0.check.isAboutHoles } }

  /// How many numbers are missing.
  package var holes: Int { Self.sum(findings) { $0.check.isAboutHoles } }

  /// The part of it that is about the classes of a scope.
  package func within(_ scope: Scope) -> CheckUp {
    var part = self
    let wanted = Set(classes.values.filter(scope.holds).map(\.series.id))
    part.classes = classes.filter { wanted.contains($0.key) }
    part.counted = counted.filter { wanted.contains($0.key) }
    part.findings = findings.filter { wanted.contains($0.seriesID) }
    return part
  }

  /// The same without a finding that the entry `seq` said to be none.
  func without(_ finding: LintFinding, since seq: Int64) -> CheckUp {
    var part = self
    part.seq = seq
    part.findings.removeAll { $0 == finding }
    part.waived += 1
    return part
  }

  /// The class that a finding is counted in; nil when it is no more.
  package func holdingsClass(of finding: LintFinding) -> HoldingsClass? {
    classes[finding.seriesID]
  }

  /// The records that a finding stands on, and whether one of these is certainly a fault.
  package var marks: [ItemID: Bool] {
    var marks: [ItemID: Bool] = [:]
    for finding in findings {
      for id in finding.items { marks[id] = marks[id] == true || finding.check.isCertain }
    }
    return marks
  }

  /// Places and holes of one type and year.
  package struct Count: Hashable, Sendable {
    package var places: Int
    package var holes: Int

    package init(places: Int = 0, holes: Int = 0) {
      self.places = places
      self.holes = holes
    }
  }

  /// The records of a type and a year, as the road has them.
  package struct YearOfType: Hashable, Sendable {
    package var type: String
    package var year: Year

    package init(type: String, year: Year) {
      self.type = type
      self.year = year
    }
  }

  /// How many places and holes each type and year has; those without any are left out.
  package var counts: [YearOfType: Count] {
    var counts: [YearOfType: Count] = [:]
    for finding in findings {
      guard let own = classes[finding.seriesID] else { continue }
      let key = YearOfType(type: own.type, year: own.series.year)
      if finding.check.isAboutHoles {
        counts[key, default: Count()].holes += finding.places
      } else {
        counts[key, default: Count()].places += finding.places
      }
    }
    return counts
  }

  private static func sum(
    _ findings: [LintFinding], _ isCounted: (LintFinding) -> Bool
  ) -> Int {
    findings.reduce(0) { isCounted($1) ? $0 + $1.places : $0 }
  }
}
