/// All that can be looked up, laid out in memory in catalogue order, for scanning at each key typed.
///
/// Records are known by their position. A changed record is laid out anew behind the others and keeps
/// its position; what it left is blanked.
package struct SearchArena: Sendable {
  /// Where a record's bytes lie: code, 文号 and title first, each with a separator behind it.
  struct Slot: Sendable {
    private let start: UInt32
    private let docNoStart: UInt32
    private let titleStart: UInt32
    private let titleEnd: UInt32
    private let end: UInt32
    private let lettersStart: UInt32
    private let lettersEnd: UInt32

    init(
      text: Range<UInt32>, docNo: UInt32, title: Range<UInt32>, letters: Range<UInt32>
    ) {
      (start, end) = (text.lowerBound, text.upperBound)
      docNoStart = docNo
      (titleStart, titleEnd) = (title.lowerBound, title.upperBound)
      (lettersStart, lettersEnd) = (letters.lowerBound, letters.upperBound)
    }

    /// Where nothing lies.
    init(emptyAt text: UInt32, letters: UInt32) {
      self.init(
        text: text..<text, docNo: text + 1, title: text + 2..<text + 2,
        letters: letters..<letters)
    }

    var text: Range<UInt32> { start..<end }
    var code: Range<UInt32> { start..<docNoStart - 1 }
    var docNo: Range<UInt32> { docNoStart..<titleStart - 1 }
    var title: Range<UInt32> { titleStart..<titleEnd }
    var letters: Range<UInt32> { lettersStart..<lettersEnd }
  }

  /// A record's facts for narrowing; facet values are positions in `values`.
  struct Facts: Sendable {
    var number: Int32
    var year: Int16
    var type: UInt16
    var period: UInt16
    var org: UInt16
    var state: UInt16
    var level: UInt16
  }

  /// One row of bytes that is scanned as a whole, with the records that lie in it in ascending order.
  struct Row: Sendable {
    private(set) var starts: [UInt32] = []
    /// So many records lie at the places of their own positions: all, until one is changed.
    private var straight = 0
    private var later: [Int32] = []

    /// The position of the record whose bytes begin at a place.
    func record(at place: Int) -> Int {
      place < straight ? place : Int(later[place - straight])
    }

    mutating func reserve(_ count: Int) { starts.reserveCapacity(count) }

    mutating func append(_ record: Int32, from start: UInt32) {
      if later.isEmpty, Int(record) == starts.count {
        straight += 1
      } else {
        later.append(record)
      }
      starts.append(start)
    }
  }

  private(set) var text: [UInt8] = []
  private(set) var usual: [UInt8] = []
  private(set) var other: [UInt8] = []
  private(set) var textRow = Row()
  private(set) var letterRow = Row()
  private(set) var slots: [Slot] = []
  private(set) var facts: [Facts] = []
  private(set) var ids: [RowID] = []
  private(set) var values = FacetValues()
  private var positions = RowPositions()
  /// Bytes that changed and removed records left behind.
  package private(set) var wasted = 0

  /// Whether the record being laid out is to be found by initials.
  private var hasInitials = true

  package init() {
    pad()
  }

  /// Records that were laid out, removed ones included.
  package var count: Int { ids.count }

  /// Bytes in use by text and initials.
  package var byteCount: Int { text.count + usual.count + other.count }

  /// Makes room for so many records of middling length.
  package mutating func reserve(_ records: Int) {
    text.reserveCapacity(records * 180)
    usual.reserveCapacity(records * 48)
    other.reserveCapacity(records * 48)
    slots.reserveCapacity(records)
    facts.reserveCapacity(records)
    ids.reserveCapacity(records)
    textRow.reserve(records)
    letterRow.reserve(records)
  }

  /// The row of the record at a position; 0 when it was removed.
  package func id(at position: Int) -> RowID { ids[position] }

  /// The position of a row; nil when it is not laid out.
  package func position(of id: RowID) -> Int? { positions[id] }

  /// Lays out one record behind the others; records come in catalogue order.
  ///
  /// A record that is there already is changed.
  /// - Parameter initials: whether look-ups by pinyin initials shall find it.
  package mutating func append(_ record: SearchRecord, initials: Bool = true) {
    hasInitials = initials
    if let position = positions[record.id] { return change(position, to: record) }
    let position = Int32(ids.count)
    ids.append(record.id)
    positions[record.id] = Int(position)
    facts.append(fact(record))
    slots.append(lay(record, position))
  }

  /// Takes out the record of a row; nothing happens when there is none.
  package mutating func remove(_ id: RowID) {
    guard let position = positions[id] else { return }
    positions[id] = nil
    blank(position)
    ids[position] = 0
  }

  private mutating func change(_ position: Int, to record: SearchRecord) {
    blank(position)
    facts[position] = fact(record)
    slots[position] = lay(record, Int32(position))
  }

  private mutating func blank(_ position: Int) {
    let slot = slots[position]
    for index in slot.text { text[Int(index)] = 0 }
    for index in slot.letters {
      usual[Int(index)] = 0
      other[Int(index)] = 0
    }
    wasted += slot.text.count + 2 * slot.letters.count
    slots[position] = Slot(
      emptyAt: slot.text.lowerBound, letters: slot.letters.lowerBound)
  }

  private mutating func lay(_ record: SearchRecord, _ position: Int32) -> Slot {
    text.removeLast(ByteNeedle.padding)
    usual.removeLast(ByteNeedle.padding)
    other.removeLast(ByteNeedle.padding)
    defer { pad() }
    let start = UInt32(text.count)
    let firstLetter = UInt32(usual.count)
    textRow.append(position, from: start)
    letterRow.append(position, from: firstLetter)
    _ = lay(record.code)
    let docNo = lay(record.docNo)
    let title = lay(record.title)
    for field in [record.issuer, record.persons, record.keywords, record.note, record.other]
    where !field.isEmpty { _ = lay(field) }
    for name in [record.title, record.issuer, record.persons] where hasInitials && !name.isEmpty {
      layInitials(name)
    }
    return Slot(
      text: start..<UInt32(text.count), docNo: docNo.lowerBound, title: title,
      letters: firstLetter..<UInt32(usual.count))
  }

  private mutating func lay(_ field: String) -> Range<UInt32> {
    let start = UInt32(text.count)
    SearchFold.append(field, to: &text)
    let range = start..<UInt32(text.count)
    text.append(0x1F)
    return range
  }

  private mutating func layInitials(_ name: String) {
    for scalar in name.unicodeScalars {
      guard let letter = PinyinInitials.usual(scalar) else { continue }
      usual.append(letter)
      other.append(PinyinInitials.second(scalar) ?? letter)
    }
    usual.append(0x1F)
    other.append(0x1F)
  }

  private mutating func fact(_ record: SearchRecord) -> Facts {
    Facts(
      number: Int32(clamping: record.number ?? 0), year: Int16(clamping: record.year),
      type: values.intern(record.type, .type),
      period: values.intern(record.period.rawValue, .period),
      org: values.internOrg(record.org, code: record.orgCode),
      state: values.intern(record.state.rawValue, .state),
      level: values.intern(record.level.rawValue, .level))
  }

  /// Words of 64 bits are read beyond the end.
  private mutating func pad() {
    text.append(contentsOf: repeatElement(0, count: ByteNeedle.padding))
    usual.append(contentsOf: repeatElement(0, count: ByteNeedle.padding))
    other.append(contentsOf: repeatElement(0, count: ByteNeedle.padding))
  }
}

