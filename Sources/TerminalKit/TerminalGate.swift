import CNcurses

/// Why a terminal cannot be used; the caller has the sentence.
package enum TerminalFault: Error, Hashable, Sendable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// TERM names nothing that terminfo knows; empty when it is not set.
  case unknownTerminal(name: String)
  /// TERM names a terminal that cannot move its cursor.
  case dumbTerminal(name: String)
  /// The Linux console has no Chinese characters.
  case linuxConsole
  /// The locale is not UTF-8; its charset or name.
  case notUTF8(charset: String)
  /// The terminal drew one Chinese character in other than two columns: its own charset is wrong.
  case wrongCharset
  /// ncurses could not open it.
  case cannotOpen
}

/// Looks at the terminal and the locale before anything is drawn.
package enum TerminalGate {
  /// The first reason not to go on; nil when all is well.
  ///
  /// Sets LC_CTYPE, which widths and output need; unset, C and POSIX become C.UTF-8.
  package static func check() -> TerminalFault? {
    let charset = String(cString: cn_charset())
    guard cn_is_terminal() else { return .notATerminal }
    let name = String(cString: cn_terminal_name())
    switch UInt32(cn_terminal_kind()) {
    case CN_UNKNOWN.rawValue: return .unknownTerminal(name: name)
    case CN_DUMB.rawValue: return .dumbTerminal(name: name)
    case CN_LINUX_CONSOLE.rawValue: return .linuxConsole
    default: return charset == "UTF-8" ? nil : .notUTF8(charset: charset)
    }
  }
}
