/// What a cell stands for; a theme says how it looks.
///
/// Colour is never the only sign: what a role says is also a character on the screen.
package enum Role: UInt8, Hashable, Sendable, CaseIterable {
  case normal, title, titleDisabled, path, headFocused, headIdle
  case cursorRow
  /// The row under the cursor in a zone without the focus.
  case cursorIdle
  case marked, lifted, fault, doubt, refused, hit, disabled
  case field, fieldFocused, locked, dirty, kept
  case buttonDefault, button, readOnly, practice
  case stateIn, stateClassified, stateArranged, stateFiled, stateTransferred, stateGone
  case barNumber, barLabel, barDisabled
  case scrollTrack, scrollThumb
  case say, border, dim, strong
}
