/// The sum b + M b + M² b + …, which is (1 − M)⁻¹ b where it converges: one product a term and no factorization.
///
/// For M ≥ 0 whose columns add up to at most q < 1, what is left out after a term t is at most |t|₁ · q / (1 − q), so the
/// sum stops with a proven bound. Source: Waugh, “Inversion of the Leontief matrix by power series”, Econometrica 18
/// (1950), 142–154.
public struct PowerSeries: Sendable, Hashable {
    /// When to stop.
    public struct Options: Sendable, Hashable {
        /// How large what is left out may be, as a part of the sum.
        public var tolerance: Double
        /// After how many terms to give up.
        public var maximumTerms: Int

        /// Options: 1e-12 of the sum, and at most 10,000 terms.
        public init(tolerance: Double = 1e-12, maximumTerms: Int = 10_000) {
            self.tolerance = tolerance
            self.maximumTerms = maximumTerms
        }
    }

    /// The sum of the terms that were added.
    public let sum: [Double]
    /// How many products were made.
    public let terms: Int
    /// Whether what is left out is within the tolerance.
    public let converged: Bool
    /// What is left out at most, all entries together and without sign; `nil` where no bound is known because no column
    /// sum below 1 was given.
    public let remainder: Double?

    /// Adds the series up.
    ///
    /// - Parameters:
    ///   - start: The first term, b.
    ///   - contraction: The largest sum of magnitudes of a column of M, where it is known and below 1. Without it the sum
    ///     stops when two terms in a row are that small, which is no proof.
    ///   - goOn: Asked after every term.
    ///   - multiply: Writes M times its first argument into the second.
    public static func run(
        from start: [Double], contraction: Double?, _ options: Options = Options(),
        goOn: () -> Bool = { true }, multiply: ([Double], inout [Double]) -> Void
    ) -> PowerSeries {
        let bounded = contraction.flatMap { $0 >= 0 && $0 < 1 ? $0 : nil }
        var sum = start
        var term = start
        var next = [Double](repeating: 0, count: start.count)
        var terms = 0
        var remainder: Double?
        var converged = magnitude(of: start) == 0
        var small = 0
        while !converged, terms < max(0, options.maximumTerms), goOn() {
            multiply(term, &next)
            swap(&term, &next)
            terms += 1
            for place in sum.indices { sum[place] += term[place] }
            let size = magnitude(of: term)
            let whole = magnitude(of: sum)
            guard size.isFinite, whole.isFinite else { break }
            if let bounded {
                let left = size * bounded / (1 - bounded)
                remainder = left
                converged = left <= options.tolerance * whole
            } else {
                small = size <= options.tolerance * whole ? small + 1 : 0
                converged = small > 1
            }
        }
        if terms == 0, converged { remainder = bounded.map { _ in 0 } }
        return PowerSeries(sum: sum, terms: terms, converged: converged, remainder: remainder)
    }

    private static func magnitude(of vector: [Double]) -> Double {
        vector.reduce(0) { $0 + $1.magnitude }
    }
}
