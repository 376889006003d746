import Indicators
import Kernels
import Testing

@Suite struct `Complexity of regions and industries` {
    private static func advantage() throws -> Advantage {
        Advantage(try LocationQuotient.run(on: IndustryTable(Fixture.cities())))
    }

    @Test func `advantages, diversity and ubiquity agree with the reference`() throws {
        let reference = try Fixture.reference()["complexity"]
        let found = try Self.advantage()
        for (row, wanted) in zip(found.matrix, reference["mcp"].matrix) {
            expect(row.map { $0 ? 1 : 0 }, wanted)
        }
        expect(found.diversity.map { Double($0) }, reference["diversity"].numbers)
        expect(found.ubiquity.map { Double($0) }, reference["ubiquity"].numbers)
        #expect(found.undecided.isEmpty)
    }

    @Test func `ECI, PCI, eigenvalues and the correlation behind the sign agree with the reference`() throws {
        let reference = try Fixture.reference()["complexity"]
        let found = EconomicComplexity.run(on: try Self.advantage())
        expect(found.eci, reference["eci_ddof0"].numbers)
        expect(found.pci, reference["pci_normalised_by_eci"].numbers)
        expect(found.secondEigenvalue, reference["second_eigenvalue"].number, within: 1e-12)
        expect(found.thirdEigenvalue, reference["third_eigenvalue"].number, within: 1e-12)
        expect(found.correlation, reference["corr_eci_diversity"].number)
        #expect(found.signRule == .risesWithDiversity)
        expect(
            found.eigengap,
            reference["second_eigenvalue"].number - reference["third_eigenvalue"].number, within: 1e-12)
    }

    @Test(Reference.trait) func `ecomplexity and econcomplex give the same ECI`() throws {
        let names = try Fixture.reference()["panel2023"]["rows"].list.map(\.text)
        let columns = try Fixture.reference()["panel2023"]["cols"].list.map(\.text)
        let found = EconomicComplexity.run(on: try Self.advantage())
        let peer = try Reference.peer("ecomplexity")
        expect(found.eci, peer["eci"].numbers(names))
        expect(found.pci, peer["pci"].numbers(columns))
        expect(found.eci, try Reference.peer("econcomplex")["eci_pci"]["0"].numbers(names))
    }

    @Test(Reference.trait)
    func `an eigenvector has no sign: EconGeo's index runs the other way, ours by the rule`()
        throws
    {
        // EconGeo reports the same eigenvector with the opposite sign, rounded to four digits, and econcomplex turns the
        // industries against the regions. The rule here: regions with more advantages are not the less complex ones, and
        // an industry is as complex as the regions that have it.
        let found = EconomicComplexity.run(on: try Self.advantage())
        let names = try Fixture.reference()["panel2023"]["rows"].list.map(\.text)
        let other = try Reference.peer("econgeo")["KCI"]
        let list = other.list.isEmpty ? other.numbers(names) : other.numbers
        #expect(correlation(found.eci.compactMap(\.value), list.compactMap { $0 }) < -0.9999)
        let diversity = found.diversity.map { Double($0) }
        #expect(correlation(found.eci.compactMap(\.value), diversity) > 0)
        let industries = try Fixture.reference()["panel2023"]["cols"].list.map(\.text)
        let turned = try Reference.peer("econcomplex")["eci_pci"]["1"].numbers(industries)
        #expect(correlation(found.pci.compactMap(\.value), turned.compactMap { $0 }) < -0.9999)
        let advantage = try Self.advantage()
        let means = industries.indices.map { industry in
            let members = names.indices.filter { advantage.matrix[$0][industry] }
            return members.compactMap { found.eci[$0].value }.reduce(0, +) / Double(members.count)
        }
        #expect(correlation(found.pci.compactMap(\.value), means) > 0.9999)
    }

    private func correlation(_ one: [Double], _ other: [Double]) -> Double {
        let (a, b) = (one.reduce(0, +) / Double(one.count), other.reduce(0, +) / Double(other.count))
        let both = zip(one, other).map { ($0 - a) * ($1 - b) }.reduce(0, +)
        let squares =
            one.map { ($0 - a) * ($0 - a) }.reduce(0, +) * other.map { ($0 - b) * ($0 - b) }.reduce(0, +)
        return both / squares.squareRoot()
    }

    @Test func `fitness agrees with the reference and settles`() throws {
        let reference = try Fixture.reference()["complexity"]
        let found = Fitness.run(on: try Self.advantage())
        expect(found.regions, reference["fitness_1000"].numbers)
        expect(found.industries, reference["complexity_1000"].numbers)
        #expect(found.isSettled)
    }

    @Test(Reference.trait) func `econcomplex stops after 20 steps, 3e-6 from where fitness settles`() throws {
        let names = try Fixture.reference()["panel2023"]["rows"].list.map(\.text)
        let wanted = try Reference.peer("econcomplex")["fitness_complexity"]["0"].numbers(names)
        expect(Fitness.run(on: try Self.advantage()).regions, wanted, within: 3e-6)
        #expect(!Fitness.run(on: try Self.advantage(), .init(steps: 20)).isSettled)
    }

