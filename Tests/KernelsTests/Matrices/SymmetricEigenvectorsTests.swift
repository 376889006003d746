import Kernels
import Testing

@Suite struct `Eigenvectors of symmetric matrices` {
    @Test func `a matrix of two by two has the values of its polynomial`() throws {
        let found = try #require(SymmetricEigenvectors(of: [2, 1, 1, 2], size: 2))
        #expect(abs(found.values[0] - 3) < 1e-14 && abs(found.values[1] - 1) < 1e-14)
        #expect(abs(found.vectors[0][0] - 0.5.squareRoot()) < 1e-14)
    }

    @Test func `the second difference has the cosines of its theory`() throws {
        // Eigenvalues 2 − 2 cos(kπ / (n + 1)).
        let size = 12
        var matrix = [Double](repeating: 0, count: size * size)
        for row in 0..<size {
            matrix[row * size + row] = 2
            if row > 0 { matrix[row * size + row - 1] = -1 }
            if row + 1 < size { matrix[row * size + row + 1] = -1 }
        }
        let found = try #require(SymmetricEigenvectors(of: matrix, size: size))
        // sin² by the half angle: 4 sin²(kπ / (2 (n + 1))).
        #expect(abs(found.values.reduce(0, +) - 24) < 1e-12)
        #expect(abs(found.values.reduce(1, *) - 13) < 1e-10)
    }

    @Test(arguments: 1...30) func `vectors are orthogonal and give the matrix back`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let size = 1 + seed
        var matrix = [Double](repeating: 0, count: size * size)
        for row in 0..<size {
            for column in 0...row {
                let value = generator.next(below: 4) == 0 ? 0 : generator.nextFraction() - 0.5
                matrix[row * size + column] = value
                matrix[column * size + row] = value
            }
        }
        let found = try #require(SymmetricEigenvectors(of: matrix, size: size))
        #expect(found.values == found.values.sorted(by: >))
        for one in 0..<size {
            for other in 0..<size {
                let product = zip(found.vectors[one], found.vectors[other]).map { $0 * $1 }.reduce(0, +)
                #expect(abs(product - (one == other ? 1 : 0)) < 1e-12)
                let entry = (0..<size).reduce(0.0) { sum, place in
                    sum + found.values[place] * found.vectors[place][one] * found.vectors[place][other]
                }
                #expect(abs(entry - matrix[one * size + other]) < 1e-12)
            }
        }
    }

    @Test func `what is no square of numbers is refused`() {
        #expect(SymmetricEigenvectors(of: [1, 2], size: 2) == nil)
        #expect(SymmetricEigenvectors(of: [.nan], size: 1) == nil)
        #expect(SymmetricEigenvectors(of: [], size: 0)?.values.isEmpty == true)
        #expect(SymmetricEigenvectors(of: [0, 0, 0, 0], size: 2)?.values == [0, 0])
    }
}
