import Foundation

/// The story of the sample as `data/sample/story.yaml` tells it.
struct Story: Decodable {
  struct Unit: Decodable {
    var number: String
    var name: String
  }

  struct Department: Decodable {
    var code: String
    var name: String
    var from: Int
    var to: Int?
    var position: Int
  }

  var today: String
  var unit: Unit
  var `operator`: String
  var orgs: [Department]
  var steps: [Step]
}

/// One step; which of its words are there depends on what is done.
struct Step: Decodable {
  enum Deed: String, Decodable {
    case found, orgs, close, setting, `import`, tie, create, classify, bind, file, stamp, edit
    case volumes, parts, move
  }

  /// `2024-04-18 17:20`.
  var at: String
  var `do`: Deed
  var codes: [String]?
  var key: String?
  var keys: [String]?
  var value: String?
  var list: String?
  var lists: [String]?
  var pieces: String?
  var source: String?
  var type: String?
  var year: Int?
  var project: String?
  var level: String?
  var inbox: Bool?
  var groups: [Int]?
  var volumes: [Int]?
  var each: String?
  var title: String?
  var set: [String: String]?
  var reason: String?
  var first: Int?
  var after: Int?
  var single: Bool?
  var retention: String?
  var org: String?
  var stamp: String?
  var arranged_by: String?
  var checked_by: String?
}
