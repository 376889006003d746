import DataPackages
import Ecosystem
import Foundation
import Resilience
import Testing

/// BoARIO 0.7.2 on the test table of pymrio, with its defaults: fixtures of the reference material.
@Suite struct `A disruption of sectors as BoARIO computes it` {
    static let folder = FixtureNetwork.reference.map { $0 + "/boario" }
    static let isThere = folder.map { FileManager.default.fileExists(atPath: $0 + "/Z.csv") } ?? false

    private struct Given {
        var table: FlowTable
        var categories: [String]

        /// The place of a region's sector.
        func place(_ region: String, _ sector: String) throws -> Int {
            try #require(table.sectors.firstIndex { $0.region == region && $0.sector == sector })
        }

        /// Capital: four times the value added of a year, BoARIO's default.
        func capital(_ place: Int) -> Double {
            let count = table.sectors.count
            let bought = (0..<count).reduce(0.0) { $0 + table.flows[$1 * count + place] }
            return 4 * (table.output[place] - bought)
        }
    }

    private func lines(_ file: String) throws -> [[String]] {
        let folder = try #require(Self.folder)
        return try String(contentsOfFile: folder + "/" + file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: true
        ).map { line in line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
    }

    private func given() throws -> Given {
        let flows = try lines("Z.csv").dropFirst(3)
        let uses = try lines("Y.csv")
        let table = FlowTable(
            sectors: flows.map { .init(region: $0[0], sector: $0[1]) },
            flows: flows.flatMap { $0.dropFirst(2).map { Double($0) ?? .nan } },
            demandCategories: uses[0].dropFirst(2).enumerated().map { .init(region: $1, sector: "\($0)") },
            finalDemand: uses.dropFirst(3).flatMap { $0.dropFirst(2).map { Double($0) ?? .nan } })
        return Given(table: try #require(table), categories: Array(uses[0].dropFirst(2)))
    }

    /// The largest relative difference to a file, day by day.
    private func difference(_ file: String, _ given: Given, _ value: (Int, String, String) throws -> Double)
        throws -> Double
    {
        let rows = try lines(file)
        var largest = 0.0
        for (day, row) in rows.dropFirst(3).enumerated() {
            for column in 1..<row.count {
                let wanted = try #require(Double(row[column]))
                let found = try value(day, rows[0][column], rows[1][column])
                largest = max(largest, abs(found - wanted) / max(abs(wanted), 1e-3))
            }
        }
        return largest
    }

    private func check(_ name: String, _ result: DisruptionResult, _ given: Given) throws {
        let count = given.table.sectors.count
        let width = given.categories.count
        #expect(
            try difference(name + "_production_realised.csv", given) { day, region, sector in
                result.dailyOutput[day * count + (try given.place(region, sector))]
            } <= 1e-9)
        // Who misses it: the region that uses, the product from wherever.
        #expect(
            try difference(name + "_final_demand_unmet.csv", given) { day, region, sector in
                var unmet = 0.0
                for row in 0..<count where given.table.sectors[row].sector == sector {
                    let served = result.dailyService[day * count + row]
                    for column in 0..<width where given.categories[column] == region {
                        unmet += given.table.finalDemand[row * width + column] / 365 * (1 - served)
                    }
                }
                return unmet
            } <= 1e-6)
        #expect(result.deliveryResidual <= 1e-12)
        #expect(result.stockResidual <= 1e-12)
    }

    /// `from_scalar_regions_sectors(0.8, "arbitrary", reg1, manufactoring, occurrence=5, duration=60, recovery_tau=30)`: BoARIO lets it act
    /// from the next step on, for 61 steps, and rounds it to six decimals.
    private func manufacturing(_ given: Given) throws -> DisruptionShock {
        DisruptionShock(
            name: "manufacturing", firms: [Int32(try given.place("reg1", "manufactoring"))], start: 6,
            days: 61,
            depth: 0.8, recovery: 30)
    }

    @Test(.enabled(if: isThere, "the reference material (JINGWEI_REFERENCE) is not there"))
    func `orders that move to ready suppliers give the files of the arbitrary shock`() throws {
        let given = try given()
        var options = DisruptionOptions.sectors
        options.keepsDays = true
        options.lossDecimals = 6
        let result = try Disruption.run(on: given.table, shocks: [manufacturing(given)], options).get()
        try check("arbitrary_alt", result, given)
        #expect(abs(result.loss / 4.39218e7 - 1) < 2e-6)
    }

    @Test(.enabled(if: isThere, "the reference material (JINGWEI_REFERENCE) is not there"))
    func `orders that stay give the loss of the arbitrary shock`() throws {
        let given = try given()
        var options = DisruptionOptions.sectors
        options.movesOrders = false
        options.lossDecimals = 6
        let result = try Disruption.run(on: given.table, shocks: [manufacturing(given)], options).get()
        #expect(abs(result.loss / 5.17605e7 - 1) < 2e-6)
    }

    /// 5,000 units of capital destroyed, half in mining and half in manufacturing of reg1, from step 5, recovering from step 26 in 90.
    @Test(.enabled(if: isThere, "the reference material (JINGWEI_REFERENCE) is not there"))
    func `capital that is destroyed and recovers gives the files of the recovery`() throws {
        let given = try given()
        var options = DisruptionOptions.sectors
        options.movesOrders = false
        options.keepsDays = true
        let shocks = try ["mining", "manufactoring"].map { sector in
            let place = try given.place("reg1", sector)
            return DisruptionShock(
                name: sector, firms: [Int32(place)], start: 5, days: 21, depth: 2_500 / given.capital(place),
                recovery: 90)
        }
        let result = try Disruption.run(on: given.table, shocks: shocks, options).get()
        try check("recovery_noalt", result, given)
    }
}
