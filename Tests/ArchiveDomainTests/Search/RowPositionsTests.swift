import Testing

@testable import ArchiveDomain

@Suite struct RowPositionsTests {
  @Test(arguments: [RowID(1), 70_000, 1 << 40, .max, -5])
  func `a row is found again wherever its id lies, and not once it is taken out`(id: RowID) {
    var positions = RowPositions()
    for near in 1...50_000 { positions[RowID(near) * 2] = near }

    positions[id] = 7
    #expect(positions[id] == 7)
    #expect(positions[99_998] == 49_999)

    positions[id] = nil
    #expect(positions[id] == nil)
  }
}
