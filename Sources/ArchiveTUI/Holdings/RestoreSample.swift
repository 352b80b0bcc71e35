import ArchiveStore

/// 还原示例: the copy of the sample that is open becomes what it was when it was made.
enum RestoreSample {
  /// Asks first: what was done in the copy is gone, its journal too.
  static func dialog(_ sample: SampleCopy) -> ConfirmDialog {
    ConfirmDialog(
      title: Verb.restoreSample.name,
      lines: [Phrase("restore.what"), Phrase("restore.gone")], agree: Phrase("restore.agree")
    ) { _, archive in
      guard Presence.others(in: archive.folder).isEmpty else {
        return .refuse(Phrase("restore.others"))
      }
      return .start(
        Job(Verb.restoreSample.name, unit: Phrase("first.step")) { control in
          try sample.prepare { control.report($0, of: $1) }
          return {
            .renew(Renewal(replace: { try sample.restore($0) }, done: Phrase("restore.done")))
          }
        })
    }
  }
}
