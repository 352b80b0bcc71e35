/// How a role looks: two of the 16 colours and attributes.
package struct Style: Hashable, Sendable {
  /// 0 to 15, or nil for the terminal's own.
  package var foreground: UInt8?
  /// 0 to 15, or nil for the terminal's own.
  package var background: UInt8?
  /// What is added to the colours, or stands for them.
  package var attributes: Attributes

  /// What a terminal without colours can do.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits that the C side knows.
    package let rawValue: UInt8
    /// A set by its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavy, or bright.
    package static let bold = Attributes(rawValue: 1)
    /// With a line below.
    package static let underline = Attributes(rawValue: 2)
    /// Letter and ground exchanged.
    package static let reverse = Attributes(rawValue: 4)
    /// Faint, where the terminal can.
    package static let dim = Attributes(rawValue: 8)
  }

  init(_ foreground: UInt8?, _ background: UInt8?, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// Four ways to look: for dark and bright rooms, for a projector, and without colours.
///
/// Both colours are always given, so that a theme does not depend on what the terminal has.
package enum Theme: String, Hashable, Sendable, CaseIterable {
  case dark, light, contrast, mono

  /// How a role looks in this theme.
  package func style(_ role: Role) -> Style {
    switch self {
    case .dark: Self.dark(role)
    case .light: Self.light(role)
    case .contrast: Self.contrast(role)
    case .mono: Self.mono(role)
    }
  }

  private static func dark(_ role: Role) -> Style {
    switch role {
    case .normal, .path, .stateIn, .scrollTrack, .border: Style(7, 0)
    case .say, .cursorIdle, .strong: Style(15, 0, .bold)
    case .title, .headIdle, .barLabel: Style(0, 7)
    case .titleDisabled: Style(0, 7, .dim)
    case .headFocused, .fieldFocused: Style(15, 4)
    case .cursorRow: Style(7, 0, .reverse)
    case .marked, .doubt, .dirty, .stateClassified: Style(11, 0)
    case .lifted, .kept, .stateArranged: Style(14, 0)
    case .fault: Style(9, 0)
    case .refused, .disabled, .locked, .dim, .stateGone: Style(8, 0)
    case .hit: Style(10, 0, .underline)
    case .field: Style(7, 0, .underline)
    case .buttonDefault: Style(0, 15)
    case .button, .scrollThumb: Style(0, 7)
    case .readOnly: Style(15, 1, .bold)
    case .practice: Style(15, 5, .bold)
    case .stateFiled: Style(10, 0)
    case .stateTransferred: Style(12, 0)
    case .barNumber: Style(15, 0)
    case .barDisabled: Style(8, 0)
    }
  }

  private static func light(_ role: Role) -> Style {
    switch role {
    case .normal, .path, .stateIn, .scrollTrack, .border: Style(0, 15)
    case .say, .cursorIdle, .strong: Style(0, 15, .bold)
    case .title, .headIdle, .barLabel: Style(0, 7)
    case .titleDisabled: Style(0, 7, .dim)
    case .headFocused, .fieldFocused: Style(15, 4)
    case .cursorRow: Style(0, 15, .reverse)
    case .marked, .dirty, .stateClassified: Style(0, 11)
    case .doubt: Style(5, 15)
    case .lifted, .kept, .stateArranged: Style(0, 14)
    case .fault: Style(1, 15, .bold)
    case .refused, .disabled, .locked, .dim, .stateGone: Style(8, 15)
    case .hit: Style(4, 15, .underline)
    case .field: Style(0, 15, .underline)
    case .buttonDefault: Style(15, 0)
    case .button, .scrollThumb: Style(0, 7)
    case .readOnly: Style(15, 1, .bold)
    case .practice: Style(15, 5, .bold)
    case .stateFiled: Style(0, 10)
    case .stateTransferred: Style(15, 4)
    case .barNumber: Style(0, 15)
    case .barDisabled: Style(8, 15)
    }
  }

  private static func contrast(_ role: Role) -> Style {
    switch role {
    case .normal, .path, .stateIn, .scrollTrack, .border, .say, .locked: Style(15, 0)
    case .cursorIdle, .strong: Style(15, 0, .bold)
    case .title, .headIdle, .barLabel: Style(0, 15)
    case .titleDisabled: Style(0, 15, .dim)
    case .headFocused, .fieldFocused: Style(0, 14)
    case .cursorRow: Style(15, 0, .reverse)
    case .marked, .doubt, .dirty, .stateClassified: Style(11, 0, .bold)
    case .lifted, .kept, .stateArranged: Style(14, 0, .bold)
    case .fault: Style(0, 11, .bold)
    case .refused, .disabled, .dim, .stateGone: Style(7, 0)
    case .hit: Style(10, 0, [.underline, .bold])
    case .field: Style(15, 0, .underline)
    case .buttonDefault: Style(0, 11, .bold)
    case .button, .scrollThumb: Style(0, 15)
    case .readOnly: Style(0, 11, .bold)
    case .practice: Style(0, 14, .bold)
    case .stateFiled: Style(10, 0, .bold)
    case .stateTransferred: Style(15, 0, .bold)
    case .barNumber: Style(15, 0, .bold)
    case .barDisabled: Style(7, 0)
    }
  }

  private static func mono(_ role: Role) -> Style {
    switch role {
    case .headFocused, .cursorRow, .fieldFocused, .buttonDefault, .button, .readOnly, .practice,
      .title, .barLabel, .scrollThumb:
      Style(nil, nil, .reverse)
    case .cursorIdle, .marked, .lifted, .fault, .doubt, .dirty, .kept, .say, .strong, .headIdle:
      Style(nil, nil, .bold)
    case .titleDisabled: Style(nil, nil, [.reverse, .dim])
    case .refused, .disabled, .locked, .dim, .barDisabled, .stateGone: Style(nil, nil, .dim)
    case .hit, .field: Style(nil, nil, .underline)
    default: Style(nil, nil)
    }
  }
}
