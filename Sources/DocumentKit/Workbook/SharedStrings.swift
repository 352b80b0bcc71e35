/// The part that holds each text of a workbook once.
///
/// Source: ECMA-376-1, 18.4.9.
final class SharedStrings: XMLSink {
  private(set) var strings: [String] = []
  private var string: CellString

  init(limits: ReadingLimits) {
    string = CellString(limit: limits.fieldBytes)
  }

  func start(_ name: XMLBytes, _ attributes: XMLAttributes) {
    string.start(name)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    string.text(bytes)
  }

  func end(_ name: XMLBytes) {
    string.end(name)
    if name == "si" { strings.append(string.take()) }
  }
}
