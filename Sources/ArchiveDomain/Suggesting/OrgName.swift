/// The name of an office taken apart: how high its place is, and how it stands there.
struct OrgName: Hashable, Sendable {
  /// 5 the state, 4 province, 3 city, 2 county, 1 township, 0 village; nil when the name tells none.
  var level: Int?
  /// 3 at the head (人民政府, 县委), 2 a department, 1 what lies below one.
  var rank: Int

  init(_ name: String) {
    let text = Lexicon.scalars(name)
    level = OrgName.level(text)
    rank = OrgName.rank(text)
  }

  private static func level(_ text: [UInt32]) -> Int? {
    if state.contains(where: { TitleReading.position(of: $0, in: text) != nil }) { return 5 }
    var lowest: Int?
    var at = 0
    while at < text.count {
      if let mask = masks.first(where: { text[at...].starts(with: $0) }) {
        at += mask.count
        continue
      }
      if let (_, level) = pairs.first(where: { text[at...].starts(with: $0.0) }) {
        lowest = min(lowest ?? 9, level)
        at += 2
        continue
      }
      if let level = places[text[at]] { lowest = min(lowest ?? 9, level) }
      at += 1
    }
    if lowest == nil, text.last == ministry, text.count <= 9, !isBusiness(text) { return 5 }
    return lowest
  }

  private static func isBusiness(_ text: [UInt32]) -> Bool {
    businesses.contains { TitleReading.position(of: $0, in: text) != nil }
  }

  private static func rank(_ text: [UInt32]) -> Int {
    if heads.contains(where: { text.reversed().starts(with: $0.reversed()) }) { return 3 }
    if text.count > 4, text.reversed().starts(with: committee.reversed()),
      let before = Optional(text[text.count - 4]), places[before] != nil
    {
      return 3
    }
    return units.contains { text.reversed().starts(with: $0.reversed()) } ? 1 : 2
  }

  private static func list(_ words: String) -> [[UInt32]] {
    words.split(separator: " ").map { Lexicon.scalars(String($0)) }
  }

  private static let state = list("中央 国务院 全国 国家 最高人民 中国共产党第 中华人民共和国")
  // What looks like the name of a place and is none.
  private static let masks = list(
    "自治区 市场 城市管理 城市建设 城市更新 城市规划 城市综合 城市执法 城市供水 城市水务 城市社区 农村 乡村 乡镇 城乡 社区卫生 园区 区域 地区 镇江 城镇 小区 县级 市政 省级 市级 新区 开发区"
  )
  private static let pairs = [(Lexicon.scalars("街道"), 1), (Lexicon.scalars("社区"), 0)]
  private static let places: [UInt32: Int] = {
    var places: [UInt32: Int] = [:]
    for (letters, level) in [("省", 4), ("市", 3), ("县区旗", 2), ("镇乡", 1), ("村", 0)] {
      for letter in Lexicon.scalars(letters) { places[letter] = level }
    }
    return places
  }()
  private static let heads = list(
    "人民政府 县委 市委 省委 区委 镇委 乡委 州委 常务委员会 人大常委会 政府办公室 政府办公厅 政府办 委办公室 委办公厅 委办 编委 "
      + "机构编制委员会 编制委员会 编委办公室 国务院 中央委员会 人民代表大会 街道办事处 政治协商会议")
  private static let units = list(
    "学校 中学 小学 幼儿园 学院 大学 医院 卫生院 防疫站 中心 站 所 队 公司 集团 厂 场 馆 支行 银行 社 协会 学会 合作社 村民委员会 居民委员会 分局")
  private static let businesses = list("集团 公司 医院 学校 学院 中学 小学 厂")
  private static let committee = Lexicon.scalars("委员会")
  private static let ministry: UInt32 = 0x90E8
}
