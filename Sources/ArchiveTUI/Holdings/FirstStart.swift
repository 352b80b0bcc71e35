import ArchiveDomain
import ArchiveStore
import Foundation

/// What the first start makes a library with.
struct FirstStart: Sendable {
  /// Where the library will lie.
  let folder: URL
  let opening: Opening
  /// Where lists are looked for.
  var folders = ListFolders(folders: [])
  /// Makes a copy of the sample and opens it; nil where there is no sample.
  var sample: (@Sendable (JobControl) throws -> Archive)?

  /// The answers to the six questions.
  struct Answers: Sendable {
    var name = ""
    var fondsNumber = ""
    var level = ArchivesLevel.county
    var levels = SchemeLevels.standard
    var person = ""
    var isClassified = false
  }

  /// Makes the library, whole or not at all.
  func found(_ answers: Answers) throws -> Archive {
    var founding = Founding(name: answers.name)
    founding.fondsNumber = answers.fondsNumber
    founding.level = answers.level
    founding.levels = answers.levels
    founding.isClassified = answers.isClassified
    var opening = opening
    if !answers.person.isEmpty { opening.session.operatorName = answers.person }
    let archive = try Archive.create(at: folder, founding, opening)
    if !answers.person.isEmpty { try archive.remember(person: answers.person) }
    return archive
  }
}

extension Archive {
  // Stored.
  private static let personsKey = "persons"

  /// Remembers by which name the person at this account of the machine is known.
  func remember(person: String) throws {
    var persons = try setting(Self.personsKey) ?? [:]
    persons[session.osUser] = .text(person)
    try set(Self.personsKey, to: persons)
  }

  /// The name that the person at this account gave; nil when none was given.
  func rememberedPerson() throws -> String? {
    try setting(Self.personsKey)?[session.osUser]?.text
  }
}
