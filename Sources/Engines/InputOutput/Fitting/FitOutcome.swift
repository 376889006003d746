public import Kernels

/// What became of fitting a matrix to totals.
public struct FitOutcome: Sendable, Equatable {
    /// Whether it succeeded.
    public enum Status: Sendable, Equatable {
        /// Every total is met within the tolerance.
        case fitted
        /// No matrix of this pattern can meet the totals, for these reasons; nothing was computed.
        case infeasible([Obstacle])
        /// The rounds ran out before the totals were met; these are missed by the most, largest first. The matrix is the
        /// last one. Often the pattern of zeros leaves no room for the totals.
        case notConverged([Miss])
    }

    /// Why totals cannot be met.
    public enum Obstacle: Sendable, Equatable {
        /// There are not as many row or column totals as rows or columns.
        case shape(rowTotals: Int, rows: Int, columnTotals: Int, columns: Int)
        /// The row and column totals add up to different sums.
        case sumsDiffer(rows: Double, columns: Double)
        /// A total is not a number or infinite, or (for a method without signs) negative.
        case badTotal(Line, Double)
        /// An entry is not a number or infinite, or (for a method without signs) negative.
        case badEntry(row: Int, column: Int, Double)
        /// A line holds nothing but zeros and its total is not zero.
        case nothingToScale(Line, total: Double)
        /// A line holds entries of one sign only and its total has the other sign.
        case wrongSign(Line, total: Double)
    }

    /// A row or a column, from 0.
    public enum Line: Sendable, Equatable {
        /// A row.
        case row(Int)
        /// A column.
        case column(Int)
    }

    /// A total that is not met.
    public struct Miss: Sendable, Equatable {
        /// Which one.
        public let line: Line
        /// What it should be.
        public let wanted: Double
        /// What it is.
        public let found: Double
    }

    /// The matrix; the one given where nothing was computed.
    public let matrix: DenseMatrix
    /// Factors of the rows.
    public let rowFactors: [Double]
    /// Factors of the columns.
    public let columnFactors: [Double]
    /// How many rounds over rows and columns were made.
    public let rounds: Int
    /// What became of it.
    public let status: Status

    /// When a fit is good enough.
    public struct Options: Sendable, Equatable {
        /// How far a total may be off, as a part of the largest total.
        public var tolerance: Double
        /// How many rounds at most.
        public var maximumRounds: Int

        /// Options: 1e-12 of the largest total, at most 10,000 rounds.
        public init(tolerance: Double = 1e-12, maximumRounds: Int = 10_000) {
            self.tolerance = tolerance
            self.maximumRounds = maximumRounds
        }
    }

    /// The totals that are missed by more than a bound, the worst first, at most ten.
    static func misses(_ matrix: DenseMatrix, rows: [Double], columns: [Double], bound: Double) -> [Miss] {
        let found = zip(matrix.rowSums.indices, matrix.rowSums).map {
            Miss(line: .row($0), wanted: rows[$0], found: $1)
        }
        let other = zip(matrix.columnSums.indices, matrix.columnSums).map {
            Miss(line: .column($0), wanted: columns[$0], found: $1)
        }
        let bad = (found + other).enumerated().filter {
            !(abs($0.element.wanted - $0.element.found) <= bound)
        }
        let order = bad.sorted {
            let left = abs($0.element.wanted - $0.element.found)
            let right = abs($1.element.wanted - $1.element.found)
            return left != right ? left > right : $0.offset < $1.offset
        }
        return order.prefix(10).map(\.element)
    }

    /// Faults of totals and entries that any method has.
    static func obstacles(
        _ matrix: DenseMatrix, rows: [Double], columns: [Double], signed: Bool, _ options: Options
    )
        -> [Obstacle]
    {
        guard rows.count == matrix.rowCount, columns.count == matrix.columnCount else {
            return [
                .shape(
                    rowTotals: rows.count, rows: matrix.rowCount, columnTotals: columns.count,
                    columns: matrix.columnCount)
            ]
        }
        var found: [Obstacle] = []
        for (row, total) in rows.enumerated() where !(total.isFinite && (signed || total >= 0)) {
            found.append(.badTotal(.row(row), total))
        }
        for (column, total) in columns.enumerated() where !(total.isFinite && (signed || total >= 0)) {
            found.append(.badTotal(.column(column), total))
        }
        for row in 0..<matrix.rowCount {
            for (column, value) in matrix.row(row).enumerated()
            where !(value.isFinite && (signed || value >= 0)) {
                found.append(.badEntry(row: row, column: column, value))
            }
        }
        guard found.isEmpty else { return found }
        let sums = (rows.compensatedSum, columns.compensatedSum)
        let scale = (rows + columns).reduce(0) { max($0, $1.magnitude) }
        if abs(sums.0 - sums.1) > max(options.tolerance, 1e-9) * max(scale, sums.0.magnitude) {
            found.append(.sumsDiffer(rows: sums.0, columns: sums.1))
        }
        for row in 0..<matrix.rowCount {
            if let obstacle = obstacle(.row(row), matrix.row(row), total: rows[row]) {
                found.append(obstacle)
            }
        }
        for column in 0..<matrix.columnCount {
            if let obstacle = obstacle(.column(column), matrix.column(column), total: columns[column]) {
                found.append(obstacle)
            }
        }
        return found
    }

    private static func obstacle(_ line: Line, _ entries: some Sequence<Double>, total: Double) -> Obstacle? {
        var positive = false
        var negative = false
        for entry in entries {
            positive = positive || entry > 0
            negative = negative || entry < 0
        }
        return switch (positive, negative) {
        case (false, false): total == 0 ? nil : .nothingToScale(line, total: total)
        case (true, false): total < 0 ? .wrongSign(line, total: total) : nil
        case (false, true): total > 0 ? .wrongSign(line, total: total) : nil
        case (true, true): nil
        }
    }
}
