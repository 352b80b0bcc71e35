/// What went wrong, in the order in which a person needs it (DECISIONS: faults told).
struct FaultReport: Hashable, Sendable {
  /// Title of the dialog: 没写进去.
  var title: Phrase
  /// 出了什么.
  var what: Phrase
  /// 哪一条: the record, or file and line.
  ///
  /// May be empty.
  var which: Phrase
  /// 还安全.
  var safe: Phrase
  /// 怎么办.
  var remedy: Phrase
  /// Whether trying again can help.
  var canRetry: Bool
}

/// An error that can say itself as a report.
protocol FaultReporting: Error {
  var report: FaultReport { get }
}

extension FaultReport {
  /// The report of an error; of one that no one foresaw its kind, and nothing invented.
  init(_ error: any Error) {
    if let known = error as? any FaultReporting {
      self = known.report
      return
    }
    self.init(
      title: Phrase("fault.title"),
      what: Phrase("fault.unforeseen", ["kind": .text(String(describing: type(of: error)))]),
      which: .text(""),
      safe: Phrase("fault.rolled-back"),
      remedy: Phrase("fault.tell-us"),
      canRetry: true)
  }
}
