import TerminalKit
import Testing

@testable import ArchiveTUI

@Suite struct VerbTests {
  @Test func `every verb stands once in the list`() {
    #expect(Set(VerbEntry.all.map(\.verb)) == Set(Verb.allCases))
    #expect(VerbEntry.all.count == Verb.allCases.count)
  }

  @Test func `no key means two verbs`() {
    let keys = VerbEntry.all.flatMap(\.keys)
    let characters = VerbEntry.all.flatMap { $0.characters + $0.letters }

    #expect(Set(keys).count == keys.count)
    #expect(Set(characters).count == characters.count)
  }

  @Test func `keys of input methods and of other keys stay free`() {
    let keys = Set(VerbEntry.all.flatMap(\.keys))

    for letter in "imjhbw[ ." { #expect(!keys.contains(.control(letter))) }
    #expect(!keys.contains(.function(11)))
  }

  @Test func `every verb has a name, a spelling and a place where it works`() throws {
    let phrases = try Phrases.reference()

    for verb in Verb.allCases {
      #expect(phrases.has("verb.\(verb.rawValue)"))
      #expect(phrases.has("spelling.\(verb.rawValue)"))
      #expect(phrases.has("elsewhere.\(verb.rawValue)"))
    }
  }

  @Test func `no letter is a command unless switched on`() {
    let map = KeyMap()

    for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" {
      #expect(map.verb(typing: letter) == nil)
    }
    #expect(KeyMap(lettersAct: true).verb(typing: "d") == .delete)
  }

  @Test(arguments: zip("？：／、　＊１", "?://　*1"))
  func `a command character of an input method is the half-width one`(
    _ typed: Character, _ meant: Character
  ) {
    #expect(KeyMap().verb(typing: typed) == KeyMap().verb(typing: meant))
    #expect(KeyMap().verb(typing: typed) != nil)
  }

  @Test func `a person's own key takes the place of the listed ones`() {
    let map = KeyMap(bindings: [.find: [.key(.function(12))]])

    #expect(map.verb(of: .function(12)) == .find)
    #expect(map.verb(of: .control("f")) == nil)
    #expect(map.bindings(of: .find) == [.key(.function(12))])
  }
}
