public import Kernels

/// Answers demands by a few passes over Z, without factors and without a second matrix, where every column of A adds up to
/// less than 1.
///
/// Each answer is within a proven bound: the error is at most the residual by 1 − q, with q the largest column sum of A. Dense
/// tables take some eight passes, where adding up rounds of demand takes thirty and factors take n / 3.
public struct LeontiefDirections: LeontiefResponse {
    /// The system it answers for.
    public let system: ProductionSystem
    /// q, the largest column sum of magnitudes of A.
    public let contraction: Double
    private let options: MinimalResidual.Options
    private let goOn: @Sendable () -> Bool

    /// Columns above this leave too little to bound the error by.
    static let largestContraction = 0.98

    /// An answerer; `nil` where a column of A adds up to .98 or more, for which factors are the way.
    ///
    /// - Parameters:
    ///   - options: How close the answers are.
    ///   - goOn: Asked before every pass; `false` ends an answer early.
    /// - Complexity: one pass over Z.
    public init?(
        _ system: ProductionSystem, _ options: MinimalResidual.Options = MinimalResidual.Options(),
        goOn: @escaping @Sendable () -> Bool = { true }
    ) {
        let contraction = system.contraction
        guard contraction < Self.largestContraction else { return nil }
        self.system = system
        self.contraction = contraction
        self.options = options
        self.goOn = goOn
    }

    /// L y.
    ///
    /// - Precondition: one number a sector.
    public func output(for demand: [Double]) -> [Double] { answer(for: demand).solution }

    /// L y with how it was reached and how far off it is at most, all sectors together.
    public func answer(for demand: [Double]) -> MinimalResidual {
        var scaled = demand
        return MinimalResidual.run(
            side: demand, contraction: contraction, norm: .sum, options, goOn: goOn
        ) { vector, next in
            for sector in scaled.indices { scaled[sector] = vector[sector] * system.reciprocalOutput[sector] }
            system.flows.multiply(scaled, into: &next)
        }
    }

    /// s L.
    ///
    /// - Precondition: one number a sector.
    public func content(of intensity: [Double]) -> [Double] {
        MinimalResidual.run(
            side: intensity, contraction: contraction, norm: .largest, options, goOn: goOn
        ) { vector, next in
            next = system.flows.transposedTimes(vector)
            for sector in next.indices { next[sector] *= system.reciprocalOutput[sector] }
        }.solution
    }
}
