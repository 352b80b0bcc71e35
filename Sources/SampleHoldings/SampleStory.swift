/// The story of the sample holdings as `data/sample/story.yaml` tells it.
struct SampleStory: Decodable, Sendable {
  struct Unit: Decodable, Sendable {
    var number: String
    var name: String
  }

  struct Department: Decodable, Sendable {
    var code: String
    var name: String
    var from: Int
    /// The last year of its name; nil while it lasts.
    var to: Int?
  }

  /// The day on which the story ends, `yyyy-mm-dd`.
  var today: String
  var unit: Unit
  var archivist: String
  var orgs: [Department]
  var steps: [SampleStep]

  enum CodingKeys: String, CodingKey {
    case today, unit
    case archivist = "operator"
    case orgs, steps
  }
}

/// What one day's work is.
///
/// Which words a step has depends on its deed; story.yaml explains them.
struct SampleStep: Decodable, Sendable {
  enum Deed: String, Decodable, Sendable {
    case found, orgs, close, setting
    case takeIn = "import"
    case endNote = "end-note"
    case tie, create, classify, bind, file, stamp, edit, volumes, parts, move
  }

  /// `2024-04-18 17:20`.
  var at: String
  var deed: Deed
  var codes: [String]?
  var key: String?
  var keys: [String]?
  /// A setting or an end note, as a JSON object.
  var value: String?
  var list: String?
  var lists: [String]?
  /// The list of pieces that go into volumes.
  var pieces: String?
  /// What the imported file was called.
  var source: String?
  /// A workbook under `data/sample/lists`; the step's lists say what comes of it.
  var workbook: String?
  /// Whom a person in the workbook stands for.
  var persons: [String: String]?
  var mends: [SampleRow]?
  var leaveOut: [SampleRow]?
  var duplicates: [SampleRow]?
  var type: String?
  var year: Int?
  var project: String?
  /// The papers come without periods, whatever the list says.
  var inbox: Bool?
  /// The first and the last group or volume that takes part; 0 for papers in none.
  var groups: [Int]?
  var volumes: [Int]?
  /// The kind of a tie, and the paper at its other end.
  var kind: String?
  var other: String?
  var set: [String: String]?
  var reason: String?
  /// How many rows of the list from its top, or from which on.
  var first: Int?
  var after: Int?
  /// Each paper in an entry of its own.
  var single: Bool?
  var retention: String?
  var org: String?
  var stamp: String?
  var arrangedBy: String?
  var checkedBy: String?

  enum CodingKeys: String, CodingKey {
    case at
    case deed = "do"
    case codes, key, keys, value, list, lists, pieces, source, workbook, persons, mends
    case leaveOut = "leave_out"
    case duplicates, type, year, project, inbox
    case groups, volumes, kind, other, set, reason, first, after, single, retention, org, stamp
    case arrangedBy = "arranged_by"
    case checkedBy = "checked_by"
  }
}

/// A row of a workbook, and what a person says of it before it is imported.
struct SampleRow: Decodable, Sendable {
  var sheet: String
  /// As the spreadsheet numbers it.
  var row: Int
  /// The field to mend, and what it becomes.
  var field: String?
  var to: String?
  /// Of a likely duplicate: `skip` or `add`.
  var answer: String?
}
