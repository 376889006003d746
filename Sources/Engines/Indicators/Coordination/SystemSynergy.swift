public import Kernels

/// Synergy of a composite system: whether its subsystems become more orderly together.
///
/// Order parameters `u = (e − α) / (β − α)` (more is better) or `(β − e) / (β − α)`; the order degree `U` of a subsystem is
/// their geometric or weighted mean; synergy between two dates is `cm = θ · (Π_j |U¹_j − U⁰_j|)^{1/k}`, θ = 1 where every
/// subsystem gains, else −1. −1…1. Meng Qingsong, Han Wenxiu 孟庆松、韩文秀 2000. The bounds α, β are a choice and
/// belong with the result.
public struct SystemSynergy: Sendable, Hashable {
    /// How the order parameters of a subsystem become one number.
    public enum Mean: String, Sendable, Hashable, Codable {
        /// The geometric mean.
        case geometric
        /// The mean with equal weights.
        case linear
    }

    /// From which date changes are counted.
    public enum Start: String, Sendable, Hashable, Codable {
        /// From the first date.
        case first
        /// From the date before.
        case previous
    }

    /// One order parameter over time.
    public struct Parameter: Sendable, Hashable {
        /// Its values, one a date.
        public var values: [Bounded]
        /// α.
        public var low: Double
        /// β.
        public var high: Double
        /// Whether more is better.
        public var direction: EntropyWeights.Direction

        /// A parameter with its bounds.
        public init(
            values: [Bounded], low: Double, high: Double, direction: EntropyWeights.Direction = .benefit
        ) {
            self.values = values
            self.low = low
            self.high = high
            self.direction = direction
        }
    }

    /// The order degree of each subsystem at each date, 0…1.
    public let orderDegrees: [[Measured]]
    /// The synergy at each date behind the first.
    public let synergy: [Measured]
    /// The mean that was used.
    public let mean: Mean
    /// Where changes start, as it was used.
    public let start: Start
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.givenBounds, .zeroChangeIsZero)

    /// Computes order degrees and synergy of subsystems, each a list of parameters over the same dates.
    ///
    /// - Throws: bounds the wrong way round, values outside their bounds, series of different length, subsystems without
    ///   parameters.
    /// - Complexity: O(dates × parameters).
    public static func run(on subsystems: [[Parameter]], mean: Mean = .geometric, start: Start = .first)
        throws(InputProblems) -> SystemSynergy
    {
        let dates = subsystems.first?.first?.values.count ?? 0
        try check(subsystems, dates)
        let degrees = subsystems.map { parameters in
            (0..<dates).map { date in degree(of: parameters.map { order($0, date) }, mean) }
        }
        let synergy = (1..<max(dates, 1)).map { date in
            change(from: degrees.map { $0[start == .first ? 0 : date - 1] }, to: degrees.map { $0[date] })
        }
        return SystemSynergy(
            orderDegrees: degrees.map { $0.map { .value($0) } }, synergy: synergy, mean: mean, start: start)
    }

    private static func check(_ subsystems: [[Parameter]], _ dates: Int) throws(InputProblems) {
        var check = InputCheck()
        if subsystems.isEmpty { check.add(.empty(list: ListName.values)) }
        for parameters in subsystems {
            if parameters.isEmpty { check.add(.empty(list: ListName.values)) }
            for parameter in parameters {
                check.count(ListName.values, parameter.values.count, dates)
                guard parameter.low < parameter.high, (parameter.high - parameter.low).isFinite else {
                    check.add(
                        .outside(
                            list: ListName.bounds, position: 0, value: parameter.low, low: -.infinity,
                            high: parameter.high))
                    continue
                }
                check.within(ListName.values, parameter.values, parameter.low, parameter.high)
            }
        }
        try check.finish()
    }

    private static func order(_ parameter: Parameter, _ date: Int) -> Bounded {
        let width = parameter.high - parameter.low
        return parameter.values[date].monotone { value in
            let part = parameter.direction == .benefit ? value - parameter.low : parameter.high - value
            return min(max(part / width, 0), 1)
        }
    }

    /// Means rise with each parameter, so their ends are the means of the ends.
    private static func degree(of orders: [Bounded], _ mean: Mean) -> Bounded {
        func value(_ numbers: [Double]) -> Double {
            switch mean {
            case .linear: numbers.compensatedSum / Double(numbers.count)
            case .geometric: numbers.reduce(1, *).power(1 / Double(numbers.count))
            }
        }
        let middle = value(orders.values)
        if orders.allSatisfy(\.isExact) { return Bounded(middle) }
        return Bounded(
            middle, in: Interval(holding: value(orders.map(\.low)), value(orders.map(\.high))).widened)
    }

    private static func change(from start: [Bounded], to end: [Bounded]) -> Measured {
        let power = 1 / Double(start.count)
        func size(_ changes: [Double]) -> Double { changes.map(\.magnitude).reduce(1, *).power(power) }
        let changes = zip(start, end).map { $1.value - $0.value }
        let value = (changes.allSatisfy { $0 > 0 } ? 1 : -1) * size(changes)
        // A change of exactly zero makes the whole zero, without a sign.
        let signed = value == 0 ? 0 : value
        if (start + end).allSatisfy(\.isExact) { return Measured(signed) }
        let ranges = zip(start, end).map { $1.range - $0.range }
        let highest = size(ranges.map { max($0.lower.magnitude, $0.upper.magnitude) })
        let lowest = size(
            ranges.map { range in
                range.contains(0) ? 0 : min(range.lower.magnitude, range.upper.magnitude)
            })
        if ranges.allSatisfy({ $0.lower > 0 }) {
            return .value(Bounded(signed, in: Interval(holding: lowest, highest).widened))
        }
        if ranges.contains(where: { $0.upper < 0 }) {
            return .value(Bounded(signed, in: Interval(holding: -highest, -lowest).widened))
        }
        let rises = ranges.allSatisfy { $0.upper > 0 }
        let gain = rises ? size(ranges.map { max(0, $0.upper) }) : 0
        return .value(Bounded(signed, in: Interval(holding: -highest, gain).widened))
    }
}
