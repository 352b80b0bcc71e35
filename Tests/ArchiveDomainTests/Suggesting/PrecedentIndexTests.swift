import ArchiveDomain
import Testing

@Suite struct PrecedentIndexTests {
  private func decided(
    _ id: ItemID, _ title: String, _ year: Int, _ period: RetentionPeriod,
    _ basis: String = "hand:重要"
  ) -> PrecedentIndex.Decided {
    PrecedentIndex.Decided(
      itemID: id, title: title, year: year, outcome: .period(period), basis: basis)
  }

  @Test func `the paper of another year is found, whatever its number`() {
    let index = PrecedentIndex([
      decided(1, "关于2022年高标准农田建设的请示", 2022, .permanent),
      decided(2, "关于购买办公用品的请示", 2022, .d30),
    ])

    let found = index.find("关于2023年高标准农田建设的请示")

    #expect(found.map(\.itemID) == [1])
    #expect(found.first?.likeness == 1)
    #expect(found.first?.year == 2022)
  }

  @Test func `names of the unit are passed over`() {
    let index = PrecedentIndex(
      [decided(1, "云岭县农业农村局2022年工作总结", 2022, .permanent)], names: ["云岭县农业农村局"])

    #expect(index.find("2023年工作总结").map(\.itemID) == [1])
  }

  @Test func `a paper much like it is found, one of another kind is not`() {
    let index = PrecedentIndex([
      decided(1, "关于高标准农田建设项目实施方案的请示", 2022, .permanent),
      decided(2, "关于高标准农田建设项目实施方案的通知", 2022, .d30),
    ])

    let found = index.find("关于高标准农田建设项目资金的请示")

    #expect(found.map(\.itemID) == [1])
    #expect((found.first?.likeness ?? 1) < 1)
  }

  @Test func `papers decided alike are told once, with how many they are`() {
    let index = PrecedentIndex(
      (1...3).map { decided(ItemID($0), "关于202\($0)年水利维修的请示", 2020 + Int($0), .d30) })

    let found = index.find("关于2024年水利维修的请示")

    #expect(found.map(\.itemID) == [3])
    #expect(found.first?.count == 3)
  }

  @Test func `the paper itself is no precedent`() {
    let index = PrecedentIndex([decided(1, "关于水利维修的请示", 2022, .d30)])

    #expect(index.find("关于水利维修的请示", leaving: 1) == [])
  }

  @Test func `nothing is agreed on where decisions differ`() {
    let index = PrecedentIndex([
      decided(1, "关于2021年水利维修的请示", 2021, .d30), decided(2, "关于2022年水利维修的请示", 2022, .permanent),
    ])

    #expect(index.agreed(on: "关于2023年水利维修的请示") == nil)
    #expect(index.find("关于2023年水利维修的请示").count == 2)
  }
}
