/// A box 盒 of items or volumes of one series.
package struct Box: Codable, Hashable, Sendable, Identifiable {
  package var id: RowID
  package var seriesID: RowID
  /// The sequence its number counts in, such as `J036-WS·2021`.
  package var run: String
  /// 盒号 within the run, from 1.
  package var number: Int
  /// The thickness of its spine, mm, 5 to 200.
  package var mm: Int
  package var placeID: RowID?
  /// Its position on the place, from the left.
  package var slot: Int?
  package var endNote: EndNote?
  package var rev: Int64

  package init(
    id: RowID = 0, seriesID: RowID, run: String, number: Int, mm: Int, placeID: RowID? = nil,
    slot: Int? = nil, endNote: EndNote? = nil, rev: Int64 = 0
  ) {
    self.id = id
    self.seriesID = seriesID
    self.run = run
    self.number = number
    self.mm = mm
    self.placeID = placeID
    self.slot = slot
    self.endNote = endNote
    self.rev = rev
  }

  /// What it is called in lists: `J036-WS·2021/3`.
  package var label: String { "\(run)/\(number)" }

  /// The columns of its table, in schema order.
  package enum CodingKeys: String, CodingKey, CaseIterable {
    // Stored.
    case id
    case seriesID = "series_id"
    case run, number, mm
    case placeID = "place_id"
    case slot
    case endNote = "end_note"
    case rev
  }
}

/// The note at the end of a volume or a box 备考表.
///
/// Source: DA/T 22—2015, 6.4; GB/T 11822—2008 for the counts and the other carrier.
package struct EndNote: Codable, Hashable, Sendable {
  package var note: String?
  package var by: String?
  package var on: CalendarDate?
  package var checkedBy: String?
  package var checkedOn: CalendarDate?
  /// Of the pages: those of text, drawings, photographs.
  package var textPages: Int?
  package var drawings: Int?
  package var photographs: Int?
  /// 互见号: the code of the same content on another carrier, and that carrier.
  package var seeAlso: String?
  package var seeAlsoCarrier: String?

  package init(
    note: String? = nil, by: String? = nil, on: CalendarDate? = nil, checkedBy: String? = nil,
    checkedOn: CalendarDate? = nil
  ) {
    self.note = note
    self.by = by
    self.on = on
    self.checkedBy = checkedBy
    self.checkedOn = checkedOn
  }

  enum CodingKeys: String, CodingKey {
    // Stored.
    case note, by, on
    case checkedBy = "checked_by"
    case checkedOn = "checked_on"
    case textPages = "text_pages"
    case drawings, photographs
    case seeAlso = "see_also"
    case seeAlsoCarrier = "see_also_carrier"
  }
}
