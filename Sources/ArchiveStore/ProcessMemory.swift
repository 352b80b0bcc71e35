import CDisk

/// The memory that the C library keeps for the program.
package enum ProcessMemory {
  /// Lets large pieces go back to the system when they are freed.
  ///
  /// For a program that stays open all day: before it begins any thread.
  package static func keepSmall() { cdisk_keep_memory_small() }

  /// Gives what is free back to the system, once work over all records is done.
  static func giveBack() { cdisk_trim_memory() }
}
