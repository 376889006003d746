import Kernels

/// How strongly sectors pull on those before them and push those behind them.
///
/// Backward: U_j = n Σᵢ L_ij / ΣΣ L; forward by demand: n Σⱼ L_ij / ΣΣ L (Rasmussen 1956; Hirschman 1958); forward by
/// supply: n Σⱼ G_ij / ΣΣ G (Jones 1976; Miller & Blair 2009). 1 is the mean of all sectors. The forward measure has to be
/// named with its inverse, because the two disagree: Leontief's answers “what does everybody's demand ask of it”, Ghosh's
/// “what does its supply make possible”.
public struct Linkages: Sendable, Equatable {
    /// Where a sector stands by two linkages.
    public enum Standing: String, Sendable, Codable, CaseIterable {
        /// Both at least 1.
        case key
        /// It pulls more than it pushes: backward at least 1, forward below.
        case backward
        /// It pushes more than it pulls: forward at least 1, backward below.
        case forward
        /// Both below 1.
        case weak
    }

    /// Column sums of L: the output of all sectors for one unit of final demand for this product.
    public let columnMultipliers: [Double]
    /// Row sums of L: the output of this sector when one unit of everything is demanded.
    public let rowSums: [Double]
    /// Row sums of G: the output that one unit of primary input of this sector makes possible.
    public let ghoshMultipliers: [Double]
    /// Column sums of A: inputs bought for a unit of output.
    public let directBackward: [Double]
    /// Row sums of B: the part of output sold to sectors.
    public let directForward: [Double]
    /// Standard deviation of a column of L by its mean, n − 1 degrees of freedom: high where the pull falls on few
    /// sectors. Empty unless asked for; `nil` for a table of one sector.
    public let backwardVariation: [Double?]
    /// The same of the rows of L.
    public let forwardVariation: [Double?]

    /// Backward linkage, 1 the mean.
    public var backward: [Double] { Self.normalized(columnMultipliers) }
    /// Forward linkage by L, 1 the mean.
    public var forwardLeontief: [Double] { Self.normalized(rowSums) }
    /// Forward linkage by G, 1 the mean.
    public var forwardGhosh: [Double] { Self.normalized(ghoshMultipliers) }

    /// Where each sector stands by the backward linkage of L and the forward linkage of G.
    public var standings: [Standing] {
        zip(backward, forwardGhosh).map { pull, push in
            switch (pull >= 1, push >= 1) {
            case (true, true): .key
            case (true, false): .backward
            case (false, true): .forward
            case (false, false): .weak
            }
        }
    }

    /// Linkages without variation: by passes over the table where its columns allow it, else by factors.
    ///
    /// - Complexity: three answers of some eight passes each, or 2/3 n³ operations.
    /// - Throws: ``TableProblem`` where the sectors use more than they make.
    public init(_ system: ProductionSystem) throws(TableProblem) {
        if let directions = LeontiefDirections(system) {
            self.init(directions)
            if let sector = rowSums.firstIndex(where: { !($0 > 0) }) { throw .notProductive(sector: sector) }
        } else {
            self.init(try system.solver())
        }
    }

    /// Linkages by three answers, without variation.
    ///
    /// - Complexity: 6 n² operations after the factors.
    public init(_ response: some LeontiefResponse) {
        let system = response.system
        let ones = [Double](repeating: 1, count: system.count)
        columnMultipliers = response.content(of: ones)
        rowSums = response.output(for: ones)
        // Row sums of G = x̂⁻¹ L x̂: the outputs that x itself as a demand takes, by x.
        let supported = response.output(for: system.output)
        ghoshMultipliers = system.output.indices.map { sector in
            system.output[sector] > 0 ? supported[sector] / system.output[sector] : 1
        }
        directBackward = system.directInputs
        directForward = system.directSales
        backwardVariation = []
        forwardVariation = []
    }

    /// Linkages from the inverse, with coefficients of variation.
    ///
    /// - Complexity: two passes over L.
    public init(_ inverse: LeontiefInverse) {
        let system = inverse.system
        columnMultipliers = inverse.matrix.columnSums
        rowSums = inverse.matrix.rowSums
        let supported = inverse.matrix.times(system.output)
        ghoshMultipliers = (0..<system.count).map { sector in
            system.output[sector] > 0 ? supported[sector] / system.output[sector] : 1
        }
        directBackward = system.directInputs
        directForward = system.directSales
        let spread = inverse.matrix.deviations(rowSums: rowSums, columnSums: columnMultipliers)
        backwardVariation = Self.variation(spread.columns, columnMultipliers)
        forwardVariation = Self.variation(spread.rows, rowSums)
    }

    private static func normalized(_ sums: [Double]) -> [Double] {
        let total = sums.compensatedSum
        return sums.map { total > 0 ? Double(sums.count) * $0 / total : 0 }
    }

    /// The root of squares by n − 1, by the mean.
    private static func variation(_ squares: [Double], _ sums: [Double]) -> [Double?] {
        let count = Double(sums.count)
        return zip(squares, sums).map { square, sum in
            count > 1 && sum > 0 ? (square / (count - 1)).squareRoot() / (sum / count) : nil
        }
    }
}
