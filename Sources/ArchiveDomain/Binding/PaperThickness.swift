/// How thick paper is, and from that how many millimetres a piece takes in its box.
package struct PaperThickness: Hashable, Sendable {
  /// Thickness of a sheet in thousandths of a millimetre: whole, so that 30 sheets of 0.1 are 3 mm.
  package var micrometresPerSheet: Int
  /// Pages are written on both sides of a sheet.
  package var twoSided: Bool
  /// What stitching or a cover adds to each piece, in millimetres.
  package var binding: Int

  package init(micrometresPerSheet: Int = 100, twoSided: Bool = false, binding: Int = 1) {
    self.micrometresPerSheet = micrometresPerSheet
    self.twoSided = twoSided
    self.binding = binding
  }

  /// The thickness of a sheet in millimetres, as the settings keep it.
  package var mmPerSheet: Double { Double(micrometresPerSheet) / 1000 }

  /// From the settings' millimetres a sheet.
  package init(mmPerSheet: Double, twoSided: Bool, binding: Int) {
    self.init(
      micrometresPerSheet: max(1, Int((min(mmPerSheet, 1_000) * 1000).rounded())),
      twoSided: twoSided,
      binding: binding)
  }

  /// Sheets of a piece with so many pages: half of them, up, when two-sided.
  package func sheets(pages: Int) -> Int { twoSided ? (pages + 1) / 2 : pages }

  /// Millimetres of a piece: sheets times thickness, up, and its binding; 0 pages take none, and
  /// pages that nobody counted (nil) are one sheet at least.
  package func mm(pages: Int?) -> Int {
    let pages = pages ?? 1
    guard pages > 0 else { return 0 }
    return (sheets(pages: pages) * micrometresPerSheet + 999) / 1000 + binding
  }

  /// The same paper with the thickness of a sheet corrected so that a box ends at the piece which
  /// really was the last to go in; the nearest such thickness to the present one.
  ///
  /// - Parameters:
  ///   - pages: pages of the pieces from the first in the box on, as many as are known behind it.
  ///   - fitted: how many of them went in.
  ///   - room: millimetres of the box that may be filled (thickness less clearance).
  package func calibrated(pages: [Int], fitted: Int, room: Int) -> PaperThickness? {
    guard fitted > 0, fitted <= pages.count else { return nil }
    func ends(_ micrometres: Int) -> Bool {
      var paper = self
      paper.micrometresPerSheet = micrometres
      let used = pages[..<fitted].reduce(0) { $0 + paper.mm(pages: $1) }
      guard used <= room else { return false }
      return fitted == pages.count || used + paper.mm(pages: pages[fitted]) > room
    }
    let fits = (1...1000).filter(ends)
    guard
      let nearest = fits.min(by: {
        abs($0 - micrometresPerSheet) < abs($1 - micrometresPerSheet)
      })
    else { return nil }
    var paper = self
    paper.micrometresPerSheet = nearest
    return paper
  }
}
