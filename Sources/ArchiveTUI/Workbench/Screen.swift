import ArchiveStore
import TerminalKit

/// One screen, or one layer over it: a value that shows records and says what each verb means here.
///
/// The workbench owns the stack. It asks `meaning(of:)` before each `perform`, calls `resize` and
/// `reload` when the screen opens, `reload` again when it returns to the top, and `draw` once a batch.
protocol Screen {
  /// Row 2 and the right of the say line; taken from the topmost screen that is not a layer,
  /// the say line from the top.
  var header: Header { get }

  /// Who gets typed characters now: a field, a ladder of digits, or the look-up of a list.
  var typing: Typing { get }

  /// Whether it lies over the screen below instead of replacing it.
  var isLayer: Bool { get }

  /// The activity it belongs to, put in brackets in the title line; nil keeps the one below.
  var activity: Activity? { get }

  /// The class that is listed, which a look-up begins in; nil: the whole fonds.
  var lookUpScope: Scope? { get }

  /// What this screen is for and how one works on it, for F1; each a paragraph.
  var notes: [Phrase] { get }

  /// What the verb does here, or why it cannot just now; nil where it has no meaning at all.
  func meaning(of verb: Verb) -> Meaning?

  /// Where a refused verb can be made possible, when its sentence offers to go there; nil: nowhere.
  func remedy(of verb: Verb) -> Remedy?

  /// Does it. Called only after `meaning(of:)` said `.does`.
  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next

  /// Moves the cursor, the focus or the caret. Arrows, pages, Home, End, Tab, and Shift with arrows.
  mutating func step(_ step: Step, in archive: Archive) throws -> Next

  /// Takes typed text, an editing key or a click; nil when it has no use for it here.
  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next?

  /// Takes what a layer over it answered (`Next.answer`), after that layer has closed.
  mutating func receive(_ answer: any Sendable, in archive: Archive) throws -> Next

  /// Reads again what it shows. Marks, cursor and typed text stay.
  mutating func reload(from archive: Archive) throws

  /// Slow work that it waits for, done beside the loop without being asked for; nil when it has all.
  func awaited(in archive: Archive) -> Job?

  /// The cursor rests: a batch of keys is over.
  ///
  /// Reads what is too slow to be read at each step of the cursor.
  mutating func settle(in archive: Archive) throws

  /// The program is about to leave: what is typed and not on the disk goes there, or stays as draft.
  mutating func keepTyped(in archive: Archive)

  /// Learns the size of the window, before `reload` and after each change of it.
  mutating func resize(to size: Size)

  /// Draws its zones: from row 3 to the row above the say line for a screen, anywhere for a layer.
  /// Pure. Sets `canvas.cursor` to the caret or the row in focus.
  func draw(on canvas: inout Canvas, _ phrases: Phrases)
}

extension Screen {
  var typing: Typing { .list }
  var isLayer: Bool { false }
  var activity: Activity? { nil }
  var lookUpScope: Scope? { nil }
  var notes: [Phrase] { [] }
  func meaning(of verb: Verb) -> Meaning? { nil }
  func remedy(of verb: Verb) -> Remedy? { nil }
  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next { .stay }
  mutating func step(_ step: Step, in archive: Archive) throws -> Next { .stay }
  mutating func consume(_ input: TextInput, in archive: Archive) throws -> Next? { nil }
  mutating func receive(_ answer: any Sendable, in archive: Archive) throws -> Next { .stay }
  mutating func reload(from archive: Archive) throws {}
  func awaited(in archive: Archive) -> Job? { nil }
  mutating func settle(in archive: Archive) throws {}
  mutating func keepTyped(in archive: Archive) {}
  mutating func resize(to size: Size) {}
}

/// Who gets the characters that are typed.
enum Typing: Sendable {
  /// Command characters are commands, digits are activities, the rest begins a look-up.
  case list
  /// Digits go to the screen one by one (期限, 清点, 鉴定); the rest as in a list.
  case ladder
  /// All of it goes to the field, and editing keys are offered to it first.
  case field
}

/// A movement.
enum Step: Hashable, Sendable {
  case up, down, left, right, pageUp, pageDown, home, end
  /// Ctrl-Home and Ctrl-End: the very first and last.
  case first, last
  case nextZone, previousZone
  /// Shift with an arrow: marks as it goes.
  case extendUp, extendDown
}

/// What a person typed or pointed at, as a screen gets it.
enum TextInput: Hashable, Sendable {
  /// Printable characters; one digit in a ladder.
  case text(String)
  /// Pasted text, line breaks and all.
  case paste(String)
  /// An editing key, offered to a field in focus before it is looked up as a verb.
  case key(Key)
  case press(Point)
  case doublePress(Point)
  /// The wheel, by rows: negative is up.
  case wheel(rows: Int, at: Point)
}

/// What a verb does here, or why it cannot.
enum Meaning: Hashable, Sendable {
  /// It does what the label says; nil: what its name says.
  case does(Phrase?)
  /// It cannot just now; the sentence says why, and what would help.
  case refused(Phrase)

  /// It does what its name says.
  static let does = Meaning.does(nil)

  /// Whether the key is lit.
  var isPossible: Bool {
    if case .does = self { true } else { false }
  }
}

/// The way out of a refusal.
struct Remedy: Sendable {
  /// Word of the button: 去划.
  let label: Phrase
  let destination: Destination
}

/// What comes after a verb, a movement or a text.
enum Next {
  case stay
  /// Says a sentence in the say line.
  case say(Message)
  /// Lays a screen or a layer on top.
  case open(any Screen)
  /// Puts a screen in place of this one.
  case replace(any Screen)
  /// Closes this one; the one below reloads.
  case close
  /// Closes this one and hands a value to the one below.
  case answer(any Sendable)
  /// Closes this layer and asks the screen below for a verb.
  case act(Verb)
  /// Lays the screen of a destination on top.
  case visit(Destination)
  /// Goes to an activity: its screen becomes the only one above 今日.
  case go(Activity)
  /// Drops all screens and begins with this one.
  case openAtRoot(any Screen)
  /// Runs slow work beside; its end comes back as a `Next`.
  case start(Job)
  /// The end of slow work that only the screen that began it can go on with.
  ///
  /// Done when that screen is on top, now or later; when it is gone, the sentence is said in its
  /// place.
  indirect case onlyThere(Next, else: Phrase)
  /// Goes on with other holdings: the program begins anew with them, visits a destination, and says.
  case enter(Archive, then: Destination? = nil, saying: Phrase? = nil)
  /// Leaves these holdings, has their folder made anew, and begins again with what is there then.
  case renew(Renewal)
  case quit
  /// Several, in order.
  case several([Next])

  /// Says a result: what was done, until the next key.
  static func done(_ phrase: Phrase) -> Next { .say(Message(phrase, .result)) }
  /// Says why something cannot be.
  static func refuse(_ phrase: Phrase) -> Next { .say(Message(phrase, .refusal)) }
}
