import Kernels

/// How far capacity is used: output ÷ capacity of the same plants and times.
///
/// A roll-up is Σ output ÷ Σ capacity, never a mean of ratios. Where either is unknown, or the capacity is zero, the
/// record is left out of both sums and counted. More than 1 is possible (extra shifts) and is marked.
public struct OperatingRate: Sendable, Hashable {
    /// What it is about: a plant, a class, a region.
    public let subject: String
    /// Σ output of the records that count.
    public let output: Double
    /// Σ capacity of the same records.
    public let capacity: Double
    /// Σ capacity that was not used; a record that made more than its capacity adds 0 and takes nothing away.
    public let idle: Double
    /// Records that count.
    public let records: Int
    /// Records that lack output or capacity.
    public let leftOut: Int

    /// 0 on; `nil` where no record counts.
    public var ratio: Double? { capacity > 0 ? output / capacity : nil }
    /// Whether more was made than the capacity says.
    public var isAboveCapacity: Bool { output > capacity }

    /// Rolls records up by a subject; records without one are left out. Sorted by subject.
    ///
    /// - Complexity: O(records).
    public static func rolledUp(
        _ records: some Sequence<OperatingRecord>, by subject: (OperatingRecord) -> String?
    ) -> [OperatingRate] {
        var sums: [String: Sums] =
            [:]
        for record in records {
            guard let key = subject(record) else { continue }
            var sum = sums[key] ?? Sums()
            if let pair = record.pair {
                sum.output.add(pair.output)
                sum.capacity.add(pair.capacity)
                sum.idle.add(max(0, pair.capacity - pair.output))
                sum.records += 1
            } else {
                sum.leftOut += 1
            }
            sums[key] = sum
        }
        return sums.sorted { $0.key < $1.key }.map { key, sum in
            OperatingRate(
                subject: key, output: sum.output.value, capacity: sum.capacity.value, idle: sum.idle.value,
                records: sum.records,
                leftOut: sum.leftOut)
        }
    }
}

private struct Sums {
    var output = CompensatedSum()
    var capacity = CompensatedSum()
    var idle = CompensatedSum()
    var records = 0
    var leftOut = 0
}

/// Capacity that exists, is being built, or is approved or planned, against a demand.
public struct CapacityPipeline: Sendable, Hashable {
    /// Units a year that exist.
    public var existing: Double?
    /// Units a year under construction.
    public var underConstruction: Double?
    /// Units a year that are approved or planned.
    public var approved: Double?
    /// Units a year that somebody expects to be bought; a scenario, not a fact.
    public var demand: Double?

    /// A pipeline; what is not known stays `nil`.
    public init(
        existing: Double? = nil, underConstruction: Double? = nil, approved: Double? = nil,
        demand: Double? = nil
    ) {
        self.existing = existing
        self.underConstruction = underConstruction
        self.approved = approved
        self.demand = demand
    }

    /// Σ of what is known; `nil` where nothing is.
    public var total: Double? {
        let known = [existing, underConstruction, approved].compactMap(\.self)
        return known.isEmpty ? nil : known.compensatedSum
    }

    /// Whether all three parts are known.
    public var isComplete: Bool { existing != nil && underConstruction != nil && approved != nil }

    /// (existing + under construction + approved) ÷ demand; above 1 more is built than is expected to be bought. A part
    /// that is not known counts nothing, so the ratio is then a lower bound.
    ///
    /// `nil` without a demand or without existing capacity: a ratio without what exists would flatter.
    public var overheating: Double? {
        guard let demand, demand > 0, existing != nil, let total else { return nil }
        return total / demand
    }

    /// What is coming as a part of what exists; `nil` where either is unknown.
    public var growth: Double? {
        guard let existing, existing > 0 else { return nil }
        let coming = [underConstruction, approved].compactMap(\.self)
        return coming.isEmpty ? nil : coming.compensatedSum / existing
    }
}
