/// What a title says of a paper's part in a pair: a question or an answer, a notice or its minutes.
struct TitleGenre: Sendable {
  enum Kind: Sendable {
    case request
    case letter
    case reply
    case replyLetter
    case notice
    case minutes
    case other
  }

  var kind: Kind
  /// 事由: what it is about, without issuer, genre and the words of asking.
  var matter: [UInt16]
  /// What is written as passed on: `转发《…》`, `转发…的通知`.
  var forwarded: TitleUnits?

  /// nil when a paper of this title has no part in any pair.
  init?(_ title: String) {
    var rest = TitleUnits(title)
    rest.dropLastBrackets()
    kind = TitleGenre.kind(of: rest)
    forwarded = TitleGenre.forwarded(rest)
    switch kind {
    case .notice: matter = TitleGenre.meeting(rest.after(Words.convening))
    case .minutes: matter = TitleGenre.meeting(rest)
    case .other: matter = []
    default: matter = TitleGenre.matter(rest)
    }
    if kind == .other, forwarded == nil { return nil }
  }

  private static func kind(of title: TitleUnits) -> Kind {
    if title.ends(with: Words.request) { return .request }
    for word in Words.replies where title.ends(with: word) { return .reply }
    for word in Words.replyLetters where title.ends(with: word) { return .replyLetter }
    if title.ends(with: Words.letter) { return .letter }
    for word in Words.minutes where title.ends(with: word) { return .minutes }
    if title.ends(with: Words.notice), title.contains(Words.convening), title.contains(Words.meet) {
      return .notice
    }
    return .other
  }

  /// 事由 of a question or of its answer.
  private static func matter(_ title: TitleUnits) -> [UInt16] {
    var rest = title
    for word in Words.genres where rest.drop(last: word) { break }
    rest.drop(last: Words.of)
    rest = rest.after(Words.about)
    if let inner = rest.inside(0x300A, 0x300B), rest.ends(with: [0x300B]) { rest = inner }
    // The answer may quote the question's whole title.
    for word in Words.questions where rest.drop(last: word) {
      rest.drop(last: Words.of)
      rest = rest.after(Words.about)
      break
    }
    while Words.tails.contains(where: { rest.drop(last: $0) }) {}
    while Words.heads.contains(where: { rest.drop(first: $0) }) {}
    return rest.bare(without: Words.soft)
  }

  /// The name of a meeting, without its year, its number and `会议`.
  private static func meeting(_ title: TitleUnits) -> [UInt16] {
    var rest = title
    rest.drop(last: Words.notice)
    for word in Words.minutes where rest.drop(last: word) { break }
    rest.drop(last: Words.of)
    rest = rest.after(Words.about)
    let name = rest.bare(without: Words.softOfMeetings).filter { !Words.counting.contains($0) }
    var bare = TitleUnits(units: name[...])
    bare.drop(last: Words.meeting)
    bare.drop(last: Words.meet)
    return Array(bare.units)
  }

  private static func forwarded(_ title: TitleUnits) -> TitleUnits? {
    guard let word = Words.forwarding.first(where: { title.contains($0) }) else { return nil }
    var rest = title.after(word)
    if let inner = rest.inside(0x300A, 0x300B) { return inner }
    guard rest.drop(last: Words.notice) || rest.drop(last: Words.letter) else { return nil }
    rest.drop(last: Words.of)
    return rest
  }

  private enum Words {
    static let request: [UInt16] = .word("请示")
    static let replies: [[UInt16]] = [.word("批复"), .word("批覆"), .word("批示")]
    static let replyLetters: [[UInt16]] = [.word("复函"), .word("回函")]
    static let letter: [UInt16] = .word("函")
    static let minutes: [[UInt16]] = [.word("会议纪要"), .word("纪要"), .word("会议记录")]
    static let notice: [UInt16] = .word("通知")
    static let convening: [UInt16] = .word("召开")
    static let meet: [UInt16] = .word("会")
    static let meeting: [UInt16] = .word("会议")
    static let about: [UInt16] = .word("关于")
    static let of: [UInt16] = .word("的")
    static let forwarding: [[UInt16]] = [.word("转发"), .word("批转")]
    static let genres = [request] + replies + replyLetters + [letter]
    static let questions: [[UInt16]] = [.word("请示"), .word("来函"), .word("函")]
    static let heads: [[UInt16]] = [
      "同意", "关于", "对", "解决", "申请", "要求", "请求", "恳请", "商请", "呈请", "请", "报批", "呈报",
      "上报", "报送", "批准", "审批", "审定", "给予",
    ].map { .word($0) }
    static let tails: [[UInt16]] = [
      "有关问题", "有关事项", "有关事宜", "相关问题", "相关事项", "相关事宜", "问题", "事项", "事宜", "一事", "的",
    ].map { .word($0) }
    static let soft: [[UInt16]] = ["的", "和", "与", "及"].map { .word($0) }
    static let softOfMeetings: [[UInt16]] = ["会议的", "年度", "年", "的"].map { .word($0) }
    static let counting = Set<UInt16>("0123456789第次期届".utf16)
  }
}
