/// Numbers as people write them in a list: `31、33`, `4、18、22`, `5-9`.
package enum NumberRanges {
  /// Three and more that follow each other become a range; the numbers are in order, each once.
  package static func text(_ numbers: [Int]) -> String {
    var parts: [String] = []
    var start = 0
    while start < numbers.count {
      var end = start
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      if end - start >= 2 {
        parts.append("\(numbers[start])-\(numbers[end])")
      } else {
        parts += numbers[start...end].map(String.init)
      }
      start = end + 1
    }
    return parts.joined(separator: "、")
  }
}
