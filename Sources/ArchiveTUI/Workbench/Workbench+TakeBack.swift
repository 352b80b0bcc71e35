import ArchiveDomain
import ArchiveStore

extension Workbench {
  /// Ctrl-Z: takes back what this person did last, with all of its visit or command.
  func takeBack() throws -> Next {
    let group = try archive.undoable()
    guard !group.isEmpty else { return .refuse(.nothingToTakeBack) }
    return try takeBack(group, .undone)
  }

  /// Ctrl-Y: brings back what was taken back last.
  func doAgain() throws -> Next {
    let group = try archive.redoable()
    guard !group.isEmpty else { return .refuse(Phrase("undo.nothing-to-redo")) }
    return try takeBack(group, .redone)
  }

  /// Keys of what is told afterwards.
  private struct Words {
    let plain: String
    /// Where some lost their numbers to others.
    let renumbered: String
    let verb: Verb

    /// Entries go back newest first, and come back oldest first.
    func inOrder<T>(_ steps: [T]) -> [T] { verb == .undo ? steps.reversed() : steps }

    static let undone = Words(plain: "undo.done", renumbered: "undo.done-renumber", verb: .undo)
    static let redone = Words(
      plain: "undo.redone", renumbered: "undo.redone-renumber", verb: .redo)
  }

  /// Asks for a reason or for later changes to go along, where the store wants them; else does it.
  private func takeBack(_ group: [Entry], _ words: Words) throws -> Next {
    let rehearsals = try group.map { try archive.rehearseTakeBack($0.seq) }
    let later = rehearsals.flatMap(\.later)
      .filter { step in !group.contains { $0.seq == step.entry.seq } }
    let needsReason = rehearsals.contains(where: \.unfiles)
    guard !later.isEmpty || needsReason else {
      return Self.told(try archive.takeBack(group: group), words)
    }
    let lines =
      (later.isEmpty ? [] : [Phrase("undo.with-later", ["n": .number(later.count)])])
      + later.prefix(3).map { step in
        Phrase(
          "undo.later-line",
          [
            "at": .text(EntryWords.shortTime(step.entry.at, year: nil)),
            "what": .did(step.entry.deed, step.items),
          ])
      } + (needsReason ? [Phrase("undo.unfiles")] : [])
    let step = Phrase.did(words.inOrder(rehearsals).map { (deed: $0.deed, items: $0.items) })
    return .open(
      ConfirmDialog(
        title: Phrase("undo.title", ["verb": words.verb.name, "what": step]), lines: lines,
        agree: later.isEmpty ? words.verb.name : Phrase("undo.agree"), needsReason: needsReason
      ) { answer, archive in
        let taken = try archive.takeBack(
          group: group, reason: answer.reason, later: later.isEmpty ? .refuse : .withThem)
        return Self.told(taken, words)
      })
  }

  /// 撤销了：批量改机构 35 件，都回到原值.
  private static func told(_ taken: [TakenBack], _ words: Words) -> Next {
    let classified = taken.map(\.classified.count).reduce(0, +)
    let arguments: [String: Phrase] = [
      "what": .did(words.inOrder(taken)), "classified": .number(classified),
    ]
    return .done(Phrase(classified > 0 ? words.renumbered : words.plain, arguments))
  }
}
