/// All records of a library, or of a part of it, with what stands around them.
package struct Papers: Hashable, Sendable {
  package var fonds: Fonds
  /// The classes that the records lie in, and those of the boxes.
  package var classes: [PaperClass]
  /// In the order of their ids.
  package var papers: [PaperFacts]
  package var boxes: [RowID: PaperBox] = [:]
  package var links: [Link] = []
  /// Numbers that were given up and belong to their items.
  package var vacant: [VacantNumber] = []
  /// All departments or matters of the fonds, in every year.
  package var orgs: [Org] = []
  /// The entry of the journal after which they were read.
  package var seq: Int64 = 0

  package init(fonds: Fonds, classes: [PaperClass], papers: [PaperFacts]) {
    self.fonds = fonds
    self.classes = classes
    self.papers = papers
  }

  /// The class of a record.
  package func own(_ paper: PaperFacts) -> PaperClass { classes[paper.classAt] }

  /// The year that a record is filed under; 0 when not known.
  package func year(of paper: PaperFacts) -> Year { classes[paper.classAt].series.year }

  /// The record with this id, found by halving; nil when it is not among them.
  package func paper(_ id: ItemID) -> PaperFacts? { position(of: id).map { papers[$0] } }

  /// Where the record with this id stands in `papers`.
  package func position(of id: ItemID) -> Int? {
    var (low, high) = (0, papers.count)
    while low < high {
      let middle = (low + high) / 2
      if papers[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < papers.count && papers[low].id == id ? low : nil
  }
}

/// A class 类目 with its scheme, its department and its type.
package struct PaperClass: Hashable, Sendable {
  package var series: Series
  package var scheme: Scheme
  /// nil when the scheme's pattern cannot be read.
  package var template: CodeTemplate?
  /// nil without a department or matter.
  package var org: Org?
  /// nil when no type file tells of it.
  package var type: ArchiveType?

  package init(
    series: Series, scheme: Scheme, template: CodeTemplate? = nil, org: Org? = nil,
    type: ArchiveType? = nil
  ) {
    self.series = series
    self.scheme = scheme
    self.template = template
    self.org = org
    self.type = type
  }
}

/// A box with the class that it stands for.
package struct PaperBox: Hashable, Sendable {
  package var box: Box
  /// The position of its class in `Papers.classes`.
  package var classAt: Int

  package init(_ box: Box, classAt: Int) {
    self.box = box
    self.classAt = classAt
  }
}
