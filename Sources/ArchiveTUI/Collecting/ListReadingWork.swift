import ArchiveStore
import Foundation

/// 读表: a list that was chosen is read, a big one beside the loop, where Esc stops it.
enum ListReadingWork {
  /// Above this many bytes a list is read beside the loop.
  static let slow = 2 << 20

  typealias End = @Sendable (Result<ImportFile, any Error>) -> Next

  /// Reads the list and goes on with it, or with why it could not be read.
  ///
  /// A big one only where it was asked for.
  static func next(_ url: URL, _ archive: Archive, then end: @escaping End) -> Next {
    let bytes = (try? url.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
    guard bytes > slow else { return end(Result { try archive.readList(url) }) }
    return .start(
      Job(Phrase("import.reading"), unit: Phrase("import.kilobyte")) { control in
        let result = Result {
          try archive.readList(url) { done, total in
            control.report(done >> 10, of: total >> 10)
            return !control.isStopped
          }
        }
        try control.checkStop()
        let gone = Phrase("import.read-gone", ["name": .text(url.lastPathComponent)])
        return { .onlyThere(end(result), else: gone) }
      })
  }
}
