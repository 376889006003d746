import Foundation
import InputOutput
import Kernels
import Testing

/// Outputs of pymrio 0.7.0 and pygras, unmodified, which may not ship.
@Suite struct `The peers' outputs` {
    @Test func `the test table of pymrio gives its coefficients and inverses`() throws {
        guard let flowsFile = Fixture.outside("inputs/pymrio_test_Z.csv"),
            let demandFile = Fixture.outside("inputs/pymrio_test_Y.csv")
        else { return }
        let flows = try Fixture.numbers(flowsFile, headers: 3, leading: 2)
        let demand = try Fixture.numbers(demandFile, headers: 3, leading: 2)
        let system = try ProductionSystem(
            flows: flows, output: zip(flows.rowSums, demand.rowSums).map(+))
        let inverse = try LeontiefInverse(system)
        for (found, file) in [
            (system.inputCoefficients, "A"), (system.allocationCoefficients, "B"), (inverse.matrix, "L"),
            (inverse.ghosh, "G"),
        ] {
            let wanted = try Self.peer("pymrio_test_\(file).csv", headers: 3)
            #expect(distance(found, wanted) < 1e-9, "\(file)")
        }
    }

    @Test func `the emissions of the test table of pymrio give its accounts`() throws {
        guard let flowsFile = Fixture.outside("inputs/pymrio_test_Z.csv"),
            let demandFile = Fixture.outside("inputs/pymrio_test_Y.csv"),
            let emissionsFile = Fixture.outside("inputs/pymrio_test_emissions_F.csv"),
            let directFile = Fixture.outside("inputs/pymrio_test_emissions_FY.csv")
        else { return }
        let flows = try Fixture.numbers(flowsFile, headers: 3, leading: 2)
        let categories = try Fixture.numbers(demandFile, headers: 3, leading: 2)
        let emissions = try Fixture.numbers(emissionsFile, headers: 3, leading: 2)
        let direct = try Fixture.numbers(directFile, headers: 3, leading: 2)
        let system = try ProductionSystem(
            flows: flows, output: zip(flows.rowSums, categories.rowSums).map(+))
        let regions = (0..<system.count).map { $0 / 8 }
        let demand = Self.summed(categories, width: 7)
        let footprint = try Footprint.run(
            system.solver(), regions: regions, regionCount: 6, demand: demand,
            accounts: .init(bySector: emissions, byDemand: Self.summed(direct, width: 7))
        ).get()
        for (found, file) in [
            (footprint.intensities, "S"), (footprint.multipliers, "M"), (footprint.consumption, "D_cba_reg"),
            (footprint.production, "D_pba_reg"), (footprint.imports, "D_imp_reg"),
            (footprint.exports, "D_exp_reg"),
        ] {
            let headers = file.hasSuffix("_reg") ? 1 : 3
            let wanted = try Self.peer("pymrio_test_emissions_\(file).csv", headers: headers)
            #expect(distance(found, wanted) < 1e-9, "\(file)")
        }
        let products = (0..<system.count).map { $0 % 8 }
        let wanted = try Self.peer("pymrio_test_emissions_D_cba.csv", headers: 3)
        for kind in 0..<emissions.rowCount {
            let found = footprint.consumption(of: kind, byProduct: products, productCount: 8, demand: demand)
            #expect(distance(found.values, Array(wanted.row(kind))) < 1e-9)
        }
    }

    @Test func `the made-up region gives pymrio's accounts, its sector without output no NaN`() throws {
        guard Fixture.outside("peer") != nil else { return }
        let table = try Fixture.region()
        let footprint = try Footprint.run(
            table.system.solver(), regions: table.regions, regionCount: 4, demand: table.demand,
            accounts: .init(bySector: table.accounts)
        ).get()
        let inverse = try LeontiefInverse(table.system)
        for (found, file, headers) in [
            (table.system.inputCoefficients, "A", 3), (inverse.matrix, "L", 3), (inverse.ghosh, "G", 3),
            (footprint.intensities, "S", 3), (footprint.multipliers, "M", 3),
            (footprint.consumption, "D_cba_reg", 1), (footprint.production, "D_pba_reg", 1),
            (footprint.imports, "D_imp_reg", 1), (footprint.exports, "D_exp_reg", 1),
        ] {
            let leading = file.count == 1 && file != "S" && file != "M" ? 2 : 1
            let wanted = try Fixture.numbers(
                try #require(Fixture.outside("peer/pymrio_bth_\(file).csv")), headers: headers,
                leading: leading)
            #expect(distance(found, wanted) < 1e-9, "\(file)")
        }
        let empty = 13  // HE.Electronics, see pymrio_bth_zero_sector.json
        #expect(table.system.output[empty] == 0)
        #expect(inverse.matrix[empty, empty] == 1)
        #expect(table.system.inputCoefficients.column(empty).allSatisfy { $0 == 0 })
    }

    @Test func `Junius and Oosterhaven's example agrees with pygras and with the reference`() throws {
        guard let file = Fixture.outside("inputs/gras_junius_oosterhaven_X0.csv"),
            let peerFile = Fixture.outside("peer/pygras_junius.json")
        else { return }
        let matrix = try Fixture.numbers(file, headers: 0, leading: 0)
        let totals = try JSONSerialization.jsonObject(
            with: Data(
                contentsOf: try #require(Fixture.outside("inputs/gras_junius_oosterhaven_totals.json"))))
        let sums = Fixture.Answers(object: totals)
        let fit = SignedFit.run(matrix, rowTotals: sums["u"].list, columnTotals: sums["v"].list)
        #expect(fit.status == .fitted)
        #expect(distance(fit.matrix, try Fixture.answers()["gras"]["X"].matrix) < 1e-9)
        let peer = Fixture.Answers(
            object: try JSONSerialization.jsonObject(with: Data(contentsOf: peerFile)))
        // pygras stops earlier: its page of reference says 5.5e-9.
        #expect(distance(fit.matrix, peer.matrix) < 1e-8)
    }

    private static func peer(_ file: String, headers: Int) throws -> DenseMatrix {
        try Fixture.numbers(
            try #require(Fixture.outside("peer/" + file)), headers: headers, leading: 2)
    }

    private static func summed(_ matrix: DenseMatrix, width: Int) -> DenseMatrix {
        var result = DenseMatrix(rows: matrix.rowCount, columns: matrix.columnCount / width)
        for row in 0..<matrix.rowCount {
            for column in 0..<matrix.columnCount { result[row, column / width] += matrix[row, column] }
        }
        return result
    }
}
