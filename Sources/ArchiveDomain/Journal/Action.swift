/// What an entry of the journal did.
///
/// The raw value is `journal.action`, kept for ever.
package enum Action: String, CaseIterable, Sendable {
  // Stored.
  // Items and volumes.
  case `import`
  case create
  case edit
  case classify
  case exclude
  case readmit
  case gather
  case ungather
  case reorder
  case arrange
  case unarrange
  case file
  case unfile
  case adopt
  case recode
  case remove
  case merge
  case attach
  case detach
  // Volumes.
  case makeVolume = "make-volume"
  case splitVolume = "split-volume"
  case joinVolumes = "join-volumes"
  case append
  // Classes.
  case makeClass = "make-class"
  case removeClass = "remove-class"
  // Boxes.
  case resizeBox = "resize-box"
  case splitBox = "split-box"
  case rebalance
  case renumberBoxes = "renumber-boxes"
  // The library.
  case `init`
  case setting
  case org
  case scheme
  case place
  case stamp
  case schedule
  case print
  case export
  case fault
  case undo
  /// Says afterwards why an earlier entry was made.
  case explain
  case view
  case backup
  // Never undone; their writes come with later releases.
  case destroy
  case receive
}

extension Action {
  /// Whether an entry of this action may be taken back.
  ///
  /// Source: our choice, DECISIONS: taking back.
  package var canBeTakenBack: Bool {
    switch self {
    case .destroy, .receive, .print, .export, .explain, .view, .backup, .`init`: false
    default: true
    }
  }

  /// Whether the action keeps its rows from ever going back behind it.
  package var isFinal: Bool { self == .destroy || self == .receive }
}
