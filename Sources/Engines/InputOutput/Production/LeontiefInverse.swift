public import Kernels

/// L = (1 − A)⁻¹, every entry: what sector i makes for one unit of final demand for product j.
public struct LeontiefInverse: LeontiefResponse {
    /// The system it belongs to.
    public let system: ProductionSystem
    /// L.
    public let matrix: DenseMatrix

    init(system: ProductionSystem, matrix: consuming DenseMatrix) {
        self.system = system
        self.matrix = matrix
    }

    /// L of a system, by factors that the inverse then takes the place of: two matrices in memory, Z and L.
    ///
    /// - Complexity: 2 n³ operations.
    public init(_ system: ProductionSystem) throws(TableProblem) {
        self = try LeontiefSolver(system).inverse()
    }

    /// L y.
    public func output(for demand: [Double]) -> [Double] { matrix.times(demand) }

    /// s L.
    public func content(of intensity: [Double]) -> [Double] { matrix.transposedTimes(intensity) }

    /// G = (1 − B)⁻¹ = x̂⁻¹ L x̂, Ghosh's inverse; 1 on the diagonal of a sector without output. One matrix is made.
    public var ghosh: DenseMatrix {
        var result = matrix
        result.scaleRows(by: system.reciprocalOutput)
        result.scaleColumns(by: system.output)
        for sector in 0..<system.count where system.output[sector] == 0 { result[sector, sector] = 1 }
        return result
    }
}
