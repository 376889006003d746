import Foundation
import InputOutput
import Kernels

/// jingwei-benchmarks input-output WHAT SECTORS [seed] [folder for the peer's table and our answer]
///
/// WHAT is one of `table` (writes the table only), `linkages`, `variation`, `demand`, `extraction`, `solve`.
/// The table is drawn in memory and is not part of what is measured.
enum InputOutputBenchmark {
    static func run(_ arguments: ArraySlice<String>) throws {
        let given = Array(arguments)
        guard given.count > 1, let sectors = Int(given[1]), sectors > 0 else {
            print(
                "usage: jingwei-benchmarks input-output table|linkages|variation|demand|extraction|solve SECTORS [seed] [folder]"
            )
            exit(64)
        }
        let seed = given.count > 2 ? UInt64(given[2]) ?? 1 : 1
        let folder = given.count > 3 ? given[3] : nil
        let table = try DrawnTable(sectors: sectors, seed: seed)
        _ = LinearAlgebra.kernel
        switch given[0] {
        case "table": if let folder { try table.write(to: folder) }
        case "linkages":
            let (linkages, cost) = try Measure.run { try Linkages(table.system) }
            try report("multipliers and linkages", cost, linkages.columnMultipliers, folder)
        case "variation":
            let (linkages, cost) = try Measure.run { Linkages(try LeontiefInverse(table.system)) }
            try report("the same with coefficients of variation", cost, linkages.columnMultipliers, folder)
        case "demand":
            let (answer, cost) = try Measure.run {
                try DemandAnswer.run(
                    on: table.system, demand: table.demand,
                    .init(tolerance: 1e-10)
                ).get()
            }
            try report("one demand, \(answer.method)", cost, answer.output, folder)
        case "extraction":
            let (extraction, cost) = try Measure.run { SectorExtraction(try LeontiefInverse(table.system)) }
            try report(
                "extraction of every sector, the inverse counted", cost, extraction.backwardLoss, folder)
        case "solve":
            let (output, cost) = try Measure.run { try solveWithout(0, table) }
            try report("one sector by solving again", cost, output, folder)
        default: exit(64)
        }
    }

    /// What extraction costs a sector without the closed form: factors of 1 − A without the sector's purchases, one solve.
    private static func solveWithout(_ sector: Int, _ table: DrawnTable) throws -> [Double] {
        var matrix = table.system.inputCoefficients
        for row in 0..<matrix.rowCount { matrix[row, sector] = 0 }
        matrix.subtractFromIdentity()
        return try LUFactors(consume matrix).solve(table.demand)
    }

    private static func report(_ what: String, _ cost: Measure, _ answer: [Double], _ folder: String?) throws
    {
        print("\(what): \(cost.text)")
        print("user \(cost.userSeconds)")
        guard let folder else { return }
        try answer.withUnsafeBytes { try Data($0).write(to: URL(filePath: folder + "/answer.f64")) }
    }
}
