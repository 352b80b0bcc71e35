import ArchiveDomain
import TestSupport
import Testing

@Suite struct RulesTests {
  private func facts(_ state: ItemState, _ change: (inout ItemFacts) -> Void = { _ in })
    -> ItemFacts
  {
    var facts = ItemFacts(.sample(state: state), own: ClassFacts(year: 2023, period: .permanent))
    change(&facts)
    return facts
  }

  @Test func `a record without a title is not written`() {
    let facts = facts(.inbox) { $0.item.title = " 　" }

    #expect(Rules.refusal(of: .create, on: facts) == .noTitle)
    #expect(Rules.refusal(of: .edit, on: facts) == .noTitle)
  }

  @Test func `a secret paper is not written on a machine not set as classified`() {
    var facts = facts(.inbox) { $0.item.secrecy = .secret }

    #expect(Rules.refusal(of: .create, on: facts) == .secret)
    facts.isClassifiedMachine = true
    #expect(Rules.refusal(of: .create, on: facts) == nil)
    facts.isClassifiedMachine = false
    facts.item.secrecy = .internal
    #expect(Rules.refusal(of: .create, on: facts) == nil)
  }

  @Test func `what left us is not edited`() {
    #expect(Rules.refusal(of: .edit, on: facts(.destroyed)) == .gone(.destroyed))
    #expect(Rules.refusal(of: .edit, on: facts(.transferred)) == .gone(.transferred))
  }

  @Test func `what is filed is edited with a reason, asked for only when it is written`() {
    let facts = facts(.filed)

    #expect(Rules.refusal(of: .edit, on: facts) == nil)
    #expect(Rules.refusal(of: .edit, on: facts, reason: " ") == .noReason)
    #expect(Rules.refusal(of: .edit, on: facts, reason: "题名录错") == nil)
  }

  @Test(arguments: [ItemState.inbox, .classified, .arranged])
  func `what is not filed is classified`(state: ItemState) {
    #expect(Rules.refusal(of: .classify, on: facts(state)) == nil)
  }

