/// What rules that compare many records need of one: read fast, for all of them at once.
///
/// What its class says of it stands in `Papers`, at `classAt`.
package struct PaperFacts: Hashable, Sendable, Identifiable {
  package var id: ItemID
  package var level: ItemLevel = .item
  package var state: ItemState = .inbox
  package var marks: Marks = []
  /// The position of its class in `Papers.classes`.
  package var classAt: Int
  /// The period that holds now; the one in the code is the class's.
  package var period: RetentionPeriod = .unknown
  /// The number within the class, in a volume 顺序号.
  package var number: Int?
  package var code = ""
  package var volumeID: ItemID?
  package var boxID: RowID?
  package var title: String
  package var docNo = ""
  package var issuer = ""
  /// The date as kept, and the days that it can mean.
  package var date = ArchivalDate.unknown
  package var pages: Int?
  package var count = 1
  package var secrecy: Secrecy = .unmarked
  package var secretYears: Int?
  package var access: Access = .unreviewed
  package var publicity: Publicity = .unstated
  package var direction: Direction = .unstated
  /// `schedule:row` or `hand:why`.
  package var basis = ""
  package var carrier = ""
  package var persons = ""
  package var keywords = ""
  package var note = ""
  package var formerCode = ""
  /// The fields of its type; read only where the type asks for one of them.
  package var extra: [String: String] = [:]
  /// The highest 顺序号 issued in a volume.
  package var issued: Int?
  /// Whether an appraisal gave it a span of its own.
  package var isExtended = false
  /// The roles of its parts; empty for a lone 正文.
  package var parts: Set<PartRole> = []

  package init(id: ItemID, classAt: Int = 0, title: String) {
    self.id = id
    self.classAt = classAt
    self.title = title
  }

  /// Whether it stands for a secret paper kept in another list.
  package var isPlaceholder: Bool {
    // Counting first: comparing Hanzi letter by letter is what 100,000 rows cannot afford.
    title.utf8.count == Item.placeholderTitle.utf8.count && title == Item.placeholderTitle
  }

  /// Whether it is one of ours still: not excluded, not handed over, not destroyed.
  package var isHeld: Bool { !state.isGone && state != .excluded }
}
