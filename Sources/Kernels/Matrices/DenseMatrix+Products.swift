import COpenBLAS

extension DenseMatrix {
    /// The matrix times a column: one sum a row.
    ///
    /// - Precondition: the vector has one entry a column.
    public func times(_ vector: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: rowCount)
        multiply(vector, into: &result)
        return result
    }

    /// The same, written into a vector that stands already: one entry a row.
    public func multiply(_ vector: [Double], into result: inout [Double]) {
        precondition(vector.count == columnCount && result.count == rowCount, "one entry a column and a row")
        guard rowCount > 0, columnCount > 0 else { return }
        LinearAlgebra.settle()
        cblas_dgemv(
            CblasRowMajor, CblasNoTrans, CInt(rowCount), CInt(columnCount), 1, values, CInt(columnCount),
            vector, 1, 0, &result, 1)
    }

    /// A row times the matrix: one sum a column.
    ///
    /// - Precondition: the vector has one entry a row.
    public func transposedTimes(_ vector: [Double]) -> [Double] {
        precondition(vector.count == rowCount, "one entry a row")
        var result = [Double](repeating: 0, count: columnCount)
        guard rowCount > 0, columnCount > 0 else { return result }
        LinearAlgebra.settle()
        cblas_dgemv(
            CblasRowMajor, CblasTrans, CInt(rowCount), CInt(columnCount), 1, values, CInt(columnCount),
            vector, 1, 0, &result, 1)
        return result
    }

    /// The matrix times another one.
    ///
    /// - Precondition: the other has as many rows as this one has columns.
    public func times(_ other: DenseMatrix) -> DenseMatrix {
        precondition(other.rowCount == columnCount, "as many rows as columns")
        var result = DenseMatrix(rows: rowCount, columns: other.columnCount)
        guard rowCount > 0, columnCount > 0, other.columnCount > 0 else { return result }
        LinearAlgebra.settle()
        cblas_dgemm(
            CblasRowMajor, CblasNoTrans, CblasNoTrans, CInt(rowCount), CInt(other.columnCount),
            CInt(columnCount),
            1, values, CInt(columnCount), other.values, CInt(other.columnCount), 0, &result.values,
            CInt(other.columnCount))
        return result
    }
}