  @Test func `what is filed, excluded or in a volume is not classified`() {
    #expect(Rules.refusal(of: .classify, on: facts(.filed)) == .filed)
    #expect(Rules.refusal(of: .classify, on: facts(.excluded)) == .wrongState(.excluded))
    #expect(
      Rules.refusal(of: .classify, on: facts(.arranged) { $0.item.volumeID = 9 }) == .inVolume)
  }

  @Test func `a class must be complete, allowed and open to be classified into`() {
    func refusal(_ change: (inout ClassFacts) -> Void) -> Refusal? {
      var target = ClassFacts(year: 2023, period: .d10)
      change(&target)
      return Rules.refusal(of: .classify, on: facts(.inbox) { $0.target = target })
    }

    #expect(refusal { _ in } == nil)
    #expect(refusal { $0.missing = [.year, .org] } == .yearUnknown)
    #expect(refusal { $0.missing = [.period] } == .noPeriod)
    #expect(refusal { $0.missing = [.org] } == .noOrg)
    #expect(refusal { $0.missing = [.project] } == .seriesIncomplete(missing: [.project]))
    #expect(refusal { $0.isPeriodAllowed = false } == .periodNotAllowed(.d10))
    #expect(refusal { $0.isOrgValid = false } == .orgNotValid(year: 2023))
    #expect(refusal { $0.isYearClosed = true } == .yearClosed(2023))
  }

  @Test func `classifying needs no fonds number, numbering does`() {
    var own = ClassFacts(year: 2023, period: .permanent)
    own.hasFondsNumber = false

    #expect(Rules.refusal(of: .classify, on: facts(.inbox) { $0.target = own }) == nil)
    #expect(Rules.refusal(of: .arrange, on: facts(.classified) { $0.own = own }) == .noFondsNumber)
  }

  @Test func `excluded and readmitted go both ways, arranged papers do not`() {
    #expect(Rules.refusal(of: .exclude, on: facts(.inbox)) == nil)
    #expect(Rules.refusal(of: .exclude, on: facts(.arranged)) == .wrongState(.arranged))
    #expect(Rules.refusal(of: .readmit, on: facts(.excluded)) == nil)
    #expect(Rules.refusal(of: .readmit, on: facts(.inbox)) == .wrongState(.inbox))
  }

  @Test func `only what is classified is numbered, with the period of its class`() {
    #expect(Rules.refusal(of: .arrange, on: facts(.classified)) == nil)
    #expect(Rules.refusal(of: .arrange, on: facts(.inbox)) == .wrongState(.inbox))
    #expect(Rules.refusal(of: .arrange, on: facts(.filed)) == .filed)
    #expect(
      Rules.refusal(of: .arrange, on: facts(.classified) { $0.item.period = .d30 })
        == .otherPeriod)
    #expect(
      Rules.refusal(of: .arrange, on: facts(.classified) { $0.item.period = .unknown })
        == .noPeriod)
  }

  @Test func `a piece of a type by volume is numbered in its volume`() {
    var facts = facts(.classified) { $0.own.unit = .volume }

    #expect(Rules.refusal(of: .arrange, on: facts) == .notInVolume)
    facts.item.level = .volume
    #expect(Rules.refusal(of: .arrange, on: facts) == nil)
  }

  @Test func `numbers are taken off drafts only`() {
    #expect(Rules.refusal(of: .unarrange, on: facts(.arranged)) == nil)
    #expect(Rules.refusal(of: .unarrange, on: facts(.filed)) == .filed)
    #expect(Rules.refusal(of: .unarrange, on: facts(.classified)) == .wrongState(.classified))
  }

  @Test func `drafts are removed, filed records never`() {
    #expect(Rules.refusal(of: .remove, on: facts(.inbox)) == nil)
    #expect(Rules.refusal(of: .remove, on: facts(.arranged)) == nil)
    #expect(Rules.refusal(of: .remove, on: facts(.filed)) == .filed)
    #expect(Rules.refusal(of: .remove, on: facts(.transferred)) == .gone(.transferred))
  }

  @Test func `what others point at is not removed`() {
    #expect(
      Rules.refusal(of: .remove, on: facts(.inbox) { $0.referencedBy = "农函3号" })
        == .referenced(by: "农函3号"))
    #expect(
      Rules.refusal(of: .remove, on: facts(.inbox) { $0.pieces = 4 }) == .referenced(by: "4"))
  }

  @Test func `filing is taken back with a reason, not of what is lent`() {
    #expect(Rules.refusal(of: .unfile, on: facts(.filed), reason: "期限错") == nil)
    #expect(Rules.refusal(of: .unfile, on: facts(.filed), reason: "") == .noReason)
    #expect(Rules.refusal(of: .unfile, on: facts(.arranged)) == .notFiled)
    #expect(
      Rules.refusal(of: .unfile, on: facts(.filed) { $0.item.marks = [.onLoan, .damaged] })
        == .blocked(by: [.onLoan]))
    #expect(
      Rules.refusal(of: .unfile, on: facts(.filed) { $0.kinMarks = [.inTransfer] })
        == .blocked(by: [.inTransfer]))
  }

  @Test func `what comes with a later release says so`() {
    for action in [Action.adopt, .recode, .merge, .attach, .detach] {
      #expect(Rules.refusal(of: action, on: facts(.arranged)) == .later)
    }
  }

  @Test func `every state answers every action`() {
    for action in Action.allCases {
      for state in ItemState.allCases {
        let refusal = Rules.refusal(of: action, on: facts(state))
        #expect(refusal?.key.isEmpty != true)
      }
    }
  }

  @Test func `boxes are renumbered with a reason once something in them is filed`() {
    let box = Box(seriesID: 1, run: "J036-WS·2021", number: 1, mm: 30)

    #expect(Rules.refusal(of: .renumberBoxes, on: box, holdsFiled: true, reason: "") == .noReason)
    #expect(Rules.refusal(of: .renumberBoxes, on: box, holdsFiled: false, reason: "") == nil)
    #expect(
      Rules.refusal(
        of: .resizeBox, on: Box(seriesID: 1, run: "", number: 1, mm: 300), holdsFiled: false)
        == .boxTooThick(mm: 300))
  }

  @Test func `numbers are released only while nothing shows them`() {
    var series = Series.sample(issued: 3)

    #expect(Rules.refusal(ofReleasing: series, shownBy: nil) == nil)
    #expect(Rules.refusal(ofReleasing: series, shownBy: "print") == .numbersShown(by: "print"))
    series.stamp = .pencil
    #expect(Rules.refusal(ofReleasing: series, shownBy: nil) == nil)
    series.stamp = .inked
    #expect(Rules.refusal(ofReleasing: series, shownBy: nil) == .stampInked)
  }
}

