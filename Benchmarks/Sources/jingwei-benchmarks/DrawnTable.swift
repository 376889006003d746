import Foundation
import InputOutput
import Kernels

/// A dense input-output table drawn by seed: every coefficient above 0, columns of A adding up to .35 to .65. Made up.
struct DrawnTable {
    let system: ProductionSystem
    let demand: [Double]

    init(sectors: Int, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var values = [Double](repeating: 0, count: sectors * sectors)
        for place in values.indices { values[place] = generator.nextFraction() }
        var matrix = try DenseMatrix(rows: sectors, columns: sectors, values: values)
        values = []
        let wanted = (0..<sectors).map { _ in 0.35 + 0.3 * generator.nextFraction() }
        matrix.scaleColumns(by: zip(wanted, matrix.columnSums).map { $0 / $1 })
        let demand = (0..<sectors).map { _ in 1 + 99 * generator.nextFraction() }
        // The output that meets the demand, by rounds on A itself.
        let output = PowerSeries.run(from: demand, contraction: 0.65 + 1e-12) { term, next in
            matrix.multiply(term, into: &next)
        }.sum
        matrix.scaleColumns(by: output)
        self.demand = demand
        system = try ProductionSystem(flows: matrix, output: output)
    }

    /// Writes Z and y as plain numbers of eight bytes, so that the peer works on the same table.
    func write(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try system.flows.values.withUnsafeBytes { try Data($0).write(to: URL(filePath: folder + "/Z.f64")) }
        try demand.withUnsafeBytes { try Data($0).write(to: URL(filePath: folder + "/y.f64")) }
    }
}
