import ArchiveDomain
import ArchiveStore

extension Waiting {
  /// 31 件没有期限，6 件没有机构: what is really missing, in one line.
  func words(_ unit: Phrase = Phrase("unit.item")) -> Phrase {
    guard !lacks.isEmpty else {
      return Phrase("waiting.nothing", ["n": .number(count), "unit": unit])
    }
    return .series(
      lacks.map { lack in
        Phrase(
          "waiting.lack",
          ["n": .number(lack.count), "unit": unit, "level": .word("level", lack.level.rawValue)])
      }, Phrase("today.comma"))
  }
}
