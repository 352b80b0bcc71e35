/// A year of the common era; 0 stands for a year that is not known.
package typealias Year = Int

/// The years an archive may hold.
package enum Years {
  /// The years that a series accepts (schema: 1840 to 2200).
  package static let accepted = 1840...2200

  /// Whether the year is known and within what an archive may hold.
  package static func isAccepted(_ year: Year) -> Bool {
    accepted.contains(year)
  }
}
