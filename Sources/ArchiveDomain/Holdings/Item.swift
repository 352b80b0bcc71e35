/// A piece 件 or a volume 案卷, 组, 册: one row of the table `item`, told by `level`.
///
/// Both are described by the same elements, and everything else points at one id.
/// Source: DA/T 18—2022.
package struct Item: Hashable, Sendable, Identifiable {
  package var id: ItemID = 0
  package var level: ItemLevel = .item
  package var seriesID: RowID
  package var state: ItemState = .inbox
  package var marks: Marks = []
  /// The period that holds now; the one in the code is the series'.
  package var period: RetentionPeriod = .unknown
  /// When the span begins, if not by rule.
  package var periodFrom: CalendarDate?
  /// 件号, 案卷号, 组号, 册号; in a volume 顺序号.
  package var number: Int?
  /// 档号: a draft while arranged, fixed when filed.
  package var code = ""
  package var volumeID: ItemID?
  package var boxID: RowID?
  package var placeID: RowID?
  /// 题名; own words stand in `[ ]`.
  package var title: String
  /// 文号, with brackets 〔〕 and half-width digits.
  package var docNo = ""
  /// 责任者.
  package var issuer = ""
  /// The date as far as known, see `archivalDate`.
  package var date = ""
  package var dateFrom = 0
  package var dateTo = 0
  /// Faces with text; nil when unknown.
  package var pages: Int?
  /// 件, 张 or 册: how many.
  package var count = 1
  /// The first page within the volume.
  package var pageFrom: Int?
  package var secrecy: Secrecy = .unmarked
  package var secretYears: Int?
  package var access: Access = .unreviewed
  package var publicity: Publicity = .unstated
  package var direction: Direction = .unstated
  /// `schedule:row` or `hand:why`.
  package var basis = ""
  /// 载体; empty for paper.
  package var carrier = ""
  /// Names parted by `；`.
  package var persons = ""
  /// Words parted by `；`.
  package var keywords = ""
  package var note = ""
  /// 原档号.
  package var formerCode = ""
  /// The fields of the archive type, by key.
  package var extra: [String: String]?
  package var endNote: EndNote?
  /// The highest 顺序号 issued in a volume.
  package var issued: Int?
  package var releases = 0
  /// First 8 bytes of the digest of the imported row.
  package var origin: Int64?
  package var rev: Int64 = 0

  /// A new item in the inbox; the other properties have the defaults of the schema.
  package init(seriesID: RowID, title: String) {
    self.seriesID = seriesID
    self.title = title
  }

  /// The date as one value; writing it keeps text and bounds together.
  package var archivalDate: ArchivalDate {
    get { ArchivalDate(text: date, from: dateFrom, to: dateTo) }
    set {
      date = newValue.text
      dateFrom = newValue.from
      dateTo = newValue.to
    }
  }

  /// Whether it lies on paper, and so takes room in a box.
  package var isPaper: Bool { carrier.isEmpty || carrier.hasPrefix("纸") }

  /// Whether it is the placeholder of a secret paper, which is not taken in on this machine.
  package var isPlaceholder: Bool { title == Item.placeholderTitle }

  /// The title of a placeholder: a secret paper kept in another list.
  // Stored.
  /// What stands for the title of a paper that may not be on this machine.
  package static let placeholderTitle = "（涉密件，另册）"
}

extension Item {
  // Stored.
  /// Under which key of `extra` a department stands that the scheme has no level for.
  package static let departmentKey = "department"

  /// The department of a record whose scheme has no level for it; empty elsewhere.
  package var department: String { extra?[Item.departmentKey] ?? "" }
}

extension Item: Codable {
  /// The columns of its table, in schema order.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case id, level
    case seriesID = "series_id"
    case state, marks, period
    case periodFrom = "period_from"
    case number, code
    case volumeID = "volume_id"
    case boxID = "box_id"
    case placeID = "place_id"
    case title
    case docNo = "doc_no"
    case issuer, date
    case dateFrom = "date_from"
    case dateTo = "date_to"
    case pages, count
    case pageFrom = "page_from"
    case secrecy
    case secretYears = "secret_years"
    case access, publicity, direction, basis, carrier, persons, keywords, note
    case formerCode = "former_code"
    case extra
    case endNote = "end_note"
    case issued, releases, origin, rev
  }
}
