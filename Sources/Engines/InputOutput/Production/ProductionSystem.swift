public import Kernels

/// What sectors sell to each other and what each makes: Z and x, and the coefficients that follow from them.
///
/// A = Z x̂⁻¹ (inputs a unit of output of the buyer), B = x̂⁻¹ Z (what a unit of output of the seller goes to). A sector
/// without output has a column of zeros in A and a row of zeros in B, so that nothing is divided by zero. No coefficient
/// is dropped for being small. Leontief 1936; Ghosh 1958; notation of Miller & Blair, Input-Output Analysis, 2nd ed.
/// 2009.
public struct ProductionSystem: Sendable {
    /// Z: row sells to column, in money. One row and one column a sector.
    public let flows: DenseMatrix
    /// x: what each sector makes, in the same money.
    public let output: [Double]
    /// 1 / x, and 0 for a sector without output.
    let reciprocalOutput: [Double]

    /// A system of these flows and outputs. Nothing is copied.
    ///
    /// - Throws: ``TableProblem`` for no sector, sizes that do not fit, numbers that are not finite, negative output.
    public init(flows: DenseMatrix, output: [Double]) throws(TableProblem) {
        let count = output.count
        guard count > 0 else { throw .empty }
        guard flows.rowCount == count, flows.columnCount == count else {
            throw .shape("the matrix of flows", found: flows.values.count, expected: count * count)
        }
        for (sector, value) in output.enumerated() where !(value >= 0 && value.isFinite) {
            throw .output(sector: sector, value: value)
        }
        // A sum is finite only where every term is; the place is looked for only then.
        for row in 0..<count where !flows.row(row).reduce(0, { $0 + $1.magnitude }).isFinite {
            if let column = flows.row(row).firstIndex(where: { !$0.isFinite }) {
                throw .flowNotFinite(row: row, column: column - row * count)
            }
            throw .flowNotFinite(row: row, column: 0)
        }
        self.flows = flows
        self.output = output
        reciprocalOutput = output.map { $0 > 0 ? 1 / $0 : 0 }
    }

    /// How many sectors there are.
    public var count: Int { output.count }

    /// A = Z x̂⁻¹. One matrix is made.
    public var inputCoefficients: DenseMatrix {
        var matrix = flows
        matrix.scaleColumns(by: reciprocalOutput)
        return matrix
    }

    /// B = x̂⁻¹ Z. One matrix is made.
    public var allocationCoefficients: DenseMatrix {
        var matrix = flows
        matrix.scaleRows(by: reciprocalOutput)
        return matrix
    }

    /// What each sector buys from all sectors for a unit of its output: the column sums of A.
    public var directInputs: [Double] { zip(flows.columnSums, reciprocalOutput).map(*) }

    /// What part of its output each sector sells to all sectors: the row sums of B.
    public var directSales: [Double] { zip(flows.rowSums, reciprocalOutput).map(*) }

    /// The largest column sum of magnitudes of A. Below 1 the power series converges with a known bound.
    public var contraction: Double {
        var sums = [Double](repeating: 0, count: count)
        for row in 0..<count {
            for (column, value) in flows.row(row).enumerated() { sums[column] += value.magnitude }
        }
        return zip(sums, reciprocalOutput).map(*).max() ?? 0
    }

    /// 1 − A factored, ready for any number of demands.
    ///
    /// - Complexity: 2/3 n³ operations, one matrix beside Z.
    /// - Throws: ``TableProblem/singular(reciprocalCondition:)``, ``TableProblem/notProductive(sector:)``.
    public func solver() throws(TableProblem) -> LeontiefSolver { try LeontiefSolver(self) }
}
