public import Kernels

/// The smile curve of a chain: what each stage, from research to after-sales, adds to the value of the whole.
///
/// Shih 1992; Mudambi 2008, J. Econ. Geogr. 8:699. A curve smiles where its ends stand higher than its middle: the
/// curvature is the second coefficient of the parabola that fits the shares (or the rates, where turnover is handed in)
/// best, stages at even steps from −1 to 1.
public struct SmileCurve: Sendable, Hashable {
    /// A stage in the order of the chain.
    public struct Stage: Sendable, Hashable {
        /// The value that it adds.
        public var valueAdded: Bounded
        /// Its turnover; `nil` where it is not known.
        public var turnover: Bounded?

        /// A stage.
        public init(valueAdded: Bounded, turnover: Bounded? = nil) {
            self.valueAdded = valueAdded
            self.turnover = turnover
        }
    }

    /// Each stage's part of the value of all.
    public let shares: [Measured]
    /// Value added ÷ turnover of each stage; undefined where turnover is not known.
    public let rates: [Measured]
    /// The curvature of the shares; above zero is a smile. Undefined for fewer than three stages.
    public let shareCurvature: Measured
    /// The curvature of the rates; undefined unless all are known.
    public let rateCurvature: Measured
    /// The stage with the smallest share; the first of equals.
    public let lowest: Int?
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.wholeProduct, .zeroCounts)

    /// Computes the curve of a chain.
    ///
    /// - Throws: numbers that are negative or not finite.
    /// - Complexity: O(stages).
    public static func run(on stages: [Stage], search: RangeSearch = RangeSearch()) throws(InputProblems)
        -> SmileCurve
    {
        var check = InputCheck()
        check.within(ListName.stages, stages.map(\.valueAdded), 0)
        check.within(ListName.output, stages.map { $0.turnover ?? 0 }, 0)
        try check.finish()
        let shares = Shares.of(stages.map(\.valueAdded))
        let rates = stages.map { stage -> Measured in
            guard let turnover = stage.turnover else { return .undefined(.unknownInput) }
            guard turnover.value > 0 else { return .undefined(.zeroBase) }
            return .checked(
                Bounded.monotone(rising: [stage.valueAdded], falling: [turnover]) { $0[0] / $1[0] },
                else: .tooLarge)
        }
        let values = stages.map(\.valueAdded)
        let isThere = values.sum.value > 0
        let curved: Undefined? = isThere ? stages.count < 3 ? .oneIndustry : nil : .nothingThere
        let known = rates.compactMap(\.bounded)
        let rated: Undefined? =
            stages.count < 3 ? .oneIndustry : known.count < stages.count ? .unknownInput : nil
        func bend(_ numbers: [Bounded], divides: Bool, _ reason: Undefined?) -> Measured {
            if let reason { return .undefined(reason) }
            if divides, !values.sum.value.isFinite { return .undefined(.tooLarge) }
            let natural = divides ? Interval(holding: -4, 4) : .everything
            let bounded = Curvature(divides: divides).result(of: numbers, within: natural, search: search)
            return .checked(bounded, else: .tooLarge)
        }
        return SmileCurve(
            shares: shares, rates: rates, shareCurvature: bend(values, divides: true, curved),
            rateCurvature: bend(known, divides: false, rated),
            lowest: isThere ? values.indices.min { values[$0].value < values[$1].value } : nil)
    }

    /// The second coefficient of the best parabola: a weighted sum of the values, with weights from the second
    /// orthogonal polynomial.
    private struct Curvature: Formula {
        /// Whether values are first made parts of their sum.
        let divides: Bool

        func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
            let values = divides ? Number.parts(inputs) : inputs
            let last = Double(values.count - 1)
            let places = values.indices.map { 2 * Double($0) / last - 1 }
            let mean = places.map { $0 * $0 }.compensatedSum / Double(values.count)
            let bends = places.map { $0 * $0 - mean }
            let square = bends.map { $0 * $0 }.compensatedSum
            return .sum(zip(values, bends).map { $0 * Number($1 / square) })
        }
    }
}
