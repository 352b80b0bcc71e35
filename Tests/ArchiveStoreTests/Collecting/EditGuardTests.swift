import ArchiveDomain
import TestSupport
import Testing

@testable import ArchiveStore

@Suite struct EditGuardTests {
  let library: TestLibrary

  init() throws { library = try Archive.withSamples() }

  private var archive: Archive { library.archive }

  private var scope: Scope {
    var scope = Scope()
    scope.year = 2023
    return scope
  }

  private func filed() throws -> ItemID {
    let ids = try library.papers(1, TestLibrary.office())
    try archive.arrange(scope)
    try archive.file(scope, names: FilingNames(arrangedBy: "甲", checkedBy: "乙"))
    return ids[0]
  }

  @Test func `year and department of one edit mean the department of that year`() throws {
    defer { library.remove() }
    try archive.closeOrg("BGS", lastYear: 2023)
    try archive.addOrg(Org(fondsID: 0, code: "BGS", name: "综合办公室", fromYear: 2024))
    for _ in 0..<12 {
      let id = try library.papers(1, TestLibrary.office())[0]
      var edit = RecordEdit()
      edit.fields = [.year: "2024", .org: "BGS"]

      try archive.edit([id], edit)

      #expect(try archive.record(id)?.holdingsClass.org?.name == "综合办公室")
    }
  }

  @Test func `words of a secret paper do not come in through its placeholder`() throws {
    defer { library.remove() }
    let id = try library.papers(1, TestLibrary.office()) { $1.title = Item.placeholderTitle }[0]

    for field in [RecordField.title, .docNo, .issuer, .note] {
      #expect(throws: Refusal.secret) {
        try archive.edit([id], RecordEdit(field, "绝密甲"))
      }
    }
  }

  @Test func `a placeholder may get another date and other pages`() throws {
    defer { library.remove() }
    let id = try library.papers(1, TestLibrary.office()) { $1.title = Item.placeholderTitle }[0]
    var edit = RecordEdit(.date, "20230501")
    edit.fields[.pages] = "12"

    try archive.edit([id], edit)

    #expect(try library.item(id).pages == 12)
  }

  @Test func `a machine with a secret paper stays set as classified`() throws {
    defer { library.remove() }
    try archive.set("classified", to: ["machine": .flag(true)])
    let id = try library.papers(1, TestLibrary.office())[0]
    try archive.edit([id], RecordEdit(.secrecy, "机密"))

    #expect(throws: Refusal.secretsHere(1)) {
      try archive.set("classified", to: ["machine": .flag(false)])
    }
  }

  @Test func `the setting as classified is not taken back from under a secret paper`() throws {
    defer { library.remove() }
    let seq = try #require(try archive.set("classified", to: ["machine": .flag(true)]).seq)
    let id = try library.papers(1, TestLibrary.office())[0]
    try archive.edit([id], RecordEdit(.secrecy, "机密"))

    #expect(throws: Refusal.secretsHere(1)) { try archive.takeBack(seq, reason: "试") }
  }

  @Test func `a paper becomes less secret with a reason only`() throws {
    defer { library.remove() }
    try archive.set("classified", to: ["machine": .flag(true)])
    let id = try library.papers(1, TestLibrary.office())[0]
    try archive.edit([id], RecordEdit(.secrecy, "机密"))

    #expect(throws: Refusal.noReason) { try archive.edit([id], RecordEdit(.secrecy, "")) }
    try archive.edit([id], RecordEdit(.secrecy, ""), reason: "2023年6月已解密")

    #expect(try library.item(id).secrecy == .unmarked)
  }

  @Test func `a blank is no reason for the change of a filed paper`() throws {
    defer { library.remove() }
    let id = try filed()

    #expect(throws: Refusal.noReason) {
      try archive.edit([id], RecordEdit(.note, "缺页"), reason: " 　")
    }
  }

  @Test func `a blank is no reason for taking a filing back`() throws {
    defer { library.remove() }
    _ = try filed()
    let seq = try archive.head().seq

    #expect(throws: Refusal.noReason) { try archive.takeBack(seq, reason: " ") }
  }

  @Test func `a filed paper keeps what filing asked of it`() throws {
    defer { library.remove() }
    let id = try filed()

    #expect(throws: Refusal.missing(field: "issuer")) {
      try archive.edit([id], RecordEdit(.issuer, ""), reason: "试")
    }
  }

  @Test func `another period has a ground of its own`() throws {
    defer { library.remove() }
    let id = try library.papers(1, TestLibrary.office()) { $1.basis = "hand:会议定的" }[0]

    try archive.edit([id], RecordEdit(.retention, "10年"), reason: "上级改了")

    #expect(try library.item(id).basis == "hand:上级改了")
  }

  @Test func `another period without a reason is looked at by hand`() throws {
    defer { library.remove() }
    let id = try library.papers(1, TestLibrary.office()) { $1.basis = "令8:8.2.1" }[0]

    try archive.edit([id], RecordEdit(.retention, "10年"))

    #expect(try library.item(id).basis == HandBasis.oneByOne)
  }
}
