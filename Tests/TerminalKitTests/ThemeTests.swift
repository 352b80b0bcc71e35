import Testing

@testable import TerminalKit

@Suite struct ThemeTests {
  @Test(arguments: [(Theme.dark, 4.3), (.light, 4.3), (.contrast, 7)])
  func `text is told from its ground`(_ theme: Theme, _ least: Double) {
    let quiet: Set<Role> = [.disabled, .refused, .locked, .dim, .barDisabled, .stateGone]
    for role in Role.allCases {
      let found = contrast(theme.style(role))
      #expect(found >= (quiet.contains(role) && theme != .contrast ? 3.9 : least), "\(role)")
    }
  }

  @Test func `without colours, focus and cursor row are reverse and faults bold`() {
    #expect(Theme.mono.style(.fieldFocused).attributes.contains(.reverse))
    #expect(Theme.mono.style(.cursorRow).attributes.contains(.reverse))
    #expect(Theme.mono.style(.fault).attributes.contains(.bold))
    #expect(Role.allCases.allSatisfy { Theme.mono.style($0).foreground == nil })
  }

  @Test(arguments: Theme.allCases)
  func `a theme needs few pairs of colours`(_ theme: Theme) {
    let pairs = Set(Role.allCases.map { [theme.style($0).foreground, theme.style($0).background] })
    #expect(pairs.count <= 20)
  }

  private func contrast(_ style: Style) -> Double {
    let lights = [style.foreground, style.background].map { luminances[Int($0 ?? 0)] + 0.05 }
    return max(lights[0], lights[1]) / min(lights[0], lights[1])
  }

  /// Relative luminance of xterm's 16 colours, the palest of the common palettes.
  private let luminances = [
    0, 0.130, 0.436, 0.566, 0.062, 0.174, 0.480, 0.783, 0.212, 0.213, 0.715, 0.928, 0.172, 0.285,
    0.787, 1,
  ]
}
