import ArchiveDomain
import Testing

@Suite struct RetentionPeriodTests {
  @Test(arguments: [
    ("永久", "Y"), ("Y", "Y"), ("永 久", "Y"), ("y", "Y"), ("30年", "D30"), ("三十年", "D30"),
    ("30", "D30"),
    ("D30", "D30"), ("d10", "D10"), ("定期30年", "D30"), ("定期（30年）", "D30"),
    ("３０年", "D30"), ("长期", "长期"), ("短期", "短期"), ("2年", "D2"), ("十年", "D10"), ("十五年", "D15"),
    ("一百年", "D100"), ("60 年", "D60"),
  ])
  func `an office's spelling becomes the sign that is kept`(written: String, kept: String) {
    #expect(PeriodText.read(written)?.rawValue == kept)
  }

  @Test(arguments: ["", "永久或30年", "长或短", "定期", "0年", "1000年", "年", "办公室", "D"])
  func `what names no single period is none`(written: String) {
    #expect(PeriodText.read(written) == nil)
  }

  @Test func `longer is greater`() {
    let sorted = [RetentionPeriod.d10, .permanent, .unknown, .d30, .long, .short].sorted(by: >)

    #expect(sorted == [.permanent, .long, .d30, .short, .d10, .unknown])
  }

  @Test(arguments: ["D0", "D1000", "D", "D3a", "30", "永久", "D030"])
  func `what the schema refuses is refused`(raw: String) {
    #expect(RetentionPeriod(rawValue: raw) == nil)
  }

  // Rule periods: Order 8 (2006)
  @Test func `labels are the words of the trade`() {
    #expect(
      [RetentionPeriod.permanent, .d30, .long, .unknown].map(\.label) == ["永久", "30年", "长期", ""])
  }
}
