import Foundation

/// The relationships part of another part: which parts it refers to and as what.
///
/// Source: ECMA-376-2, 9.3.
final class Relationships: XMLSink {
  /// A part that is referred to.
  struct Target {
    let id: String
    /// The last word of the relationship's type: `worksheet`, `styles`; the same in the strict and
    /// the transitional form.
    let kind: String
    /// The part's name in lower case, without a slash before it.
    let part: String
  }

  private(set) var targets: [Target] = []
  /// The folder of the part that refers, "" or with a slash at its end.
  private let folder: String

  /// - Parameter source: the part that refers; "" for the whole file.
  init(of source: String) {
    folder = Self.folder(of: source)
  }

  func first(_ kind: String) -> Target? { targets.first { $0.kind == kind } }

  /// The name of the part that holds the relationships of `source`, in lower case.
  static func part(for source: String) -> String {
    let folder = folder(of: source)
    return (folder + "_rels/" + source.dropFirst(folder.count) + ".rels").lowercased()
  }

  func start(_ name: XMLBytes, _ attributes: XMLAttributes) throws(TableFault) {
    guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"].map({ $0 == "External" }) != true
    else { return }
    let kind = type.text.split(separator: "/").last.map(String.init) ?? ""
    targets.append(Target(id: id.text, kind: kind, part: resolved(target.text)))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLBytes) {}

  /// A target from the file's root, whether it is written from there or from the folder.
  private func resolved(_ target: String) -> String {
    let plain = (target.removingPercentEncoding ?? target).replacing("\\", with: "/")
    let full = plain.hasPrefix("/") ? plain : folder + plain
    var segments: [Substring] = []
    for segment in full.split(separator: "/") where segment != "." {
      if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
    }
    return segments.joined(separator: "/").lowercased()
  }

  private static func folder(of part: String) -> String {
    part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
  }
}
