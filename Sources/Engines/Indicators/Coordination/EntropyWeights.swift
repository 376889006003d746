public import Kernels

/// Weights of indicators by how much they tell units apart (entropy method), and the units' scores with them.
///
/// Each indicator is scaled to 0…1 by its smallest and largest value (turned round where less is better), `p = z / Σ z`,
/// `e = −Σ p ln p / ln n` with `0 ln 0 = 0`, `w = (1 − e) / Σ (1 − e)`. Shannon 1948.
public struct EntropyWeights: Sendable, Hashable {
    /// Whether more of an indicator is better.
    public enum Direction: String, Sendable, Hashable, Codable {
        /// More is better.
        case benefit
        /// Less is better.
        case cost
    }

    /// How it is computed.
    public struct Options: Sendable, Hashable {
        /// Scales to `shift … 1 − shift` in place of 0…1; 0 shifts nothing. Any shift changes the weights.
        public var shift: Double

        /// Options.
        public init(shift: Double = 0) { self.shift = shift }
    }

    /// The entropy of each indicator, 0…1; undefined for one that does not vary.
    public let entropies: [Measured]
    /// The weight of each indicator, summing to one over those that vary; undefined for one that does not.
    public let weights: [Measured]
    /// The weighted score of each unit, 0…1, of values scaled to 0…1 with the options' shift.
    public let scores: [Measured]
    /// Indicators that do not vary and were left out.
    public let constant: [Int]
    /// The shift that was used.
    public let shift: Double
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.extremes, .constantLeftOut)

    /// Computes weights and scores of a table: one row a unit, one column an indicator.
    ///
    /// - Throws: rows of different length, numbers that are not finite, a shift outside 0 ..< 0.5.
    /// - Complexity: O(units × indicators) for exact numbers.
    public static func run(
        on rows: [[Bounded]], directions: [Direction], _ options: Options = Options(),
        search: RangeSearch = RangeSearch()
    ) throws(InputProblems) -> EntropyWeights {
        try check(rows, directions, options)
        let columns = directions.indices.map { column in rows.map { $0[column] } }
        let constant = columns.indices.filter { column in
            Set(columns[column].values).count < 2
        }
        let kept = columns.indices.filter { !constant.contains($0) }
        let inputs = kept.flatMap { columns[$0] }
        func measured(_ part: Weighting.Part) -> Measured {
            let formula = Weighting(
                part: part, units: rows.count, directions: kept.map { directions[$0] }, shift: options.shift)
            return .checked(formula.result(of: inputs, within: .unit, search: search), else: .tooLarge)
        }
        let missing: Undefined = rows.count < 2 ? .oneRegion : .allEqual
        func spread(_ part: (Int) -> Weighting.Part) -> [Measured] {
            columns.indices.map { column in
                kept.firstIndex(of: column).map { measured(part($0)) } ?? .undefined(missing)
            }
        }
        return EntropyWeights(
            entropies: spread { .entropy($0) }, weights: spread { .weight($0) },
            scores: rows.indices.map { kept.isEmpty ? .undefined(missing) : measured(.score($0)) },
            constant: constant, shift: options.shift)
    }

    private static func check(_ rows: [[Bounded]], _ directions: [Direction], _ options: Options)
        throws(InputProblems)
    {
        var check = InputCheck()
        for (row, values) in rows.enumerated() {
            if values.count != directions.count {
                check.add(.ragged(row: row, found: values.count, expected: directions.count))
            }
            for (column, value) in values.enumerated() where !value.range.isFinite {
                check.add(.notFinite(row: row, column: column))
            }
        }
        if !(options.shift >= 0 && options.shift < 0.5) {
            check.add(
                .outside(list: ListName.bounds, position: 0, value: options.shift, low: 0, high: 0.5))
        }
        try check.finish()
    }

    private struct Weighting: Formula {
        enum Part { case entropy(Int), weight(Int), score(Int) }
        let part: Part
        let units: Int
        let directions: [Direction]
        let shift: Double

        func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
            func scaled(_ column: Int) -> [Number] {
                scale(Array(inputs[(column * units)..<((column + 1) * units)]), directions[column])
            }
            if case .entropy(let column) = part { return entropy(scaled(column)) }
            let columns = directions.indices.map(scaled)
            let spreads = columns.map { Number(1) - entropy($0) }
            let total = Number.sum(spreads)
            switch part {
            case .entropy, .weight:
                guard case .weight(let column) = part else { return total }
                return spreads[column] / total
            case .score(let unit):
                return .dot(columns.map { $0[unit] }, spreads.map { $0 / total })
            }
        }

        private func scale<Number: FormulaNumber>(_ values: [Number], _ direction: Direction) -> [Number] {
            guard var low = values.first, var high = values.first else { return [] }
            for value in values.dropFirst() {
                low = .smaller(low, value)
                high = .larger(high, value)
            }
            let width = high - low
            return values.map { value in
                let part = (direction == .benefit ? value - low : high - value) / width
                return shift == 0 ? part : Number(shift) + part * Number(1 - 2 * shift)
            }
        }

        private func entropy<Number: FormulaNumber>(_ scaled: [Number]) -> Number {
            let parts = Number.parts(scaled)
            let sum = Number.sum(parts.map { $0.timesLogarithm() })
            return -sum / Number(Double(units).logarithm())
        }
    }
}
