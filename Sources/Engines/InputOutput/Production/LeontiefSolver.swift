import Kernels

/// 1 − A in factors: answers demands by two triangular solves each, and makes the inverse only where it is asked for.
public struct LeontiefSolver: LeontiefResponse {
    /// The system it answers for.
    public let system: ProductionSystem
    /// The row sums of L = (1 − A)⁻¹: the output of each sector when one unit of everything is demanded.
    public let rowSums: [Double]
    private let factors: LUFactors

    /// Factors 1 − A.
    ///
    /// The row sums of L prove that the system is productive: where no flow is negative and one unit of everything takes
    /// a positive output of every sector, every demand of 0 or more takes outputs of 0 or more (Hawkins & Simon 1949).
    public init(_ system: ProductionSystem) throws(TableProblem) {
        var matrix = system.inputCoefficients
        matrix.subtractFromIdentity()
        do throws(LUFactors.Problem) {
            factors = try LUFactors(consume matrix)
        } catch {
            switch error {
            case .singular(let condition): throw .singular(reciprocalCondition: condition)
            case .notFinite(let row, let column): throw .flowNotFinite(row: row, column: column)
            case .notSquare(let rows, let columns):
                throw .shape("the matrix of flows", found: rows * columns, expected: rows * rows)
            }
        }
        rowSums = factors.solve([Double](repeating: 1, count: system.count))
        if let sector = rowSums.firstIndex(where: { !($0 > 0) }) { throw .notProductive(sector: sector) }
        self.system = system
    }

    /// The distance of 1 − A to a singular matrix relative to its size.
    public var reciprocalCondition: Double { factors.reciprocalCondition }

    /// The outputs that a final demand takes, direct and indirect: L y.
    ///
    /// - Precondition: one number a sector.
    public func output(for demand: [Double]) -> [Double] { factors.solve(demand) }

    /// What a unit of final demand for each product carries of something that each sector has `intensity` of for a unit
    /// of its output: s L. All ones give the column multipliers.
    ///
    /// - Precondition: one number a sector.
    public func content(of intensity: [Double]) -> [Double] { factors.solveTransposed(intensity) }

    /// L itself, in the memory of the factors where nobody else holds them.
    ///
    /// - Complexity: 4/3 n³ operations more.
    public consuming func inverse() -> LeontiefInverse {
        let system = system
        return LeontiefInverse(system: system, matrix: (consume self).factors.inverse())
    }
}
