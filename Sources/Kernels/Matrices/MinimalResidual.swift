import COpenBLAS

/// The solution of x − M x = b by directions that make the residual smallest: a few products with M, no factors, and a
/// proven bound where M contracts.
///
/// GMRES (Saad & Schultz, SIAM J. Sci. Stat. Comput. 7 (1986), 856–869), begun anew after 40 directions. Where the norm of M
/// is q < 1 the error is at most |b − x + M x| / (1 − q), so the true residual, computed at the end, says how good the answer is.
public struct MinimalResidual: Sendable, Hashable {
    /// In which norm M contracts and the error is bounded.
    public enum Norm: Sendable, Hashable {
        /// The sum of magnitudes: q is the largest column sum of magnitudes of M.
        case sum
        /// The largest magnitude: q is the largest row sum of magnitudes of M.
        case largest

        func of(_ vector: [Double]) -> Double {
            switch self {
            case .sum: vector.reduce(0) { $0 + $1.magnitude }
            case .largest: vector.reduce(0) { max($0, $1.magnitude) }
            }
        }
    }

    /// When to stop.
    public struct Options: Sendable, Hashable {
        /// How large the error may be, as a part of the solution.
        public var tolerance: Double
        /// How many products at most.
        public var maximumProducts: Int

        /// Options: 1e-13 of the solution, and at most 400 products.
        public init(tolerance: Double = 1e-13, maximumProducts: Int = 400) {
            self.tolerance = tolerance
            self.maximumProducts = maximumProducts
        }
    }

    /// x.
    public let solution: [Double]
    /// How many products with M were made.
    public let products: Int
    /// How large the error is at most, in the norm.
    public let remainder: Double
    /// Whether it is within the tolerance.
    public let converged: Bool

    private static let directions = 40

    /// Solves x − M x = b.
    ///
    /// - Parameters:
    ///   - contraction: q, the norm of M, below 1.
    ///   - goOn: Asked before every product.
    ///   - multiply: Writes M times its first argument into the second.
    /// - Complexity: 2 n² operations a product for a dense M; memory of at most 41 vectors.
    public static func run(
        side: [Double], contraction: Double, norm: Norm, _ options: Options = Options(),
        goOn: () -> Bool = { true }, multiply: ([Double], inout [Double]) -> Void
    ) -> MinimalResidual {
        let slack = max(1 - contraction, .ulpOfOne)
        let count = side.count
        // |b| ≤ (1 + q) |x|: what the residual may be before x is known. |r|₁ ≤ √n |r|₂ and max |r| ≤ |r|₂.
        let wanted = options.tolerance * norm.of(side) / (1 + contraction) * slack
        let spread = norm == .sum ? Double(count).squareRoot() : 1
        var solution = [Double](repeating: 0, count: count)
        var residual = side
        var products = 0
        var remainder = norm.of(side) / slack
        var converged = remainder == 0
        var product = solution
        while !converged, products < options.maximumProducts, goOn() {
            let size = length(residual)
            guard size.isFinite, size > 0 else { break }
            var basis = [residual.map { $0 / size }]
            var steps = Hessenberg(start: size)
            while basis.count <= directions, products < options.maximumProducts - 1, goOn() {
                let last = basis[basis.count - 1]
                multiply(last, &product)
                products += 1
                var next = zip(last, product).map(-)
                let column = orthogonalize(&next, against: basis)
                let rest = length(next)
                steps.add(column + [rest])
                if steps.residual * spread <= wanted || rest <= .ulpOfOne * size { break }
                basis.append(next.map { $0 / rest })
            }
            for (weight, direction) in zip(steps.weights, basis) { add(weight, direction, to: &solution) }
            multiply(solution, &product)
            products += 1
            for place in residual.indices { residual[place] = side[place] - solution[place] + product[place] }
            let before = remainder
            remainder = norm.of(residual) / slack
            converged = remainder <= options.tolerance * norm.of(solution)
            // Rounding lets it come no closer.
            if !converged, remainder > before / 2 { break }
        }
        return MinimalResidual(
            solution: solution, products: products, remainder: remainder, converged: converged)
    }

    private static func length(_ vector: [Double]) -> Double {
        LinearAlgebra.settle()
        return cblas_dnrm2(CInt(vector.count), vector, 1)
    }

    private static func add(_ factor: Double, _ vector: [Double], to result: inout [Double]) {
        cblas_daxpy(CInt(vector.count), factor, vector, 1, &result, 1)
    }

    /// Takes off what lies along the directions known; returns how much that was.
    private static func orthogonalize(_ vector: inout [Double], against basis: [[Double]]) -> [Double] {
        basis.map { direction in
            let part = cblas_ddot(CInt(vector.count), vector, 1, direction, 1)
            add(-part, direction, to: &vector)
            return part
        }
    }
}

/// The least-squares problem of the directions, kept as a triangle by rotations.
private struct Hessenberg {
    private var columns: [[Double]] = []
    private var rotations: [(cosine: Double, sine: Double)] = []
    private var side: [Double]

    init(start: Double) { side = [start] }

    /// The length of the residual that the best weights leave.
    var residual: Double { (side.last ?? 0).magnitude }

    mutating func add(_ entries: [Double]) {
        var column = entries
        for (place, rotation) in rotations.enumerated() {
            let (upper, lower) = (column[place], column[place + 1])
            column[place] = rotation.cosine * upper + rotation.sine * lower
            column[place + 1] = rotation.cosine * lower - rotation.sine * upper
        }
        let place = rotations.count
        let radius = (column[place] * column[place] + column[place + 1] * column[place + 1]).squareRoot()
        let rotation =
            radius > 0
            ? (cosine: column[place] / radius, sine: column[place + 1] / radius) : (cosine: 1, sine: 0)
        column[place] = radius
        rotations.append(rotation)
        columns.append(column)
        side.append(-rotation.sine * side[place])
        side[place] *= rotation.cosine
    }

    /// The weights of the directions.
    var weights: [Double] {
        var weights = [Double](repeating: 0, count: columns.count)
        for row in columns.indices.reversed() {
            var rest = side[row]
            for column in columns.indices where column > row {
                rest -= columns[column][row] * weights[column]
            }
            weights[row] = columns[row][row] != 0 ? rest / columns[row][row] : 0
        }
        return weights
    }
}
