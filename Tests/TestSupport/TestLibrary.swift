import ArchiveDomain
import ArchiveStore
import Foundation

/// A library on a real disk in a folder of its own, for one test.
package struct TestLibrary: Sendable {
  package let folder: URL
  package let archive: Archive

  /// The day of the tests.
  package static var today: CalendarDate {
    guard let day = CalendarDate(yyyymmdd: 2024_04_25) else {
      preconditionFailure("2024-04-25 is a day")
    }
    return day
  }

  /// A fresh library of J036 with the types WS, KU and KJ·JJ and three departments.
  package init(
    fondsNumber: String = "J036", types: [ArchiveType] = [.letters, .accounts, .building],
    operatorName: String = "张老师"
  ) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lantai-test-\(UUID().uuidString)")
    var founding = Founding(name: "云岭县农业农村局")
    founding.fondsNumber = fondsNumber
    founding.boxSizes = [20, 30, 40, 50]
    archive = try Archive.create(
      at: folder, founding, Self.opening(types: types, operatorName: operatorName))
  }

  /// How the tests open a library: the day fixed, the person named.
  package static func opening(
    types: [ArchiveType] = [.letters, .accounts, .building], operatorName: String = "张老师"
  ) -> Opening {
    Opening(
      session: Session(
        operatorName: operatorName, osUser: "test", host: "test", program: "test",
        clock: .fixed(on: today)),
      types: TypeFiles(types))
  }

  /// With the departments BGS 办公室, ZZY 种植业股, XCZ 乡村振兴股, in this order.
  @discardableResult
  package func withOrgs() throws -> TestLibrary {
    for (code, name) in [("BGS", "办公室"), ("ZZY", "种植业股"), ("XCZ", "乡村振兴股")] {
      try archive.addOrg(Org(fondsID: 0, code: code, name: name))
    }
    return self
  }

  /// Opens the library once more, as another program would.
  package func again(
    types: [ArchiveType] = [.letters, .accounts, .building], operatorName: String = "张老师"
  ) throws -> Archive {
    try Archive.open(at: folder, Self.opening(types: types, operatorName: operatorName))
  }

  /// Takes the folder away.
  package func remove() {
    try? FileManager.default.removeItem(at: folder)
  }
}

extension Archive {
  /// A fresh library with the three departments, in a folder of its own.
  package static func withSamples() throws -> TestLibrary {
    try TestLibrary().withOrgs()
  }
}

extension ArchiveType {
  /// 文书 by piece, 年度-保管期限-机构.
  package static var letters: ArchiveType {
    var type = ArchiveType(
      id: "WS", name: "文书", template: "{fonds}-{type}·{year}·{period}·{org}-{item:4}")
    type.otherTemplate = "{fonds}-{type}·{year}·{period}·{org}-{volume:3}-{item:3}"
    type.periods = [.permanent, .d30, .d10]
    type.position = 10
    return type
  }

  /// 会计 by volume, three a box, pages through the volume.
  package static var accounts: ArchiveType {
    var type = ArchiveType(
      id: "KU", name: "会计", template: "{fonds}-{type}·{sub}·{year}·{period}-{volume:3}-{item:3}")
    type.unit = .volume
    type.levels = SchemeLevels([.sub, .year, .period])
    type.start = .accountingYear
    type.counts = .volumes
    type.perBox = 3
    type.boxMM = [30, 40, 60]
    type.pages = .continuous
    type.order = [.date, .docNo, .title]
    type.required = ["date", "pages"]
    type.subs = [SubClass(code: "01", name: "凭证", periods: [.d30])]
    type.fields = [
      TypeField(key: "volume_of", name: "册次"), TypeField(key: "voucher_from", name: "凭证起号"),
    ]
    type.position = 30
    return type
  }

  /// 科技·基建 by volume within a project, pages through the volume.
  package static var building: ArchiveType {
    var type = ArchiveType(
      id: "KJ·JJ", name: "科技·基建", template: "{fonds}-{type}·{project}-{volume:3}-{item:3}")
    type.unit = .volume
    type.levels = SchemeLevels([.project])
    type.pages = .continuous
    type.boxMM = [20, 30, 40, 50, 60]
    type.order = [.title]
    type.position = 41
    return type
  }
}
