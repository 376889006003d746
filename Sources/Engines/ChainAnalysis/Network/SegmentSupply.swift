import Kernels

/// How many suppliers stand behind a segment, and how much hangs on one of them.
public struct SegmentSupply: Sendable, Hashable {
    /// The segment, as a place in ``ChainNetwork/segments``.
    public let segment: Int
    /// Suppliers on record.
    public let suppliers: Int
    /// Customers on record.
    public let customers: Int
    /// Customers that have one supplier of it only.
    public let singleSourced: Int
    /// The largest supplier's place in ``ChainNetwork/members``; the lowest where several are level.
    public let largest: Int
    /// The largest supplier's share: of value where all supplies have one, else of supplier–customer pairs.
    public let largestShare: Double?
    /// The Herfindahl–Hirschman index of the suppliers' shares, 1 ÷ suppliers … 1; `nil` where all values are 0.
    public let concentration: Double?

    /// The segments that somebody supplies, in their order.
    static func all(of network: ChainNetwork) -> [SegmentSupply] {
        // Supplies by segment, supplier and customer; several of one pair count as one, their values added.
        let order = network.supplies.indices.filter {
            let supply = network.supplies[$0]
            return supply.segment != nil && supply.supplier != supply.customer
        }.sorted {
            let (one, two) = (network.supplies[$0], network.supplies[$1])
            return (one.segment ?? 0, one.supplier, one.customer, $0)
                < (two.segment ?? 0, two.supplier, two.customer, $1)
        }
        var found: [SegmentSupply] = []
        var start = 0
        while start < order.count {
            let segment = network.supplies[order[start]].segment
            var stop = start
            while stop < order.count, network.supplies[order[stop]].segment == segment { stop += 1 }
            if let segment {
                found.append(
                    SegmentSupply(segment, order[start..<stop].map { network.supplies[$0] }, network))
            }
            start = stop
        }
        return found
    }

    private init(_ segment: Int, _ supplies: [ChainNetwork.Supply], _ network: ChainNetwork) {
        var totals: [(supplier: Int, sum: CompensatedSum)] = []
        var sources: [Int: Int] = [:]
        var last: (Int, Int)?
        for supply in supplies {
            let isNew = last.map { $0 != (supply.supplier, supply.customer) } ?? true
            last = (supply.supplier, supply.customer)
            if totals.last?.supplier != supply.supplier { totals.append((supply.supplier, CompensatedSum())) }
            if isNew { sources[supply.customer, default: 0] += 1 }
            let amount = network.hasValues ? supply.value ?? 0 : isNew ? 1 : 0
            totals[totals.count - 1].sum.add(amount)
        }
        self.segment = segment
        suppliers = totals.count
        customers = sources.count
        singleSourced = sources.values.count { $0 == 1 }
        let total = totals.map(\.sum.value).compensatedSum
        let best = totals.max { ($0.sum.value, -$0.supplier) < ($1.sum.value, -$1.supplier) }
        largest = best?.supplier ?? 0
        largestShare = total > 0 ? best.map { $0.sum.value / total } : nil
        concentration =
            total > 0
            ? min(1, totals.map { ($0.sum.value / total) * ($0.sum.value / total) }.compensatedSum) : nil
    }
}
