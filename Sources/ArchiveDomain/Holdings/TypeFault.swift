/// What is wrong in a type file, at which key.
package struct TypeFault: Error, Hashable, Sendable {
  /// What is wrong with the file.
  package enum Reason: String, CaseIterable, Sendable {
    // Stored.
    case empty
    /// Not a code of capital letters and digits, parts joined by `·`.
    case badCode = "bad-code"
    /// Read as a period or a year: `Y`, `D30`, `2023`.
    case reserved
    case badTemplate = "bad-template"
    /// By volume without `{volume}`, or by piece with it.
    case unitDiffers = "unit-differs"
    /// A level that does not stand in the template, or one of the template that is no level.
    case levelDiffers = "level-differs"
    case repeated
    /// No column of records and no field of the type.
    case unknownColumn = "unknown-column"
    /// A key that records have already.
    case keyTaken = "key-taken"
    case outOfRange = "out-of-range"
  }

  /// The key in the file, such as `fields[2].key`.
  package let key: String
  package let reason: Reason
  /// What stands there.
  package let value: String

  /// One line for a log or a terminal: `template: bad-template: {kind}`.
  package var text: String { "\(key): \(reason.rawValue): \(value)" }
}

extension ArchiveType {
  /// What is wrong in the file, in the order of its keys; empty when it can be used.
  package var faults: [TypeFault] {
    var faults = headFaults + templateFaults(template, of: unit, at: "template")
    if let otherTemplate {
      let other: ArrangementUnit = unit == .item ? .volume : .item
      faults += templateFaults(otherTemplate, of: other, at: "other_template")
    }
    return faults + subFaults + fieldFaults + listFaults + rangeFaults
  }

  private var headFaults: [TypeFault] {
    var faults: [TypeFault] = []
    let words = id.split(separator: "·", omittingEmptySubsequences: false)
    let isCode = words.allSatisfy { OrgRules.isCapitalsAndDigits(String($0)) }
    if !isCode || words.first?.count != 2 {
      faults.append(TypeFault(key: "id", reason: .badCode, value: id))
    }
    for word in words where OrgRules.isReserved(String(word)) {
      faults.append(TypeFault(key: "id", reason: .reserved, value: String(word)))
    }
    if name.allSatisfy(\.isWhitespace) {
      faults.append(TypeFault(key: "name", reason: .empty, value: ""))
    }
    return faults
  }

  private func templateFaults(
    _ text: String, of unit: ArrangementUnit, at key: String
  ) -> [TypeFault] {
    do {
      let read = try CodeTemplate(text)
      guard read.hasVolume == (unit == .volume) else {
        return [TypeFault(key: key, reason: .unitDiffers, value: unit.rawValue)]
      }
      let differing = Set(read.levels).symmetricDifference(levels.levels)
      return SchemeLevel.allCases.filter(differing.contains).map { level in
        TypeFault(key: key, reason: .levelDiffers, value: level.rawValue)
      }
    } catch {
      return [TypeFault(key: key, reason: .badTemplate, value: error.arguments.first ?? "")]
    }
  }

  private var subFaults: [TypeFault] {
    subs.enumerated().flatMap { index, sub -> [TypeFault] in
      let key = "subs[\(index)].code"
      if subs[..<index].contains(where: { $0.code == sub.code }) {
        return [TypeFault(key: key, reason: .repeated, value: sub.code)]
      }
      if OrgRules.isReserved(sub.code) {
        return [TypeFault(key: key, reason: .reserved, value: sub.code)]
      }
      guard OrgRules.isCapitalsAndDigits(sub.code) else {
        return [TypeFault(key: key, reason: .badCode, value: sub.code)]
      }
      return []
    }
  }

  private var fieldFaults: [TypeFault] {
    fields.enumerated().flatMap { index, field -> [TypeFault] in
      let key = "fields[\(index)].key"
      if fields[..<index].contains(where: { $0.key == field.key }) {
        return [TypeFault(key: key, reason: .repeated, value: field.key)]
      }
      if RecordKeys.common.contains(field.key) {
        return [TypeFault(key: key, reason: .keyTaken, value: field.key)]
      }
      guard RecordKeys.isKey(field.key) else {
        return [TypeFault(key: key, reason: .badCode, value: field.key)]
      }
      guard field.name.isEmpty else { return [] }
      return [TypeFault(key: "fields[\(index)].name", reason: .empty, value: "")]
    }
  }

  private var listFaults: [TypeFault] {
    let known = RecordKeys.common.union(fields.map(\.key))
    let lists = [("required", required), ("columns", columns)]
    return lists.flatMap { key, names in
      names.filter { !known.contains($0) }.map { name in
        TypeFault(key: key, reason: .unknownColumn, value: name)
      }
    }
  }

  private var rangeFaults: [TypeFault] {
    var faults: [TypeFault] = []
    if let perBox, !(1...999).contains(perBox) {
      faults.append(TypeFault(key: "per_box", reason: .outOfRange, value: String(perBox)))
    }
    for mm in boxMM where !(5...200).contains(mm) {
      faults.append(TypeFault(key: "box_mm", reason: .outOfRange, value: String(mm)))
    }
    for period in periods where !period.isKnown {
      faults.append(TypeFault(key: "periods", reason: .empty, value: ""))
    }
    return faults
  }
}
