import ArchiveDomain
import TestSupport

@testable import ArchiveStore

/// A row of numbers that a seed fixes.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// What is no refusal, with the actions that led there.
struct WalkFault: Error {
  let done: [String]
  let error: any Error
}

/// Random actions of arranging upon one library, as a seed says.
struct ArrangementWalk {
  let library: TestLibrary
  private var dice: SeededNumbers
  /// What was done, newest last, for the message of a test that fails.
  private(set) var done: [String] = []
  private(set) var refused = 0
  /// The last entry before the walk; none up to it is taken back.
  private let first: Int64

  init(_ library: TestLibrary, seed: UInt64) throws {
    self.library = library
    first = try library.archive.head().seq
    dice = SeededNumbers(seed: seed)
  }

  private var archive: Archive { library.archive }

  /// One action; a refusal of a rule is an answer too.
  mutating func step() throws {
    let action = Int.random(in: 0..<27, using: &dice)
    do {
      done.append("\(action)")
      try act(action)
    } catch let refusal as Refusal {
      refused += 1
      done[done.count - 1] += " \(refusal)"
    } catch {
      throw WalkFault(done: Array(done.suffix(20)), error: error)
    }
  }

  private mutating func act(_ action: Int) throws {
    switch action {
    case 0, 1: try papers()
    case 2: try archive.classify(pick(3), change())
    case 3: try archive.exclude(pick(2), basis: "hand:重复件")
    case 4: try archive.readmit(pick(3, "state='excluded'"))
    case 5, 6, 7: try archive.arrange(scope(), way: way())
    case 8: try archive.unarrange(pick(2, "state='arranged' AND volume_id IS NULL"))
    case 9: try archive.file(scope(), names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    case 10: try archive.unfile(pick(3, "state='filed' AND volume_id IS NULL"), reason: "重排")
    case 11: try show()
    case 12: try archive.stamp(scope(), Stamp.allCases.randomElement(using: &dice) ?? .pencil)
    default: try actOnVolumes(action)
    }
  }

  private mutating func actOnVolumes(_ action: Int) throws {
    let loose = "state='classified' AND level='item'"
    switch action {
    case 13: try archive.makeVolume(title: "一卷", in: place(), items: pick(2, loose))
    case 14: try archive.gather(pick(2, loose), into: volume())
    case 15: try archive.append(pick(1, loose), to: volume())
    case 16: try archive.ungather(pick(2, "volume_id IS NOT NULL"))
    case 17: try archive.reorder(volume(), pick(3, "volume_id IS NOT NULL"))
    case 18:
      let volume = try volume()
      try archive.splitVolume(volume, pick(1, "volume_id=\(volume)"), title: "又一卷")
    case 19: try archive.joinVolumes(volume(), volume())
    case 20, 21: try takeBack()
    default: try actOnBoxes(action)
    }
  }

  private mutating func actOnBoxes(_ action: Int) throws {
    let boxed = "box_id IS NOT NULL"
    switch action {
    case 22:
      guard let id = try pick(1, boxed).first else { return }
      try archive.rebalance(library.item(id).seriesID, reason: "盒里乱了")
    case 23:
      guard let id = try pick(1, boxed).first, let box = try library.item(id).boxID else { return }
      try archive.splitBox(box, from: id, reason: "太满")
    case 24: try archive.renumberBoxes(of: "J036-WS·2023", reason: "盒号乱了")
    case 25: try archive.remove(pick(1, "state<>'filed'"))
    default:
      let pages = Int64.random(in: 1...400, using: &dice)
      let ids = try pick(1, "level='item' AND state<>'filed'")
      _ = try archive.write(WriteHead(action: .edit)) { ledger in
        for id in ids { try ledger.update(.item, id, ["pages": .integer(pages)]) }
      }
    }
  }

  private mutating func papers() throws {
    let n = Int.random(in: 1...4, using: &dice)
    if Bool.random(using: &dice) {
      try library.papers(
        n, TestLibrary.office(period(), org: Int64.random(in: 1...2, using: &dice)))
    } else {
      try library.papers(n, type: "KJ·JJ", place().facts)
    }
  }

  private mutating func change() -> FactChange {
    var change = FactChange(period: period())
    change.isOverwriting = Bool.random(using: &dice)
    return change
  }

  private mutating func takeBack() throws {
    let entries = try archive.entries(limit: 12).filter { $0.seq > first }
    guard let entry = entries.randomElement(using: &dice) else { return }
    let later: LaterEntries =
      [.refuse, .withThem, .onlyUntouched].randomElement(using: &dice) ?? .refuse
    done[done.count - 1] += " \(entry.seq) \(entry.action) \(later)"
    _ = try archive.takeBack(entry.seq, reason: "错了", later: later)
  }

  private mutating func show() throws {
    guard let item = try pick(1, "state='filed'").first else { return }
    let params = ["series": ParamValue.numbers([try library.item(item).seriesID])]
    _ = try archive.write(WriteHead(action: .print, params: params, isAlone: true)) { _ in }
  }

  private mutating func pick(_ count: Int, _ condition: String = "1") throws -> [ItemID] {
    let ids = try archive.read { try Item.fetch($0, where: "\(condition) ORDER BY id").map(\.id) }
    return Array(ids.shuffled(using: &dice).prefix(count))
  }

  private mutating func volume() throws -> ItemID {
    guard let id = try pick(1, "level='volume'").first else { throw Refusal.notAVolume }
    return id
  }

  private mutating func period() -> RetentionPeriod {
    [.permanent, .d30, .d10].randomElement(using: &dice) ?? .d30
  }

  private mutating func way() -> LatePapers {
    LatePapers.allCases.randomElement(using: &dice) ?? .append
  }

  private mutating func place() -> FiledUnder {
    FiledUnder(
      type: "KJ·JJ",
      facts: SeriesFacts(period: Bool.random(using: &dice) ? .permanent : .d30, project: "02"))
  }

  private mutating func scope() -> Scope {
    var scope = Scope()
    scope.type = Bool.random(using: &dice) ? "WS" : "KJ·JJ"
    return scope
  }
}
