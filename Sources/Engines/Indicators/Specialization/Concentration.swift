public import Kernels

/// How concentrated a sum is on few of its parts: firms, plants, regions or industries.
public struct Concentration: Sendable, Hashable {
    /// How it is computed.
    public struct Options: Sendable, Hashable {
        /// Whether parts of zero count among the n of the normalized index.
        public var countsZeros: Bool
        /// For which n the share of the n largest is given.
        public var largest: [Int]

        /// Options.
        public init(countsZeros: Bool = true, largest: [Int] = [1, 4, 8]) {
            self.countsZeros = countsZeros
            self.largest = largest
        }
    }

    /// The share of the largest parts.
    public struct Ratio: Sendable, Hashable {
        /// How many of the largest.
        public let count: Int
        /// Their share, 0…1; 1 where there are no more parts than that.
        public let share: Measured
    }

    /// Herfindahl–Hirschman index `H = Σ s²`, 1/n…1 (Hirschman 1945, Herfindahl 1950).
    public let herfindahl: Measured
    /// `(H − 1/n) / (1 − 1/n)`, 0…1; undefined for one part.
    public let normalized: Measured
    /// `1/H`: so many equal parts would be as concentrated.
    public let equivalentNumber: Measured
    /// `10,000 · H`, the form of competition authorities.
    public let points: Measured
    /// Shannon's entropy `−Σ s ln s`, 0…ln n; terms of zeros are 0.
    public let entropy: Measured
    /// How many parts were counted.
    public let count: Int
    /// CRn for each n asked for, in that order.
    public let ratios: [Ratio]
    /// What it compares with, and its zeros.
    public let conventions: Conventions

    /// Computes the indices of a list of sizes.
    ///
    /// Ranges: of H by search; of CRn from the set of parts that can be largest, exact where the largest stay the same
    /// throughout, an outer bound else.
    /// - Throws: sizes that are negative or not finite.
    /// - Complexity: O(n log n) for exact numbers.
    public static func run(
        on sizes: [Bounded], _ options: Options = Options(), search: RangeSearch = RangeSearch()
    ) throws(InputProblems) -> Concentration {
        var check = InputCheck()
        check.within(ListName.values, sizes, 0)
        for (position, count) in options.largest.enumerated() where count < 1 {
            check.add(
                .outside(
                    list: ListName.positions, position: position, value: Double(count), low: 1,
                    high: .infinity
                ))
        }
        try check.finish()
        let count = options.countsZeros ? sizes.count : sizes.filter { $0.high > 0 }.count
        let total = sizes.sum.value
        let conventions = Conventions(.equalParts, options.countsZeros ? .zerosCounted : .zerosLeftOut)
        guard total > 0, total.isFinite else {
            let none = Measured.undefined(total > 0 ? .tooLarge : .nothingThere)
            return Concentration(
                herfindahl: none, normalized: none, equivalentNumber: none, points: none, entropy: none,
                count: count,
                ratios: options.largest.map { Ratio(count: $0, share: none) }, conventions: conventions)
        }
        let even = 1 / Double(count)
        let index = SumOfSquares().result(
            of: sizes, within: Interval(holding: even * (1 - 1e-12), 1), search: search)
        return Concentration(
            herfindahl: .value(index),
            normalized: count > 1
                ? .value(index.monotone { max(0, ($0 - even) / (1 - even)) }) : .undefined(.oneIndustry),
            equivalentNumber: .value(index.monotone { 1 / $0 }),
            points: .value(index.monotone { 10_000 * $0 }),
            entropy: .value(
                Entropy().result(
                    of: sizes, within: Interval(holding: 0, Double(sizes.count).logarithm() * (1 + 1e-12)),
                    search: search)), count: count,
            ratios: options.largest.map { Ratio(count: $0, share: .value(share(of: $0, in: sizes))) },
            conventions: conventions)
    }

    private struct SumOfSquares: Formula {
        func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
            let shares = Number.parts(inputs)
            return .dot(shares, shares)
        }
    }

    private struct Entropy: Formula {
        func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
            Number(0) - .sum(Number.parts(inputs).map { $0.timesLogarithm() })
        }
    }

    /// The share of the `count` largest, with its range.
    private static func share(of count: Int, in sizes: [Bounded]) -> Bounded {
        guard count < sizes.count else { return Bounded(1) }
        let sorted = sizes.values.sorted(by: >)
        let value = min(1, sorted.prefix(count).compensatedSum / sorted.compensatedSum)
        if sizes.allSatisfy(\.isExact) { return Bounded(value) }
        let high = best(of: count, chosen: sizes.map(\.high), beside: sizes.map(\.low))
        let low = best(of: count, chosen: sizes.map(\.low), beside: sizes.map(\.high))
        let range = Interval(holding: low * (1 - 1e-12), min(1, high * (1 + 1e-12)))
        return Bounded(value, in: range)
    }

    /// The largest share that `count` parts can have when they stand at one end and all others at the other.
    ///
    /// Dinkelbach's steps for a ratio of sums: each picks the parts that gain most at the current share.
    private static func best(of count: Int, chosen: [Double], beside: [Double]) -> Double {
        var share = 0.0
        for _ in 0..<100 {
            let gains = chosen.indices.map { (1 - share) * chosen[$0] + share * beside[$0] }
            let order = chosen.indices.sorted { gains[$0] != gains[$1] ? gains[$0] > gains[$1] : $0 < $1 }
            let inside = order.prefix(count).map { chosen[$0] }.compensatedSum
            let outside = order.dropFirst(count).map { beside[$0] }.compensatedSum
            let next = inside + outside > 0 ? inside / (inside + outside) : 0
            if next <= share * (1 + 1e-15) { break }
            share = next
        }
        return share
    }
}
