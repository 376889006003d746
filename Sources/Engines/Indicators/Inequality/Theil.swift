public import Kernels

/// Theil's T and the mean logarithmic deviation (Theil's L), split exactly into what lies between groups and within.
///
/// With population weights `w_i = P_i / P`, mean `μ = Σ w_i y_i` and `z_i = y_i / μ`: `T = Σ w_i z_i ln z_i` weighs by
/// income, `L = Σ w_i ln(1 / z_i)` by population. T of groups: `Σ_g (Y_g/Y) ln[(Y_g/Y)/(P_g/P)] + Σ_g (Y_g/Y) T_g`; L:
/// `Σ_g (P_g/P) ln[(P_g/P)/(Y_g/Y)] + Σ_g (P_g/P) L_g`. Theil 1967; Bourguignon 1979; Shorrocks 1980.
///
/// Weights are used once, both for the mean and for the sum, so that neither index is ever below zero; REAT's weighted
/// version divides by n again, centres on the unweighted mean, and comes out negative.
public struct Theil: Sendable, Hashable {
    /// One index with its parts.
    public struct Index: Sendable, Hashable {
        /// All inequality, 0 and above.
        public let total: Measured
        /// Between the groups' means.
        public let between: Measured
        /// Within groups, each group weighted by its part.
        public let within: Measured
        /// The index of each group by itself.
        public let groups: [Measured]
        /// What each group's index counts for: its part of the sum (T) or of the population (L).
        public let groupWeights: [Measured]
    }

    /// Theil's T; terms of zeros are 0.
    public let t: Index
    /// The mean logarithmic deviation; undefined where a value is zero.
    public let meanLogDeviation: Index
    /// What T compares with, and its zeros.
    public let conventions: Conventions
    /// What L compares with, and its zeros.
    public let logConventions: Conventions

    /// Computes both indices.
    ///
    /// - Parameters:
    ///   - values: what each unit has a head (income, output).
    ///   - weights: the population of each unit; `nil` counts every unit once.
    ///   - groups: the group of each unit, numbered from 0; `nil` makes one group of all.
    /// - Throws: lists of different length, values or weights that are negative or not finite, negative groups.
    /// - Complexity: O(n) for exact numbers.
    public static func run(
        on values: [Bounded], weights: [Bounded]? = nil, groups: [Int]? = nil,
        search: RangeSearch = RangeSearch()
    ) throws(InputProblems) -> Theil {
        var check = InputCheck()
        check.within(ListName.values, values, 0)
        let population = weights ?? values.map { _ in Bounded(1) }
        check.count(ListName.weights, population.count, values.count)
        check.within(ListName.weights, population, 0)
        let group = groups ?? values.map { _ in 0 }
        check.count(ListName.groups, group.count, values.count)
        for (position, number) in group.enumerated() where number < 0 || number >= max(values.count, 1) {
            check.add(
                .outside(
                    list: ListName.groups, position: position, value: Double(number), low: 0,
                    high: Double(values.count - 1)))
        }
        try check.finish()
        let benchmark: Benchmark = weights == nil ? .mean : .weightedMean
        let units = Units(
            values: values, weights: population, group: group, groupCount: (group.max() ?? -1) + 1,
            search: search)
        return Theil(
            t: units.index(.t), meanLogDeviation: units.index(.l),
            conventions: Conventions(benchmark, .limitIsZero),
            logConventions: Conventions(benchmark, .undefined))
    }
}

extension Theil {
    /// Units with their groups, and the two indices of them.
    private struct Units {
        enum Kind { case t, l }
        let values: [Bounded]
        let weights: [Bounded]
        let group: [Int]
        let groupCount: Int
        let search: RangeSearch

        func index(_ kind: Kind) -> Index {
            let all = values.indices.filter { weights[$0].value > 0 }
            let members = (0..<groupCount).map { number in all.filter { group[$0] == number } }
            if let reason = reason(kind, all) {
                let none = Measured.undefined(reason)
                return Index(
                    total: none, between: none, within: none, groups: members.map { _ in none },
                    groupWeights: members.map { _ in none })
            }
            func measured(_ part: Sum.Part, _ chosen: [Int], _ natural: Interval) -> Measured {
                let inputs = chosen.map { values[$0] } + chosen.map { weights[$0] }
                let formula = Sum(kind: kind, part: part, group: chosen.map { group[$0] }, count: groupCount)
                return .checked(
                    formula.result(of: inputs, within: natural, search: search), else: .tooLarge)
            }
            return Index(
                total: measured(.total, all, .notNegative), between: measured(.between, all, .notNegative),
                within: measured(.within, all, .notNegative),
                groups: members.map { chosen in
                    reason(kind, chosen).map { .undefined($0) } ?? measured(.total, chosen, .notNegative)
                },
                groupWeights: (0..<groupCount).map { measured(.weight($0), all, .unit) })
        }

        private func reason(_ kind: Kind, _ chosen: [Int]) -> Undefined? {
            if !chosen.contains(where: { values[$0].value > 0 }) { return .nothingThere }
            if kind == .l, chosen.contains(where: { values[$0].value <= 0 }) { return .zeroValue }
            return nil
        }
    }

    /// One of the sums, over values and then weights.
    private struct Sum: Formula {
        enum Part { case total, between, within, weight(Int) }
        let kind: Units.Kind
        let part: Part
        let group: [Int]
        let count: Int

        func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
            let values = inputs[..<group.count]
            let weights = inputs[group.count...]
            let people = Number.parts(Array(weights))
            let sums = Number.parts(zip(values, weights).map { $0 * $1 })
            switch part {
            case .total: return divergence(people, sums)
            case .between: return divergence(grouped(people), grouped(sums))
            case .within: return divergence(people, sums) - divergence(grouped(people), grouped(sums))
            case .weight(let number):
                let parts = kind == .t ? sums : people
                return .sum(parts.indices.lazy.filter { group[$0] == number }.map { parts[$0] })
            }
        }

        /// T: Σ s ln(s/p), L: Σ p ln(p/s). Written as x ln x of s/p, so that a zero gives 0.
        private func divergence<Number: FormulaNumber>(_ people: [Number], _ sums: [Number]) -> Number {
            .sum(
                zip(people, sums).map { p, s in
                    kind == .t ? p * (s / p).timesLogarithm() : p * (p / s).logarithm()
                })
        }

        /// Sums over groups that have members.
        private func grouped<Number: FormulaNumber>(_ parts: [Number]) -> [Number] {
            var sums = [Number?](repeating: nil, count: count)
            for (index, number) in group.enumerated() {
                sums[number] = sums[number].map { $0 + parts[index] } ?? parts[index]
            }
            return sums.compactMap { $0 }
        }
    }
}
