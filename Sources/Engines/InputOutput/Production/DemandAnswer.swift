import Kernels

/// The outputs that one final demand takes, found without an inverse.
public struct DemandAnswer: Sendable, Equatable {
    /// How it was found.
    public enum Method: Sendable, Equatable {
        /// By so many passes over the table.
        case passes(Int)
        /// By factoring 1 − A.
        case factors
    }

    /// How to find it.
    public struct Options: Sendable {
        /// How close the answer is, as a part of all output.
        public var tolerance: Double
        /// Asked before every pass; `false` stops.
        public var goOn: @Sendable () -> Bool

        /// Options.
        public init(tolerance: Double = 1e-13, goOn: @escaping @Sendable () -> Bool = { true }) {
            self.tolerance = tolerance
            self.goOn = goOn
        }
    }

    /// The output of each sector: L y.
    public let output: [Double]
    /// How it was found.
    public let method: Method
    /// How far off it is at most, all sectors together; `nil` for factors.
    public let remainder: Double?

    /// Answers one demand.
    ///
    /// Where every column of A adds up to less than .98, by passes over Z with a proven bound and no second matrix
    /// (``LeontiefDirections``). Otherwise, and where the passes do not come that close, 1 − A is factored.
    ///
    /// - Complexity: 2 n² operations a pass, some eight passes on dense tables.
    public static func run(on system: ProductionSystem, demand: [Double], _ options: Options = Options())
        -> Result<DemandAnswer, TableProblem>
    {
        guard demand.count == system.count else {
            return .failure(.shape("the demand", found: demand.count, expected: system.count))
        }
        let limits = MinimalResidual.Options(tolerance: options.tolerance)
        if let directions = LeontiefDirections(system, limits, goOn: options.goOn) {
            let answer = directions.answer(for: demand)
            if answer.converged {
                return .success(
                    DemandAnswer(
                        output: answer.solution, method: .passes(answer.products), remainder: answer.remainder
                    ))
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
