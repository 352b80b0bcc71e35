/// Gives each row of a list a code that no other has: its own number where that is enough.
enum ScheduleCodes {
  /// The code that is kept, and the number that people find where it is another.
  struct Code: Hashable, Sendable {
    var code: String
    var original: String?
  }

  static func codes(of nodes: [ScheduleOutline.Node]) -> [Code] {
    let labels = labels(of: nodes)
    let repeated = Set(Dictionary(grouping: labels, by: \.self).filter { $1.count > 1 }.keys)
    let anew = beginningAnew(nodes, labels, repeated)
    var taken: Set<String> = []
    var codes: [Code] = []
    for (index, node) in nodes.enumerated() {
      let label = labels[index]
      let parent = node.parent.map { codes[$0] }
      var code = Code(code: label, original: nil)
      if label.isEmpty {
        code = Code(code: unnumbered(index, parent), original: "")
      } else if let style = node.line.number?.style, anew.contains(style), node.line.counter == nil
      {
        code = path(label, node, parent)
      }
      code = unique(code, taken)
      taken.insert(code.code)
      codes.append(code)
    }
    return codes
  }

  /// The kinds of numbers that begin anew under each heading: their first stands there twice.
  private static func beginningAnew(
    _ nodes: [ScheduleOutline.Node], _ labels: [String], _ repeated: Set<String>
  ) -> Set<OutlineNumber.Style> {
    Set(
      zip(nodes, labels).compactMap { node, label in
        guard let number = node.line.number, number.values.last == 1,
          repeated.contains(label)
        else { return nil }
        return number.style
      })
  }

  /// A number that begins anew under each heading: the numbers above it before its own.
  private static func path(
    _ label: String, _ node: ScheduleOutline.Node, _ parent: Code?
  ) -> Code {
    guard let parent else { return Code(code: label, original: nil) }
    let value = node.line.number?.values.last.map(String.init) ?? label
    let written = parent.original ?? parent.code
    return Code(
      code: "\(plain(parent.code)).\(value)",
      original: written.isEmpty ? nil : joined(written, label))
  }

  /// 一 as 1, (二) as 2: codes are easy to type.
  private static func plain(_ code: String) -> String {
    OutlineNumber.cell(code)?.values.map(String.init).joined(separator: ".").nonEmpty ?? code
  }

  /// 一(二), 一.3: as people would write the way to it.
  private static func joined(_ above: String, _ label: String) -> String {
    let needsMark = above.last?.isNumber == true && label.first?.isNumber == true
    let isHanzi = label.first.map { !$0.isASCII } == true || label.hasPrefix("(")
    return needsMark || !isHanzi ? "\(above).\(label)" : above + label
  }

  private static func unnumbered(_ index: Int, _ parent: Code?) -> String {
    parent.map { "\($0.code)-\(index + 1)" } ?? "x\(index + 1)"
  }

  /// The numbers as written.
  ///
  /// A spreadsheet shows 1.10 as 1.1: after 1.9 it is 1.10.
  private static func labels(of nodes: [ScheduleOutline.Node]) -> [String] {
    var last: [Int: [Int]] = [:]
    return nodes.map { node in
      if let counter = node.line.counter { return counter }
      guard let number = node.line.number else { return "" }
      let parent = node.parent ?? -1
      var values = number.values
      if case .arabic(let depth) = number.style, depth > 1, let before = last[parent],
        before.count == depth, before.dropLast() == values.dropLast(),
        before[depth - 1] + 1 == values[depth - 1] * 10
      {
        values[depth - 1] *= 10
      }
      last[parent] = values
      return values == number.values
        ? number.label : values.map(String.init).joined(separator: ".")
    }
  }

  private static func unique(_ code: Code, _ taken: Set<String>) -> Code {
    guard taken.contains(code.code) else { return code }
    var n = 2
    while taken.contains("\(code.code)/\(n)") { n += 1 }
    return Code(code: "\(code.code)/\(n)", original: code.original ?? code.code)
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
