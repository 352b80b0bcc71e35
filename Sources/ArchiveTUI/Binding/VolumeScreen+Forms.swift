import ArchiveDomain
import ArchiveStore

extension VolumeScreen {
  /// Cover and 备考表 as a plain form: what is counted stands above it, what is said is typed.
  func endNote(_ archive: Archive) throws -> FormDialog {
    let item = record?.item
    let note = item?.endNote ?? EndNote()
    let isFiled = item?.state.isFixed ?? false
    func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
    var fields =
      isCounted
      ? []
      : [
        FormField("text", Phrase("volume.text-pages"), text(note.textPages), width: 5),
        FormField("drawings", Phrase("volume.drawings"), text(note.drawings), width: 5),
        FormField("photographs", Phrase("volume.photographs"), text(note.photographs), width: 5),
      ]
    fields += [
      FormField("note", Phrase("volume.remark"), note.note ?? "", width: 30),
      FormField("see", Phrase("volume.see-also"), note.seeAlso ?? "", width: 24),
      FormField("carrier", Phrase("volume.carrier"), note.seeAlsoCarrier ?? "", width: 8),
      FormField("by", Phrase("volume.by"), note.by ?? desk.person, width: 10),
      FormField("checker", Phrase("filing.checker"), note.checkedBy ?? "", width: 10),
    ]
    if isFiled {
      fields.append(FormField("reason", Phrase("confirm.reason"), width: 24, required: true))
    }
    let form = Form(fields) { field, text in
      let isNumber = ["text", "drawings", "photographs"].contains(field)
      return isNumber && !text.isEmpty && Int(text) == nil ? Phrase("why.not-a-number") : nil
    }
    let volume = volume
    let today = desk.today
    return FormDialog(
      title: Phrase("volume.end-note"), lines: cover, form: form, agree: Phrase("volume.keep")
    ) { form, archive in
      try archive.setEndNote(
        Self.note(form, on: note, today: today), ofVolume: volume, reason: form.text("reason"),
        rev: item?.rev)
      return .done(Phrase("volume.kept"))
    }
  }

  private static func note(_ form: Form, on old: EndNote, today: CalendarDate) -> EndNote {
    func said(_ field: String) -> String? {
      let text = form.text(field).trimmed
      return text.isEmpty ? nil : text
    }
    var note = old
    if form["text"] != nil {
      note.textPages = Int(form.text("text"))
      note.drawings = Int(form.text("drawings"))
      note.photographs = Int(form.text("photographs"))
    }
    note.note = said("note")
    note.seeAlso = said("see")
    note.seeAlsoCarrier = said("carrier")
    if note.by != said("by") || note.on == nil { note.on = said("by") == nil ? nil : today }
    note.by = said("by")
    if note.checkedBy != said("checker") { note.checkedOn = said("checker") == nil ? nil : today }
    note.checkedBy = said("checker")
    return note
  }

  /// What the cover says of the pieces.
  private var cover: [Phrase] {
    guard let item = record?.item else { return [] }
    return [
      .text(item.title),
      Phrase(
        "volume.cover",
        [
          "issuer": .text(item.issuer), "date": .text(item.date),
          "period": .text(item.period.label),
        ]),
      // Alone in its row: a code that is broken over two cannot be copied off.
      .text(item.code),
      isCounted
        ? Phrase(
          "volume.counted-group", ["n": .number(pieces.count), "word": .text(type?.word ?? "")])
        : Phrase(
          "volume.counted",
          [
            "n": .number(pieces.count),
            "pages": item.pages.map(Phrase.number) ?? Phrase("record.unknown"),
          ]),
    ]
  }

  /// 新卷: with the marked pieces, or empty, of the same class.
  func newVolume(targets: [ItemID]) -> FormDialog {
    let form = Form([
      FormField("title", .field("title"), width: 30, required: true)
    ])
    let old = volume
    let own = record?.holdingsClass
    let period = record?.item.period ?? .unknown
    let isInVolume = view == .pieces
    return FormDialog(
      title: Phrase("volume.new"),
      lines: [
        targets.isEmpty
          ? Phrase("volume.new-empty") : Phrase("volume.new-with", ["n": .number(targets.count)])
      ], form: form, agree: Phrase("volume.new")
    ) { form, archive in
      let title = form.text("title").trimmed
      if isInVolume, !targets.isEmpty {
        return .visit(.volume(try archive.splitVolume(old, targets, title: title).volume))
      }
      guard let own else { return .stay }
      return try NewVolume.make(title, of: targets, in: own, period: period, archive)
    }
  }
}

/// 新卷 of pieces that lie in none.
enum NewVolume {
  /// Asks for the name of a volume for the pieces that are of the first one's class.
  static func dialog(of ids: [ItemID], in archive: Archive) throws -> Next {
    guard let first = try ids.first.flatMap({ try archive.record($0) }) else { return .stay }
    let own = first.holdingsClass
    let pieces = try archive.items(ids).filter {
      $0.seriesID == own.series.id && $0.period == first.item.period
    }.map(\.id)
    let form = Form([FormField("title", .field("title"), width: 30, required: true)])
    return .open(
      FormDialog(
        title: Phrase("volume.new"),
        lines: [Phrase("volume.new-with", ["n": .number(pieces.count)])], form: form,
        agree: Phrase("volume.new")
      ) { form, archive in
        try make(
          form.text("title").trimmed, of: pieces, in: own, period: first.item.period, archive)
      })
  }

  /// Makes it and shows it.
  static func make(
    _ title: String, of pieces: [ItemID], in own: HoldingsClass, period: RetentionPeriod,
    _ archive: Archive
  ) throws -> Next {
    var facts = own.series.facts
    facts.period = period
    let made = try archive.makeVolume(
      title: title, in: FiledUnder(type: own.type, facts: facts), items: pieces)
    return .visit(.volume(made.volume))
  }
}
