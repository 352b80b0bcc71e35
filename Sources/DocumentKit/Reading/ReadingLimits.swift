/// How much a reader takes before it refuses.
///
/// Source: our choice (hostile input): no list of an office comes near them, a made-up one does.
package struct ReadingLimits: Sendable {
  /// Bytes of one field in UTF-8.
  package var fieldBytes = 64 * 1024
  /// Bytes of one row in UTF-8.
  package var rowBytes = 1024 * 1024
  package var columns = 10_000
  /// Cells of the whole document; 50 bytes each are kept in memory.
  package var cells = 20_000_000
  /// Unpacked bytes of all parts of a workbook that are read.
  package var unpackedBytes = 1 << 30
  /// Unpacked bytes for one byte of the file, looked at from `ratioFloor` unpacked bytes on.
  package var ratio = 200
  package var ratioFloor = 16 << 20
  /// Parts inside a workbook's archive.
  package var parts = 20_000
  /// Warnings kept.
  package var warnings = 1_000
  /// Hears how far the reading is, and ends it; nil: nobody listens.
  package var watch: ReadingWatch?

  package init() {}

  /// The limits that hold unless the caller says otherwise.
  package static let standard = ReadingLimits()
}

/// Hears how many bytes of how many are read, some hundred rows apart, and answers whether to go on.
///
/// A workbook's bytes are counted unpacked.
package typealias ReadingWatch = @Sendable (_ done: Int, _ total: Int) -> Bool

extension ReadingLimits {
  /// Tells how far the reading is.
  ///
  /// - Throws: `.stopped` when it shall not go on.
  func tell(_ done: Int, of total: Int) throws(TableFault) {
    if let watch, !watch(min(done, total), total) { throw .stopped }
  }
}
