import ArchiveDomain
import ArchiveStore
import ArgumentParser
import Foundation
import TerminalKit

/// `lantai doctor`: what this machine has and lacks, as Markdown.
struct DoctorCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "cli.help.doctor")

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let lines = Diagnosis(surroundings).lines
    try surroundings.console.line("# " + surroundings.phrases("cli.doctor.title"))
    try surroundings.console.line("")
    for line in lines { try surroundings.console.line("- " + surroundings.phrases.text(line)) }
  }
}

/// The lines of `lantai doctor`.
struct Diagnosis {
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  var lines: [Phrase] { program + terminal + library }

  private var program: [Phrase] {
    [
      Phrase("cli.doctor.program", ["version": .text(ProgramVersion.text)]),
      Phrase("cli.doctor.data", ["path": .text(surroundings.data.url.path)]),
      Phrase("cli.doctor.language", ["language": .text(surroundings.phrases.language)]),
      Phrase("cli.doctor.types", ["n": .number(surroundings.types.all.count)]),
      Phrase("cli.doctor.day", ["day": .text(surroundings.opening.session.clock.today.dashed)]),
    ]
  }

  private var terminal: [Phrase] {
    let environment = ProcessInfo.processInfo.environment
    let name = Phrase.text(environment["TERM"] ?? "")
    // Sets the locale too; so that the answer is that of the workbench.
    let fault = TerminalGate.check()
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    let verdict = fault.map { Ending($0).phrase ?? .text("") } ?? Phrase("cli.doctor.usable")
    return [
      Phrase("cli.doctor.terminal", ["name": name, "verdict": verdict]),
      Phrase("cli.doctor.locale", ["locale": .text(locale ?? "C")]),
    ]
  }

  private var library: [Phrase] {
    let folder = surroundings.folder
    let place = Phrase("cli.doctor.library", ["path": .text(folder.path)])
    do {
      let archive = try surroundings.open()
      let head = try archive.head()
      return [place, disk(folder), mode(archive)]
        + [Phrase("cli.doctor.entries", ["n": .number(Int(head.seq))])] + others(folder)
    } catch {
      return [place, Phrase("cli.doctor.closed", ["why": Ending(error).phrase ?? .text("")])]
    }
  }

  private func disk(_ folder: URL) -> Phrase {
    let system = FileSystem(of: folder)
    let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
    let free = (facts?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
    let words: [String: Phrase] = [
      "kind": .text(system.magic), "free": .number(Int(free / 1_000_000)),
    ]
    return Phrase(system.isLocal ? "cli.doctor.disk-local" : "cli.doctor.disk-shared", words)
  }

  private func mode(_ archive: Archive) -> Phrase {
    switch archive.mode {
    case .writing: return Phrase("cli.doctor.writes")
    case .reading(.asked), .reading(.past): return Phrase("cli.doctor.asked")
    case .reading(.fullDisk): return Phrase("cli.doctor.full-disk")
    case .reading(.medium): return Phrase("cli.doctor.medium")
    case .reading(.permission): return Phrase("cli.doctor.permission")
    case .reading(.lockDenied): return Phrase("cli.doctor.lock-denied")
    case .reading(.othersWrite(let who, let host, let since)):
      return Phrase(
        "cli.doctor.others-write",
        ["who": .text(who), "host": .text(host), "since": .text(since)])
    }
  }

  private func others(_ folder: URL) -> [Phrase] {
    Presence.others(in: folder).map { person in
      Phrase(
        "cli.doctor.here",
        ["who": .text(person.who), "host": .text(person.host), "since": .text(person.since)])
    }
  }
}
