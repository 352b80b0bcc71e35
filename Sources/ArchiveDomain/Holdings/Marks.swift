/// The circumstances of an item, as bits; written with their cause, recomputed by verify.
package struct Marks: OptionSet, Hashable, Sendable {
  // Stored.
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// On loan 借出.
  package static let onLoan = Marks(rawValue: 1)
  /// Missing 遗失.
  package static let missing = Marks(rawValue: 2)
  /// Damaged 破损.
  package static let damaged = Marks(rawValue: 4)
  /// Under appraisal 鉴定中.
  package static let underAppraisal = Marks(rawValue: 8)
  /// Held 暂缓.
  package static let held = Marks(rawValue: 16)
  /// In a transfer batch 待移交.
  package static let inTransfer = Marks(rawValue: 32)
  /// On a destruction list 待销毁.
  package static let onDestructionList = Marks(rawValue: 64)
  /// Has originals 有原件.
  package static let hasOriginals = Marks(rawValue: 128)
  /// Has parts 有组成部分.
  package static let hasParts = Marks(rawValue: 256)
  /// A fault, set in each write by `Faults.of`.
  package static let fault = Marks(rawValue: 512)
  /// A doubt, set by the duplicate question, cleared by its answer.
  package static let doubt = Marks(rawValue: 1024)

  /// Each single mark with its word, in the order of the bits.
  package static let named: [(mark: Marks, word: String)] = [
    (.onLoan, "借出"), (.missing, "遗失"), (.damaged, "破损"), (.underAppraisal, "鉴定中"),
    (.held, "暂缓"), (.inTransfer, "待移交"), (.onDestructionList, "待销毁"),
    (.hasOriginals, "有原件"), (.hasParts, "有组成部分"), (.fault, "有错"), (.doubt, "存疑"),
  ]

  /// The words of the marks that are set, in the order of the bits.
  package var words: [String] {
    Marks.named.filter { contains($0.mark) }.map(\.word)
  }
}

extension Marks: Codable {
  package init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(Int.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