    @Test func `proximity and density with and without the self term agree with the reference`() throws {
        let reference = try Fixture.reference()["complexity"]
        let advantage = try Self.advantage()
        let with = Relatedness.run(on: advantage, .init(includesSelf: true))
        let without = Relatedness.run(on: advantage)
        for (row, wanted) in zip(with.proximity, reference["proximity_min"].matrix) {
            expect(row, wanted, within: 1e-12)
        }
        for (row, wanted) in zip(with.density, reference["density_incl_self"].matrix) {
            expect(row, wanted, within: 1e-12)
        }
        for (row, wanted) in zip(without.density, reference["density_excl_self"].matrix) {
            expect(row, wanted, within: 1e-12)
        }
    }

    @Test(Reference.trait) func `a density is never above one, whatever ecomplexity's nearest three give`()
        throws
    {
        // ecomplexity 0.5.3 with knn=3 sums advantages without the proximities above them: densities up to 3.
        #expect(try Reference.peer("ecomplexity")["density_knn3_max"].number == 3)
        let found = Relatedness.run(on: try Self.advantage(), .init(includesSelf: true, nearest: 3))
        for density in found.density.joined() { #expect((0...1).contains(density.value ?? -1)) }
    }

    @Test func `a matrix that falls apart has no complexity, and says so`() throws {
        let apart = try Advantage([[true, false], [false, true]])
        #expect(EconomicComplexity.run(on: apart).eci.map(\.reason) == [.disconnected, .disconnected])
        let same = try Advantage([[true, true], [true, true]])
        #expect(EconomicComplexity.run(on: same).eci[0].reason == .allEqual)
        let ring = try Advantage([[true, true, false], [false, true, true], [true, false, true]])
        #expect(EconomicComplexity.run(on: ring).eci[0].reason == .repeatedEigenvalue)
        #expect(EconomicComplexity.run(on: try Advantage([[true, true]])).eci[0].reason == .oneRegion)
        #expect(EconomicComplexity.run(on: try Advantage([[true], [true]])).eci[0].reason == .oneIndustry)
        #expect(EconomicComplexity.run(on: try Advantage([])).eci.isEmpty)
        #expect(EconomicComplexity.run(on: try Advantage([[false]])).eci[0].reason == .nothingThere)
    }

    @Test func `a region without any advantage is left out, not made everybody's NaN`() throws {
        let matrix = try Self.advantage().matrix + [[Bool](repeating: false, count: 10)]
        let found = EconomicComplexity.run(on: try Advantage(matrix))
        expect(
            Array(found.eci.prefix(13)),
            try Fixture.reference()["complexity"]["eci_ddof0"].numbers)
        #expect(found.eci[13].reason == .nothingThere)
        #expect(Fitness.run(on: try Advantage(matrix)).regions[13].value == 0)
        #expect(
            Relatedness.run(on: try Advantage(matrix)).density[13].compactMap(\.value).allSatisfy { $0 == 0 })
    }

    @Test func `more industries than regions and more regions than industries give the same`() throws {
        let matrix = try Self.advantage().matrix
        let turned = (0..<10).map { column in matrix.map { $0[column] } }
        let (one, other) = (
            EconomicComplexity.run(on: try Advantage(matrix)),
            EconomicComplexity.run(on: try Advantage(turned))
        )
        expect(one.secondEigenvalue, other.secondEigenvalue.value ?? .nan, within: 1e-12)
        // What are regions here are industries there: the same order but for sign and scale.
        let related = correlation(one.pci.compactMap(\.value), other.eci.compactMap(\.value))
        #expect(related.magnitude > 1 - 1e-9)
    }

    @Test func `cells that rounding leaves undecided widen ECI to all matrices that may be`() throws {
        let cities = try Fixture.cities()
        var rows = cities.map(\.exact)
        // Tangshan's battery output such that its quotient may lie on either side of 1.
        rows[3][3] = Bounded(cities[3][3], give: 8)
        let advantage = Advantage(try LocationQuotient.run(on: IndustryTable(bounded: rows)))
        #expect(advantage.undecided.contains { $0.region == 3 && $0.industry == 3 })
        let wide = EconomicComplexity.run(on: advantage)
        #expect(wide.undecided == advantage.undecided)
        for change in [-7.9, 0, 7.9] {
            var point = cities
            point[3][3] += change
            let narrow = EconomicComplexity.run(
                on: Advantage(try LocationQuotient.run(on: IndustryTable(point))))
            for (one, other) in zip(wide.eci, narrow.eci) { expect(one, holds: other) }
        }
        let unsearched = EconomicComplexity.run(on: advantage, .init(mostUndecided: 0))
        #expect(unsearched.eci[0].range == .everything)
    }

    @Test(arguments: 1...40)
    func `ECI has mean 0 and deviation 1, rises with diversity, and densities lie in 0…1`(
        seed: Int
    ) throws {
        var draws = Draws(seed)
        let (rows, columns) = (draws.whole(2..<9), draws.whole(2..<9))
        let matrix = (0..<rows).map { _ in (0..<columns).map { _ in draws.whole(0..<3) > 0 } }
        let advantage = try Advantage(matrix)
        let found = EconomicComplexity.run(on: advantage)
        let eci = found.eci.compactMap(\.value)
        if !eci.isEmpty {
            let mean = eci.reduce(0, +) / Double(eci.count)
            let square = eci.map { $0 * $0 }.reduce(0, +) / Double(eci.count)
            #expect(mean.magnitude < 1e-9)
            #expect((square - 1).magnitude < 1e-9)
            if found.signRule == .risesWithDiversity { #expect(found.correlation.value ?? -1 > 0) }
        }
        for density in Relatedness.run(on: advantage).density.joined() {
            if let value = density.value { #expect((0...1).contains(value)) }
        }
    }
}
