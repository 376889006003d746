import Kernels
import Testing

@Suite struct `Matrices` {
    private func drawn(_ rows: Int, _ columns: Int, seed: UInt64) -> DenseMatrix {
        var generator = SeededGenerator(seed: seed)
        var matrix = DenseMatrix(rows: rows, columns: columns)
        for row in 0..<rows {
            for column in 0..<columns { matrix[row, column] = generator.nextFraction() - 0.4 }
        }
        return matrix
    }

    private func largest(_ left: [Double], _ right: [Double]) -> Double {
        left.count == right.count ? zip(left, right).map { abs($0 - $1) }.max() ?? 0 : .infinity
    }

    @Test func `products by BLAS equal sums written out`() {
        let matrix = drawn(7, 5, seed: 1)
        let other = drawn(5, 3, seed: 2)
        let column = other.column(0)
        let side = drawn(1, 7, seed: 3).values
        let product = matrix.times(other)
        for row in 0..<7 {
            let plain = (0..<5).reduce(0) { $0 + matrix[row, $1] * column[$1] }
            #expect(abs(matrix.times(column)[row] - plain) < 1e-14)
            #expect(abs(product[row, 0] - plain) < 1e-14)
        }
        for column in 0..<5 {
            let plain = (0..<7).reduce(0) { $0 + matrix[$1, column] * side[$1] }
            #expect(abs(matrix.transposedTimes(side)[column] - plain) < 1e-14)
        }
        #expect(largest(matrix.transposed.times(side), matrix.transposedTimes(side)) < 1e-14)
    }

    @Test(arguments: [1, 2, 7, 40, 130])
    func `solutions solve and the inverse inverts`(order: Int) throws {
        var matrix = drawn(order, order, seed: UInt64(order))
        for place in 0..<order { matrix[place, place] += 4 }
        let side = drawn(1, order, seed: 9).values
        let factors = try LUFactors(matrix)
        #expect(largest(matrix.times(factors.solve(side)), side) < 1e-10)
        #expect(largest(matrix.transposedTimes(factors.solveTransposed(side)), side) < 1e-10)
        let unit = factors.inverse().times(matrix)
        #expect(largest(unit.values, DenseMatrix.identity(order).values) < 1e-10)
    }

