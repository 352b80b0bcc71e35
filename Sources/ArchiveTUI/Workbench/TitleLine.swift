import TerminalKit

/// Row 1: product, unit, 全宗号, person; at the right the activities, the current in brackets.
struct TitleLine {
  private let columns: Int
  private let left: String
  /// At the right, in order, with the column where each begins.
  private(set) var labels: [Label] = []
  private let badge: String?
  /// The badge, or that these are holdings for practice.
  private let shown: String?
  private let isPractice: Bool

  /// A word that can be clicked.
  struct Label: Hashable {
    let text: String
    let column: Int
    /// What a click asks for; nil for 查找.
    let activity: Activity?
    let isDimmed: Bool
    let isCurrent: Bool
  }

  init(workbench: Workbench) {
    columns = workbench.size.columns
    let phrases = workbench.phrases
    let desk = workbench.desk
    let base = workbench.screens.isEmpty ? nil : workbench.screens[workbench.baseIndex]
    let aside = base?.header.titleAside
    let readOnly = desk.isReadOnly ? phrases("title.read-only") : nil
    badge =
      aside.map {
        [readOnly ?? phrases("title.read-only"), phrases.text($0)].joined(separator: " ")
      }
      ?? readOnly
    isPractice = badge == nil && desk.isPractice
    let names = Self.names(workbench, showsAll: columns >= 80)
    let isFirst = desk.unit.isEmpty
    let right = aside == nil && !isFirst ? Self.width(names) : 0
    let shown = badge ?? (isPractice ? phrases("title.practice") : nil)
    self.shown = shown
    let badgeWidth = shown.map { DisplayWidth.of($0) + 1 } ?? 0
    left = Self.left(desk, phrases, columns: columns - right - badgeWidth - 1, window: columns)
    if aside == nil, !isFirst { labels = Self.placed(names, from: columns - right) }
  }

  private typealias Name = (text: String, activity: Activity?, isDimmed: Bool, isCurrent: Bool)

  private static func names(_ workbench: Workbench, showsAll: Bool) -> [Name] {
    let phrases = workbench.phrases
    let current = workbench.screens.last { $0.activity != nil }?.activity
    let showsDigits = workbench.top?.typing == .list && workbench.top?.isLayer == false
    let names = Activity.allCases.compactMap { activity -> Name? in
      guard showsAll || activity == current else { return nil }
      let digit = showsDigits ? String(activity.rawValue) : " "
      return (
        digit + phrases.text(activity.name), activity,
        workbench.home.activities[activity] == nil, activity == current
      )
    }
    let find = workbench.size.columns >= 110 || !showsAll ? phrases("title.find") : "/"
    return names + [(find, nil, false, false)]
  }

  /// One cell before each, which is the bracket of a current one.
  private static func width(_ names: [Name]) -> Int {
    names.reduce(0) { $0 + DisplayWidth.of($1.text) + 1 }
  }

  private static func placed(_ names: [Name], from start: Int) -> [Label] {
    var column = start + 1
    return names.map { name in
      defer { column += DisplayWidth.of(name.text) + 1 }
      return Label(
        text: name.text, column: column, activity: name.activity, isDimmed: name.isDimmed,
        isCurrent: name.isCurrent)
    }
  }

  /// The longest form that fits: product, unit, code, person; a narrow window begins with the code.
  private static func left(
    _ desk: Desk, _ phrases: Phrases, columns: Int, window: Int
  ) -> String {
    let product = phrases(desk.unit.isEmpty ? "title.product-long" : "title.product")
    let unit = HarmlessText.of(desk.unit)
    let code = HarmlessText.of(desk.fonds)
    let person = (desk.unit.isEmpty ? [] : [desk.person, desk.post]).filter { !$0.isEmpty }.map(
      HarmlessText.of
    )
    .joined(separator: " ")
    let named = [unit, code].filter { !$0.isEmpty }.joined(separator: " ")
    let wide = [product, named, person].filter { !$0.isEmpty }.joined(separator: "  ")
    let forms = [
      wide, [product, named].filter { !$0.isEmpty }.joined(separator: "  "),
      [code, unit].filter { !$0.isEmpty }.joined(separator: " "), code,
    ]
    let usable = window >= 110 || desk.unit.isEmpty ? forms : Array(forms.dropFirst(2))
    return usable.first { DisplayWidth.of($0) + 1 <= columns } ?? code
  }

  /// Draws the line.
  func draw(on canvas: inout Canvas) {
    canvas.put(" " + left, at: Point(column: 0, row: 0), columns: columns, role: .title)
    let end = labels.first.map { $0.column - 1 } ?? columns
    if let shown {
      let column = max(0, end - DisplayWidth.of(shown) - (labels.isEmpty ? 0 : 1))
      canvas.put(
        shown, at: Point(column: column, row: 0), role: isPractice ? .practice : .readOnly)
    }
    for label in labels {
      canvas.put(
        label.text, at: Point(column: label.column, row: 0),
        role: label.isDimmed ? .titleDisabled : .title)
      if label.isCurrent {
        canvas.put("[", at: Point(column: label.column - 1, row: 0), role: .title)
        let after = label.column + DisplayWidth.of(label.text)
        canvas.put("]", at: Point(column: after, row: 0), role: .title)
      }
    }
  }

  /// The label at a column.
  func label(at column: Int) -> Label? {
    labels.first { $0.column <= column && column < $0.column + DisplayWidth.of($0.text) }
  }
}
