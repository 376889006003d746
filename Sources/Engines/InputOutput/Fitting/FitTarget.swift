import Kernels

/// The totals that a fit has to meet, and how closely.
struct FitTarget {
    let rows: [Double]
    let columns: [Double]
    /// How far a row or column may be from its total.
    let bound: Double
    private let options: FitOutcome.Options

    init(rows: [Double], columns: [Double], _ options: FitOutcome.Options) {
        (self.rows, self.columns, self.options) = (rows, columns, options)
        bound = options.tolerance * (rows + columns).reduce(0) { max($0, $1.magnitude) }
    }

    /// The outcome where a matrix cannot meet the totals, with every reason; `nil` where it may.
    func refusal(of matrix: DenseMatrix, signed: Bool) -> FitOutcome? {
        let obstacles = FitOutcome.obstacles(matrix, rows: rows, columns: columns, signed: signed, options)
        guard !obstacles.isEmpty else { return nil }
        return FitOutcome(
            matrix: matrix, rowFactors: [Double](repeating: 1, count: matrix.rowCount),
            columnFactors: [Double](repeating: 1, count: matrix.columnCount), rounds: 0,
            status: .infeasible(obstacles))
    }

    /// The outcome of a fit, with what it misses.
    func outcome(
        _ fitted: DenseMatrix, _ rowFactors: [Double], _ columnFactors: [Double], rounds: Int, met: Bool
    ) -> FitOutcome {
        let misses = FitOutcome.misses(
            fitted, rows: rows, columns: columns, bound: max(bound * 10, .ulpOfOne))
        return FitOutcome(
            matrix: fitted, rowFactors: rowFactors, columnFactors: columnFactors, rounds: rounds,
            status: met && misses.isEmpty ? .fitted : .notConverged(misses))
    }
}
