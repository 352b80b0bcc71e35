import ArchiveDomain
import ArchiveStore
import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct VerifyingTests {
  @Test func `a whole library is told with how much was checked`() throws {
    let office = try Office()
    try office.numbered(3)
    var harness = try office.harness(.arrange(Scope(), record: nil))

    harness.press("F2")
    harness.type("hdjy")
    harness.press("Enter")

    harness.expectSays("核对无误：3 件、1 盒、")
  }
}
