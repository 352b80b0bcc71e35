/// A first look at a title, without folding it: spares the many that have no part in a pair.
struct TitleGlance: OptionSet, Sendable {
  let rawValue: UInt8

  /// It may ask, answer, convene or record.
  static let paired = TitleGlance(rawValue: 1)
  /// It may pass on another text.
  static let forwards = TitleGlance(rawValue: 2)
  /// It names a text in `《》`.
  static let names = TitleGlance(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ title: String) {
    self = []
    var before: UnicodeScalar = " "
    for scalar in title.unicodeScalars {
      switch scalar {
      case "函": insert(.paired)
      case "示" where before == "请" || before == "批": insert(.paired)
      case "复" where before == "批", "覆" where before == "批": insert(.paired)
      case "要" where before == "纪", "录" where before == "记", "开" where before == "召":
        insert(.paired)
      case "发" where before == "转", "转" where before == "批": insert(.forwards)
      case "》": insert(.names)
      default: break
      }
      before = scalar
    }
  }
}
