public import Kernels

/// The outputs that one final demand takes, found without an inverse.
public struct DemandAnswer: Sendable, Equatable {
    /// How it was found.
    public enum Method: Sendable, Equatable {
        /// By adding up rounds of demand: so many of them.
        case rounds(Int)
        /// By factoring 1 − A.
        case factors
    }

    /// How to find it.
    public struct Options: Sendable {
        /// When the rounds are enough.
        public var series: PowerSeries.Options
        /// Asked after every round; `false` stops the rounds.
        public var goOn: @Sendable () -> Bool

        /// Options.
        public init(
            series: PowerSeries.Options = PowerSeries.Options(maximumTerms: 400),
            goOn: @escaping @Sendable () -> Bool = { true }
        ) {
            self.series = series
            self.goOn = goOn
        }
    }

    /// The output of each sector: L y.
    public let output: [Double]
    /// How it was found.
    public let method: Method
    /// What the rounds leave out at most, all sectors together; `nil` for factors.
    public let remainder: Double?

    /// Answers one demand.
    ///
    /// Where every column of A adds up to less than 1, rounds of demand y + A y + A² y + … are added until what is left
    /// out is proven small; each takes one pass over Z and no second matrix. Otherwise, and where the rounds are too
    /// many, 1 − A is factored.
    ///
    /// - Complexity: 2 n² operations a round; some thirty rounds for 1e-10 where columns add up to a half.
    public static func run(on system: ProductionSystem, demand: [Double], _ options: Options = Options())
        -> Result<DemandAnswer, TableProblem>
    {
        guard demand.count == system.count else {
            return .failure(.shape("the demand", found: demand.count, expected: system.count))
        }
        let contraction = system.contraction
        if contraction < 1 {
            var scaled = [Double](repeating: 0, count: system.count)
            let series = PowerSeries.run(
                from: demand, contraction: contraction, options.series, goOn: options.goOn
            ) { term, next in
                for sector in scaled.indices {
                    scaled[sector] = term[sector] * system.reciprocalOutput[sector]
                }
                system.flows.multiply(scaled, into: &next)
            }
            if series.converged {
                return .success(
                    DemandAnswer(
                        output: series.sum, method: .rounds(series.terms), remainder: series.remainder))
            }
        }
        do throws(TableProblem) {
            let solver = try system.solver()
            return .success(
                DemandAnswer(output: solver.output(for: demand), method: .factors, remainder: nil))
        } catch {
            return .failure(error)
        }
    }
}
