import Foundation

/// All eigenvalues and eigenvectors of a symmetric matrix, largest eigenvalue first.
///
/// Householder reduction to three diagonals, then implicit QL steps. Sources: R. S. Martin, C. Reinsch, J. H. Wilkinson,
/// Numer. Math. 11 (1968) 181; H. Bowdler and others, Numer. Math. 11 (1968) 293 (`tred2`, `tql2`). For some hundreds
/// of rows.
public struct SymmetricEigenvectors: Sendable, Equatable {
    /// The eigenvalues, largest first.
    public let values: [Double]
    /// The eigenvectors in the same order, each of length 1, the first of its largest entries positive.
    public let vectors: [[Double]]

    /// Decomposes a matrix of `size` × `size` numbers, row after row; its lower triangle is read.
    ///
    /// `nil` where the count does not fit, a number is not finite, or an eigenvalue was not found in 60 steps.
    /// - Complexity: O(size³).
    public init?(of matrix: [Double], size: Int) {
        guard size >= 0, matrix.count == size * size, matrix.allSatisfy(\.isFinite) else { return nil }
        var work = Work(matrix, size)
        work.reduce()
        guard work.diagonalize() else { return nil }
        let order = (0..<size).sorted { one, other in
            work.diagonal[one] != work.diagonal[other]
                ? work.diagonal[one] > work.diagonal[other] : one < other
        }
        values = order.map { work.diagonal[$0] }
        vectors = order.map { column in
            let vector = (0..<size).map { work.rows[$0 * size + column] }
            let largest = vector.map(\.magnitude).max() ?? 0
            let first = vector.first { $0.magnitude >= largest * (1 - 1e-9) } ?? 0
            return first < 0 ? vector.map { -$0 } : vector
        }
    }

    /// The matrix on its way: first the reflections, then the eigenvectors, in columns.
    private struct Work {
        let size: Int
        var rows: [Double]
        var diagonal: [Double]
        var beside: [Double]

        init(_ matrix: [Double], _ size: Int) {
            self.size = size
            rows = matrix
            diagonal = [Double](repeating: 0, count: size)
            beside = diagonal
        }

        /// To three diagonals; `rows` becomes the product of the reflections.
        mutating func reduce() {
            guard size > 0 else { return }
            for column in 0..<size { diagonal[column] = rows[(size - 1) * size + column] }
            for row in stride(from: size - 1, to: 0, by: -1) { reflect(row) }
            for row in 0..<(size - 1) { accumulate(row) }
            for column in 0..<size {
                diagonal[column] = rows[(size - 1) * size + column]
                rows[(size - 1) * size + column] = 0
            }
            rows[size * size - 1] = 1
            beside[0] = 0
        }

        private mutating func reflect(_ row: Int) {
            let scale = diagonal[..<row].reduce(0) { $0 + $1.magnitude }
            guard scale > 0 else {
                beside[row] = diagonal[row - 1]
                for column in 0..<row {
                    diagonal[column] = rows[(row - 1) * size + column]
                    rows[row * size + column] = 0
                    rows[column * size + row] = 0
                }
                diagonal[row] = 0
                return
            }
            var square = 0.0
            for column in 0..<row {
                diagonal[column] /= scale
                square += diagonal[column] * diagonal[column]
            }
            let last = diagonal[row - 1]
            let root = last > 0 ? -square.squareRoot() : square.squareRoot()
            beside[row] = scale * root
            square -= last * root
            diagonal[row - 1] = last - root
            for column in 0..<row { beside[column] = 0 }
            for column in 0..<row {
                let entry = diagonal[column]
                rows[column * size + row] = entry
                var sum = beside[column] + rows[column * size + column] * entry
                for other in (column + 1)..<max(row, column + 1) {
                    sum += rows[other * size + column] * diagonal[other]
                    beside[other] += rows[other * size + column] * entry
                }
                beside[column] = sum
            }
            var product = 0.0
            for column in 0..<row {
                beside[column] /= square
                product += beside[column] * diagonal[column]
            }
            let half = product / (square + square)
            for column in 0..<row { beside[column] -= half * diagonal[column] }
            for column in 0..<row {
                let (entry, off) = (diagonal[column], beside[column])
                for other in column..<row {
                    rows[other * size + column] -= entry * beside[other] + off * diagonal[other]
                }
                diagonal[column] = rows[(row - 1) * size + column]
                rows[row * size + column] = 0
            }
            diagonal[row] = square
        }

        private mutating func accumulate(_ row: Int) {
            rows[(size - 1) * size + row] = rows[row * size + row]
            rows[row * size + row] = 1
            let next = row + 1
            let square = diagonal[next]
            if square != 0 {
                for other in 0...row { diagonal[other] = rows[other * size + next] / square }
                for column in 0...row {
                    var product = 0.0
                    for other in 0...row {
                        product += rows[other * size + next] * rows[other * size + column]
                    }
                    for other in 0...row { rows[other * size + column] -= product * diagonal[other] }
                }
            }
            for other in 0...row { rows[other * size + next] = 0 }
        }

        /// Implicit QL steps, one eigenvalue after the other.
        mutating func diagonalize() -> Bool {
            guard size > 1 else { return true }
            for row in 1..<size { beside[row - 1] = beside[row] }
            beside[size - 1] = 0
            var shift = 0.0
            var largest = 0.0
            for row in 0..<size {
                largest = max(largest, diagonal[row].magnitude + beside[row].magnitude)
                var end = row
                while end < size - 1, beside[end].magnitude > Double.ulpOfOne * largest { end += 1 }
                var steps = 0
                while end > row {
                    steps += 1
                    guard steps <= 60 else { return false }
                    step(from: row, to: end, &shift)
                    if beside[row].magnitude <= Double.ulpOfOne * largest { break }
                }
                diagonal[row] += shift
                beside[row] = 0
            }
            return true
        }

        private mutating func step(from row: Int, to end: Int, _ shift: inout Double) {
            let old = diagonal[row]
            let guess = (diagonal[row + 1] - old) / (2 * beside[row])
            let root = guess < 0 ? -hypot(guess, 1) : hypot(guess, 1)
            diagonal[row] = beside[row] / (guess + root)
            diagonal[row + 1] = beside[row] * (guess + root)
            let second = diagonal[row + 1]
            let moved = old - diagonal[row]
            for other in (row + 2)..<max(size, row + 2) { diagonal[other] -= moved }
            shift += moved
            var value = diagonal[end]
            var (cosine, before, beforeThat) = (1.0, 1.0, 1.0)
            let off = beside[row + 1]
            var (sine, sineBefore) = (0.0, 0.0)
            for place in stride(from: end - 1, through: row, by: -1) {
                beforeThat = before
                before = cosine
                sineBefore = sine
                let scaled = cosine * beside[place]
                let height = cosine * value
                let length = hypot(value, beside[place])
                beside[place + 1] = sine * length
                sine = beside[place] / length
                cosine = value / length
                value = cosine * diagonal[place] - sine * scaled
                diagonal[place + 1] = height + sine * (cosine * scaled + sine * diagonal[place])
                for other in 0..<size {
                    let entry = rows[other * size + place + 1]
                    let beside = rows[other * size + place]
                    rows[other * size + place + 1] = sine * beside + cosine * entry
                    rows[other * size + place] = cosine * beside - sine * entry
                }
            }
            value = -sine * sineBefore * beforeThat * off * beside[row] / second
            beside[row] = sine * value
            diagonal[row] = cosine * value
        }
    }
}
