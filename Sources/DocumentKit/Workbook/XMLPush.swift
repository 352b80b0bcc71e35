import CXml2
import Foundation

/// Parses one XML part piece by piece into a sink.
///
/// No entity is ever expanded: a part that declares any is refused.
final class XMLPush {
  private let part: String
  private let sink: any XMLSink
  private var parser: xmlParserCtxtPtr?
  /// What the sink threw.
  private var fault: TableFault?

  init(_ part: String, into sink: any XMLSink) {
    self.part = part
    self.sink = sink
    var handler = Self.handler
    parser = xmlCreatePushParserCtxt(
      &handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    xmlCtxtUseOptions(parser, CInt(options))
  }

  deinit { xmlFreeParserCtxt(parser) }

  /// Takes the next piece of the part.
  func feed(_ bytes: UnsafeRawBufferPointer) throws(TableFault) {
    // The parser counts in CInt.
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
      try parse(piece, isLast: false)
      rest = rest.dropFirst(piece.count)
    }
  }

  /// Ends the part; one that is not complete is a fault.
  func finish() throws(TableFault) {
    try parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(TableFault) {
    guard let parser else { throw .unreadable(reason: "libxml2") }
    let start = bytes.bindMemory(to: CChar.self).baseAddress
    xmlParseChunk(parser, start, CInt(bytes.count), isLast ? 1 : 0)
    if let fault { throw fault }
    if parser.pointee.wellFormed == 0 { throw .damaged(part: part, line: line) }
  }

  private var line: Int { Int(xmlSAX2GetLineNumber(parser)) }

  /// Keeps what the sink threw and stops the parser.
  private func attempt(_ body: () throws(TableFault) -> Void) {
    do throws(TableFault) {
      try body()
    } catch {
      stop(error)
    }
  }

  private func stop(_ fault: TableFault) {
    if self.fault == nil { self.fault = fault }
    xmlStopParser(parser)
  }

  private func start(
    _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    _ count: CInt
  ) {
    let attributes = XMLAttributes(
      pointers: attributes.map { UnsafePointer($0) }, count: Int(count))
    attempt { () throws(TableFault) in try sink.start(XMLBytes(name), attributes) }
  }

  private func end(_ name: UnsafePointer<UInt8>) {
    attempt { () throws(TableFault) in try sink.end(XMLBytes(name)) }
  }

  private func text(_ start: UnsafePointer<UInt8>, _ count: CInt) {
    let bytes = UnsafeBufferPointer(start: start, count: Int(count))
    attempt { () throws(TableFault) in try sink.text(bytes) }
  }

  private static func of(_ context: UnsafeMutableRawPointer) -> XMLPush {
    Unmanaged<XMLPush>.fromOpaque(context).takeUnretainedValue()
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      guard let context, let name else { return }
      XMLPush.of(context).start(name, attributes, count)
    }
    handler.endElementNs = { context, name, _, _ in
      guard let context, let name else { return }
      XMLPush.of(context).end(name)
    }
    let characters: charactersSAXFunc = { context, text, count in
      guard let context, let text else { return }
      XMLPush.of(context).text(text, count)
    }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    handler.internalSubset = { context, _, _, _ in
      guard let context else { return }
      let push = XMLPush.of(context)
      push.stop(.damaged(part: push.part, line: push.line))
    }
    return handler
  }
}

extension XMLBytes {
  /// A name of the parser, which ends with a zero.
  fileprivate init(_ name: UnsafePointer<UInt8>) {
    bytes = UnsafeBufferPointer(
      start: name, count: name.withMemoryRebound(to: CChar.self, capacity: 1) { strlen($0) })
  }
}
