extension HandBasis {
  /// Whether the ground is a row of a schedule.
  static func namesARow(_ basis: String) -> Bool { !basis.isEmpty && !basis.hasPrefix("hand:") }

  /// Whether a person said why, in words of his own: not that it was so in the list, or last year.
  static func hasOwnReason(_ basis: String) -> Bool {
    guard basis.hasPrefix("hand:") else { return false }
    let reason = basis.dropFirst("hand:".count)
    return !reason.isEmpty && !reason.hasPrefix("照") && !routine.contains(String(reason))
  }

  private static let routine: Set = ["逐件划定", "成批划定", "原表", "著录时定", "命令行"]
}
