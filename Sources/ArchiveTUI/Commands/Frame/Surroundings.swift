import ArchiveDomain
import ArchiveStore
import Foundation

/// What a command finds around it: the program's data, the language, the person, the library.
struct Surroundings {
  let global: GlobalOptions
  let data: DataFolder
  let phrases: Phrases
  let types: TypeFiles
  let knowledge: Knowledge
  let console = Console()
  private let place: LibraryPlace

  init(_ global: GlobalOptions) throws(SurroundingsFault) {
    self.global = global
    let data = try Self.dataFolder(global.data)
    phrases = try Self.phrases(in: data, lang: global.lang)
    place = LibraryPlace(named: global.library)
    self.data = data
    knowledge = Knowledge(data)
    do {
      types = try TypeFiles.load(
        from: [data.archiveTypes, place.folder.appendingPathComponent("archive-types")])
    } catch {
      throw SurroundingsFault(phrases.text(Ending(error).phrase ?? .text("")))
    }
  }

  /// The folder of the library, there or not.
  var folder: URL { place.folder }

  /// How the library is opened: by whom, on which day.
  var opening: Opening {
    let clock = global.today.map(Clock.chosen) ?? .system
    return Opening(
      session: .current(operatorName: global.operatorName, clock: clock), types: types,
      knowledge: knowledge, readOnly: global.readOnly)
  }

  /// Opens the library.
  func open() throws -> Archive { try open(at: folder) }

  /// Opens the library in a folder.
  ///
  /// In a practice library it is the day of its story, unless a day is given; a person is known by
  /// the name given at the first start, unless another is given.
  func open(at folder: URL) throws -> Archive {
    let archive = try Archive.open(at: folder, opening)
    var day: CalendarDate?
    if global.today == nil, try archive.isPractice() { day = try SampleCopy(data).today }
    let person = global.operatorName == nil ? try archive.rememberedPerson() : nil
    guard day != nil || person != nil else { return archive }
    var opening = opening
    if let day { opening.session.clock = .fixed(on: day) }
    if let person { opening.session.operatorName = person }
    return try Archive.open(at: folder, opening)
  }

  /// Opens the library for writing.
  /// - Throws: what keeps it from being written, in a sentence of its own.
  func openForWriting() throws -> Archive {
    let archive = try open()
    guard archive.canWrite else { throw archive.whyReadOnly }
    return archive
  }

  /// Prints the sentence of what was done.
  func report(_ phrase: Phrase) throws { try console.line(phrases.text(phrase)) }

  /// Prints the sentence of what was done, by its key.
  func report(_ key: String, _ words: [String: Phrase] = [:]) throws {
    try report(Phrase(key, words))
  }

  /// Says a sentence beside the result.
  func note(_ key: String, _ words: [String: Phrase] = [:]) {
    Console.complain(phrases(key, words))
  }

  func note(_ phrase: Phrase) { Console.complain(phrases.text(phrase)) }

  func complain(_ ending: Ending) {
    if let phrase = ending.phrase { Console.complain(phrases.text(phrase)) }
  }
}

extension Surroundings {
  /// The phrases alone: for help, and for what is said before a command is known.
  static func phrases(data: String?, lang: String?) throws(SurroundingsFault) -> Phrases {
    try phrases(in: dataFolder(data), lang: lang)
  }

  private static func dataFolder(_ named: String?) throws(SurroundingsFault) -> DataFolder {
    guard let folder = DataFolder.find(named: named) else { throw .noData }
    return folder
  }

  private static func phrases(
    in data: DataFolder, lang: String?
  ) throws(SurroundingsFault) -> Phrases {
    do {
      return try Phrases.load(language: lang ?? Language.ofLocale(), from: data.languages)
    } catch {
      throw .noPhrases
    }
  }
}

/// Without the program's data there are no phrases; only then a sentence stands in the code.
struct SurroundingsFault: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }

  static let noData = SurroundingsFault(
    "找不到程序的数据文件夹，用 --data 或 LANTAI_DATA 指明。 (The program's data folder was not found.)")
  static let noPhrases = SurroundingsFault(
    "程序的语言文件读不了，用 --data 换一个数据文件夹。 (The language files cannot be read.)")
}

/// The language of the person.
enum Language {
  /// From the locale; Simplified Chinese where it names none.
  static func ofLocale(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
    let name = names.first { !$0.isEmpty } ?? ""
    return name.hasPrefix("en") ? "en" : "zh"
  }
}

extension Archive {
  /// Whether it is a copy of the sample, to practise on.
  func isPractice() throws -> Bool {
    guard case .text(let purpose) = try setting("library")?["purpose"] else { return false }
    return purpose == "practice" || purpose == "demo"
  }
}
