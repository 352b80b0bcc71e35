import DocumentKit
import Foundation
import Testing

@Suite struct JSONTextTests {
  @Test func `keys keep their order and each object has its line`() throws {
    let text = try written([
      .object([JSONMember("title", "甲"), JSONMember("id", 1), JSONMember("box", nil)]),
      .object([JSONMember("pages", [1, 2]), JSONMember("open", true)]),
    ])

    #expect(
      text == "[\n{\"title\":\"甲\",\"id\":1,\"box\":null},\n{\"pages\":[1,2],\"open\":true}\n]\n")
  }

  @Test func `an empty list is a list`() throws {
    #expect(try written([]) == "[]\n")
  }

  @Test func `any text is read back equal by another reader`() throws {
    let text =
      (0...0x200).compactMap { Unicode.Scalar($0) }.map { String($0) }.joined() + "𠮷\u{2028}"
    let json = JSONText.text(of: .object([JSONMember(text, .text(text))]))
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]

    #expect(read == [text: text])
  }

  private func written(_ values: [JSONValue]) throws -> String {
    let pieces = Pieces()
    var json = JSONText { pieces.all.append($0) }
    for value in values { try json.write(value) }
    try json.finish()
    return String(decoding: pieces.all.flatMap { $0 }, as: UTF8.self)
  }
}
