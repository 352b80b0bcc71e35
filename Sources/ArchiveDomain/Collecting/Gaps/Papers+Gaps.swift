// By position: a record is a big value, and handing it about copies all of it.

extension Papers {
  /// The department that a record is filed under; empty when none is known.
  func department(at index: Int) -> String { classes[papers[index].classAt].org?.name ?? "" }

  /// The year that a record is filed under, or else that of its date.
  func filingYear(at index: Int) -> Year {
    let year = classes[papers[index].classAt].series.year
    return year > 0 ? year : papers[index].date.year
  }

  func gapPaper(at index: Int, number: Int? = nil) -> Gap.Paper {
    let paper = papers[index]
    return Gap.Paper(
      id: paper.id, title: paper.title, docNo: paper.docNo, number: number, day: paper.day)
  }
}
