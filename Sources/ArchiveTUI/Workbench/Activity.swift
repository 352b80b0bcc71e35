/// The nine activities of the title line; the digit that opens it is its raw value.
enum Activity: Int, CaseIterable, Sendable {
  case today = 1
  case collect, arrange, keep, lend, appraise, transfer, register, train

  /// Its name: 整理.
  var name: Phrase {
    switch self {
    case .today: Phrase("activity.today")
    case .collect: Phrase("activity.collect")
    case .arrange: Phrase("activity.arrange")
    case .keep: Phrase("activity.keep")
    case .lend: Phrase("activity.lend")
    case .appraise: Phrase("activity.appraise")
    case .transfer: Phrase("activity.transfer")
    case .register: Phrase("activity.register")
    case .train: Phrase("activity.train")
    }
  }
}
