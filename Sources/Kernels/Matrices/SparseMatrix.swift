/// A matrix that holds only the entries that are not zero, row after row (compressed sparse rows).
///
/// Storage: one number a row, two an entry. Entries of one place are added; a place that adds up to 0 is kept as it is
/// given, so that no entry is ever dropped for being small.
public struct SparseMatrix: Sendable, Hashable {
    /// An entry.
    public struct Entry: Sendable, Hashable {
        /// Its row, from 0.
        public let row: Int
        /// Its column, from 0.
        public let column: Int
        /// Its value.
        public let value: Double

        /// An entry.
        public init(row: Int, column: Int, value: Double) {
            self.row = row
            self.column = column
            self.value = value
        }
    }

    /// An entry outside the matrix.
    public struct OutsideEntry: Error, Sendable, Hashable, CustomStringConvertible {
        /// The number of the entry among those given, from 0.
        public let entry: Int
        /// Its row.
        public let row: Int
        /// Its column.
        public let column: Int

        /// What happened and what to do.
        public var description: String {
            "entry \(entry) names row \(row) and column \(column), which the matrix does not have; widen it or drop the entry"
        }
    }

    /// How many rows there are.
    public let rowCount: Int
    /// How many columns there are.
    public let columnCount: Int
    /// Where each row begins in ``columns`` and ``values``; one more than rows, the last is the number of entries.
    public let offsets: [Int]
    /// The column of each entry, row by row, ascending in a row.
    public let columns: [Int32]
    /// The value of each entry, row by row.
    public let values: [Double]

    /// A matrix of these entries, in any order.
    ///
    /// - Throws: ``OutsideEntry`` for the first entry that the matrix has no place for.
    /// - Complexity: O(rows + m log m) for m entries.
    public init(rows: Int, columns: Int, entries: [Entry]) throws(OutsideEntry) {
        for (number, entry) in entries.enumerated()
        where entry.row < 0 || entry.row >= rows || entry.column < 0 || entry.column >= columns {
            throw OutsideEntry(entry: number, row: entry.row, column: entry.column)
        }
        // Sorted by place and then as given, so that sums do not depend on how the sort treats equals.
        let order = entries.indices.sorted {
            (entries[$0].row, entries[$0].column, $0) < (entries[$1].row, entries[$1].column, $1)
        }
        var offsets = [Int](repeating: 0, count: max(0, rows) + 1)
        var places: [Int32] = []
        var values: [Double] = []
        var last = (row: -1, column: -1)
        for number in order {
            let entry = entries[number]
            if (entry.row, entry.column) == last {
                values[values.count - 1] += entry.value
            } else {
                places.append(Int32(entry.column))
                values.append(entry.value)
                offsets[entry.row + 1] += 1
                last = (entry.row, entry.column)
            }
        }
        for row in 0..<max(0, rows) { offsets[row + 1] += offsets[row] }
        rowCount = max(0, rows)
        columnCount = max(0, columns)
        self.offsets = offsets
        self.columns = places
        self.values = values
    }

    /// The entries of a dense matrix that are not zero.
    public init(_ matrix: DenseMatrix) {
        rowCount = matrix.rowCount
        columnCount = matrix.columnCount
        var offsets = [0]
        var columns: [Int32] = []
        var values: [Double] = []
        for row in 0..<matrix.rowCount {
            for (column, value) in matrix.row(row).enumerated() where value != 0 {
                columns.append(Int32(column))
                values.append(value)
            }
            offsets.append(values.count)
        }
        self.offsets = offsets
        self.columns = columns
        self.values = values
    }

    /// How many entries are held.
    public var entryCount: Int { values.count }

    /// The matrix times a column, written into a vector that stands already.
    ///
    /// - Precondition: one entry a column, and one a row in the result.
    public func multiply(_ vector: [Double], into result: inout [Double]) {
        precondition(vector.count == columnCount && result.count == rowCount, "one entry a column and a row")
        for row in 0..<rowCount {
            var sum = 0.0
            for place in offsets[row]..<offsets[row + 1] {
                sum += values[place] * vector[Int(columns[place])]
            }
            result[row] = sum
        }
    }

    /// The matrix times a column: one sum a row.
    public func times(_ vector: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: rowCount)
        multiply(vector, into: &result)
        return result
    }

    /// A row times the matrix: one sum a column.
    ///
    /// - Precondition: the vector has one entry a row.
    public func transposedTimes(_ vector: [Double]) -> [Double] {
        precondition(vector.count == rowCount, "one entry a row")
        var result = [Double](repeating: 0, count: columnCount)
        for row in 0..<rowCount {
            let factor = vector[row]
            for place in offsets[row]..<offsets[row + 1] {
                result[Int(columns[place])] += values[place] * factor
            }
        }
        return result
    }

    /// The sum of each column.
    public var columnSums: [Double] { transposedTimes([Double](repeating: 1, count: rowCount)) }
}
