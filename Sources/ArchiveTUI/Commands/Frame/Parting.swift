import ArgumentParser
import Foundation

/// What is said, and where, when the command line was not understood, or only asked for help.
struct Parting {
  private let error: any Error
  private let words: CommandWords

  init(_ error: any Error, _ words: CommandWords) {
    self.error = error
    self.words = words
  }

  /// Says it, and returns the exit status.
  func say() -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    if let fault = error as? SurroundingsFault {
      Console.complain(fault.sentence)
      return ExitStatus.usage.rawValue
    }
    let phrases: Phrases
    do {
      let (data, lang) = (words.value(of: "--data"), words.value(of: "--lang"))
      phrases = try Surroundings.phrases(data: data, lang: lang)
    } catch {
      Console.complain(error.sentence)
      return ExitStatus.usage.rawValue
    }
    if ArchiveCommand.exitCode(for: error) == .success {
      let text = HelpText(phrases).filled(ArchiveCommand.fullMessage(for: error))
      let console = Console()
      do {
        try console.line(text)
        try console.flush()
      } catch {
        return ExitStatus.disk.rawValue
      }
      return ExitStatus.done.rawValue
    }
    Console.complain(phrases.text(UsageSentence(ArchiveCommand.message(for: error)).phrase))
    return ExitStatus.usage.rawValue
  }
}
