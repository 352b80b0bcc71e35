import Foundation

/// When the library was checked last, up to which entry, and how much was found.
///
/// Kept in `desk/`, beside who is here: it is no record, and losing it loses nothing.
package struct LastCheck: Codable, Hashable, Sendable {
  /// Local time with offset, as in the journal.
  package var at: String
  /// The last entry that was there.
  package var seq: Int64
  package var findings: Int

  package init(at: String, seq: Int64, findings: Int) {
    self.at = at
    self.seq = seq
    self.findings = findings
  }
}

extension Archive {
  private var checkFileURL: URL {
    folder.appendingPathComponent("desk").appendingPathComponent("checked")
  }

  /// The last check; nil when there was none, or when nobody could keep it.
  package func lastCheck() -> LastCheck? {
    guard let data = try? Data(contentsOf: checkFileURL), data.count < 4096 else { return nil }
    return try? JSONDecoder().decode(LastCheck.self, from: data)
  }

  /// Keeps what a check found, where the folder can be written.
  package func keep(_ check: LastCheck) {
    guard canWrite, let data = try? JSONEncoder().encode(check) else { return }
    // Only a help: who cannot keep it checks again.
    try? data.write(to: checkFileURL, options: .atomic)
  }
}
