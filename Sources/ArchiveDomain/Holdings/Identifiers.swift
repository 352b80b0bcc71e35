/// The number of a row in its table; given once, never again.
package typealias RowID = Int64

/// The row of an item or a volume.
package typealias ItemID = RowID
