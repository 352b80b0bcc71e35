import Foundation

/// What is made for a new library, so that a making that fails leaves nothing behind.
struct NewFolder {
  private let library: URL
  private var folders: [URL] = []
  private var files: [URL] = []

  init(_ library: URL) { self.library = library }

  /// Makes a folder with those above it, unless it is there.
  mutating func folder(_ url: URL) throws {
    var missing: [URL] = []
    var next = url.standardizedFileURL
    while access(next.path, F_OK) != 0, next.path != "/" {
      missing.append(next)
      next = next.deletingLastPathComponent()
    }
    for one in missing.reversed() {
      guard mkdir(one.path, 0o777) == 0 else { throw StoreFault.ofDisk(errno, "mkdir", in: next) }
      folders.append(one)
    }
  }

  /// Writes a file whole, down to the disk.
  mutating func file(_ url: URL, _ data: Data) throws {
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw StoreFault.ofDisk(errno, "open", in: library) }
    files.append(url)
    defer { close(descriptor) }
    let sent = data.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard sent == data.count else {
      throw StoreFault.ofDisk(sent < 0 ? errno : ENOSPC, "write", in: library)
    }
    guard fsync(descriptor) == 0 else { throw StoreFault.ofDisk(errno, "fsync", in: library) }
  }

  /// A database that comes here goes too, with what SQLite lays beside it.
  mutating func willHold(_ database: URL) {
    for tail in ["", "-wal", "-shm", "-journal"] {
      files.append(
        database.deletingLastPathComponent().appendingPathComponent(
          database.lastPathComponent + tail))
    }
  }

  /// Takes away what was made; a folder that holds something of others stays.
  func takeAway() {
    for file in files { unlink(file.path) }
    for folder in folders.reversed() { rmdir(folder.path) }
  }
}
