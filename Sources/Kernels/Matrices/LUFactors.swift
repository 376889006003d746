import COpenBLAS

/// A square matrix as the product of a lower and an upper triangle, rows exchanged: ready to solve equations with it.
///
/// The factors take the place of the matrix they are made from; no second matrix is made. Source: LAPACK's `dgetrf`,
/// `dgetrs`, `dgetri` and `dgecon` (Anderson et al., LAPACK Users' Guide, 3rd ed., 1999).
public struct LUFactors: Sendable {
    /// A matrix that cannot be divided by.
    public enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
        /// It has more rows than columns, or fewer.
        case notSquare(rows: Int, columns: Int)
        /// An entry is not a number or infinite.
        case notFinite(row: Int, column: Int)
        /// Its rows depend on each other, exactly or as far as rounding lets one tell. `reciprocalCondition` is the
        /// distance to the next singular matrix relative to its size (1-norm); 0 for an exact one.
        case singular(reciprocalCondition: Double)

        /// What happened and what to do.
        public var description: String {
            switch self {
            case .notSquare(let rows, let columns):
                "a matrix of \(rows) rows and \(columns) columns has no inverse; give as many rows as columns"
            case .notFinite(let row, let column):
                "the entry of row \(row) and column \(column) is not a finite number; correct or drop it"
            case .singular(let condition):
                "the rows depend on each other (reciprocal condition \(condition)), so there is no one solution"
            }
        }
    }

    /// How many rows and columns the matrix has.
    public let order: Int
    /// The distance to the next singular matrix relative to the matrix's size, estimated; 1 for the identity.
    public let reciprocalCondition: Double
    /// The factors of the transposed matrix, column after column as LAPACK wants them.
    private var factors: [Double]
    private let pivots: [CInt]

    /// Factors a matrix, in its own storage where nobody else holds it.
    ///
    /// - Throws: ``Problem`` for a matrix that has no inverse to working precision.
    /// - Complexity: 2/3 n³ operations.
    public init(_ matrix: consuming DenseMatrix) throws(Problem) {
        let order = matrix.rowCount
        guard matrix.columnCount == order else {
            throw .notSquare(rows: order, columns: matrix.columnCount)
        }
        var factors = (consume matrix).values
        var largest = 0.0
        for row in 0..<order {
            var sum = 0.0
            for column in 0..<order { sum += factors[row * order + column].magnitude }
            guard sum.isFinite else {
                let bad = (0..<order).first { !factors[row * order + $0].isFinite } ?? 0
                throw .notFinite(row: row, column: bad)
            }
            largest = max(largest, sum)
        }
        var pivots = [CInt](repeating: 0, count: order)
        var condition = 1.0
        if order > 0 {
            LinearAlgebra.settle()
            var size = CInt(order)
            var info: CInt = 0
            dgetrf_(&size, &size, &factors, &size, &pivots, &info)
            guard info == 0 else { throw .singular(reciprocalCondition: 0) }
            var work = [Double](repeating: 0, count: 4 * order)
            var integers = [CInt](repeating: 0, count: order)
            dgecon_("1", &size, factors, &size, &largest, &condition, &work, &integers, &info, 1)
            guard condition > Double.ulpOfOne else { throw .singular(reciprocalCondition: condition) }
        }
        self.order = order
        self.factors = factors
        self.pivots = pivots
        reciprocalCondition = condition
    }

    /// The x with M x = b.
    ///
    /// - Precondition: b has one entry a row.
    /// - Complexity: 2 n² operations.
    public func solve(_ side: [Double]) -> [Double] { solution(of: side, form: "T") }

    /// The x with x M = b, the equations of the transposed matrix.
    ///
    /// - Precondition: b has one entry a column.
    /// - Complexity: 2 n² operations.
    public func solveTransposed(_ side: [Double]) -> [Double] { solution(of: side, form: "N") }

    private func solution(of side: [Double], form: String) -> [Double] {
        precondition(side.count == order, "one entry a row")
        guard order > 0 else { return [] }
        var result = side
        var size = CInt(order)
        var one: CInt = 1
        var info: CInt = 0
        dgetrs_(form, &size, &one, factors, &size, pivots, &result, &size, &info, 1)
        return result
    }

    /// The inverse, in the storage of the factors where nobody else holds them.
    ///
    /// - Complexity: 4/3 n³ operations.
    public consuming func inverse() -> DenseMatrix {
        let order = order
        let pivots = pivots
        var entries = (consume self).factors
        if order > 0 {
            var size = CInt(order)
            var workCount = CInt(64 * order)
            var work = [Double](repeating: 0, count: 64 * order)
            var info: CInt = 0
            dgetri_(&size, &entries, &size, pivots, &work, &workCount, &info)
        }
        return DenseMatrix(order: order, entries: entries)
    }
}

extension DenseMatrix {
    /// A square matrix of entries whose number is known to fit.
    init(order: Int, entries: consuming [Double]) {
        rowCount = order
        columnCount = order
        values = entries
    }
}
