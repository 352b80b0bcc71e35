/// Why a rule says no: one enum for the whole domain, used to dim a key and to stop the write.
///
/// The sentence is found by `key` in the language files; `arguments` fill its places in order.
package enum Refusal: Error, Hashable, Sendable {
  // Items.
  case noTitle
  /// The item was transferred or destroyed.
  case gone(ItemState)
  case changedMeanwhile(by: String)
  /// The item's state does not fit the action.
  case wrongState(ItemState)
  case filed
  case notFiled
  case notAVolume
  /// The class is divided by item: it has no volumes.
  case schemeByItem
  case notAPiece
  case missing(field: String)
  case badField(field: String, why: String)
  /// A secret paper, on a machine not set as classified.
  case secret
  case secrecyWithoutYears
  /// So many secret papers are here; the machine stays set as classified.
  case secretsHere(Int)
  case referenced(by: String)
  case parts(String)
  case blocked(by: Marks)
  // Classes.
  case periodNotAllowed(RetentionPeriod)
  case noPeriod
  case orgNotValid(year: Year)
  /// Records of this year stand under the department.
  case orgInUse(year: Year)
  case noOrg
  case yearUnknown
  case yearClosed(Year)
  case seriesIncomplete(missing: [SchemeLevel])
  case noFondsNumber
  case noScheme(type: String, year: Year)
  case schemeOverlaps(from: Year, to: Year)
  /// So many papers are divided by it.
  case schemeHolds(Int)
  case badTemplate(String)
  case departmentAndMatter
  case orgCodeReserved(String)
  /// The department of this name has the code in the same years.
  case orgCodeTaken(code: String, name: String)
  /// The department of this code has the name in the same years.
  case orgNameTaken(name: String, code: String)
  case numbersIssued
  case classExists
  /// So many records lie in it.
  case classHolds(Int)
  case classHasBoxes(Int)
  /// Nothing in the class is without a number.
  case nothingUnnumbered
  // Schedules.
  case noSchedule(String)
  case noScheduleRow(String)
  case badSchedule(ScheduleFault)
  // Volumes and boxes.
  case otherSeries
  case otherPeriod
  case notInVolume
  case inVolume
  case volumeFiled
  case emptyVolume
  case unboxed
  case boxTooThick(mm: Int)
  case boxHoldsFiled
  // Numbers.
  case gap(Int)
  case codeTaken(String)
  case numbersShown(by: String)
  case stampInked
  // The journal.
  case alreadyTakenBack(by: Int64)
  case notTakenBack(Action)
  case final(Action)
  case laterEntries(Int)
  case nothingToTakeBack
  // People and machine.
  case noReason
  case noGround
  case noName
  case notAllowed(OperatorRole)
  case readOnly
  case nothingSelected
  case later
}
