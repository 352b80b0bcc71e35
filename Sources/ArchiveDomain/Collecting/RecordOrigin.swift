/// Marks an imported row so that importing it again adds nothing.
///
/// Stored: neither the parts nor their normalisation may change after a release.
package enum RecordOrigin {
  /// The first 8 bytes, big-endian, of the SHA-256 of title␟文号␟责任者␟date␟occurrence.
  ///
  /// - Parameters:
  ///   - occurrence: 1 for the first row with these four values in the list, 2 for the second …
  ///   - sha256: the digest of bytes, at least 8 bytes long.
  package static func of(
    title: String, docNo: String, issuer: String, date: String, occurrence: Int,
    sha256: ([UInt8]) -> [UInt8]
  ) -> Int64 {
    let text = "\(key(title: title, docNo: docNo, issuer: issuer, date: date))\u{1F}\(occurrence)"
    let bits = sha256(Array(text.utf8)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int64(bitPattern: bits)
  }

  /// What rows of equal values share: counting it gives the occurrence.
  package static func key(title: String, docNo: String, issuer: String, date: String) -> String {
    let number = DocNumber.normalize(docNo)
    return "\(TitleText.key(title))\u{1F}\(number)\u{1F}\(TextFold.line(issuer))\u{1F}\(date)"
  }
}
