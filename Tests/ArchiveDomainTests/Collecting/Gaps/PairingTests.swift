import ArchiveDomain
import Testing

struct PairingTests {
  private let government = "云岭县人民政府"

  private func seconds(_ papers: GapPapers, of first: ItemID) -> [ItemID] {
    Pairing(papers.papers).pairs.filter { $0.first == first }.map(\.second)
  }

  @Test func `a request goes with the reply of the same matter`() {
    var papers = GapPapers()
    let request = papers.add("关于农机监理用房修缮的请示", "云农发〔2022〕24号", on: 20_220_512)
    let reply = papers.add("关于农机监理用房修缮的批复", "云政复〔2022〕11号", by: government, on: 20_220_602)

    let pairing = Pairing(papers.papers)

    #expect(
      pairing.pairs == [PaperPair(kind: .answer, first: request, second: reply, ground: .title)])
    #expect(pairing.unanswered.isEmpty)
  }

  @Test(arguments: [
    ("关于解决春耕生产经费的请示", "关于春耕生产经费的批复"),
    ("关于新建良种库的请示", "云岭县人民政府关于同意新建良种库的批复"),
    ("云岭县农业农村局关于调整种子站编制的请示", "关于对调整种子站编制有关问题的批复"),
    ("关于沙坝村良种繁育基地项目用地的请示", "关于白沙镇沙坝村良种繁育基地项目用地的批复"),
    ("关于变更承包地确权登记成果的请示（代拟稿）", "关于《关于变更承包地确权登记成果的请示》的批复"),
    ("关于商请提供耕地面积数据的函", "关于提供耕地面积数据的复函"),
  ])
  func `the matter is told apart from the words of asking`(_ request: String, _ reply: String) {
    var papers = GapPapers()
    let first = papers.add(request, on: 20_230_301)
    let second = papers.add(reply, by: government, on: 20_230_402)

    #expect(seconds(papers, of: first) == [second])
  }

  @Test(arguments: [
    ("关于解决上坪村粮食直补经费的请示", "关于下坪村粮食直补经费的批复"),
    ("关于2022年高标准农田建设项目实施方案的请示", "关于2023年高标准农田建设项目实施方案的批复"),
    ("关于农机监理用房修缮的请示", "关于种子库修缮的批复"),
  ])
  func `another matter is no answer`(_ request: String, _ reply: String) {
    var papers = GapPapers()
    let first = papers.add(request, on: 20_230_301)
    papers.add(reply, by: government, on: 20_230_402)

    let pairing = Pairing(papers.papers)

    #expect(pairing.pairs.isEmpty)
    #expect(pairing.unanswered == [first])
  }

  @Test func `a reply before the request is no answer`() {
    var papers = GapPapers()
    let first = papers.add("关于农机监理用房修缮的请示", on: 20_230_512)
    papers.add("关于农机监理用房修缮的批复", by: government, on: 20_230_402)

    #expect(Pairing(papers.papers).unanswered == [first])
  }

  @Test func `nobody answers itself`() {
    var papers = GapPapers()
    let first = papers.add("关于农机监理用房修缮的请示", on: 20_230_512)
    papers.add("关于农机监理用房修缮的批复", on: 20_230_602)

    #expect(Pairing(papers.papers).unanswered == [first])
  }

  @Test func `each year's reply goes to that year's request`() {
    var papers = GapPapers()
    let old = papers.add("关于解决春耕生产经费的请示", on: 20_210_301)
    let new = papers.add("关于解决春耕生产经费的请示", on: 20_220_301)
    let reply = papers.add("关于解决春耕生产经费的批复", by: government, on: 20_220_401)

    let pairing = Pairing(papers.papers)

    #expect(pairing.pairs.map(\.first) == [new])
    #expect(pairing.pairs.map(\.second) == [reply])
    #expect(pairing.unanswered == [old])
  }

  @Test(arguments: [
    "关于云农发〔2023〕28号请示的批复", "关于对云农发[2023]28号文的批复", "关于云农发（2023）第28号的批复",
    "关于云农发［２０２３］２８号请示的批复",
  ])
  func `a reply that cites the request's number is its answer`(_ title: String) {
    var papers = GapPapers()
    let first = papers.add("关于新建实验室的请示", "云农发〔2023〕28号", on: 20_230_629)
    papers.add("关于新建种子库的请示", "云农函〔2023〕28号", on: 20_230_628)
    let second = papers.add(title, by: government, on: 20_230_801)

    #expect(
      Pairing(papers.papers).pairs == [
        PaperPair(kind: .answer, first: first, second: second, ground: .docNumber)
      ])
  }

  @Test func `a number cited in the note counts too`() {
    var papers = GapPapers()
    let first = papers.add("关于新建实验室的请示", "云农发〔2023〕28号", on: 20_230_629)
    let second = papers.add("关于检测中心的批复", by: government, on: 20_230_801) {
      $0.note = "复云农发〔2023〕28号"
    }

    #expect(seconds(papers, of: first) == [second])
  }

  @Test func `the request's note may cite the reply`() {
    var papers = GapPapers()
    let first = papers.add("关于新建实验室的请示", "云农发〔2023〕28号", on: 20_230_629) {
      $0.note = "批复云政复〔2023〕9号"
    }
    let second = papers.add("关于检测中心的批复", "云政复〔2023〕9号", by: government, on: 20_230_801)

    #expect(seconds(papers, of: first) == [second])
  }

  @Test func `what a person tied stands`() {
    var papers = GapPapers()
    let first = papers.add("关于新建实验室的请示", on: 20_230_629)
    let second = papers.add("第12次常务会议决定事项", by: government, on: 20_230_801)
    papers.tie(second, to: first)

    let pairing = Pairing(papers.papers)

    #expect(
      pairing.pairs == [PaperPair(kind: .answer, first: first, second: second, ground: .link)])
    #expect(pairing.unanswered.isEmpty)
  }

  // Rule piece-reply: DA/T 22—2015, 5.1.1; DA/T 22—2000
  @Test func `question and answer in one piece need no other`() {
    // Source: DA/T 22—2015, 5.1.1
    var papers = GapPapers()
    papers.add("关于新建实验室的请示", on: 20_230_629) { $0.parts = [.incoming, .reply] }

    #expect(Pairing(papers.papers).unanswered.isEmpty)
  }

  @Test(arguments: [
    ("关于召开局长办公会议的通知", "云岭县农业农村局局长办公会议纪要（第7期）"),
    ("关于召开2023年第3次安全生产联席会议的通知", "安全生产联席会议纪要"),
    ("关于召开项目推进会的通知", "项目推进会会议纪要"),
  ])
  func `a notice goes with the minutes`(_ notice: String, _ minutes: String) {
    var papers = GapPapers()
    let first = papers.add(notice, on: 20_230_310)
    let second = papers.add(minutes, on: 20_230_318)

    let pairing = Pairing(papers.papers)

    #expect(
      pairing.pairs == [PaperPair(kind: .minutes, first: first, second: second, ground: .title)])
    #expect(pairing.unrecorded.isEmpty)
  }

  @Test func `minutes of another season are not the notice's`() {
    var papers = GapPapers()
    let first = papers.add("关于召开局长办公会议的通知", on: 20_230_310)
    papers.add("局长办公会议纪要", on: 20_230_201)
    papers.add("局长办公会议纪要", on: 20_231_101)

    #expect(Pairing(papers.papers).unrecorded == [first])
  }

  @Test(arguments: [
    ("关于转发《南江省农机报废更新补贴实施细则》的通知", "南江省农机报废更新补贴实施细则"),
    ("关于转发《南江省农机报废更新补贴实施细则》的通知", "关于印发《南江省农机报废更新补贴实施细则》的通知"),
    ("转发南江省农业农村厅关于做好防汛工作的通知的通知", "南江省农业农村厅关于做好防汛工作的通知"),
    ("转发南江省农业农村厅关于做好防汛工作的通知的通知", "关于做好防汛工作的通知"),
  ])
  func `a paper that passes a text on goes with the text`(_ forward: String, _ text: String) {
    var papers = GapPapers()
    let second = papers.add(text, by: "南江省农业农村厅", on: 20_230_102)
    let first = papers.add(forward, on: 20_230_110)

    let pairing = Pairing(papers.papers)

    #expect(pairing.pairs.map(\.kind) == [.forwarded])
    #expect(pairing.pairs.map(\.first) == [first])
    #expect(pairing.pairs.map(\.second) == [second])
    #expect(pairing.unaccompanied.isEmpty)
  }

  @Test func `a forwarded text that is a part needs no paper`() {
    var papers = GapPapers()
    papers.add("关于转发《甲办法》的通知", on: 20_230_110) { $0.parts = [.text, .forwarded] }
    let bare = papers.add("关于转发《乙办法》的通知", on: 20_230_110)

    #expect(Pairing(papers.papers).unaccompanied == [bare])
  }

  @Test(arguments: 1...20) func `the order of the rows makes no difference`(_ seed: UInt64) {
    var papers = GapPapers()
    for year in 2019...2022 {
      let day = year * 10_000
      papers.add("关于解决春耕生产经费的请示", "云农发〔\(year)〕3号", on: day + 301)
      papers.add("关于解决春耕生产经费的批复", by: government, on: day + 401)
      papers.add("关于解决春耕生产经费的请示", on: 0)
      papers.add("关于召开局长办公会议的通知", on: day + 501)
      papers.add("局长办公会议纪要", on: day + 502)
      papers.add("关于转发《甲办法》的通知", on: day + 601)
    }

    let one = Pairing(papers.papers)
    let other = Pairing(papers.shuffled(seed))

    #expect(one.pairs == other.pairs)
    #expect(one.unanswered == other.unanswered)
    #expect(one.unaccompanied == other.unaccompanied)
  }
}
