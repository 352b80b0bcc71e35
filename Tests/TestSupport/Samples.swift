import ArchiveDomain

extension Fonds {
  /// The bureau of the sample holdings; name only what matters.
  package static func sample(id: RowID = 1, number: String = "J036") -> Fonds {
    Fonds(id: id, number: number, name: "云岭县农业农村局")
  }
}

extension Org {
  /// The office 办公室; name only what matters.
  package static func sample(
    id: RowID = 1, code: String = "BGS", name: String = "办公室", position: Int = 1
  ) -> Org {
    Org(id: id, fondsID: 1, code: code, name: name, position: position)
  }
}

extension Scheme {
  /// 文书 by item, 年度-保管期限-机构; name only what matters.
  package static func sample(
    id: RowID = 1, type: String = "WS", unit: ArrangementUnit = .item,
    levels: SchemeLevels = .standard,
    template: String = "{fonds}-{type}·{year}·{period}·{org}-{item:4}"
  ) -> Scheme {
    Scheme(id: id, fondsID: 1, type: type, unit: unit, levels: levels, template: template)
  }
}

extension Series {
  /// A complete series of the office, 2023, permanent; name only what matters.
  package static func sample(
    id: RowID = 1, year: Year = 2023, period: RetentionPeriod = .permanent,
    prefix: String = "J036-WS·2023·Y·BGS", issued: Int = 0
  ) -> Series {
    Series(
      id: id, schemeID: 1, year: year, period: period, orgID: 1, prefix: prefix, issued: issued)
  }
}

extension Item {
  /// A paper in the inbox that lacks nothing; name only what matters.
  package static func sample(
    id: ItemID = 1, title: String = "关于做好春耕生产的通知", docNo: String = "云农发〔2023〕7号",
    date: String = "20230206", state: ItemState = .inbox, number: Int? = nil
  ) -> Item {
    var item = Item(seriesID: 1, title: title)
    item.id = id
    item.docNo = docNo
    item.issuer = "云岭县农业农村局"
    item.date = date
    item.dateFrom = Int(date) ?? 0
    item.dateTo = item.dateFrom
    item.pages = 3
    item.period = .permanent
    item.state = state
    item.number = state.isNumbered ? number ?? 1 : nil
    item.code = state.isNumbered ? "J036-WS·2023·Y·BGS-000\(item.number ?? 1)" : ""
    return item
  }
}