    @Test func `what has no inverse is refused with the reason`() throws {
        #expect(throws: LUFactors.Problem.notSquare(rows: 2, columns: 3)) {
            try LUFactors(DenseMatrix(rows: 2, columns: 3))
        }
        #expect(throws: LUFactors.Problem.notFinite(row: 1, column: 0)) {
            try LUFactors(DenseMatrix(rows: [[1, 0], [.infinity, 1]]))
        }
        #expect(throws: LUFactors.Problem.singular(reciprocalCondition: 0)) {
            try LUFactors(DenseMatrix(rows: [[1, 2], [2, 4]]))
        }
        #expect(throws: DenseMatrix.ShapeMismatch.self) { try DenseMatrix(rows: [[1, 2], [3]]) }
        #expect(throws: DenseMatrix.ShapeMismatch.self) { try DenseMatrix(rows: 2, columns: 2, values: [1]) }
        #expect(try LUFactors(DenseMatrix(rows: 0, columns: 0)).solve([]) == [])
    }

    @Test func `the same product has the same bits each time, on kernels that are fixed`() {
        let matrix = drawn(90, 90, seed: 5)
        let side = drawn(1, 90, seed: 6).values
        #expect(matrix.times(side) == matrix.times(side))
        #if arch(x86_64)
        // Any machine that has AVX2 and FMA; older ones keep what OpenBLAS picks.
        #expect(!LinearAlgebra.kernel.isEmpty)
        #expect(LinearAlgebra.kernel != "SkylakeX" && LinearAlgebra.kernel != "Zen")
        #endif
    }

    @Test func `a sparse matrix multiplies as the dense one and adds what stands at one place`() throws {
        var dense = drawn(9, 6, seed: 8)
        for place in 0..<9 { dense[place, place % 6] = 0 }
        let sparse = SparseMatrix(dense)
        let right = drawn(1, 6, seed: 1).values
        let left = drawn(1, 9, seed: 2).values
        #expect(largest(sparse.times(right), dense.times(right)) < 1e-14)
        #expect(largest(sparse.transposedTimes(left), dense.transposedTimes(left)) < 1e-14)
        #expect(largest(sparse.columnSums, dense.columnSums) < 1e-14)
        #expect(sparse.entryCount == 45)
        let twice = try SparseMatrix(
            rows: 2, columns: 2,
            entries: [
                .init(row: 1, column: 0, value: 2), .init(row: 0, column: 1, value: 1),
                .init(row: 1, column: 0, value: 3),
            ])
        #expect(twice.values == [1, 5])
        #expect(throws: SparseMatrix.OutsideEntry.self) {
            try SparseMatrix(rows: 2, columns: 2, entries: [.init(row: 2, column: 0, value: 1)])
        }
    }

    @Test func `a power series ends within its bound`() throws {
        var matrix = drawn(30, 30, seed: 4)
        for place in 0..<30 {
            for other in 0..<30 { matrix[place, other] = abs(matrix[place, other]) }
        }
        matrix.scaleColumns(by: matrix.columnSums.map { 0.7 / $0 })
        let start = drawn(1, 30, seed: 7).values.map(abs)
        let series = PowerSeries.run(from: start, contraction: 0.7000001) { matrix.multiply($0, into: &$1) }
        var rest = matrix
        rest.subtractFromIdentity()
        let exact = try LUFactors(rest).solve(start)
        let missing = zip(exact, series.sum).map { abs($0 - $1) }.reduce(0, +)
        #expect(series.converged)
        #expect(missing <= (series.remainder ?? 0) + 1e-12 * exact.reduce(0, +))
        let stopped = PowerSeries.run(from: start, contraction: 0.7000001, .init(maximumTerms: 3)) {
            matrix.multiply($0, into: &$1)
        }
        #expect(!stopped.converged && stopped.terms == 3)
        let none = PowerSeries.run(from: [0, 0], contraction: nil) { _, next in next = [0, 0] }
        #expect(none.converged && none.terms == 0)
    }

    @Test(arguments: [1, 2, 30, 90])
    func `directions end within their bound, in either norm`(order: Int) throws {
        let matrix = drawn(order, order, seed: UInt64(order))
        let side = drawn(1, order, seed: 3).values
        var columns = [Double](repeating: 0, count: order)
        var rows = columns
        for row in 0..<order {
            for column in 0..<order {
                columns[column] += abs(matrix[row, column])
                rows[row] += abs(matrix[row, column])
            }
        }
        for (norm, sums) in [(MinimalResidual.Norm.sum, columns), (.largest, rows)] {
            var scaled = matrix
            let factors = sums.map { 0.9 / $0 }
            if norm == .sum { scaled.scaleColumns(by: factors) } else { scaled.scaleRows(by: factors) }
            let found = MinimalResidual.run(side: side, contraction: 0.9000001, norm: norm) {
                scaled.multiply($0, into: &$1)
            }
            var rest = scaled
            rest.subtractFromIdentity()
            let exact = try LUFactors(rest).solve(side)
            let off = zip(exact, found.solution).map { abs($0 - $1) }
            let size = norm == .sum ? off.reduce(0, +) : off.max() ?? 0
            #expect(found.converged)
            #expect(size <= found.remainder + 1e-12)
            #expect(found.products < order + 45)
        }
        let none = MinimalResidual.run(side: [0, 0], contraction: 0.5, norm: .sum) { _, next in next = [0, 0]
        }
        #expect(none.converged && none.products == 0 && none.solution == [0, 0])
    }

    @Test func `deviations are those of rows and columns`() throws {
        let matrix = try DenseMatrix(rows: [[1, 2], [3, 6]])
        let found = matrix.deviations(rowSums: matrix.rowSums, columnSums: matrix.columnSums)
        #expect(found.rows == [0.5, 4.5])
        #expect(found.columns == [2, 8])
    }
}
