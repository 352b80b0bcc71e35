import ArchiveDomain
import ArchiveStore
import ArgumentParser

/// `lantai bind`: numbers and boxes what is classified.
struct BindCommand: LantaiCommand {
  static let configuration = CommandConfiguration(commandName: "bind", abstract: "cli.help.bind")

  @OptionGroup var scope: ScopeOptions

  @Option(help: .init("cli.help.box-thickness", valueName: "20,30,40,50"))
  var boxThickness: BoxSizes?

  @Flag(help: "cli.help.rebox")
  var rebox = false

  @Flag(help: "cli.help.dry-run")
  var dryRun = false

  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try dryRun ? surroundings.open() : surroundings.openForWriting()
    var plan = try archive.rehearseArrange(scope.scope(in: archive))
    if let sizes = boxThickness?.sizes {
      let rules = try Dictionary(
        plan.classes.map { ($0.series.id, try archive.rules(of: $0)) },
        uniquingKeysWith: { first, _ in first })
      plan.setSizes(sizes) { rules[$0.series.id] ?? SchemeRules() }
    }
    if rebox { plan.layOverfullAnew() }
    let refused = Dictionary(
      plan.refused.map { ($0.id, $0.refusal) }, uniquingKeysWith: { first, _ in first })
    try surroundings.note(refused: refused, in: archive)
    warn(plan, surroundings)
    if dryRun { return try tell(plan, surroundings) }
    guard plan.arranging + plan.renumbered + plan.boxed > 0 else {
      try surroundings.refuse(if: true, refused)
      return try surroundings.report("cli.bind.nothing", ["n": .number(plan.already)])
    }
    let result = try archive.arrange(plan)
    try surroundings.report(
      "cli.bind.done",
      [
        "n": .number(result.arranged), "boxes": .number(result.boxes),
        "classes": .number(result.classes), "renumbered": .number(result.renumbered),
      ])
  }

  /// Papers that nobody counted the pages of, and boxes that hold more than fits.
  private func warn(_ plan: BindingPlan, _ surroundings: Surroundings) {
    if plan.uncounted > 0 {
      surroundings.note("cli.bind.uncounted", ["n": .number(plan.uncounted)])
    }
    for own in plan.classes {
      for box in own.overfull.map({ own.boxes[$0] }) {
        surroundings.note(
          "cli.bind.overfull",
          [
            "box": .text("\(own.run)/\(box.number)"), "used": .number(box.used),
            "mm": .number(box.mm),
          ])
      }
    }
  }

  /// A line a class: from which number to which, in how many boxes.
  private func tell(_ plan: BindingPlan, _ surroundings: Surroundings) throws {
    for own in plan.classes {
      let new = own.pieces.filter { $0.held != $0.number }
      guard let first = new.first, let last = new.last else { continue }
      try surroundings.report(
        "cli.bind.class",
        [
          "first": .text(first.code), "last": .text(last.code), "n": .number(new.count),
          "boxes": .number(own.boxes.count { $0.id == nil }),
        ])
    }
    try surroundings.report(
      "cli.bind.would",
      [
        "n": .number(plan.arranging), "renumbered": .number(plan.renumbered),
        "already": .number(plan.already), "refused": .number(plan.refused.count),
      ])
  }
}

/// Thicknesses of boxes in millimetres, parted by commas.
struct BoxSizes: ExpressibleByArgument {
  let sizes: [Int]

  init?(argument: String) {
    let parts = argument.split { ",，、 ".contains($0) }
    let numbers = parts.compactMap { Int($0) }.filter { (5...200).contains($0) }
    guard !parts.isEmpty, numbers.count == parts.count else { return nil }
    sizes = numbers
  }
}

/// `lantai unbind`: takes numbers and boxes off.
struct UnbindCommand: LantaiCommand {
  static let configuration = CommandConfiguration(
    commandName: "unbind", abstract: "cli.help.unbind")

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var global: GlobalOptions

  func run(in surroundings: Surroundings) throws {
    let archive = try surroundings.openForWriting()
    let result = try archive.unarrange(scope.scope(in: archive))
    try surroundings.note(refused: result.refused, in: archive)
    try surroundings.refuse(if: result.changed == 0, result.refused)
    try surroundings.report("cli.unbind.done", ["n": .number(result.changed)])
  }
}
