public import Kernels

/// RAS: scales rows and columns of a matrix in turns until its sums are the totals wanted.
///
/// The result r̂ Z ŝ keeps every zero and is the closest matrix to Z by relative entropy. Stone 1961; Bacharach, Biproportional
/// Matrices and Input-Output Change, 1970.
public enum ProportionalFit {
    /// Fits a matrix of 0 or more to row and column totals of 0 or more.
    ///
    /// - Complexity: 2 m n operations a round.
    public static func run(
        _ matrix: DenseMatrix, rowTotals: [Double], columnTotals: [Double],
        _ options: FitOutcome.Options = FitOutcome.Options()
    ) -> FitOutcome {
        var rowFactors = [Double](repeating: 1, count: matrix.rowCount)
        var columnFactors = [Double](repeating: 1, count: matrix.columnCount)
        let target = FitTarget(rows: rowTotals, columns: columnTotals, options)
        if let refused = target.refusal(of: matrix, signed: false) { return refused }
        var rounds = 0
        var met = false
        while !met, rounds < options.maximumRounds {
            rounds += 1
            let rows = matrix.times(columnFactors)
            for row in rowFactors.indices { rowFactors[row] = rows[row] > 0 ? rowTotals[row] / rows[row] : 0 }
            let columns = matrix.transposedTimes(rowFactors)
            for column in columnFactors.indices {
                columnFactors[column] = columns[column] > 0 ? columnTotals[column] / columns[column] : 0
            }
            // Columns are now exact; the rows say how far it is.
            let sums = matrix.times(columnFactors)
            met = rowTotals.indices.allSatisfy {
                abs(rowFactors[$0] * sums[$0] - rowTotals[$0]) <= target.bound
            }
        }
        var fitted = matrix
        fitted.scaleRows(by: rowFactors)
        fitted.scaleColumns(by: columnFactors)
        return target.outcome(fitted, rowFactors, columnFactors, rounds: rounds, met: met)
    }
}