/// Values of facets, each kept once.
struct FacetValues: Sendable {
  private(set) var texts: [String] = []
  private var indexes: [String: UInt16] = [:]
  private var orgCodes: [String: String] = [:]
  /// The last value of each facet: records come class by class, and mostly have it again.
  private var last = [(text: String, index: UInt16)?](
    repeating: nil, count: SearchFacet.allCases.count)

  subscript(_ index: UInt16) -> String { texts[Int(index)] }

  /// More than 65,535 different values share the last place.
  mutating func intern(_ value: String, _ facet: SearchFacet) -> UInt16 {
    let place = facet.place
    if let last = last[place], last.text == value { return last.index }
    let index = index(of: value)
    last[place] = (value, index)
    return index
  }

  private mutating func index(of value: String) -> UInt16 {
    if let index = indexes[value] { return index }
    guard texts.count < Int(UInt16.max) else { return UInt16(texts.count - 1) }
    let index = UInt16(texts.count)
    texts.append(value)
    indexes[value] = index
    return index
  }

  mutating func internOrg(_ name: String, code: String) -> UInt16 {
    if !code.isEmpty, orgCodes[name] == nil { orgCodes[name] = SearchArena.fold(code) }
    return intern(name, .org)
  }

  /// The values that a facet's wanted value means.
  func matching(_ facet: SearchFacet, _ wanted: String) -> Set<UInt16> {
    let folded = SearchArena.fold(wanted)
    let found = texts.indices.filter { index in
      let value = SearchArena.fold(texts[index])
      return switch facet {
      case .type: value == folded || value.hasPrefix(folded + "-")
      case .org: value == folded || orgCodes[texts[index]] == folded
      case .year, .period, .state, .level: value == folded
      }
    }
    return Set(found.map { UInt16($0) })
  }
}

extension SearchArena {
  static func fold(_ text: String) -> String {
    String(decoding: SearchFold.bytes(text), as: UTF8.self)
  }
}

extension SearchFacet {
  /// Its place among all.
  fileprivate var place: Int {
    switch self {
    case .year: 0
    case .type: 1
    case .period: 2
    case .org: 3
    case .state: 4
    case .level: 5
    }
  }
}
