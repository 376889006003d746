import InputOutput
import Kernels
import Testing

/// What holds for every table, on tables drawn by seed.
@Suite struct `Every table` {
    @Test(arguments: 1...8)
    func `outputs come back from their own demand`(seed: UInt64) throws {
        let (system, demand) = try SeededTable.system(Int(seed) * 3, seed: seed)
        #expect(distance(try system.solver().output(for: demand), system.output) < 1e-9)
        let rounds = try DemandAnswer.run(on: system, demand: demand).get()
        #expect(distance(rounds.output, system.output) < 1e-9)
        #expect((rounds.remainder ?? .infinity) <= 1e-9 * system.output.reduce(0, +))
        guard case .passes = rounds.method else {
            Issue.record("columns below .98 are answered by passes")
            return
        }
    }

    @Test(arguments: 1...8)
    func `Ghosh's inverse is Leontief's, scaled by output`(seed: UInt64) throws {
        let (system, _) = try SeededTable.system(12, seed: seed, empty: [4])
        let inverse = try LeontiefInverse(system)
        var allocation = system.allocationCoefficients
        allocation.subtractFromIdentity()
        let ghosh = try LUFactors(allocation).inverse()
        #expect(distance(inverse.ghosh, ghosh) < 1e-9)
        #expect(distance(Linkages(inverse).ghoshMultipliers, ghosh.rowSums) < 1e-9)
    }

    @Test(arguments: 1...8)
    func `extraction never raises output and equals solving again`(seed: UInt64) throws {
        let (system, demand) = try SeededTable.system(11, seed: seed, empty: [3])
        let inverse = try LeontiefInverse(system)
        let extraction = SectorExtraction(inverse)
        for sector in 0..<system.count {
            let left = try SeededTable.outputWithoutPurchases(of: sector, system, demand)
            let losses = SectorExtraction.backwardLosses(of: sector, inverse)
            #expect(distance(zip(system.output, left).map(-), losses) < 1e-9)
            #expect(losses.allSatisfy { $0 >= -1e-9 })
            #expect(abs(extraction.backwardLoss[sector] - losses.reduce(0, +)) < 1e-8)
            #expect(extraction.forwardLoss[sector] >= -1e-9)
            #expect(extraction.completeLoss[sector] >= extraction.backwardLoss[sector] - 1e-9)
        }
    }

    @Test(arguments: 1...8)
    func `linkages have mean one and no sector is not a number`(seed: UInt64) throws {
        let (system, _) = try SeededTable.system(9, seed: seed, empty: [0, 8])
        let linkages = Linkages(try LeontiefInverse(system))
        for list in [linkages.backward, linkages.forwardLeontief, linkages.forwardGhosh] {
            #expect(abs(list.reduce(0, +) / 9 - 1) < 1e-12)
            #expect(list.allSatisfy { $0.isFinite })
        }
        #expect(linkages.columnMultipliers[0] == 1)
        #expect(linkages.ghoshMultipliers[8] == 1)
        #expect(linkages.directBackward[0] == 0)
    }

    @Test(arguments: 1...6)
    func `accounts by consumption and by production have one sum`(seed: UInt64) throws {
        let (system, demand) = try SeededTable.system(12, seed: seed)
        var generator = SeededGenerator(seed: seed)
        var accounts = DenseMatrix(rows: 2, columns: 12)
        var byRegion = DenseMatrix(rows: 12, columns: 3)
        for sector in 0..<12 {
            accounts[0, sector] = generator.nextFraction()
            accounts[1, sector] = 5 * generator.nextFraction()
            let cut = generator.nextFraction()
            byRegion[sector, 0] = demand[sector] * cut
            byRegion[sector, 2] = demand[sector] * (1 - cut)
        }
        let footprint = try Footprint.run(
            system.solver(), regions: (0..<12).map { $0 / 4 }, regionCount: 3, demand: byRegion,
            accounts: .init(bySector: accounts)
        ).get()
        #expect(distance(footprint.consumption.rowSums, footprint.production.rowSums) < 1e-9)
        #expect(distance(footprint.imports.rowSums, footprint.exports.rowSums) < 1e-9)
    }

    @Test(arguments: 1...8)
    func `a fit keeps its margins and its zeros`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var matrix = DenseMatrix(rows: 6, columns: 8)
        var target = matrix
        for row in 0..<6 {
            for column in 0..<8 where generator.nextFraction() > 0.25 || row == column {
                matrix[row, column] = generator.nextFraction() + 0.01
                target[row, column] = generator.nextFraction() + 0.01
            }
        }
        let fit = ProportionalFit.run(matrix, rowTotals: target.rowSums, columnTotals: target.columnSums)
        #expect(fit.status == .fitted)
        #expect(distance(fit.matrix.rowSums, target.rowSums) < 1e-9)
        #expect(distance(fit.matrix.columnSums, target.columnSums) < 1e-9)
        #expect(zip(fit.matrix.values, matrix.values).allSatisfy { ($0 == 0) == ($1 == 0) })
    }

    @Test(arguments: 1...8)
    func `a signed fit keeps margins and signs, and is the plain one where nothing is negative`(seed: UInt64)
    {
        var generator = SeededGenerator(seed: seed)
        var matrix = DenseMatrix(rows: 5, columns: 5)
        for row in 0..<5 {
            for column in 0..<5 { matrix[row, column] = generator.nextFraction() + 0.05 }
        }
        let plain = matrix
        matrix[1, 3] = -0.1
        matrix[4, 0] = -0.05
        var target = matrix
        target.scaleRows(by: (0..<5).map { _ in 0.8 + 0.4 * generator.nextFraction() })
        let fit = SignedFit.run(matrix, rowTotals: target.rowSums, columnTotals: target.columnSums)
        #expect(fit.status == .fitted)
        #expect(distance(fit.matrix.rowSums, target.rowSums) < 1e-9)
        #expect(distance(fit.matrix.columnSums, target.columnSums) < 1e-9)
        #expect(zip(fit.matrix.values, matrix.values).allSatisfy { ($0 < 0) == ($1 < 0) })
        var other = plain
        other.scaleColumns(by: (0..<5).map { _ in 0.5 + generator.nextFraction() })
        let left = SignedFit.run(plain, rowTotals: other.rowSums, columnTotals: other.columnSums)
        let right = ProportionalFit.run(plain, rowTotals: other.rowSums, columnTotals: other.columnSums)
        #expect(distance(left.matrix, right.matrix) < 1e-9)
    }

    @Test(arguments: 1...6)
    func `a decomposition leaves no remainder, whatever the factors`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let count = 1 + Int(seed % 5)
        let earlier = (0..<count).map { _ in generator.nextFraction() }
        let later = (0..<count).map { _ in generator.nextFraction() }
        let decomposition = StructuralDecomposition(factors: count) { mask in
            [(0..<count).reduce(1) { $0 * (mask & (1 << $1) == 0 ? earlier[$1] : later[$1]) }]
        }
        let split = try #require(decomposition)
        for effects in [split.exact, split.polar] {
            #expect(abs(effects.map { $0[0] }.reduce(0, +) - split.total[0]) < 1e-12)
        }
    }
}
