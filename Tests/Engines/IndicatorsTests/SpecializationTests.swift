import Foundation
import Indicators
import Kernels
import Testing

@Suite struct `Specialization and concentration` {
    @Test func `Krugman's index and its half agree with the reference`() throws {
        let reference = try Fixture.reference()["panel2023"]
        let krugman = try Krugman.run(on: IndustryTable(Fixture.cities()))
        expect(krugman.values, reference["krugman"].numbers, within: 1e-12)
        expect(krugman.halves, reference["krugman_half"].numbers, within: 1e-12)
        #expect(krugman.conventions.benchmark == .allRegions)
    }

    @Test(Reference.trait) func `EconGeo, econcomplex and REAT give the same Krugman index`() throws {
        let krugman = try Krugman.run(on: IndustryTable(Fixture.cities())).values
        let names = try Fixture.reference()["panel2023"]["rows"].list.map(\.text)
        expect(krugman, try Reference.peer("econgeo")["Krugman.index"].numbers(names))
        expect(krugman, try Reference.peer("econcomplex")["krugman_index"].numbers(names))
        expect(krugman, try Reference.peer("reat")["krugman.spec_vs_total"].numbers(names))
    }

    @Test func `against the other regions the index is larger and says so`() throws {
        let table = try IndustryTable([[4, 0], [1, 3]])
        let others = try Krugman.run(on: table, .init(against: .otherRegions))
        #expect(others.values.map(\.value) == [1.5, 1.5])
        #expect(others.conventions.benchmark == .otherRegions)
        #expect(try Krugman.run(on: table).values.map(\.value) == [0.75, 0.75])
        let alone = try Krugman.run(on: IndustryTable([[1, 2]]), .init(against: .otherRegions))
        #expect(alone.values[0].reason == .oneRegion)
        #expect(try Krugman.run(on: IndustryTable([[1], [2]])).values[0].reason == .oneIndustry)
        #expect(try Krugman.run(on: IndustryTable([[0, 0], [1, 2]])).values[0].reason == .emptyRegion)
    }

    @Test func `Herfindahl, normalized, and entropy of each city agree with the reference`() throws {
        let reference = try Fixture.reference()["panel2023"]
        let cities = try Fixture.cities().map { try Concentration.run(on: $0.exact) }
        expect(cities.map(\.herfindahl), reference["HHI"].numbers, within: 1e-12)
        expect(cities.map(\.normalized), reference["HHI_norm"].numbers, within: 1e-12)
        expect(cities.map(\.entropy), reference["entropy_ln"].numbers, within: 1e-12)
        #expect(cities[0].conventions.zeros == .zerosCounted)
    }

    @Test func `plants' concentration agrees with the reference`() throws {
        let reference = try Fixture.reference()["plants"]
        let plants = try Fixture.matrix("inputs/plants_capacity_synthetic.csv").map { $0[1] }
        let found = try Concentration.run(on: plants.exact)
        expect(
            found.ratios.map(\.share), ["CR1", "CR4", "CR8"].map { reference[$0].number }, within: 1e-12)
        expect(found.herfindahl, reference["HHI"].number, within: 1e-12)
        expect(found.points, reference["HHI_10000"].number, within: 1e-12)
        expect(found.equivalentNumber, reference["HHI_equiv"].number, within: 1e-12)
    }

    @Test func `the clusters' concentration agrees with the reference`() throws {
        let reference = try Fixture.reference()["seed001"]
        let rows = try Fixture.rows("inputs/seed001_clusters.csv")
        let parts = try Concentration.run(
            on: rows.map { Double($0[2]) ?? .nan }.exact, .init(largest: [1, 3, 4]))
        let vehicles = try Concentration.run(on: rows.map { Double($0[1]) ?? .nan }.exact)
        expect(parts.herfindahl, reference["HHI_parts"].number, within: 1e-12)
        expect(vehicles.herfindahl, reference["HHI_vehicle"].number, within: 1e-12)
        expect(
            parts.ratios.map(\.share), ["CR1_parts", "CR3_parts", "CR4_parts"].map { reference[$0].number },
            within: 1e-12)
    }

    @Test(Reference.trait) func `REAT and mathmodels give the same Herfindahl index of carmakers`() throws {
        let makers = try Reference.rows("inputs/REAT_Automotive.csv")
        let reat = try Reference.peer("reat")
        // Turnover of 2008 and the others have gaps; the packages were given the quantities of 2014.
        let sizes = makers.compactMap { $0.count > 3 ? Double($0[3]) : nil }
        let found = try Concentration.run(on: sizes.exact)
        expect(found.herfindahl, reat["herf_Automotive"].number)
        expect(found.normalized, reat["herf_norm_Automotive"].number)
        expect(found.equivalentNumber, reat["herf_eq_Automotive"].number)
        expect(found.herfindahl, try Reference.peer("mathmodels")["HHI_Automotive"].number)
    }

    @Test func `zeros are counted or left out as asked, and the result says which`() throws {
        let counted = try Concentration.run(on: [3, 1, 0])
        let left = try Concentration.run(on: [3, 1, 0], .init(countsZeros: false))
        #expect((counted.count, left.count) == (3, 2))
        expect(counted.normalized, (0.625 - 1.0 / 3) / (1 - 1.0 / 3))
        expect(left.normalized, 0.25)
        #expect(left.conventions.zeros == .zerosLeftOut)
        #expect(try Concentration.run(on: [0, 0]).herfindahl.reason == .nothingThere)
        #expect(try Concentration.run(on: []).herfindahl.reason == .nothingThere)
        #expect(try Concentration.run(on: [5]).normalized.reason == .oneIndustry)
        #expect(try Concentration.run(on: [5, 2], .init(largest: [7])).ratios[0].share.value == 1)
    }

