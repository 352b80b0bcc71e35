import ArchiveDomain
import TerminalKit

/// What every screen may know of its surroundings: whose holdings, who works, which day it is.
struct Desk: Hashable, Sendable {
  /// Full name of the unit: 云岭县农业农村局.
  ///
  /// Empty before the first start is over.
  var unit = ""
  /// 全宗号: J036.
  ///
  /// May be empty.
  var fonds = ""
  /// The person at work, and what they are.
  var person = ""
  var post = ""
  /// The day it is taken to be.
  var today: CalendarDate
  /// Nothing can be changed: `--read-only`, or another writer holds the folder.
  var isReadOnly = false
  /// A practice library, which can be put back as it was.
  var isPractice = false
  /// Where what is typed and not written yet is kept.
  var drafts = DraftFolder.own
}

/// How the workbench is to look and behave: command line and `config.yaml`.
struct WorkbenchOptions: Hashable, Sendable {
  /// Colours of the roles.
  var theme = Theme.dark
  /// Lines and dots, as they are or in ASCII.
  var borders = Borders.lines
  /// Columns of an ambiguous-width character, 1 or 2; nil: measured.
  var ambiguousWidth: Int?
  /// Whether clicks and the wheel are listened to.
  var mouse = true
  /// Whether letters are commands.
  var letters = false
  /// The language of the words, as its file is named.
  var language = Phrases.reference
}
