/// Pairs 会议通知 with 会议纪要.
enum MinutesPairs {
  /// Minutes follow the notice within so many days.
  private static let days = 90

  /// Each notice takes the first minutes after it of a meeting of the same name.
  ///
  /// `tied` papers have their partner already.
  static func find(_ read: PairingTitles, tied: Set<ItemID>) -> [PaperPair] {
    var minutes: [[UInt16]: [PairingTitles.Title]] = [:]
    for title in read.titles where title.genre.kind == .minutes && title.genre.matter.count >= 2 {
      minutes[Array(title.genre.matter.suffix(2)), default: []].append(title)
    }
    var taken = tied
    var pairs: [PaperPair] = []
    for notice in read.titles where notice.genre.kind == .notice {
      let paper = read.paper(notice)
      let name = notice.genre.matter
      guard name.count >= 2, !tied.contains(paper.id) else { continue }
      let known = minutes[Array(name.suffix(2))] ?? []
      for title in known[firstIndex(known, from: notice.day)...] {
        if isTooLate(title.day, after: notice.day) { break }
        let second = read.paper(title)
        guard !taken.contains(second.id), isSame(name, title.genre.matter) else { continue }
        taken.insert(second.id)
        pairs.append(
          PaperPair(kind: .minutes, first: paper.id, second: second.id, ground: .title))
        break
      }
    }
    return pairs
  }

  /// The first of them on or after a day, found by halving.
  private static func firstIndex(_ titles: [PairingTitles.Title], from day: Int) -> Int {
    var (low, high) = (0, titles.count)
    while low < high {
      let middle = (low + high) / 2
      if titles[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func isTooLate(_ day: Int, after notice: Int) -> Bool {
    guard let from = CalendarDate(yyyymmdd: notice), let to = CalendarDate(yyyymmdd: day) else {
      return day / 10_000 != notice / 10_000
    }
    return from.days(to: to) > days
  }

  /// `局长办公` and `云岭县农业农村局局长办公`: one may name the unit before.
  private static func isSame(_ notice: [UInt16], _ minutes: [UInt16]) -> Bool {
    notice == minutes || minutes.suffix(notice.count).elementsEqual(notice)
      || (minutes.count >= 4 && notice.suffix(minutes.count).elementsEqual(minutes))
  }
}
