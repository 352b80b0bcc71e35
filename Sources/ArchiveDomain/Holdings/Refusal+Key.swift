extension Refusal {
  /// The name under which the language files keep its sentence.
  // Stored.
  /// The phrase that says it, in data/languages.
  package var key: String { phrase.key }

  /// What the sentence tells, in order; stored words where there are any, else numbers or text.
  package var arguments: [String] { phrase.arguments }

  // One line a case: a table, longer than a function should be.
  private var phrase: (key: String, arguments: [String]) {
    switch self {
    case .noTitle: ("no-title", [])
    case .gone(let state): ("gone", [state.name])
    case .changedMeanwhile(let who): ("changed-meanwhile", [who])
    case .wrongState(let state): ("wrong-state", [state.name])
    case .filed: ("filed", [])
    case .notFiled: ("not-filed", [])
    case .notAVolume: ("not-a-volume", [])
    case .schemeByItem: ("scheme-by-item", [])
    case .notAPiece: ("not-a-piece", [])
    case .missing(let field): ("missing", [field])
    case .badField(let field, let why): ("bad-field", [field, why])
    case .secret: ("secret", [])
    case .secrecyWithoutYears: ("secrecy-without-years", [])
    case .secretsHere(let count): ("secrets-here", [String(count)])
    case .referenced(let who): ("referenced", [who])
    case .parts(let fault): ("parts", [fault])
    case .blocked(let marks): ("blocked", [marks.words.joined(separator: "、")])
    case .periodNotAllowed(let period): ("period-not-allowed", [period.label])
    case .noPeriod: ("no-period", [])
    case .orgNotValid(let year): ("org-not-valid", [String(year)])
    case .orgInUse(let year): ("org-in-use", [String(year)])
    case .noOrg: ("no-org", [])
    case .yearUnknown: ("year-unknown", [])
    case .yearClosed(let year): ("year-closed", [String(year)])
    case .seriesIncomplete(let missing):
      ("series-incomplete", [missing.map(\.rawValue).joined(separator: ",")])
    case .noFondsNumber: ("no-fonds-number", [])
    case .noScheme(let type, let year): ("no-scheme", [type, String(year)])
    case .schemeOverlaps(let from, let to): ("scheme-overlaps", [String(from), String(to)])
    case .schemeHolds(let count): ("scheme-holds", [String(count)])
    case .badTemplate(let why): ("bad-template", [why])
    case .departmentAndMatter: ("department-and-matter", [])
    case .orgCodeReserved(let code): ("org-code-reserved", [code])
    case .orgCodeTaken(let code, let name): ("org-code-taken", [code, name])
    case .orgNameTaken(let name, let code): ("org-name-taken", [name, code])
    case .numbersIssued: ("numbers-issued", [])
    case .classExists: ("class-exists", [])
    case .classHolds(let count): ("class-holds", [String(count)])
    case .classHasBoxes(let count): ("class-has-boxes", [String(count)])
    case .nothingUnnumbered: ("nothing-unnumbered", [])
    case .noSchedule(let name): ("no-schedule", [name])
    case .noScheduleRow(let code): ("no-schedule-row", [code])
    case .badSchedule(let fault): ("bad-schedule", [fault.code, fault.reason.name])
    case .otherSeries: ("other-series", [])
    case .otherPeriod: ("other-period", [])
    case .notInVolume: ("not-in-volume", [])
    case .inVolume: ("in-volume", [])
    case .volumeFiled: ("volume-filed", [])
    case .emptyVolume: ("empty-volume", [])
    case .unboxed: ("unboxed", [])
    case .boxTooThick(let mm): ("box-too-thick", [String(mm)])
    case .boxHoldsFiled: ("box-holds-filed", [])
    case .gap(let number): ("gap", [String(number)])
    case .codeTaken(let code): ("code-taken", [code])
    case .numbersShown(let what): ("numbers-shown", [what])
    case .stampInked: ("stamp-inked", [])
    case .alreadyTakenBack(let seq): ("already-taken-back", [String(seq)])
    case .notTakenBack(let action): ("not-taken-back", [action.rawValue])
    case .final(let action): ("final", [action.rawValue])
    case .laterEntries(let count): ("later-entries", [String(count)])
    case .nothingToTakeBack: ("nothing-to-take-back", [])
    case .noReason: ("no-reason", [])
    case .noGround: ("no-ground", [])
    case .noName: ("no-name", [])
    case .notAllowed(let role): ("not-allowed", [role.name])
    case .readOnly: ("read-only", [])
    case .nothingSelected: ("nothing-selected", [])
    case .later: ("later", [])
    }
  }
}
