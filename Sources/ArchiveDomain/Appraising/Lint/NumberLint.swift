/// Numbers that no record bears: holes, and numbers given up.
struct NumberLint {
  let rows: LintRows

  init(_ rows: LintRows) { self.rows = rows }

  /// What numbers are counted in: a class, or a volume of it.
  private struct Run: Hashable {
    var seriesID: RowID
    /// 0: the class itself.
    var volumeID: ItemID
  }

  private struct Numbers {
    var held: [Int] = []
    var vacant: [Int] = []
    /// The highest that was ever given.
    var issued = 0
    var code = ""
  }

  var findings: [LintFinding] {
    let runs = runs
    return runs.flatMap { run, numbers in [gap(run, numbers), vacant(run, numbers)] }
      .compactMap { $0 }
  }

  private var runs: [Run: Numbers] {
    var runs: [Run: Numbers] = [:]
    for paper in rows.papers.papers {
      let seriesID = rows.seriesID(paper)
      if let number = paper.number {
        runs[Run(seriesID: seriesID, volumeID: paper.volumeID ?? 0), default: Numbers()]
          .held.append(number)
      }
      if paper.level == .volume, paper.number != nil {
        let run = Run(seriesID: seriesID, volumeID: paper.id)
        runs[run, default: Numbers()].issued = paper.issued ?? 0
        runs[run]?.code = paper.code
      }
    }
    for own in rows.papers.classes {
      let run = Run(seriesID: own.series.id, volumeID: 0)
      guard runs[run] != nil || own.series.issued > 0 else { continue }
      runs[run, default: Numbers()].issued = own.series.issued
      runs[run]?.code = own.series.prefix
    }
    for number in rows.papers.vacant {
      runs[Run(seriesID: number.seriesID, volumeID: number.volumeID), default: Numbers()]
        .vacant.append(number.number)
    }
    return runs
  }

  /// Above this a number is no count of papers: its code is told, not a million holes.
  private static let most = 1_000_000

  private func gap(_ run: Run, _ numbers: Numbers) -> LintFinding? {
    let last = max(numbers.issued, numbers.held.max() ?? 0)
    let known = Set(numbers.held + numbers.vacant)
    guard last > 0, known.count < last, last <= Self.most else { return nil }
    let missing = (1...last).filter { !known.contains($0) }
    if missing.isEmpty { return nil }
    return finding(.numberGap, run, numbers.code, missing)
  }

  private func vacant(_ run: Run, _ numbers: Numbers) -> LintFinding? {
    let left = Set(numbers.vacant).subtracting(numbers.held).sorted()
    return left.isEmpty ? nil : finding(.numberVacant, run, numbers.code, left)
  }

  private func finding(
    _ check: LintCheck, _ run: Run, _ code: String, _ numbers: [Int]
  ) -> LintFinding {
    var finding = LintFinding(
      check, run.volumeID == 0 ? [] : [run.volumeID], in: run.seriesID,
      facts: [code, Self.text(numbers)], mend: run.volumeID == 0 ? .number : .volume)
    finding.places = numbers.count
    return finding
  }

  /// 3、7-9、12.
  static func text(_ numbers: [Int]) -> String {
    var runs: [(first: Int, last: Int)] = []
    for number in numbers {
      if let last = runs.last, last.last + 1 == number {
        runs[runs.count - 1].last = number
      } else {
        runs.append((number, number))
      }
    }
    return runs.map { run in
      run.first == run.last
        ? "\(run.first)"
        : run.last == run.first + 1
          ? "\(run.first)、\(run.last)"
          : "\(run.first)-\(run.last)"
    }.joined(separator: "、")
  }
}