@Suite struct VolumeRulesTests {
  private func volume(_ state: ItemState = .classified) -> Item {
    var volume = Item.sample(id: 9, state: state)
    volume.level = .volume
    return volume
  }

  private func piece(_ state: ItemState = .classified, in volume: Item? = nil) -> ItemFacts {
    var item = Item.sample(state: state)
    item.volumeID = state.isNumbered ? volume?.id : nil
    return ItemFacts(item, own: ClassFacts(year: 2023, period: .permanent), volume: volume)
  }

  @Test func `a classified piece goes into a volume of its class and period`() {
    #expect(Rules.refusal(of: .gather, on: piece(in: volume())) == nil)
    #expect(Rules.refusal(of: .gather, on: piece(.inbox, in: volume())) == .wrongState(.inbox))
  }

  @Test func `another class or period is refused`() {
    var other = volume()
    other.seriesID = 2
    #expect(Rules.refusal(of: .gather, on: piece(in: other)) == .otherSeries)
    other = volume()
    other.period = .d30
    #expect(Rules.refusal(of: .gather, on: piece(in: other)) == .otherPeriod)
  }

  @Test func `a filed volume takes pieces at its end only`() {
    #expect(Rules.refusal(of: .gather, on: piece(in: volume(.filed))) == .volumeFiled)
    #expect(Rules.refusal(of: .append, on: piece(in: volume(.filed))) == nil)
    #expect(
      Rules.refusal(of: .append, on: piece(in: volume(.destroyed))) == .gone(.destroyed))
  }

  @Test func `a volume is no piece and a piece no volume`() {
    var facts = piece(in: volume())
    facts.item.level = .volume
    #expect(Rules.refusal(of: .gather, on: facts) == .notAPiece)
    #expect(Rules.refusal(of: .gather, on: piece(in: .sample(id: 9))) == .notAVolume)
    #expect(Rules.refusal(of: .splitVolume, on: piece()) == .notAVolume)
  }

  @Test func `pieces leave and move only while their volume is not filed`() {
    #expect(Rules.refusal(of: .ungather, on: piece(.arranged, in: volume(.arranged))) == nil)
    #expect(Rules.refusal(of: .reorder, on: piece(.arranged, in: volume(.arranged))) == nil)
    #expect(Rules.refusal(of: .ungather, on: piece(.filed, in: volume(.filed))) == .volumeFiled)
    #expect(Rules.refusal(of: .reorder, on: piece(.filed, in: volume(.filed))) == .volumeFiled)
    #expect(Rules.refusal(of: .ungather, on: piece()) == .notInVolume)
  }

  @Test func `volumes of one class are joined`() {
    var facts = ItemFacts(volume(), volume: volume())
    #expect(Rules.refusal(of: .joinVolumes, on: facts) == nil)
    facts.volume?.seriesID = 3
    #expect(Rules.refusal(of: .joinVolumes, on: facts) == .otherSeries)
    facts.volume = volume(.filed)
    #expect(Rules.refusal(of: .joinVolumes, on: facts) == .volumeFiled)
  }

  @Test func `a piece in a volume is not numbered or filed by itself`() {
    #expect(Rules.refusal(of: .unarrange, on: piece(.arranged, in: volume())) == .inVolume)
    #expect(Rules.refusal(of: .file, on: piece(.arranged, in: volume())) == .inVolume)
    #expect(Rules.refusal(of: .unfile, on: piece(.filed, in: volume(.filed))) == .inVolume)
  }
}

@Suite struct RefusalTests {
  @Test func `a refusal has a key and what its sentence tells`() {
    #expect(Refusal.gap(3).key == "gap")
    #expect(Refusal.gap(3).arguments == ["3"])
    #expect(Refusal.blocked(by: [.onLoan, .missing]).arguments == ["借出、遗失"])
    #expect(Refusal.periodNotAllowed(.d10).arguments == ["10年"])
  }
}
