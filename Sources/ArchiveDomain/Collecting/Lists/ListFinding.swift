/// Something about a cell that a person must mend or should know.
package struct ListFinding: Hashable, Sendable {
  package var place: ListPlace
  package var field: ListField
  /// The cell as written; '' for a secret paper.
  package var original: String
  package var kind: Kind
  /// What it should be, where that can be told; '' else.
  package var suggestion: String

  /// What was found in a cell or row.
  package enum Kind: Hashable, Sendable {
    case noTitle
    case date(DateFault)
    case unreadablePages
    /// Readable, but to be confirmed: 十二 as 12.
    case doubtfulPages(Int)
    case unreadableNumber
    /// The number stands in an earlier row of the same class too.
    case numberTwice(ListPlace)
    case unreadablePeriod
    case unreadableYear
    case unreadableSecrecy
    case unreadableCount
    case unreadableLevel
    /// None of the words that the field knows.
    case unknownWord
    /// A formula whose result the file does not hold.
    case formulaWithoutValue
    /// An error of the spreadsheet program instead of a value: `#N/A`.
    case cellError
    /// The day is yet to come: two digits of the year, perhaps.
    case futureDate
    /// A row of a text file has more cells than the head: perhaps a sign that parts cells stands in one.
    case tooManyCells
    /// The 档号 of the list is not the one that its class and number make here.
    case codeDiffers(String)
    /// No type of the library is called so.
    case unknownType
    /// A project code with a hyphen or a dot would be read as two components.
    case unreadableProject
    /// Another record of the library has the number: its code.
    case numberTaken(String)
    /// The volume of the piece is filed, and takes pieces by 插卷 only: its code.
    case volumeFiled(String)
    /// A page of the volume stands twice or is missing.
    case pageRun(PageFault)
    // Told, but nothing to mend:
    /// The row says other than the heading or the sheet's name above it.
    case differsFromHeading
    /// The year of the date is not that of the row.
    case yearDiffersFromDate
    case titleLikeFileName
    /// The range of page numbers has other than the pages told beside it.
    case pagesDiffer
    case unknownPerson
    case newOrg
    /// The spreadsheet program had rounded the number before it came here.
    case roundedNumber
    /// The type keeps no paper so long: the row waits in the inbox for another period.
    case periodNotAllowed
    /// The department was not there in the row's year.
    case orgNotValid
    /// The volume of the piece has no number yet, so the piece stays outside of it.
    case pieceWithoutVolume
    /// The record of this id is here, with other words.
    case recordDiffers
    /// Characters that nobody sees were left out of the text.
    case invisibleCharacters
    /// A paper of 秘密 and above: only its number is kept.
    case secret
  }

  /// Whether nothing is written before it is mended or its row left out.
  package var isFault: Bool {
    switch kind {
    case .noTitle, .date, .unreadablePages, .doubtfulPages, .unreadableNumber, .numberTwice,
      .unreadablePeriod, .unreadableYear, .unreadableSecrecy, .unreadableCount, .unreadableLevel,
      .unknownWord, .formulaWithoutValue, .cellError, .futureDate, .tooManyCells, .codeDiffers,
      .unknownType,
      .unreadableProject, .numberTaken, .volumeFiled:
      true
    case .pageRun, .differsFromHeading, .yearDiffersFromDate, .titleLikeFileName, .pagesDiffer,
      .unknownPerson,
      .newOrg, .periodNotAllowed, .orgNotValid, .recordDiffers, .pieceWithoutVolume, .roundedNumber,
      .invisibleCharacters, .secret:
      false
    }
  }
}
