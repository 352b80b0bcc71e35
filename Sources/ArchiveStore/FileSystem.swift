import CDisk
import Foundation

/// The kind of file system that holds a library.
package struct FileSystem: Hashable, Sendable {
  /// Several programs may write here at once; elsewhere one.
  package let isLocal: Bool
  /// The number that `statfs` tells, in hexadecimal.
  package let magic: String
  /// Nothing can be written here by anybody.
  package let isReadOnly: Bool
  /// This person may write the folder and the catalogue in it.
  package let mayWrite: Bool

  /// A disk of this machine, for tests.
  package static let local = FileSystem(isLocal: true, magic: "ef53")
  /// A folder of another machine, for tests.
  package static let shared = FileSystem(isLocal: false, magic: "6969")

  /// A medium that is read only, for tests.
  package static let medium = FileSystem(isLocal: false, magic: "9660", isReadOnly: true)
  /// A disk of this machine on which others write and this person may not, for tests.
  package static let foreign = FileSystem(isLocal: true, magic: "ef53", mayWrite: false)

  private init(isLocal: Bool, magic: String, isReadOnly: Bool = false, mayWrite: Bool = true) {
    self.isLocal = isLocal
    self.magic = magic
    self.isReadOnly = isReadOnly
    self.mayWrite = mayWrite
  }

  /// Asks the system.
  ///
  /// ext, xfs, btrfs, f2fs, tmpfs and overlay are local; all else is shared.
  package init(of folder: URL) {
    let type = cdisk_file_system(folder.path)
    let local: Set<Int64> = [
      0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x0102_1994, 0x794C_7630,
    ]
    isLocal = local.contains(type)
    magic = String(type, radix: 16)
    isReadOnly = cdisk_is_read_only(folder.path) == 1
    mayWrite = [folder, Archive.catalogue(in: folder)].allSatisfy {
      access($0.path, W_OK) == 0 || errno == ENOENT
    }
  }
}
