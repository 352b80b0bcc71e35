import Foundation

/// Lets the C libraries read file names as UTF-8, on this thread and for as long as a call takes.
///
/// A Swift program starts in the locale "C", in which libarchive loses names that are not ASCII;
/// changing the locale of the whole process would be felt by everyone else in it.
enum UTF8Names {
  static func during<Result>(
    _ body: () throws(TableFault) -> Result
  ) throws(TableFault) -> Result {
    let locale = newlocale(CInt(1) << LC_CTYPE, "C.UTF-8", nil)
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      if let locale { freelocale(locale) }
    }
    return try body()
  }
}
