/// A key that is not printing text.
package enum Key: Hashable, Sendable {
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, pageUp, pageDown, home, end
  case shiftUp, shiftDown, controlHome, controlEnd
  /// F1 to F12; Alt-digit, and Esc and digit in one read, are F1 to F10.
  case function(Int)
  /// Ctrl with a lowercase letter, or with `/` or `\`.
  case control(Character)
  /// Alt with a printing ASCII character that is not a digit.
  case alt(Character)
}

/// What the mouse did, and on which cell.
package struct Mouse: Hashable, Sendable {
  /// The four things told; moves and releases are not.
  package enum Kind: Hashable, Sendable {
    case press, doublePress, wheelUp, wheelDown
  }

  /// Press, double press or wheel.
  package var kind: Kind
  /// The cell, from 0.
  package var at: Point

  /// What happened on a cell.
  package init(_ kind: Kind, at point: Point) {
    self.kind = kind
    at = point
  }
}

/// What happened outside: a person, the terminal, or a worker that wants the loop to look.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// Printing characters; consecutive ones of one batch are one event. A blank is text too.
  case text(String)
  /// What was pasted in one piece; lines end in `\n`, other controls are gone.
  case paste(String)
  case mouse(Mouse)
  /// The terminal has this size now, or came back and must be drawn afresh.
  case resize(Size)
  /// Somebody called the terminal's `wake`.
  case wake
  /// The terminal is gone: nothing more will come.
  case hangUp
}
