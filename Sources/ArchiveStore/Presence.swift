import CDisk
import Foundation

/// That this program is here: a file in `desk/` under a lock, and on a shared folder the one lock
/// that lets a program write.
///
/// A class because it owns descriptors: letting go of it lets go of the locks.
package final class Presence: Sendable {
  private let descriptors: [Int32]
  private let deskFile: String

  private init(descriptors: [Int32], deskFile: String) {
    self.descriptors = descriptors
    self.deskFile = deskFile
  }

  deinit {
    if !deskFile.isEmpty { unlink(deskFile) }
    for descriptor in descriptors { close(descriptor) }
  }

  /// Somebody who has the library open.
  package struct Person: Hashable, Sendable, Codable {
    package var who: String
    package var host: String
    package var since: String
    package var pid: Int32
  }

  /// Takes the place at the desk, and decides whether this opening may write.
  static func take(
    in folder: URL, _ system: FileSystem, _ opening: Opening
  ) throws -> (Archive.Mode, Presence?) {
    let session = opening.session
    let me = Person(
      who: session.operatorName, host: session.host, since: session.clock.stamp(), pid: getpid())
    if opening.readOnly { return (.reading(.asked), nil) }
    if system.isReadOnly { return (.reading(.medium), nil) }
    guard system.mayWrite else { return (.reading(.permission), nil) }
    if !system.isLocal { return try takeAlone(lock(in: folder).path, me) }
    return (.writing, atDesk(folder, me))
  }

  /// What on a shared folder lets one program write.
  static func lock(in folder: URL) -> URL { folder.appendingPathComponent("library.lock") }

  /// Those who have the library open now, without this process.
  package static func others(in folder: URL) -> [Person] {
    let desk = folder.appendingPathComponent("desk")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: desk.path)) ?? []
    return names.sorted().compactMap { name in
      guard name.hasSuffix(".json") else { return nil }
      return living(desk.appendingPathComponent(name).path)
    }.filter { $0.pid != getpid() }
  }

  private static func atDesk(_ folder: URL, _ me: Person) -> Presence? {
    let desk = folder.appendingPathComponent("desk")
    try? FileManager.default.createDirectory(at: desk, withIntermediateDirectories: true)
    let path = desk.appendingPathComponent("\(me.pid)-\(UInt32.random(in: 0 ... .max)).json").path
    let descriptor = cdisk_open_lock(path)
    guard descriptor >= 0 else { return nil }
    guard cdisk_flock(descriptor, 1) == 0 else {
      close(descriptor)
      return nil
    }
    write(me, to: descriptor)
    return Presence(descriptors: [descriptor], deskFile: path)
  }

  private static func takeAlone(
    _ path: String, _ me: Person
  ) throws -> (Archive.Mode, Presence?) {
    let descriptor = cdisk_open_lock(path)
    guard descriptor >= 0 else { return (.reading(withoutLock(path, -descriptor)), nil) }
    guard cdisk_lock_ofd(descriptor, 1) == 0 else {
      let holder = read(descriptor)
      close(descriptor)
      return (.reading(others(holder)), nil)
    }
    guard locksWork(path) else {
      close(descriptor)
      throw StoreFault.locked(who: "?", host: "?", since: "?")
    }
    write(me, to: descriptor)
    return (.writing, Presence(descriptors: [descriptor], deskFile: ""))
  }

  private static func others(_ holder: Person?) -> Archive.Mode.Reason {
    .othersWrite(
      who: holder?.who ?? "?", host: holder?.host ?? "?", since: holder?.since ?? "?")
  }

  /// Why there is no lock to be had: who holds one that this person may only read, or that nobody does.
  private static func withoutLock(_ path: String, _ code: Int32) -> Archive.Mode.Reason {
    if [ENOSPC, EDQUOT].contains(code) { return .fullDisk }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return .lockDenied }
    defer { close(descriptor) }
    return cdisk_lock_ofd(descriptor, 0) == 0 ? .lockDenied : others(read(descriptor))
  }

  /// A second descriptor must be refused, or locks mean nothing on this file system.
  private static func locksWork(_ path: String) -> Bool {
    let second = cdisk_open_lock(path)
    guard second >= 0 else { return false }
    defer { close(second) }
    return cdisk_lock_ofd(second, 1) != 0
  }

  /// Who holds this file of the desk; one whose lock can be had is dead and is swept away.
  private static func living(_ path: String) -> Person? {
    let descriptor = cdisk_open_lock(path)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    if cdisk_flock(descriptor, 1) == 0 {
      unlink(path)
      return nil
    }
    return read(descriptor)
  }

  private static func write(_ person: Person, to descriptor: Int32) {
    guard let data = try? JSONEncoder().encode(person) else { return }
    ftruncate(descriptor, 0)
    _ = data.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static func read(_ descriptor: Int32) -> Person? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return try? JSONDecoder().decode(Person.self, from: Data(bytes.prefix(count)))
  }
}
