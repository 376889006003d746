import Indicators
import Kernels
import Testing

@Suite struct `Theil and the mean log deviation` {
    /// Output a head, population and province of the thirteen cities, `inputs/cities.csv`.
    private static func cities() throws -> (income: [Bounded], people: [Bounded], group: [Int]) {
        let rows = try Reference.rows("inputs/cities.csv")
        let people = rows.map { Double($0[5]) ?? .nan }
        let income = zip(rows, people).map { (Double($0[4]) ?? .nan) / $1 }
        let provinces = Array(Set(rows.map { $0[3] })).sorted()
        return (income.exact, people.exact, rows.map { provinces.firstIndex(of: $0[3]) ?? -1 })
    }

    @Test(Reference.trait) func `both indices, weighted and not, agree with the reference`() throws {
        let reference = try Fixture.reference()["theil"]
        let (income, people, group) = try Self.cities()
        let weighted = try Theil.run(on: income, weights: people, groups: group)
        expect(weighted.t.total, reference["population_weighted_T"].number, within: 1e-12)
        expect(weighted.t.between, reference["between"].number, within: 1e-12)
        expect(weighted.t.within, reference["within"].number, within: 1e-12)
        expect(weighted.meanLogDeviation.total, reference["MLD_weighted"].number, within: 1e-12)
        let plain = try Theil.run(on: income)
        expect(plain.t.total, reference["unweighted_T"].number, within: 1e-12)
        expect(plain.meanLogDeviation.total, reference["MLD_unweighted"].number, within: 1e-12)
    }

    @Test(Reference.trait) func `PySAL gives the same T of Mexico's states in every year, and its parts`()
        throws
    {
        let text = try Reference.text("inputs/mexico.csv")
        let header = text.split(whereSeparator: \.isNewline)[0].split(separator: ",").map(String.init)
        let rows = Fixture.rows(of: text)
        let peer = try Reference.peer("pysal")["mexico"]
        func column(_ name: String) -> [Double] {
            rows.map { Double($0[header.firstIndex(of: name) ?? 0]) ?? .nan }
        }
        let groups = column(peer["groups"].text).map { Int($0) - 1 }
        for (year, name) in peer["vars"].list.map(\.text).enumerated() {
            let found = try Theil.run(on: column(name).exact, groups: groups).t
            expect(found.total, peer["T"][year].number)
            expect(found.between, peer["between"][year].number)
            expect(found.within, peer["within"][year].number)
        }
    }

    @Test(Reference.trait)
    func `what REAT calls Theil is the mean log deviation, and its weighted form is wrong`()
        throws
    {
        let peer = try Reference.peer("reat")
        let (income, people, _) = try Self.cities()
        expect(
            try Theil.run(on: income).meanLogDeviation.total, peer["theil_gdppc_unweighted_isMLD"].number)
        // Divided by n once more and centred on the unweighted mean, REAT's index of inequality is below zero.
        #expect(peer["theil_gdppc_weighted_REAT"].number < 0)
        let found = try Theil.run(on: income, weights: people).meanLogDeviation.total
        #expect(found.value ?? -1 > 0.18)
    }

    @Test(arguments: 1...100) func `both indices are never below zero and split exactly`(seed: Int) throws {
        var draws = Draws(seed)
        let count = draws.whole(2..<12)
        let values = (0..<count).map { _ in draws.number(0.1, 50) }
        let weights = draws.sizes(count).map { $0 + 1 }
        let groups = (0..<count).map { _ in draws.whole(0..<3) % count }
        let found = try Theil.run(on: values.exact, weights: weights.exact, groups: groups)
        for index in [found.t, found.meanLogDeviation] {
            let total = try #require(index.total.value)
            #expect(total >= -1e-12)
            expect(index.between.value.map { $0 + (index.within.value ?? .nan) }.map { [$0] } ?? [], [total])
            // Within is the groups' own indices, each with its weight.
            let own = zip(index.groups, index.groupWeights).reduce(0.0) { sum, pair in
                sum + (pair.0.value ?? 0) * (pair.1.value ?? 0)
            }
            expect([own], [index.within.value])
            expect([index.groupWeights.compactMap(\.value).reduce(0, +)], [1])
        }
    }

    @Test func `zeros count nothing in T and have no logarithm in L`() throws {
        let found = try Theil.run(on: [0, 2])
        expect(found.t.total, 2.0.logarithm())
        #expect(found.meanLogDeviation.total.reason == .zeroValue)
        #expect(found.conventions.zeros == .limitIsZero)
        #expect(found.logConventions.zeros == .undefined)
        #expect(try Theil.run(on: [0, 0]).t.total.reason == .nothingThere)
        #expect(try Theil.run(on: []).t.total.reason == .nothingThere)
        #expect(try Theil.run(on: [3]).t.total.value == 0)
        #expect(throws: InputProblems.self) { try Theil.run(on: [-1, 2]) }
        #expect(throws: InputProblems.self) { try Theil.run(on: [1, 2], groups: [0, -1]) }
    }
}
