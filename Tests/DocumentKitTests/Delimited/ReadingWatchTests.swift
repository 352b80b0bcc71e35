import DocumentKit
import Foundation
import Synchronization
import Testing

/// A person sees how far a long list is read, and may stop it.
@Suite struct ReadingWatchTests {
  /// What a watch heard, and after how many times it says no.
  private final class Listener: Sendable {
    private let heard = Mutex<[(done: Int, total: Int)]>([])
    private let patience: Int

    init(patience: Int = .max) { self.patience = patience }

    var all: [(done: Int, total: Int)] { heard.withLock { $0 } }

    var limits: ReadingLimits {
      var limits = ReadingLimits.standard
      limits.watch = { [self] done, total in
        heard.withLock {
          $0.append((done, total))
          return $0.count < patience
        }
      }
      return limits
    }
  }

  private static let rows = 40_000

  private func csv(in folder: FreshFolder) throws -> URL {
    let rows = (1...Self.rows).map { "\($0),关于第\($0)件事的通知" }
    return try folder.file("长表.csv", "序号,题名\n" + rows.joined(separator: "\n"))
  }

  private func workbook(in folder: FreshFolder) throws -> URL {
    let rows = (1...Self.rows).map {
      "<row r=\"\($0)\"><c t=\"inlineStr\"><is><t>关于第\($0)件事的通知</t></is></c></row>"
    }
    return try folder.file("长表.xlsx", HandMadeWorkbook(rows.joined()).bytes)
  }

  private func expectSteadyProgress(_ heard: [(done: Int, total: Int)]) {
    #expect(heard.count > 5)
    #expect(Set(heard.map(\.total)).count == 1)
    #expect(zip(heard, heard.dropFirst()).allSatisfy { $0.done <= $1.done })
    #expect(heard.allSatisfy { $0.done <= $0.total })
  }

  @Test func `a text file tells its bytes as they are read`() throws {
    let folder = try FreshFolder()
    let file = try csv(in: folder)
    let listener = Listener()

    let document = try TableReader.read(file, limits: listener.limits)

    #expect(document.sheets[0].rows.count == Self.rows + 1)
    expectSteadyProgress(listener.all)
    #expect(listener.all.last.map { $0.done == $0.total } == true)
  }

  @Test func `a workbook tells its unpacked bytes as they are read`() throws {
    let folder = try FreshFolder()
    let file = try workbook(in: folder)
    let listener = Listener()

    let document = try TableReader.read(file, limits: listener.limits)

    #expect(document.sheets[0].rows.count == Self.rows)
    expectSteadyProgress(listener.all)
    #expect(listener.all.last.map { $0.done * 10 > $0.total * 9 } == true)
  }

  @Test func `a text file is left at the first no`() throws {
    let folder = try FreshFolder()
    let file = try csv(in: folder)
    let listener = Listener(patience: 3)

    #expect(throws: TableFault.stopped) {
      try TableReader.read(file, limits: listener.limits)
    }
    #expect(listener.all.count == 3)
  }

  @Test func `a workbook is left at the first no`() throws {
    let folder = try FreshFolder()
    let file = try workbook(in: folder)
    let listener = Listener(patience: 3)

    #expect(throws: TableFault.stopped) {
      try TableReader.read(file, limits: listener.limits)
    }
    #expect(listener.all.count == 3)
  }
}
