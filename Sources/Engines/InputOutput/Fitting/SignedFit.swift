public import Kernels

/// GRAS: the fit of a matrix that holds negative entries, keeping every sign and every zero.
///
/// With P the positive part and N the size of the negative one, the result is r̂ P ŝ − r̂⁻¹ N ŝ⁻¹, and each factor is the
/// positive root of its line: r = (u + √(u² + 4 p n)) / 2p with p = Σⱼ P s and n = Σⱼ N / s, or −n / u where p is 0. Junius &
/// Oosterhaven 2003 (Economic Systems Research 15:87); Temurshoev, Miller & Bouwmeester 2013 (25:361).
public enum SignedFit {
    /// Fits a matrix to row and column totals of any sign.
    ///
    /// - Complexity: 4 m n operations a round.
    public static func run(
        _ matrix: DenseMatrix, rowTotals: [Double], columnTotals: [Double],
        _ options: FitOutcome.Options = FitOutcome.Options()
    ) -> FitOutcome {
        var rowFactors = [Double](repeating: 1, count: matrix.rowCount)
        var columnFactors = [Double](repeating: 1, count: matrix.columnCount)
        let target = FitTarget(rows: rowTotals, columns: columnTotals, options)
        if let refused = target.refusal(of: matrix, signed: true) { return refused }
        var rounds = 0
        var met = false
        var fitted = matrix
        while !met, rounds < options.maximumRounds {
            rounds += 1
            for row in rowFactors.indices {
                rowFactors[row] = factor(matrix.row(row), columnFactors, total: rowTotals[row])
            }
            for column in columnFactors.indices {
                columnFactors[column] = factor(matrix.column(column), rowFactors, total: columnTotals[column])
            }
            fitted = scaled(matrix, rowFactors, columnFactors)
            let rows = fitted.rowSums
            met = rowTotals.indices.allSatisfy { abs(rows[$0] - rowTotals[$0]) <= target.bound }
        }
        return target.outcome(fitted, rowFactors, columnFactors, rounds: rounds, met: met)
    }

    private static func factor(_ entries: some Collection<Double>, _ others: [Double], total: Double)
        -> Double
    {
        var positive = 0.0
        var negative = 0.0
        for (entry, other) in zip(entries, others) {
            if entry > 0 {
                positive += entry * other
            } else if entry < 0, other > 0 {
                negative -= entry / other
            }
        }
        if positive > 0 {
            let root = (total * total + 4 * positive * negative).squareRoot()
            // The same root without cancellation where the total is negative.
            return total >= 0 ? (total + root) / (2 * positive) : 2 * negative / (root - total)
        }
        if total < 0 { return -negative / total }
        // Nothing but negative entries and a total of 0: they vanish.
        return negative > 0 ? .infinity : 1
    }

    private static func scaled(_ matrix: DenseMatrix, _ rows: [Double], _ columns: [Double]) -> DenseMatrix {
        var result = matrix
        for row in 0..<matrix.rowCount {
            for column in 0..<matrix.columnCount {
                let entry = matrix[row, column]
                let factor = rows[row] * columns[column]
                result[row, column] =
                    entry > 0 ? entry * factor : entry < 0 && factor > 0 ? entry / factor : 0
            }
        }
        return result
    }
}
