/// One entry of the journal, as it is exported and hashed.
package struct JournalEntry: Hashable, Sendable {
  package var seq: Int64
  /// Local time with offset, such as `2023-03-06T09:12:40+08:00`.
  package var at: String
  package var `operator`: String
  package var osUser: String
  package var host: String
  package var program: String
  /// `Action.rawValue`; kept as text, since a newer program may know more actions.
  package var actionName: String
  package var reason: String
  /// A JSON object, compact, as stored.
  package var params: String
  /// The entry that this one takes back.
  package var undoes: Int64?
  /// The first entry of the same visit to a form, or of the same command.
  package var grp: Int64
  /// How many rows it changed.
  package var rows: Int
  /// Digest of its changes: 64 hexadecimal digits.
  package var payload: String
  /// Digest of the entry before it: 64 hexadecimal digits, zeros for the first.
  package var prev: String

  package init(seq: Int64, at: String, action: Action, payload: String, prev: String) {
    self.seq = seq
    self.at = at
    self.operator = ""
    osUser = ""
    host = ""
    program = ""
    actionName = action.rawValue
    reason = ""
    params = "{}"
    grp = seq
    rows = 0
    self.payload = payload
    self.prev = prev
  }

  /// The action, when this program knows it.
  package var action: Action? { Action(rawValue: actionName) }

  /// The exported line: the bytes whose SHA-256 is the entry's hash (without a line end).
  ///
  /// Source: our choice, model.md 5.1.
  package var line: String {
    "{\"seq\":\(seq)"
      + ",\"at\":\(JSONText.quoted(at))"
      + ",\"operator\":\(JSONText.quoted(`operator`))"
      + ",\"os_user\":\(JSONText.quoted(osUser))"
      + ",\"host\":\(JSONText.quoted(host))"
      + ",\"program\":\(JSONText.quoted(program))"
      + ",\"action\":\(JSONText.quoted(actionName))"
      + ",\"reason\":\(JSONText.quoted(reason))"
      + ",\"params\":\(params)"
      + ",\"undoes\":\(undoes.map(String.init) ?? "null")"
      + ",\"grp\":\(grp),\"rows\":\(rows)"
      + ",\"payload\":\(JSONText.quoted(payload)),\"prev\":\(JSONText.quoted(prev))}"
  }
}
