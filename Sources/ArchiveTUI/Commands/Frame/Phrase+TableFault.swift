import DocumentKit

extension Phrase {
  /// Why a file gives no list, and what to do.
  init(_ fault: TableFault) {
    switch fault {
    case .notFound: self.init("table-fault.not-found")
    case .unreadable(let reason): self.init("table-fault.unreadable", ["reason": .text(reason)])
    case .encrypted: self.init("table-fault.encrypted")
    case .oldExcel: self.init("table-fault.old-excel")
    case .wps: self.init("table-fault.wps")
    case .notATable(let kind): self.init("table-fault.not-a-table.\(kind.rawValue)")
    case .truncated: self.init("table-fault.truncated")
    case .damaged(let part, let line):
      let words: [String: Phrase] = ["part": .text(part), "line": .text(String(line))]
      self.init(line == 0 ? "table-fault.damaged-part" : "table-fault.damaged", words)
    case .notRecords(let record, let key):
      self.init(
        key.isEmpty ? "table-fault.not-records" : "table-fault.not-a-value",
        ["n": .number(record), "key": .text(key)])
    case .tooLarge(let excess, let limit, let place):
      self.init(
        "table-fault.too-large",
        [
          "what": Phrase("table-fault.excess.\(excess.rawValue)"), "limit": .number(limit),
          "place": place.map { Phrase("table-fault.row", ["n": .number($0.row)]) } ?? .text(""),
        ])
    case .badText(let line, _, let encoding):
      self.init(
        "table-fault.bad-text",
        ["line": .text(String(line)), "encoding": .text(encoding.rawValue)])
    case .nul(let line, _): self.init("table-fault.nul", ["line": .text(String(line))])
    case .stopped: self.init("say.stopped")
    case .quoteNotClosed(let line):
      self.init("table-fault.quote-not-closed", ["line": .text(String(line))])
    }
  }
}
