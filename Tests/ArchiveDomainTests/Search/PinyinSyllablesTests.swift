import ArchiveDomain
import Testing

@Suite struct PinyinSyllablesTests {
  @Test(arguments: [
    ("bangongshi", "bgs"), ("zhongzhiyegu", "zzyg"), ("xiangcunzhenxinggu", "xczxg"),
    ("jihua caiwu", "jhcw"), ("bangongsh", "bgs"),
  ])
  func `whole syllables tell their initials`(_ typed: String, _ initials: String) {
    #expect(PinyinSyllables.initials(typed).contains(initials))
  }

  @Test func `letters that part in two ways tell both`() {
    #expect(PinyinSyllables.initials("xian").isSuperset(of: ["x", "xa"]))
  }

  @Test(arguments: ["bgs", "office", "bang1", ""])
  func `what is no pinyin tells nothing`(_ typed: String) {
    #expect(PinyinSyllables.initials(typed).isEmpty)
  }

  @Test func `a name begins as it is spelled`() {
    #expect(PinyinSyllables.begin("办公室", typed: "bangong"))
    #expect(!PinyinSyllables.begin("种植业股", typed: "bangong"))
  }
}
