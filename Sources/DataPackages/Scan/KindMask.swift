import Ecosystem

/// A set of kinds of record as bits, for the inner loop.
struct KindMask: Sendable, Hashable, BitwiseCopyable {
    var bits: UInt32

    /// The kinds that a reference may point to; an empty list means every kind but translations.
    init(_ kinds: [RecordKind]) {
        if kinds.isEmpty {
            bits = ~(1 << UInt32(KindMask.order(.translation)))
        } else {
            bits = kinds.reduce(0) { $0 | 1 << UInt32(KindMask.order($1)) }
        }
    }

    /// The mask of one kind.
    init(_ kind: RecordKind) { bits = 1 << UInt32(KindMask.order(kind)) }

    init(bits: UInt32) { self.bits = bits }

    /// Whether the two have a kind in common.
    @inline(__always)
    func meets(_ other: KindMask) -> Bool { bits & other.bits != 0 }

    /// Whether the mask stands for "any record".
    var isAny: Bool { bits.nonzeroBitCount > 24 }

    /// The kinds in the order of the tables.
    var kinds: [RecordKind] { RecordKind.allCases.filter { meets(KindMask($0)) } }

    private static let orders: [RecordKind: Int] = Dictionary(
        uniqueKeysWithValues: RecordKind.allCases.enumerated().map { ($1, $0) })

    /// A document and its only paragraph may bear one id; any other two records need two.
    static let mayShare = KindMask([.source, .paragraph])

    /// The position of a kind among the tables.
    static func order(_ kind: RecordKind) -> Int { orders[kind] ?? 0 }
}
