import ArchiveDomain
import Foundation
import Testing

@Suite struct ArchiveTypeTests {
  private func type(_ json: String) throws -> ArchiveType {
    try JSONDecoder().decode(ArchiveType.self, from: Data(json.utf8))
  }

  /// 婚姻登记, a type that a unit adds by one file.
  private let marriage = """
    {"id": "ZY·HY", "name": "婚姻登记", "unit": "item",
     "template": "{fonds}-{type}·{year}-{item:5}", "levels": "year", "periods": ["Y", "D60"],
     "start": "year",
     "fields": [{"key": "holder", "name": "持证人", "type": "text", "required": true,
       "person": true}, {"key": "cert_no", "name": "证号"}],
     "columns": ["code", "holder", "date"], "forms": ["list"], "source": "unit"}
    """

  @Test func `a type of a unit is one small file`() throws {
    let type = try type(marriage)

    #expect(type.faults == [])
    #expect(type.code == "ZY")
    #expect(type.fields.map(\.required) == [true, false])
    #expect(type.allows(RetentionPeriod(rawValue: "D60") ?? .unknown))
    #expect(!type.allows(.d10))
    #expect(type.boxed)
    #expect(type.counts == .items)
    #expect(type.word == "件")
  }

  @Test func `a type by volume counts volumes unless it says otherwise`() throws {
    let type = try type(
      #"{"id":"KU","name":"会计","unit":"volume","levels":"sub,year","template":"{fonds}-{type}·{sub}·{year}-{volume:3}-{item:3}"}"#
    )

    #expect(type.counts == .volumes)
    #expect(type.numberName == "案卷号")
    #expect(type.faults == [])
  }

  @Test func `a sub-class may have its own periods and word`() {
    var type = ArchiveType(id: "KU", name: "会计", template: "")
    type.periods = [.permanent, .d30]
    type.subs = [SubClass(code: "01", name: "凭证", periods: [.d30], word: "册")]

    #expect(!type.allows(.permanent, sub: "01"))
    #expect(type.allows(.permanent, sub: "02"))
    #expect(type.word(sub: "01") == "册")
    #expect(type.word(sub: "02") == "件")
  }

  @Test func `a sub-class may be free of boxes while the others are boxed`() throws {
    let type = try type(
      #"{"id":"KU","name":"会计","unit":"volume","levels":"sub,year","template":"{fonds}-{type}·{sub}·{year}-{volume:3}-{item:3}","subs":[{"code":"01","name":"凭证","boxed":false},{"code":"02","name":"账簿"}]}"#
    )

    #expect(!type.isBoxed(sub: "01"))
    #expect(type.isBoxed(sub: "02"))
  }

  @Test func `a file that cannot be used says where and why`() {
    var type = ArchiveType(id: "Ws", name: " ", template: "{fonds}-{type}·{year}-{item:4}")
    type.subs = [SubClass(code: "D30", name: "x")]
    type.fields = [
      TypeField(key: "title", name: "x"), TypeField(key: "Key", name: "x"),
      TypeField(key: "a", name: "x"), TypeField(key: "a", name: "x"),
    ]
    type.required = ["nothing"]
    type.perBox = 0
    type.boxMM = [300]

    #expect(
      type.faults.map(\.text) == [
        "id: bad-code: Ws", "name: empty: ", "template: level-differs: period",
        "template: level-differs: org", "subs[0].code: reserved: D30",
        "fields[0].key: key-taken: title", "fields[1].key: bad-code: Key",
        "fields[3].key: repeated: a", "required: unknown-column: nothing",
        "per_box: out-of-range: 0", "box_mm: out-of-range: 300",
      ])
  }

  @Test func `a template of the other unit is a fault`() {
    var type = ArchiveType(
      id: "WS", name: "文书", template: "{fonds}-{type}·{year}·{period}·{org}-{item:4}")
    type.otherTemplate = type.template

    #expect(type.faults.map(\.text) == ["other_template: unit-differs: volume"])
  }
}

@Suite struct OrgRulesTests {
  @Test(arguments: ["Y", "D30", "D5X", "2023", "A-B", "A·B"])
  func `a code that would be read as something else is refused`(code: String) {
    #expect(OrgRules.refusal(ofCode: code) == .orgCodeReserved(code))
  }

  @Test(arguments: ["BGS", "办公室", "003", "DJ", "YS"])
  func `other codes stand`(code: String) {
    #expect(OrgRules.refusal(ofCode: code) == nil)
  }

  // Rule org-or-matter: DA/T 22—2015, 5.2
  @Test func `departments and matters never stand in one year`() {
    let department = Org(id: 1, fondsID: 1, kind: .department, code: "BGS", name: "办公室")
    let matter = Org(id: 2, fondsID: 1, kind: .matter, code: "DJ", name: "党建")

    #expect(OrgRules.refusal(adding: matter, to: [department]) == .departmentAndMatter)
  }

  @Test func `a code is used once a year`() {
    let old = Org(id: 1, fondsID: 1, code: "BGS", name: "办公室", toYear: 2019)
    var new = Org(id: 2, fondsID: 1, code: "BGS", name: "综合办公室", fromYear: 2020)

    #expect(OrgRules.refusal(adding: new, to: [old]) == nil)
    new.fromYear = 2019
    #expect(
      OrgRules.refusal(adding: new, to: [old]) == .orgCodeTaken(code: "BGS", name: "办公室"))
  }

  @Test func `a name is used once a year, and again when its department is no more`() {
    var old = Org(id: 1, fondsID: 1, code: "BGS", name: "办公室")
    let new = Org(id: 2, fondsID: 1, code: "XX", name: "办 公 室", fromYear: 2020)

    #expect(
      OrgRules.refusal(adding: new, to: [old]) == .orgNameTaken(name: "办 公 室", code: "BGS"))
    old.toYear = 2019
    #expect(OrgRules.refusal(adding: new, to: [old]) == nil)
  }
}
