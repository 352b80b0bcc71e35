import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct RehearsalSheetTests {
  private static let rows: [Rehearsal.Row] = [
    .init(id: 1, effect: .will, title: "关于人居环境整治督查情况的通报", after: "乡村振兴股"),
    .init(id: 2, effect: .overwrites, title: "关于宅基地审批备案的报告", before: "种植业股", after: "乡村振兴股"),
    .init(id: 3, effect: .already, title: "甲", before: "乡村振兴股"),
    .init(id: 4, effect: .refused, number: "0031", title: "乙", before: "办公室", after: "已归档，号锁了"),
    .init(id: 5, effect: .will, title: "丙", after: "乡村振兴股"),
  ]

  private func open(_ size: Size = .usual) throws -> ScreenHarness {
    let rehearsal = Rehearsal(kind: .change, title: .text("机构改为 乡村振兴股"), rows: Self.rows)
    let sheet = RehearsalSheet(rehearsal, path: [.text("整理")]) { decision, _ in
      .done(.text("改了 \(rehearsal.changed(decision).map(String.init).joined(separator: ","))"))
    }
    var screen = PlainScreen(meanings: [.edit: .does])
    screen.answers[.edit] = .open(sheet)
    var harness = try ScreenHarness(screen, archive: emptyArchive(), size: size, home: .plain)
    harness.press("F4")
    return harness
  }

  @Test func `the four counts stand in their places`() throws {
    let harness = try open()

    #expect(harness.lines[2].hasPrefix("[预演]  将改 2      已是 1     会覆盖 1     不能改 1"))
    harness.expectLine(contains: "整理 / 预演：机构改为 乡村振兴股")
    #expect(harness.sayLine.hasSuffix("第 1/5 未写入"))
  }

  @Test(arguments: [Size.usual, .large, .huge]) func `before and after stand side by side`(
    _ size: Size
  ) throws {
    let harness = try open(size)

    harness.expectLine(contains: "----")
    harness.expectLine(contains: "（空）")
    harness.expectLine(contains: "x0031 乙")
  }

  @Test func `Enter changes only what overwrites nothing`() throws {
    var harness = try open()

    harness.press("Enter")

    harness.expectSays("改了 1,5")
  }

  @Test func `overwriting is taken in by a blank and wants the count typed`() throws {
    var harness = try open()

    harness.press("空格", "Enter")
    harness.expectLine(contains: "键入件数 1")
    harness.press("Enter")
    harness.expectLine(contains: "[预演]")

    harness.type("1")
    harness.press("Enter", "Enter")

    harness.expectSays("改了 1,2,5")
  }

  @Test func `F8 leaves a row out`() throws {
    var harness = try open()

    harness.press("F8", "Enter")

    harness.expectSays("改了 5")
  }

  @Test func `Esc changes nothing`() throws {
    var harness = try open()

    harness.press("Esc")

    harness.expectNoLine(contains: "[预演]")
    harness.expectSays("Enter 打开这件")
  }
}

@Suite struct DialogTests {
  private func open(_ dialog: any Screen) throws -> ScreenHarness {
    var screen = PlainScreen(meanings: [.edit: .does])
    screen.answers[.edit] = .open(dialog)
    var harness = try ScreenHarness(screen, archive: emptyArchive(), home: .plain)
    harness.press("F4")
    return harness
  }

  @Test func `Enter on the last field of a dialog does it`() throws {
    let form = Form([
      FormField("name", .text("名称"), required: true), FormField("code", .text("代码")),
    ])
    var harness = try open(
      FormDialog(title: .text("新类"), form: form, agree: .text("建")) { form, _ in
        .done(.text("建了 \(form.text("name"))"))
      })

    harness.type("办公室")
    harness.press("Enter", "Enter")

    harness.expectSays("建了 办公室")
  }

  @Test func `a dialog with an empty required field stays and tells`() throws {
    let form = Form([FormField("name", .text("名称"), required: true)])
    var harness = try open(
      FormDialog(title: .text("新类"), form: form, agree: .text("建")) { _, _ in .stay })

    harness.press("Enter")

    harness.expectLine(contains: "! 名称必填")
  }
}
