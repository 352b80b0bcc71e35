/// The styles part, of which only the number formats matter: which cells are dates.
///
/// Source: ECMA-376-1, 18.8.
final class CellFormats: XMLSink {
  /// By the style index of a cell.
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: String] = [:]
  private var isInCellFormats = false

  /// The format of a style index; general where there is none.
  func format(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .general
  }

  func start(_ name: XMLBytes, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"]?.number, let code = attributes["formatCode"] {
        codes[id] = code.text
      }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes["numFmtId"]?.number ?? 0
      formats.append(codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: XMLBytes) {
    if name == "cellXfs" { isInCellFormats = false }
  }
}
