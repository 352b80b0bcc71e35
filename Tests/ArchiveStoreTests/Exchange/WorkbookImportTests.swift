import ArchiveDomain
import Foundation
import TestSupport
import Testing

@testable import ArchiveStore

/// A workbook written by openpyxl, as offices' lists come.
@Suite struct WorkbookImportTests {
  /// Whether this machine can write one.
  static let canWrite: Bool = run("import openpyxl") == 0

  static func run(_ script: String, _ arguments: [String] = []) -> Int32 {
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script] + arguments
    python.standardError = FileHandle.nullDevice
    do { try python.run() } catch { return -1 }
    python.waitUntilExit()
    return python.terminationStatus
  }

  @Test(.enabled(if: canWrite)) func `two sheets with a title above their head go in`() throws {
    let library = try Archive.withSamples()
    defer { library.remove() }
    let url = library.folder.appendingPathComponent("收发文登记2023.xlsx")
    let script = """
      import sys, datetime, openpyxl
      book = openpyxl.Workbook()
      sent = book.active
      sent.title = '发文'
      sent.append(['2023年发文登记'])
      sent.merge_cells('A1:E1')
      sent.append(['序号', '文号', '责任者', '题名', '日期'])
      sent.append([1, '云农发〔2023〕7号', '农业局', '关于春耕的通知', datetime.date(2023, 2, 6)])
      sent.append([2, '云农发〔2023〕8号', '农业局', '关于农机的通知', 45058])
      sent.append(['合计', None, None, None, '2件'])
      got = book.create_sheet('收文')
      got.append(['序号', '来文字号', '来文单位', '标题', '成文日期'])
      got.append([1, '青政〔2023〕17号', '青石镇人民政府', '关于确权的请示', '2023.5.30'])
      book.save(sys.argv[1])
      """
    #expect(Self.run(script, [url.path]) == 0)

    let imported = try Lists(library: library).add(url)

    #expect(imported.added == 3)
    #expect(
      try library.archive.newest(3).map(\.date).sorted() == ["20230206", "20230512", "20230530"])
  }
}
