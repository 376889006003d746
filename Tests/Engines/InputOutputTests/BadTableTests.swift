import Ecosystem
import InputOutput
import Kernels
import Testing

@Suite struct `Bad tables` {
    private func table(
        _ flows: [Double], _ demand: [Double], accounts: [(String, [Double])] = [], imported: [Double]? = nil
    ) throws -> FlowTable {
        try #require(
            FlowTable(
                sectors: demand.indices.map { .init(sector: "s\($0)") }, flows: flows,
                demandCategories: [.init(sector: "use")], finalDemand: demand,
                extensionNames: accounts.map(\.0), extensions: accounts.flatMap(\.1), importedFlows: imported)
        )
    }

    @Test func `no sector, sizes that do not fit and no numbers are refused with their place`() {
        #expect(throws: TableProblem.empty) {
            try ProductionSystem(flows: DenseMatrix(rows: 0, columns: 0), output: [])
        }
        #expect(throws: TableProblem.shape("the matrix of flows", found: 4, expected: 1)) {
            try ProductionSystem(flows: DenseMatrix(rows: 2, columns: 2), output: [1])
        }
        #expect(throws: TableProblem.flowNotFinite(row: 1, column: 0)) {
            try ProductionSystem(flows: DenseMatrix(rows: [[1, 2], [.nan, 1]]), output: [5, 5])
        }
        #expect(throws: TableProblem.output(sector: 1, value: -1)) {
            try ProductionSystem(flows: DenseMatrix(rows: 2, columns: 2), output: [5, -1])
        }
    }

    @Test func `sectors that use more than they make are told, not answered with negative outputs`() throws {
        let system = try ProductionSystem(flows: DenseMatrix(rows: [[0, 15], [15, 0]]), output: [10, 10])
        #expect(throws: TableProblem.notProductive(sector: 0)) { try system.solver() }
        let closed = try ProductionSystem(flows: DenseMatrix(rows: [[10]]), output: [10])
        #expect(throws: TableProblem.singular(reciprocalCondition: 0)) { try closed.solver() }
    }

    @Test func `columns above one are answered by factors where the passes have no bound`() throws {
        // Column 0 adds up to 1.2 and yet the table is productive.
        let system = try ProductionSystem(flows: DenseMatrix(rows: [[2, 1], [10, 0]]), output: [10, 20])
        let answer = try DemandAnswer.run(on: system, demand: [7, 10]).get()
        #expect(answer.method == .factors)
        #expect(distance(answer.output, [10, 20]) < 1e-12)
    }

    @Test func `one sector is computed and noted`() throws {
        let one = try table([5], [5])
        let balance = TableBalance(one)
        #expect(balance.findings.map(\.kind) == [.oneSector])
        let linkages = Linkages(try LeontiefInverse(try ProductionSystem(one)))
        #expect(linkages.columnMultipliers == [2])
        #expect(linkages.backward == [1])
        #expect(linkages.backwardVariation == [nil])
    }

    @Test func `all oddities are told at once with sectors and the worst number`() throws {
        let odd = try table(
            [0, 2, 3, 0, -1, 20, 0, 0, 0], [10, 3, 0], accounts: [("Value added", [7, 9, 0])])
        let balance = TableBalance(odd)
        let kinds = balance.findings.map(\.kind)
        #expect(kinds.contains(.negativeFlow))
        #expect(kinds.contains(.noOutput))
        #expect(kinds.contains(.idleInputs))
        #expect(kinds.contains(.unbalanced))
        #expect(kinds.contains(.buysNothing))
        #expect(balance.canCompute)
        #expect(balance.findings.first { $0.kind == .negativeFlow }?.sectors == [1])
        #expect(balance.findings.first { $0.kind == .negativeFlow }?.worst == -1)
        #expect(balance.findings.first { $0.kind == .idleInputs }?.worst == 23)
    }

    @Test func `a table without value added gets the rest, and one with imports has them taken off`() throws {
        let plain = TableBalance(try table([1, 2, 3, 4], [7, 3]))
        #expect(plain.valueAddedIsResidual)
        #expect(plain.valueAdded == [6, 4])
        let open = TableBalance(try table([1, 2, 3, 4], [7, 3], imported: [1, 0, 1, 2]))
        #expect(open.imports == [2, 2])
        #expect(open.valueAdded == [4, 2])
    }

    @Test func `negative output and numbers that are not finite stand against computing`() throws {
        #expect(!TableBalance(try table([0, 0, 0, 0], [-1, 3])).canCompute)
        #expect(!TableBalance(try table([0, .nan, 0, 0], [1, 3])).canCompute)
    }

    @Test func `small coefficients count`() throws {
        // A chain of a hundred sectors, each selling 5e-5 of its output to each other one: dropping what is under 1e-4
        // would leave nothing.
        let count = 100
        let flows = DenseMatrix(rows: count, columns: count, repeating: 5e-3)
        let system = try ProductionSystem(flows: flows, output: [Double](repeating: 100, count: count))
        let multipliers = Linkages(try system.solver()).columnMultipliers
        #expect(abs(multipliers[0] - 1 / (1 - 0.005)) < 1e-12)
    }

    @Test func `totals that no fit can meet are told before anything is computed`() throws {
        let matrix = try DenseMatrix(rows: [[1, 2], [0, 0]])
        let fit = ProportionalFit.run(matrix, rowTotals: [3, 2], columnTotals: [1, 4])
        #expect(fit.status == .infeasible([.nothingToScale(.row(1), total: 2)]))
        #expect(fit.matrix == matrix)
        #expect(
            ProportionalFit.run(matrix, rowTotals: [3, 0], columnTotals: [1, 4]).status
                == .infeasible([.sumsDiffer(rows: 3, columns: 5)]))
        #expect(
            ProportionalFit.run(matrix, rowTotals: [3], columnTotals: [1, 4]).status
                == .infeasible([.shape(rowTotals: 1, rows: 2, columnTotals: 2, columns: 2)]))
        #expect(
            ProportionalFit.run(matrix, rowTotals: [-3, 0], columnTotals: [1, .infinity]).status
                == .infeasible([.badTotal(.row(0), -3), .badTotal(.column(1), .infinity)]))
        let negative = try DenseMatrix(rows: [[-1, -2], [1, 1]])
        #expect(
            SignedFit.run(negative, rowTotals: [3, 2], columnTotals: [2, 3]).status
                == .infeasible([.wrongSign(.row(0), total: 3)]))
    }

    @Test func `a pattern of zeros that leaves no room ends with what is missed`() throws {
        let matrix = try DenseMatrix(rows: [[1, 0], [1, 1]])
        let fit = ProportionalFit.run(
            matrix, rowTotals: [5, 1], columnTotals: [2, 4], .init(maximumRounds: 200))
        guard case .notConverged(let misses) = fit.status else {
            Issue.record("the totals cannot be met")
            return
        }
        #expect(misses.first?.line == .row(0))
        #expect(fit.rounds == 200)
    }

    @Test func `aggregation keeps every total and tells all that does not fit`() throws {
        let small = try table([1, 2, 3, 4, 5, 6, 7, 8, 9], [10, 20, 30], accounts: [("jobs", [1, 2, 3])])
        let map = try SectorCorrespondence([("s0", "a"), ("s1", "b"), ("s2", "a")], for: small)
        let grouped = try #require(map.aggregated(small))
        #expect(grouped.sectors.map(\.sector) == ["a", "b"])
        #expect(grouped.flows == [20, 10, 10, 5])
        #expect(grouped.finalDemand == [40, 20])
        #expect(grouped.extensions == [4, 2])
        do throws(SectorCorrespondence.Problem) {
            _ = try SectorCorrespondence([("s0", "a"), ("s0", "b"), ("x", "a")], for: small)
            Issue.record("the correspondence does not fit")
        } catch {
            #expect(error.missing == ["s1", "s2"])
            #expect(error.unknown == ["x"])
            #expect(error.twice == ["s0"])
        }
    }

    @Test func `a region cannot be larger than its nation`() throws {
        let national = DenseMatrix(rows: 2, columns: 2, repeating: 0.1)
        #expect(
            RegionalCoefficients.run(
                national: national, nationalOutput: [10, 10], regionalOutput: [11, 1], .simple)
                == .failure(.regionAboveNation(sector: 0, regional: 11, national: 10)))
        #expect(
            RegionalCoefficients.run(
                national: national, nationalOutput: [10, 10], regionalOutput: [1, 1], .flegg(delta: 1))
                == .failure(.badExponent(1)))
        let lacking = try RegionalCoefficients.run(
            national: national, nationalOutput: [10, 10], regionalOutput: [5, 0], .crossIndustry
        ).get()
        #expect(lacking.coefficients.values == [0.1, 0, 0, 0])
    }
}
