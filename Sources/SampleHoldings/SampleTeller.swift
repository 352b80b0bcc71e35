import ArchiveDomain
import ArchiveStore
import Foundation

/// Does the steps one after the other and remembers which paper a key names.
struct SampleTeller {
  let folder: URL
  let story: SampleStory
  let types: TypeFiles
  let purpose: String
  let data: DataFolder
  var lists: SampleLists
  /// The papers made so far, by the keys of the lists.
  var ids: [String: ItemID] = [:]

  init(
    _ folder: URL, _ data: DataFolder, _ story: SampleStory, purpose: String
  ) throws {
    self.folder = folder
    self.data = data
    self.story = story
    self.purpose = purpose
    types = try TypeFiles.load(from: [data.archiveTypes])
    lists = SampleLists(folder: data.sample.appendingPathComponent("papers"))
  }

  mutating func tell(_ step: SampleStep) throws {
    let opening = try opening(at: step.at)
    if step.deed == .found { return try found(opening) }
    let archive = try Archive.open(at: folder, opening)
    switch step.deed {
    case .found: break
    case .orgs: try addOrgs(step, archive)
    case .close: try closeOrgs(step, archive)
    case .setting: try set(step, archive)
    case .takeIn: try takeIn(step, archive)
    case .create: try create(step, archive)
    case .tie: try tie(step, archive)
    case .parts: try addParts(step, archive)
    case .endNote: try noteEnd(step, archive)
    case .edit: try edit(step, archive)
    case .move: try move(step, archive)
    case .classify: try classify(step, archive)
    case .volumes: try makeVolumes(step, archive)
    case .bind: try bind(step, archive)
    case .file: try file(step, archive)
    case .stamp: try stamp(step, archive)
    }
  }

  /// Empties the log, so that the folder can be copied.
  func close() throws {
    try Archive.open(at: folder, opening(at: "\(story.today) 08:30")).checkpoint(whole: true)
  }

  private func opening(at moment: String) throws -> Opening {
    let time = moment.suffix(5).split(separator: ":").compactMap { Int($0) }
    guard let day = SampleLibrary.day(moment), time.count == 2 else {
      throw SampleFault.badDate(moment)
    }
    let session = Session(
      operatorName: story.archivist, osUser: "zhang", host: "办公室-01",
      program: "lantai \(ProgramVersion.text)",
      clock: .stopped(on: day, hour: time[0], minute: time[1]))
    return Opening(session: session, types: types)
  }

  private func found(_ opening: Opening) throws {
    var founding = Founding(name: story.unit.name)
    founding.fondsNumber = story.unit.number
    founding.purpose = purpose
    _ = try Archive.create(at: folder, founding, opening)
  }

  private func addOrgs(_ step: SampleStep, _ archive: Archive) throws {
    for code in step.codes ?? [] {
      let one = try department(code)
      let position = (story.orgs.firstIndex { $0.code == code } ?? 0) + 1
      try archive.addOrg(
        Org(fondsID: 0, code: code, name: one.name, fromYear: one.from, position: position))
    }
  }

  private func closeOrgs(_ step: SampleStep, _ archive: Archive) throws {
    for code in step.codes ?? [] {
      guard let year = try department(code).to else { throw SampleFault.unknown(code) }
      try archive.closeOrg(code, lastYear: year)
    }
  }

  private func set(_ step: SampleStep, _ archive: Archive) throws {
    guard let key = step.key, let text = step.value else { throw SampleFault.unknown("key") }
    try archive.set(key, to: SampleSetting.read(text))
  }

  func department(_ code: String) throws -> SampleStory.Department {
    guard let one = story.orgs.first(where: { $0.code == code }) else {
      throw SampleFault.unknown(code)
    }
    return one
  }

  func id(_ key: String?) throws -> ItemID {
    guard let key, let id = ids[key] else { throw SampleFault.unknown(key ?? "key") }
    return id
  }

  func type(of step: SampleStep) throws -> ArchiveType {
    guard let name = step.type, let type = types[id: name] else {
      throw SampleFault.unknown(step.type ?? "type")
    }
    return type
  }
}

/// A setting's JSON object.
enum SampleSetting: Decodable {
  case flag(Bool)
  case number(Int64)
  case text(String)
  case numbers([Int64])

  init(from decoder: any Decoder) throws {
    let one = try decoder.singleValueContainer()
    if let flag = try? one.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? one.decode(Int64.self) {
      self = .number(number)
    } else if let text = try? one.decode(String.self) {
      self = .text(text)
    } else {
      self = .numbers(try one.decode([Int64].self))
    }
  }

  static func read(_ json: String) throws -> [String: ParamValue] {
    let object = try JSONDecoder().decode([String: SampleSetting].self, from: Data(json.utf8))
    return object.mapValues { value in
      switch value {
      case .flag(let flag): .flag(flag)
      case .number(let number): .number(number)
      case .text(let text): .text(text)
      case .numbers(let list): .numbers(list)
      }
    }
  }
}
