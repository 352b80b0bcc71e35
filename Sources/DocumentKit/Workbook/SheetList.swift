/// The workbook part: its sheets in the order of their tabs, and from when its dates count.
///
/// Source: ECMA-376-1, 18.2.
final class SheetList: XMLSink {
  /// A tab.
  struct Tab {
    let name: String
    let isHidden: Bool
    /// The id of the relationship to its part.
    let relationship: String
  }

  private(set) var tabs: [Tab] = []
  private(set) var countsFrom1904 = false
  /// Whether the part is a workbook at all.
  private(set) var isWorkbook = false

  func start(_ name: XMLBytes, _ attributes: XMLAttributes) throws(TableFault) {
    switch name {
    case "workbook": isWorkbook = true
    case "workbookPr": countsFrom1904 = attributes["date1904"]?.isTrue ?? false
    case "sheet":
      let state = attributes["state"]
      tabs.append(
        Tab(
          name: attributes["name"]?.text ?? "",
          isHidden: state.map { $0 == "hidden" || $0 == "veryHidden" } ?? false,
          relationship: attributes["id"]?.text ?? ""))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLBytes) {}
}
