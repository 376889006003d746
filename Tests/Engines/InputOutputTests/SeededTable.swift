import InputOutput
import Kernels

/// Tables drawn by seed.
enum SeededTable {
    /// A table whose columns of A add up to .35 to .65, with some zeros; sectors listed in `empty` make and buy nothing.
    static func system(_ count: Int, seed: UInt64, empty: Set<Int> = []) throws -> (
        ProductionSystem, [Double]
    ) {
        var generator = SeededGenerator(seed: seed)
        var coefficients = DenseMatrix(rows: count, columns: count)
        for column in 0..<count where !empty.contains(column) {
            var entries = (0..<count).map { row -> Double in
                let draw = generator.nextFraction()
                return empty.contains(row) || draw < 0.3 ? 0 : draw * draw
            }
            let sum = entries.reduce(0, +)
            let wanted = 0.35 + 0.3 * generator.nextFraction()
            if sum > 0 { entries = entries.map { $0 / sum * wanted } }
            for row in 0..<count { coefficients[row, column] = entries[row] }
        }
        let demand = (0..<count).map { empty.contains($0) ? 0 : 1 + 99 * generator.nextFraction() }
        var matrix = coefficients
        matrix.subtractFromIdentity()
        let output = try LUFactors(matrix).solve(demand)
        var flows = coefficients
        flows.scaleColumns(by: output)
        return (try ProductionSystem(flows: flows, output: output), demand)
    }

    /// The same system without what one sector buys: its column of A is 0. Solved anew.
    static func outputWithoutPurchases(of sector: Int, _ system: ProductionSystem, _ demand: [Double]) throws
        -> [Double]
    {
        var matrix = system.inputCoefficients
        for row in 0..<system.count { matrix[row, sector] = 0 }
        matrix.subtractFromIdentity()
        return try LUFactors(matrix).solve(demand)
    }
}
