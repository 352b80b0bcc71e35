import ArchiveDomain

/// What part of the holdings a list, an export or a count is about; nil leaves a fact open.
package struct Scope: Hashable, Sendable {
  /// The id of a type file.
  package var type: String?
  /// The further sub-class; '' for none.
  package var sub: String?
  package var project: String?
  /// The years; `0...0` for those whose year is not known.
  package var years: ClosedRange<Year>?
  /// The period of the class; unknown for those not yet decided.
  package var period: RetentionPeriod?
  /// The department or matter; 0 for those without one.
  package var orgID: RowID?
  package var catalogueNo: String?
  package var seriesID: RowID?
  /// The states; empty for all.
  package var states: Set<ItemState> = []
  /// The pieces of one volume.
  package var volumeID: ItemID?
  /// What stands in one box.
  package var boxID: RowID?
  /// What one import brought, by the number of its entry.
  package var importSeq: Int64?

  /// Everything.
  package init() {}

  /// One year; setting nil opens it.
  package var year: Year? {
    get { years.flatMap { $0.lowerBound == $0.upperBound ? $0.lowerBound : nil } }
    set { years = newValue.map { $0...$0 } }
  }

  /// One class.
  package static func series(_ id: RowID) -> Scope {
    var scope = Scope()
    scope.seriesID = id
    return scope
  }

  /// The pieces of a volume.
  package static func volume(_ id: ItemID) -> Scope {
    var scope = Scope()
    scope.volumeID = id
    return scope
  }

  /// What stands in a box.
  package static func box(_ id: RowID) -> Scope {
    var scope = Scope()
    scope.boxID = id
    return scope
  }

  /// What one import brought.
  package static func batch(_ seq: Int64) -> Scope {
    var scope = Scope()
    scope.importSeq = seq
    return scope
  }

  /// The states of records that bear a number; those are listed by it.
  var numbered: Set<ItemState> { wanted.filter(\.isNumbered) }
  /// The states of records without a number; those are listed by date.
  var unnumbered: Set<ItemState> { wanted.filter { !$0.isNumbered } }
  private var wanted: Set<ItemState> { states.isEmpty ? Set(ItemState.allCases) : states }

  /// Whether the class lies within.
  func holds(_ one: HoldingsClass) -> Bool {
    let series = one.series
    return fits(type, one.type) && fits(sub, series.sub) && fits(project, series.project)
      && (years?.contains(series.year) ?? true) && fits(period, series.period)
      && fits(orgID, series.orgID ?? 0) && fits(catalogueNo, series.catalogueNo)
      && fits(seriesID, series.id)
  }

  private func fits<T: Equatable>(_ wanted: T?, _ value: T) -> Bool {
    wanted.map { $0 == value } ?? true
  }
}
