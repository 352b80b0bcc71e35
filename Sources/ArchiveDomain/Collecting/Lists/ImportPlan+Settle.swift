extension ImportPlan {
  /// Reads 页号 of by-volume lists: a piece ends where the next begins, the last at its range's end.
  mutating func settlePages() {
    for row in rows.indices where rows[row].hasReckonedPages {
      rows[row].candidate.pages = nil
      rows[row].hasReckonedPages = false
    }
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, isSameVolume(start, end) { end += 1 }
      if rows[start].candidate.pageFrom != nil { settlePages(start..<end) }
      start = end
    }
  }

  private func isSameVolume(_ one: Int, _ other: Int) -> Bool {
    let a = rows[one], b = rows[other]
    return a.sheet == b.sheet && a.context == b.context && a.candidate.level == b.candidate.level
      && a.candidate.volumeNumber == b.candidate.volumeNumber
      && a.candidate.catalogueNo == b.candidate.catalogueNo
      && a.candidate.period == b.candidate.period
      && a.candidate.year == b.candidate.year
  }

  private mutating func settlePages(_ volume: Range<Int>) {
    let firsts = volume.map { rows[$0].candidate.pageFrom }
    for (offset, row) in volume.enumerated() where rows[row].candidate.pages == nil {
      guard let first = firsts[offset], offset + 1 < firsts.count, let next = firsts[offset + 1],
        next > first
      else { continue }
      rows[row].candidate.pages = next - first
      rows[row].hasReckonedPages = true
    }
    guard options.unit == .volume, rows[volume.lowerBound].candidate.level == .item,
      rows[volume.lowerBound].candidate.volumeNumber != nil
    else { return }
    let ranges = volume.map { row -> ClosedRange<Int>? in
      guard let first = rows[row].candidate.pageFrom else { return nil }
      return first...(first + max(1, rows[row].candidate.pages ?? 1) - 1)
    }
    for row in volume { rows[row].pageFindings = [] }
    for fault in PageRanges.faults(ranges, total: nil) {
      let offset =
        switch fault {
        case .unreadable(let row), .overlap(let row, _, _), .gap(let row, _, _): row
        case .endDiffers: volume.count - 1
        }
      let row = volume.lowerBound + offset
      let place = ListPlace(sheet: rows[row].sheet, row: rows[row].row)
      rows[row].pageFindings.append(
        ListFinding(
          place: place, field: .pageNo, original: "", kind: .pageRun(fault), suggestion: ""))
    }
  }

  /// Numbers that stand on the paper must not stand twice in a class.
  mutating func settleNumbers() {
    guard options.keepsNumbers else { return }
    var seen: [NumberKey: Int] = [:]
    for row in rows.indices {
      rows[row].numberFindings = []
      let candidate = rows[row].candidate
      guard let number = candidate.number, !rows[row].isLeftOut else { continue }
      let key = NumberKey(
        type: candidate.type, catalogue: candidate.catalogueNo, project: candidate.project,
        year: candidate.year, period: candidate.period.rawValue, org: candidate.org,
        volume: candidate.volumeNumber ?? 0, level: candidate.level, number: number,
        code: candidate.paperCode)
      guard let other = seen[key] else {
        seen[key] = row
        continue
      }
      let place = ListPlace(
        sheet: rows[row].sheet, row: rows[row].row, column: column(of: .number, row: row))
      let first = ListPlace(sheet: rows[other].sheet, row: rows[other].row)
      rows[row].numberFindings = [
        ListFinding(
          place: place, field: .number, original: String(number), kind: .numberTwice(first),
          suggestion: "")
      ]
    }
  }

  /// Finds rows that may be the same paper as an earlier one, and counts equal rows.
  mutating func settleDuplicates() {
    var test = DuplicateTest()
    var occurrences: [String: Int] = [:]
    for (row, isAlike) in titlesAlike().enumerated() {
      if case .row = rows[row].duplicate { rows[row].duplicate = nil }
      guard isAlike else {
        rows[row].candidate.occurrence = 1
        continue
      }
      let candidate = rows[row].candidate
      let key = RecordOrigin.key(
        title: candidate.title, docNo: candidate.docNo, issuer: candidate.issuer,
        date: candidate.date.text)
      let occurrence = occurrences[key, default: 0] + 1
      occurrences[key] = occurrence
      rows[row].candidate.occurrence = occurrence
      let isCompared =
        !rows[row].isLeftOut && !candidate.title.isEmpty
        && candidate.title != Item.placeholderTitle && candidate.level == .item
      guard isCompared else { continue }
      if rows[row].duplicate == nil, let earlier = test.find(candidate.traits) {
        rows[row].duplicate = .row(earlier)
      }
      test.add(candidate.traits, as: row)
    }
  }

  /// Which rows share their title with another: only these need be compared.
  private func titlesAlike() -> [Bool] {
    var first: [UInt64: Int] = [:]
    first.reserveCapacity(rows.count)
    var alike = [Bool](repeating: false, count: rows.count)
    for row in rows.indices {
      let hash = TextFold.hash(rows[row].candidate.title)
      if let earlier = first[hash] {
        alike[earlier] = true
        alike[row] = true
      } else {
        first[hash] = row
      }
    }
    return alike
  }

  /// Lists departments and persons that the library does not know.
  mutating func settleOrgs() {
    newOrgs = []
    unknownPersons = []
    var orgs: [String: Int] = [:]
    var persons: [String: Int] = [:]
    var taken = options.orgCodes
    let known = Set(options.orgs.values)
    for row in rows where !row.isLeftOut {
      let org = row.candidate.org
      if !org.isEmpty, !known.contains(org) {
        if let at = orgs[org] {
          newOrgs[at].rows += 1
        } else {
          let code = OrgCode.suggested(for: org, taken: taken)
          taken.insert(code)
          orgs[org] = newOrgs.count
          newOrgs.append(NewOrg(name: org, code: code, rows: 1))
        }
      }
      let person = row.candidate.person
      guard org.isEmpty, !person.isEmpty else { continue }
      if let at = persons[person] {
        unknownPersons[at].rows += 1
      } else {
        persons[person] = unknownPersons.count
        unknownPersons.append((person, 1))
      }
    }
  }

  private struct NumberKey: Hashable {
    var type: String
    var catalogue: String
    var project: String
    var year: Year
    var period: String
    var org: String
    var volume: Int
    var level: ItemLevel
    var number: Int
    /// The list's own code: classes that the list does not name otherwise differ in it.
    var code: String
  }

  func column(of field: ListField, row: Int) -> Int? {
    sheets[rows[row].sheet].column(of: field, at: rows[row].row)
  }
}
