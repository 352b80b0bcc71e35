/// What a column of an office's list is taken as (当作哪一栏).
package enum ListField: Hashable, Sendable {
  /// Not taken over; 序号 is this until said otherwise.
  case ignore
  case title
  case docNo
  case issuer
  case date
  /// Year, month and day of the date in columns of their own.
  case dateYear
  case dateMonth
  case dateDay
  case pages
  /// 页号: the first page of a piece, or its range.
  case pageNo
  /// 起始页号 beside 页数.
  case pageFrom
  case count
  /// 件号; of a volume its own number.
  case number
  /// 案卷号, 组号, 册号.
  case volumeNumber
  /// 顺序号 within a volume.
  case sequence
  /// 档号, which becomes the former code.
  case code
  case formerCode
  case catalogueNo
  case period
  /// A column for one period, in which its papers have a mark: √ below 永久.
  case periodMark(RetentionPeriod)
  case year
  case org
  /// 经手, 承办人: a person who stands for a department.
  case person
  case secrecy
  case secretYears
  case access
  case publicity
  case direction
  case carrier
  case persons
  case keywords
  case note
  case box
  case type
  case project
  case basis
  /// 互见号.
  case seeAlso
  /// 附件.
  case annex
  /// Of our own exports: the row and the library it came from.
  case id
  case library
  case level
  /// A field of the archive type.
  case own(String)

  /// All but the types' own fields, in the order in which a chooser offers them.
  package static let common: [ListField] = [
    .ignore, .docNo, .issuer, .title, .date, .pages, .period, .org, .person, .secrecy, .note,
    .number,
    .code, .formerCode, .year, .box, .volumeNumber, .sequence, .pageNo, .pageFrom, .count,
    .catalogueNo, .access, .publicity, .direction, .carrier, .persons, .keywords, .type, .project,
    .basis, .seeAlso, .annex, .secretYears, .dateYear, .dateMonth, .dateDay, .id, .library, .level,
  ]

  // Stored.
  /// The name in mapping files and remembered layouts.
  package var key: String {
    switch self {
    case .ignore: "ignore"
    case .title: "title"
    case .docNo: "doc_no"
    case .issuer: "issuer"
    case .date: "date"
    case .dateYear: "date_year"
    case .dateMonth: "date_month"
    case .dateDay: "date_day"
    case .pages: "pages"
    case .pageNo: "page_no"
    case .pageFrom: "page_from"
    case .count: "count"
    case .number: "number"
    case .volumeNumber: "volume"
    case .sequence: "sequence"
    case .code: "code"
    case .formerCode: "former_code"
    case .catalogueNo: "catalogue_no"
    case .period: "retention"
    case .periodMark(let period): "retention:" + period.rawValue
    case .year: "year"
    case .org: "org"
    case .person: "person"
    case .secrecy: "secrecy"
    case .secretYears: "secret_years"
    case .access: "access"
    case .publicity: "publicity"
    case .direction: "direction"
    case .carrier: "carrier"
    case .persons: "persons"
    case .keywords: "keywords"
    case .note: "note"
    case .box: "box"
    case .type: "type"
    case .project: "project"
    case .basis: "basis"
    case .seeAlso: "see_also"
    case .annex: "annex"
    case .id: "id"
    case .library: "library"
    case .level: "level"
    case .own(let key): "extra." + key
    }
  }

  /// The field with this key; nil when there is none.
  package init?(key: String) {
    if let field = Self.common.first(where: { $0.key == key }) {
      self = field
    } else if key.hasPrefix("extra."), key.utf8.count > 6 {
      self = .own(String(key.dropFirst(6)))
    } else if key.hasPrefix("retention:"),
      let period = RetentionPeriod(rawValue: String(key.dropFirst(10))), period.isKnown
    {
      self = .periodMark(period)
    } else {
      return nil
    }
  }
}