    @Test func `the locational Gini has the full scale and agrees with the reference`() throws {
        let gini = try LocationalGini.run(on: IndustryTable(Fixture.cities()))
        expect(gini.values, try Fixture.reference()["panel2023"]["locational_gini"].numbers, within: 1e-12)
        // All of an industry in the smallest of many regions comes near to 1, not to ½.
        var rows = [[Double]](repeating: [100, 0], count: 200)
        rows[0] = [0, 1]
        #expect(try LocationalGini.run(on: IndustryTable(rows)).values[1].value ?? 0 > 0.99)
    }

    @Test(Reference.trait) func `EconGeo and econcomplex give half of the locational Gini`() throws {
        // Both take the area between the curves alone, at most ½; twice that is the coefficient.
        let gini = try LocationalGini.run(on: IndustryTable(Fixture.cities())).values
        let names = try Fixture.reference()["panel2023"]["cols"].list.map(\.text)
        let half = try Reference.peer("econcomplex")["locational_gini"].numbers(names)
        expect(gini.map { $0.value.map { $0 / 2 } }, half)
        let rows = try Reference.peer("econgeo")["locational.Gini"].list
        expect(gini.map { $0.value.map { $0 / 2 } }, rows.map { $0["Loc.Gini"].number })
    }

    @Test func `tied quotients and empty regions leave the locational Gini as it is`() throws {
        let table = try IndustryTable([[2, 2], [3, 3], [0, 0], [5, 1]])
        let turned = try IndustryTable([[5, 1], [3, 3], [2, 2]])
        let (one, other) = (LocationalGini.run(on: table), LocationalGini.run(on: turned))
        expect(one.values, other.values.map(\.value))
        #expect(LocationalGini.run(on: try IndustryTable([[1, 2]])).values[0].reason == .oneRegion)
        #expect(
            LocationalGini.run(on: try IndustryTable([[1, 0], [1, 0]])).values[1].reason == .emptyIndustry)
    }

    @Test(Reference.trait) func `Ellison and Glaeser's index, its parts and z agree with REAT`() throws {
        // 42 firms of Farhauer and Kröll 2014; all plants together are the benchmark.
        let firms = try Reference.rows("inputs/FK2014_EGC.csv")
        var totals = [0.0, 0, 0]
        for firm in firms { totals[(Int(firm[0]) ?? 1) - 1] += Double(firm[3]) ?? .nan }
        let peer = try Reference.peer("reat")
        let reference = try Fixture.reference()["ellison_glaeser_FK2014"]
        for (row, name) in peer["ellison.a2_rows"].list.map(\.text).enumerated() {
            let plants = firms.filter { $0[1] == name }.map {
                EllisonGlaeser.Plant(region: (Int($0[0]) ?? 1) - 1, size: Bounded(Double($0[3]) ?? .nan))
            }
            let found = try EllisonGlaeser.run(on: plants, totals: totals.exact)
            let wanted = peer["ellison.a2"][row]
            expect(found.gamma, wanted["Gamma i"].number)
            expect(found.raw, wanted["G i"].number)
            expect(found.z, wanted["z Gi"].number)
            expect(found.plantHerfindahl, wanted["HHI i"].number)
            #expect(found.plants == Int(wanted["K i"].number))
            expect(found.gamma, reference[name]["gamma"].number, within: 1e-12)
        }
    }

    @Test func `one plant, one region and no plant have no index, and say why`() throws {
        let plant = EllisonGlaeser.Plant(region: 0, size: 5)
        #expect(try EllisonGlaeser.run(on: [plant], totals: [9, 1]).gamma.reason == .onePlant)
        #expect(try EllisonGlaeser.run(on: [plant, plant], totals: [9]).gamma.reason == .oneRegionHasAll)
        #expect(try EllisonGlaeser.run(on: [], totals: [9, 1]).gamma.reason == .nothingThere)
        #expect(throws: InputProblems.self) { try EllisonGlaeser.run(on: [plant], totals: []) }
    }

    @Test func `gradient coefficients agree with the reference`() throws {
        let reference = try Fixture.reference()["panel2023"]
        let names = reference["cols"].list.map(\.text)
        let header = try Fixture.header("inputs/bth_employment_2023_synthetic.csv").dropFirst()
        let jobs = try Fixture.matrix("inputs/bth_employment_2023_synthetic.csv").map { row in
            names.map { name in row[(header.firstIndex(of: name) ?? 1) - 1] }
        }
        let found = try GradientCoefficient.run(
            output: IndustryTable(Fixture.cities()), employment: IndustryTable(jobs))
        for (row, wanted) in zip(found.values, reference["gradient_coefficient"].matrix) {
            expect(row, wanted, within: 1e-12)
        }
        for (row, wanted) in zip(found.productivity, reference["comparative_productivity"].matrix) {
            expect(row, wanted, within: 1e-12)
        }
        // The improved form with capital in proportion to output leaves the coefficient as it is.
        let same = try GradientCoefficient.run(
            output: IndustryTable(Fixture.cities()), employment: IndustryTable(jobs),
            capital: IndustryTable(Fixture.cities()))
        for (row, wanted) in zip(same.improved ?? [], found.values) { expect(row, wanted.map(\.value)) }
    }

    @Test func `output without workers is undefined, not infinite`() throws {
        let found = try GradientCoefficient.run(
            output: IndustryTable([[1, 2], [3, 4]]), employment: IndustryTable([[0, 2], [3, 4]]))
        #expect(found.values[0][0].reason == .zeroInput)
        #expect(throws: InputProblems.self) {
            try GradientCoefficient.run(
                output: IndustryTable([[1, 2], [3, 4]]), employment: IndustryTable([[1, 2]]))
        }
    }
}
