import ArchiveDomain
import ArchiveStore

/// What the numbers of a list or a sheet are called: 件号, 案卷号, 组号, as the types say.
enum NumberWords {
  /// Records of one type and level, which share a name for their number.
  struct Kind: Hashable, Sendable {
    var type: String
    var level: ItemLevel

    init(_ type: String, _ level: ItemLevel) {
      self.type = type
      self.level = level
    }

    init(_ type: String, _ unit: ArrangementUnit) {
      self.init(type, unit == .volume ? ItemLevel.volume : ItemLevel.item)
    }
  }

  /// The name that all kinds share; the bare word where they differ.
  static func name(_ kinds: some Sequence<Kind>, _ types: TypeFiles) -> Phrase {
    let names = Set(kinds.compactMap { types[id: $0.type]?.numberName(of: $0.level) })
    guard names.count < 2 else { return Phrase("column.any-number") }
    return names.first.map(Phrase.text) ?? Phrase("column.number")
  }

  /// The name in the lists of a part of the holdings, by its schemes.
  static func name(of scope: Scope, _ schemes: [Scheme], _ types: TypeFiles) -> Phrase {
    let own = schemes.filter { scheme in
      scheme.type == scope.type
        && (scope.years.map { $0.overlaps(scheme.fromYear...scheme.toYear) } ?? true)
    }
    return name(own.map { Kind($0.type, $0.unit) }, types)
  }

  /// The name for these records, whatever classes they are of.
  static func name(of items: some Sequence<Item>, in archive: Archive) throws -> Phrase {
    var types: [RowID: String] = [:]
    var kinds: Set<Kind> = []
    for item in items {
      if types[item.seriesID] == nil {
        types[item.seriesID] = try archive.holdingsClass(item.seriesID)?.type ?? ""
      }
      kinds.insert(Kind(types[item.seriesID] ?? "", item.level))
    }
    return name(kinds, archive.types)
  }
}
