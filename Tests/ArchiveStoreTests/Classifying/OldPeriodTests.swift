import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

/// 长期 and 短期 of the rules before 2006: years only by a person's word.
@Suite struct OldPeriodTests {
  private let library: TestLibrary
  private var archive: Archive { library.archive }

  init() throws { library = try Archive.withSamples() }

  /// Two papers kept 长期 and one kept 短期, as an old catalogue has them.
  private func old() throws -> [ItemID] {
    try Lists(library: library).add(
      try Lists(library: library).file(
        "旧目录.csv",
        [
          "序号,题名,日期,保管期限,机构", "1,一九九八年工作总结,19981231,长期,办公室",
          "2,关于棉花收购的通知,19980901,长期,办公室", "3,会议通知,19980301,短期,办公室",
        ]))
    return try archive.newest(3).map(\.id).sorted()
  }

  private func periods(_ ids: [ItemID]) throws -> [String] {
    try library.items(ids).map(\.period.label)
  }

  // Rule periods-old: Retention rules of 1987
  @Test func `an import keeps them as they were`() throws {
    defer { library.remove() }

    #expect(try periods(old()) == ["长期", "长期", "短期"])
  }

  @Test func `a change that fills what is empty leaves them alone`() throws {
    defer { library.remove() }
    let ids = try old()

    let result = try archive.classify(ids, FactChange(period: .d30, basis: "ling8:8.2.2"))

    #expect(result.changed == 0)
    #expect(result.wouldOverwrite == 3)
    #expect(try periods(ids) == ["长期", "长期", "短期"])
  }

  @Test func `a person maps one or many, with a reason that the journal keeps`() throws {
    defer { library.remove() }
    let ids = try old()
    var change = FactChange(period: .d30, basis: "hand:长期按30年定")
    change.isOverwriting = true

    let result = try archive.classify(Array(ids.prefix(2)), change, reason: "长期按30年定")

    #expect(try periods(ids) == ["30年", "30年", "短期"])
    #expect(try library.item(ids[0]).basis == "hand:长期按30年定")
    let entry = try #require(try archive.entries(limit: 9).first { $0.seq == result.seq })
    #expect(entry.reason == "长期按30年定")
    _ = try archive.takeBack(try #require(result.seq))
    #expect(try periods(ids) == ["长期", "长期", "短期"])
  }
}
