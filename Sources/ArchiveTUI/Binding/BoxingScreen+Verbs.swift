import ArchiveDomain
import ArchiveStore

/// What the keys of 装盒编号 mean, and why one cannot.
extension BoxingScreen {
  var meaningOfOnward: Meaning {
    if result != nil { return .does(Verb.file.name) }
    if form.isFocused { return .does(Phrase("boxing.take")) }
    if lifted != nil { return .does(Phrase("boxing.drop")) }
    guard let plan else { return .refused(Phrase("boxing.nothing")) }
    if plan.arranging + plan.renumbered == 0, plan.already == 0 {
      if !loose.isEmpty {
        return desk.isReadOnly ? .refused(.readOnly) : .does(Phrase("volume.new"))
      }
      if let first = plan.refused.first { return .refused(first.refusal) }
      return mustClassify
        ? .does(Phrase("arrange.go-classify")) : .refused(Phrase("boxing.nothing"))
    }
    return desk.isReadOnly ? .refused(.readOnly) : .does(Verb.bind.name)
  }

  /// Pieces of a type that is kept in volumes, which lie in none yet.
  var loose: [ItemID] {
    guard let plan, result == nil, plan.arranging + plan.renumbered + plan.already == 0 else {
      return []
    }
    return plan.refused.filter { $0.refusal == .notInVolume }.map(\.id)
  }

  var meaningOfEdit: Meaning {
    if result != nil { return .does(Verb.stamp.name) }
    guard let spot else { return .refused(Phrase("boxing.on-a-box")) }
    if isOverfull(spot) { return .does(Phrase("boxing.lay-anew")) }
    return classes[spot.own].boxes[spot.box].isStanding
      ? .refused(Phrase("boxing.stands")) : .does(Phrase("boxing.thickness"))
  }

  var meaningOfMove: Meaning {
    if result != nil { return .refused(Phrase("boxing.done-already")) }
    if lifted != nil { return .refused(Phrase("volume.first-drop")) }
    if view == .numbers {
      return classes.indices.contains(own) && !classes[own].holdsNumbers
        ? .does(Phrase("boxing.lift")) : .refused(.stampInked)
    }
    guard let spot else { return .refused(Phrase("boxing.on-a-box")) }
    let box = classes[spot.own].boxes[spot.box]
    if box.isStanding { return .refused(Phrase("boxing.stands")) }
    if classes[spot.own].perBox != nil { return .refused(Phrase("boxing.by-count")) }
    return box.pieces.count > 1
      ? .does(Phrase("boxing.to-next")) : .refused(Phrase("boxing.only-one"))
  }

  /// Whether the box stands, holds more than fits and may be laid anew.
  func isOverfull(_ spot: Spot) -> Bool {
    let own = classes[spot.own]
    return own.overfull.contains(spot.box) && own.canLayAnew(spot.box)
  }

  /// F7: the papers of the box from the one looked at on get a box of their own.
  var meaningOfNewBox: Meaning {
    if let refusal = refusalOfBox { return refusal }
    return piece > 0
      ? .does(Phrase("boxing.new-box")) : .refused(Phrase("boxing.go-to-a-paper"))
  }

  /// F8: the box goes into the one before it.
  var meaningOfMerge: Meaning {
    if let refusal = refusalOfBox { return refusal }
    guard let spot, let mm = classes[spot.own].together(box: spot.box) else {
      return .refused(Phrase("boxing.no-box-before"))
    }
    let most = classes[spot.own].stock.sizes.max() ?? 0
    return mm <= most
      ? .does(Phrase("boxing.merge"))
      : .refused(Phrase("boxing.too-much", ["mm": .number(mm), "most": .number(most)]))
  }

  /// Why nothing can be changed at the box under the cursor.
  private var refusalOfBox: Meaning? {
    if result != nil { return .refused(Phrase("boxing.done-already")) }
    guard let spot else { return .refused(Phrase("boxing.on-a-box")) }
    if classes[spot.own].boxes[spot.box].isStanding { return .refused(Phrase("boxing.stands")) }
    return classes[spot.own].perBox == nil ? nil : .refused(Phrase("boxing.by-count"))
  }

  // MARK: Changing the plan

  /// Changes the plan at the box under the cursor.
  mutating func change(_ body: (inout BindingPlan, Spot) throws -> Void) rethrows {
    guard let spot, var changed = plan else { return }
    try body(&changed, spot)
    remember()
    plan = changed
    put(state.cursor)
  }

  /// Keeps the plan as it is, before it is changed.
  mutating func remember() {
    if let plan { earlier.append(plan) }
  }

  /// Ctrl-Z: what was typed, else the last change of the plan; what is written comes after.
  mutating func takeBack() -> Next {
    if form.isFocused {
      return form.takeBackTyping() ? .stay : .refuse(Phrase("form.nothing-typed"))
    }
    plan = earlier.popLast() ?? plan
    lifted = nil
    put(min(state.cursor, max(0, rowCount - 1)))
    return .done(Phrase("boxing.undone"))
  }

  mutating func edit() throws -> Next {
    if result != nil {
      let index = currentClass ?? 0
      return classes.indices.contains(index)
        ? .visit(.holdingsClass(classes[index].series.id)) : .stay
    }
    let isLaidAnew = spot.map(isOverfull) ?? false
    try change { plan, spot in
      if isLaidAnew { return plan.layAnew(box: spot.box, inClass: spot.own) }
      let own = plan.classes[spot.own]
      let now = own.boxes[spot.box].mm
      guard let next = own.stock.sizes.first(where: { $0 > now }) ?? own.stock.sizes.first else {
        return
      }
      try plan.resize(box: spot.box, inClass: spot.own, to: next)
    }
    return .stay
  }

  mutating func move() {
    if view == .numbers {
      remember()
      lifted = state.cursor
    } else {
      change { $0.moveLast(ofBox: $1.box, inClass: $1.own) }
    }
  }
}
