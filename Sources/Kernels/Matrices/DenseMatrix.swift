/// A matrix that holds every entry, row after row.
///
/// Entry (r, c) stands at `r × columnCount + c` of ``values``. A value type: a copy is made only when one of two holders
/// changes it, so a matrix handed over with `consume` is worked on in place.
public struct DenseMatrix: Sendable, Hashable {
    /// Values that do not fill the rows and columns they are given for.
    public struct ShapeMismatch: Error, Sendable, Hashable, CustomStringConvertible {
        /// How many rows were to be filled.
        public let rows: Int
        /// How many columns.
        public let columns: Int
        /// How many values there are, of the whole matrix or of the row named.
        public let values: Int
        /// The first row of another length, from 0; `nil` where the whole was given in one list.
        public let row: Int?

        /// What happened and what to do.
        public var description: String {
            if let row {
                return "row \(row) holds \(values) values and not \(columns); give every row the same length"
            }
            return "\(values) values do not fill \(rows) rows of \(columns); give \(rows) × \(columns) values"
        }
    }

    /// How many rows there are.
    public let rowCount: Int
    /// How many columns there are.
    public let columnCount: Int
    /// Every entry, row after row.
    public internal(set) var values: [Double]

    /// A matrix of one value throughout.
    public init(rows: Int, columns: Int, repeating value: Double = 0) {
        rowCount = max(0, rows)
        columnCount = max(0, columns)
        values = [Double](repeating: value, count: rowCount * columnCount)
    }

    /// A matrix of these values, row after row.
    ///
    /// - Throws: ``ShapeMismatch`` where they are too few or too many.
    public init(rows: Int, columns: Int, values: consuming [Double]) throws(ShapeMismatch) {
        guard rows >= 0, columns >= 0, values.count == rows * columns else {
            throw ShapeMismatch(rows: rows, columns: columns, values: values.count, row: nil)
        }
        rowCount = rows
        columnCount = columns
        self.values = values
    }

    /// A matrix of these rows, all of one length.
    ///
    /// - Throws: ``ShapeMismatch`` for the first row of another length than the first one.
    public init(rows: [[Double]]) throws(ShapeMismatch) {
        rowCount = rows.count
        columnCount = rows.first?.count ?? 0
        for (number, row) in rows.enumerated() where row.count != columnCount {
            throw ShapeMismatch(rows: rowCount, columns: columnCount, values: row.count, row: number)
        }
        values = rows.flatMap(\.self)
    }

    /// The square matrix with 1 on its diagonal.
    public static func identity(_ order: Int) -> DenseMatrix {
        var matrix = DenseMatrix(rows: order, columns: order)
        for place in 0..<matrix.rowCount { matrix[place, place] = 1 }
        return matrix
    }

    /// Whether there are as many rows as columns.
    public var isSquare: Bool { rowCount == columnCount }

    /// The entry of a row and a column.
    @inlinable public subscript(row: Int, column: Int) -> Double {
        get {
            precondition(column >= 0 && column < columnCount, "no such column")
            return values[row * columnCount + column]
        }
        set {
            precondition(column >= 0 && column < columnCount, "no such column")
            set(newValue, at: row * columnCount + column)
        }
    }

    @usableFromInline mutating func set(_ value: Double, at place: Int) { values[place] = value }

    /// The entries of a row.
    public func row(_ row: Int) -> ArraySlice<Double> {
        values[row * columnCount..<(row + 1) * columnCount]
    }

    /// The entries of a column. O(rows).
    public func column(_ column: Int) -> [Double] {
        (0..<rowCount).map { self[$0, column] }
    }

    /// The diagonal, as long as the shorter side.
    public var diagonal: [Double] {
        (0..<min(rowCount, columnCount)).map { values[$0 * columnCount + $0] }
    }

    /// The sum of each row.
    public var rowSums: [Double] {
        (0..<rowCount).map { row in self.row(row).reduce(0, +) }
    }

    /// The sum of each column.
    public var columnSums: [Double] {
        var sums = [Double](repeating: 0, count: columnCount)
        for row in 0..<rowCount {
            let start = row * columnCount
            for column in 0..<columnCount { sums[column] += values[start + column] }
        }
        return sums
    }

    /// The matrix with rows and columns exchanged.
    public var transposed: DenseMatrix {
        var result = DenseMatrix(rows: columnCount, columns: rowCount)
        for row in 0..<rowCount {
            for column in 0..<columnCount {
                result.values[column * rowCount + row] = values[row * columnCount + column]
            }
        }
        return result
    }

    /// Multiplies each column by its factor, in place.
    ///
    /// - Precondition: there is one factor a column.
    public mutating func scaleColumns(by factors: [Double]) {
        precondition(factors.count == columnCount, "one factor a column")
        for row in 0..<rowCount {
            let start = row * columnCount
            for column in 0..<columnCount { values[start + column] *= factors[column] }
        }
    }

    /// Multiplies each row by its factor, in place.
    ///
    /// - Precondition: there is one factor a row.
    public mutating func scaleRows(by factors: [Double]) {
        precondition(factors.count == rowCount, "one factor a row")
        for row in 0..<rowCount {
            let start = row * columnCount
            let factor = factors[row]
            for column in 0..<columnCount { values[start + column] *= factor }
        }
    }

    /// Turns the square matrix M into 1 − M, in place.
    ///
    /// - Precondition: the matrix is square.
    public mutating func subtractFromIdentity() {
        precondition(isSquare, "a square matrix")
        for place in values.indices { values[place] = -values[place] }
        for place in 0..<rowCount { values[place * columnCount + place] += 1 }
    }
}

extension DenseMatrix {
    /// The sums of squared distances from the mean, of each row and of each column, by one pass.
    ///
    /// - Precondition: the sums are those of the matrix.
    public func deviations(rowSums: [Double], columnSums: [Double]) -> (rows: [Double], columns: [Double]) {
        precondition(
            rowSums.count == rowCount && columnSums.count == columnCount, "one sum a row and a column")
        let means = columnSums.map { $0 / Double(max(1, rowCount)) }
        var columns = [Double](repeating: 0, count: columnCount)
        var rows = [Double](repeating: 0, count: rowCount)
        for row in 0..<rowCount {
            let mean = rowSums[row] / Double(max(1, columnCount))
            let start = row * columnCount
            var squares = 0.0
            for column in 0..<columnCount {
                let value = values[start + column]
                squares += (value - mean) * (value - mean)
                columns[column] += (value - means[column]) * (value - means[column])
            }
            rows[row] = squares
        }
        return (rows, columns)
    }
}
