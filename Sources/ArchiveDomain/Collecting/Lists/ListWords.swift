/// Words in which lists fill the fields of few values; nil for a word that is none of them.
enum ListWords {
  /// 开放标识, also under a head that asks: 是否开放.
  static func access(_ text: String) -> Access? {
    if saysNothing(text) { return .unreviewed }
    switch TextFold.key(text) {
    case "open", "开放", "已开放", "可开放", "是", "同意开放", "开放利用": return .open
    case "controlled", "控制", "控制使用", "限制", "限制利用", "不开放", "不予开放", "否", "受控", "控制利用":
      return .controlled
    case "deferred", "延期", "延期开放", "暂不开放", "延迟开放": return .deferred
    case "未审核", "未鉴定", "待审核", "待定": return .unreviewed
    default: return nil
    }
  }

  /// 公开属性.
  ///
  /// Source: 政府信息公开条例, 第二十条, 第二十七条
  static func publicity(_ text: String) -> Publicity? {
    if saysNothing(text) { return .unstated }
    switch TextFold.key(text) {
    case "active", "主动", "主动公开": return .active
    case "request", "依申请", "依申请公开": return .request
    case "none", "不予", "不予公开", "不公开", "免予公开", "否": return Publicity.none
    default: return nil
    }
  }

  /// Where a paper came from; 平行文 and 上行文 say where it went, and so nothing of this.
  static func direction(_ text: String) -> Direction? {
    if saysNothing(text) { return .unstated }
    switch TextFold.key(text) {
    case "superior", "上级", "上级来文", "上级文件", "上级机关": return .superior
    case "own", "本级", "本机关", "本单位", "发文", "本级发文", "本单位发文", "内部", "自制": return .own
    case "peer", "同级", "平级", "同级来文", "平级来文", "同级机关", "不相隶属", "不相隶属机关": return .peer
    case "subordinate", "下级", "下级来文", "下级报送", "下级文件", "下级机关": return .subordinate
    default: return nil
    }
  }

  /// A stroke where nothing is to be said.
  static func saysNothing(_ text: String) -> Bool {
    ["", "无", "/", "-", "—", "——", "\\"].contains(TextFold.key(text))
  }
}
