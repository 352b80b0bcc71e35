import ArchiveDomain
import ArchiveStore
import Foundation

/// 导出: asks for the file, then writes the records that are listed or marked.
enum ExportDialog {
  /// What is written.
  enum What: Sendable {
    case scope(Scope)
    case records([ItemID])
  }

  /// `name` is what the file is called after: 文书 2022 永久.
  static func make(_ what: What, _ desk: Desk, name: [Phrase]) -> FormDialog {
    var path = FormField("path", Phrase("export.path"), "~/", width: 34, required: true)
    path.note = Phrase("export.formats")
    let form = Form([path]) { _, text in fault(text) }
    return FormDialog(
      title: Verb.export.name,
      lines: [.joined(name, by: " "), Phrase("export.what")], form: form,
      agree: Verb.export.name
    ) { form, archive in
      guard let file = ListFolders.file(typed: form.text("path")),
        let format = ExportFormat(of: file)
      else { return .stay }
      return .start(job(what, file, format, archive))
    }
  }

  private static func job(
    _ what: What, _ file: URL, _ format: ExportFormat, _ archive: Archive
  ) -> Job {
    Job(Verb.export.name) { _ in
      var filter = RecordFilter()
      switch what {
      case .scope(let scope): filter.scope = scope
      case .records(let ids): filter.ids = Set(ids)
      }
      let done = try archive.export(filter, to: file, format)
      let key = done.leftOut > 0 ? "export.done-some" : "export.done"
      return {
        .done(
          Phrase(
            key,
            [
              "n": .number(done.count), "left": .number(done.leftOut), "path": .text(file.path),
            ]))
      }
    }
  }

  /// Why nothing can be written there.
  private static func fault(_ text: String) -> Phrase? {
    guard let file = ListFolders.file(typed: text), ExportFormat(of: file) != nil else {
      return Phrase("export.no-name")
    }
    var isFolder: ObjCBool = false
    let folder = file.deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else { return Phrase("export.no-folder", ["path": .text(folder)]) }
    return FileManager.default.fileExists(atPath: file.path) ? Phrase("export.exists") : nil
  }
}
