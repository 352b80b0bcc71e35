import DocumentKit
import Foundation
import Testing

@Suite struct TextFuzzTests {
  private let seed = "\u{FEFF}序号,题名,日期\r\n1,\"关于\"\"十四五\"\"规划,\r\n的通知\",20230206\r\n2,'=1+1,\r\n"
  private let tokens: [[UInt8]] = [
    [0x22], [0x2C], [0x0D], [0x0A], [0x0D, 0x0A], [0x00], [0xFF, 0xFE], [0x80], [0xCC, 0xE2],
    [0x27, 0x3D], [0x09], [0x84, 0x31, 0x95, 0x33], Array(repeating: 0x61, count: 400),
  ]

  @Test func `ten thousand damaged lists give rows or a fault, never a trap`() throws {
    let folder = try FreshFolder()
    var numbers = SeededNumbers(2024)
    var limits = ReadingLimits()
    limits.fieldBytes = 600
    var outcomes = (rows: 0, faults: 0)

    for _ in 0..<10_000 {
      let bytes = numbers.mutated(Array(seed.utf8), with: tokens)
      let file = try folder.file("list.csv", bytes)
      do throws(TableFault) {
        outcomes.rows += try TableReader.read(file, limits: limits).sheets[0].rows.count
      } catch {
        outcomes.faults += 1
      }
    }

    #expect(outcomes.rows > 1_000)
    #expect(outcomes.faults > 100)
  }
}
