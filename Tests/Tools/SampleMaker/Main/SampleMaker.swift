import ArchiveStore
import Foundation
import SampleHoldings

/// `SampleMaker FOLDER`: makes the library of the sample holdings from data/sample.
@main
struct SampleMaker {
  static func main() {
    guard CommandLine.arguments.count == 2, let data = DataFolder.find() else {
      report("usage: SampleMaker FOLDER (run in the repository, or set LANTAI_DATA)")
      exit(2)
    }
    let folder = URL(fileURLWithPath: CommandLine.arguments[1])
    do {
      try SampleLibrary.make(at: folder, from: data) { done, all in
        if done % 20 == 0 || done == all { report("\(done)/\(all)") }
      }
    } catch {
      report("\(error)")
      exit(1)
    }
  }

  private static func report(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
