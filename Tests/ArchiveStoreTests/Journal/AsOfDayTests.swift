import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// The catalogue as of a day, where the machine's clock was not always right.
@Suite struct AsOfDayTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private func day(_ number: Int) throws -> CalendarDate {
    try #require(CalendarDate(yyyymmdd: number))
  }

  private func opened(on day: Int, isChosen: Bool = false) throws -> Archive {
    var opening = TestLibrary.opening()
    let date = try self.day(day)
    opening.session.clock = isChosen ? .chosen(date) : .fixed(on: date)
    return try Archive.open(at: library.folder, opening)
  }

  /// Writes an entry on each of the days, and returns the first of them.
  private func write(on days: [Int]) throws -> Int64 {
    let first = try library.archive.head().seq + 1
    for (n, day) in days.enumerated() {
      try opened(on: day).set("story", to: ["n": .number(Int64(n))])
    }
    return first
  }

  @Test func `a day shows what was written up to its end`() throws {
    defer { library.remove() }
    let first = try write(on: [2026_1201, 2026_1202, 2026_1202, 2026_1203])

    #expect(try opened(on: 2026_1203).lastEntry(on: day(2026_1202)) == first + 2)
  }

  @Test func `one entry with the clock set back moves no day before it`() throws {
    defer { library.remove() }
    let first = try write(on: [2026_1201, 2026_1202, 2026_1203, 2026_1204, 2026_1124])

    let now = try opened(on: 2026_1205)

    #expect(try now.lastEntry(on: day(2026_1202)) == first + 1)
    #expect(try now.lastEntry(on: day(2026_1130)) == first - 1)
  }

  @Test func `while the clock is behind, days before that are still right`() throws {
    defer { library.remove() }
    let first = try write(on: [2026_1201, 2026_1202, 2026_1203, 2026_1204, 2026_1124])

    #expect(try opened(on: 2026_1124).lastEntry(on: day(2026_1202)) == first + 1)
  }

  @Test func `one entry with the clock ahead hides nothing that came after it`() throws {
    defer { library.remove() }
    let first = try write(on: [2026_1201, 2031_0505, 2026_1202, 2026_1203])

    #expect(try opened(on: 2026_1204).lastEntry(on: day(2026_1202)) == first + 2)
  }

  @Test func `a chosen day that a later entry contradicts counts as of the entry before it`() throws
  {
    defer { library.remove() }
    let first = try write(on: [2026_1201])
    try opened(on: 2026_1209, isChosen: true).set("story", to: ["n": .number(9)])
    _ = try write(on: [2026_1202, 2026_1210])

    #expect(try opened(on: 2026_1210).lastEntry(on: day(2026_1202)) == first + 2)
  }
}
