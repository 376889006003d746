import Foundation
import Indicators
import Kernels
import Testing

@Suite struct `Structural similarity` {
    /// Shares of the three industries as document 003 prints them, the second left to the reader, with rounding.
    static func printed(_ year: String, exact: Bool = false) throws -> [String: Composition] {
        var structures: [String: Composition] = [:]
        for row in try Fixture.rows("inputs/seed003_tables_as_printed.csv") where row[1] == year {
            let shares = [row[3], row[5]].map { text -> Bounded in
                let value = Double(text) ?? .nan
                return exact ? Bounded(value) : Bounded(value, give: 0.05)
            }
            structures[row[0]] = try Composition(shares, remainderAt: 1, of: 100)
        }
        return structures
    }
    static let pairs = [
        ("BT", "Beijing", "Tianjin"), ("BH", "Beijing", "Hebei"), ("TH", "Tianjin", "Hebei"),
    ]

    @Test(arguments: ["2009", "2010", "2011", "2012", "2013"])
    func `the three regions of document 003 agree with the reference`(year: String) throws {
        let reference = try Fixture.reference()["seed003"][year]
        let structures = try Self.printed(year, exact: true)
        for (pair, one, other) in Self.pairs {
            let (left, right) = (try #require(structures[one]), try #require(structures[other]))
            let found = try StructuralSimilarity.run(left, right)
            expect(found.cosine, reference["cosine_shares"][pair].number, within: 1e-12)
            expect(found.krugman, reference["krugman"][pair].number, within: 1e-12)
            expect(found.fingerKreinin, reference["finger_kreinin"][pair].number, within: 1e-12)
        }
    }

    @Test(arguments: ["2009", "2010", "2011", "2012", "2013"])
    func `quotients, concentration and distances of document 003 agree with the reference`(year: String)
        throws
    {
        let reference = try Fixture.reference()["seed003"][year]
        let levels = reference["va_derived"].matrix.map { $0.map { $0 ?? .nan } }
        let table = try IndustryTable(levels)
        for (row, wanted) in zip(
            try LocationQuotient.run(on: table).values, reference["LQ_within_BTH"].matrix)
        { expect(row, wanted, within: 1e-12) }
        expect(
            try Krugman.run(on: table).values, reference["krugman_vs_BTH_total"].numbers, within: 1e-12)
        let structures = try Self.printed(year, exact: true)
        let regions = try ["Beijing", "Tianjin", "Hebei"].map { try #require(structures[$0]) }
        expect(
            try regions.map { try Concentration.run(on: $0.parts).herfindahl }, reference["HHI"].numbers,
            within: 1e-12)
        let pairs = try StructuralSimilarity.pairs(of: table)
        expect(
            [pairs[0][1].cosine, pairs[0][2].cosine, pairs[1][2].cosine],
            ["BT", "BH", "TH"].map { reference["cosine_va"][$0].number }, within: 1e-12)
    }

    @Test
    func `the missing secondary industry and the output that the tables imply agree with the reference`()
        throws
    {
        // ref/seed003_derived.csv: share, output and its interval out of both printed tables.
        for row in try Fixture.rows("ref/seed003_derived.csv") {
            let numbers = row.map { Double($0) ?? .nan }
            let shares = [numbers[3], numbers[5]].map { Bounded($0, give: 0.05) }
            let parts = try Composition(shares, remainderAt: 1, of: 100).parts
            expect([parts[1].value], [numbers[6]])
            let output = [(numbers[2], shares[0]), (numbers[4], shares[1])].map { added, share in
                Interval(added) / Interval(holding: share.low / 100, share.high / 100)
            }
            let both = try #require(output[0].intersection(output[1]))
            expect([both.lower, both.upper], [numbers[8], numbers[9]])
            let point = numbers[4] / (numbers[5] / 100)
            expect([point], [numbers[7]])
            // Only Hebei 2009 is printed such that the plain quotient lies outside what both tables allow.
            #expect(both.contains(point) == !(row[0] == "Hebei" && row[1] == "2009"))
        }
    }

    @Test func `rounding gives the intervals of the reference`() throws {
        // Cosine Beijing–Tianjin for ±0.05 points, section 1.1 of the project's reference on indicators.
        let wanted = [
            "2009": (0.8221, 0.8253), "2010": (0.8491, 0.8521), "2011": (0.8508, 0.8538),
            "2012": (0.8539, 0.8568), "2013": (0.8621, 0.8650),
        ]
        for (year, ends) in wanted {
            let structures = try Self.printed(year)
            let found = try StructuralSimilarity.run(
                try #require(structures["Beijing"]), try #require(structures["Tianjin"]))
            let range = try #require(found.cosine.range)
            expect([range.lower, range.upper], [ends.0, ends.1], within: 5.1e-5)
        }
    }

    @Test func `all pairs of the cities agree with the reference`() throws {
        let reference = try Fixture.reference()["panel2023"]["cosine"].matrix
        let pairs = try StructuralSimilarity.pairs(of: IndustryTable(Fixture.cities()))
        for (row, wanted) in zip(pairs, reference) { expect(row.map(\.cosine), wanted, within: 1e-12) }
    }

    @Test(Reference.trait) func `REAT gives the same Krugman index of pairs`() throws {
        let pairs = try StructuralSimilarity.pairs(of: IndustryTable(Fixture.cities()))
        let wanted = try Reference.peer("reat")["krugman.spec_pair"]
        expect(pairs[0][1].krugman, wanted["BJ_TJ"].number)
        expect(pairs[0][7].krugman, wanted["BJ_Baoding"].number)
        expect(pairs[1][7].krugman, wanted["TJ_Baoding"].number)
    }

    @Test func `the angle of Moore agrees with the reference`() throws {
        let wanted = try Fixture.reference()["seed003"]["moore_structural_change_deg_2009_2013"]
        let (start, end) = (try Self.printed("2009"), try Self.printed("2013"))
        let (sharp, sharpEnd) = (
            try Self.printed("2009", exact: true), try Self.printed("2013", exact: true)
        )
        for region in ["Beijing", "Tianjin", "Hebei"] {
            let found = try MooreAngle.run(
                from: try #require(sharp[region]), to: try #require(sharpEnd[region]))
            expect(found.degrees, wanted[region].number)
            let wide = try MooreAngle.run(
                from: try #require(start[region]), to: try #require(end[region]))
            expect(wide.degrees, holds: found.degrees)
        }
    }

    @Test func `equal structures are alike and opposite ones are not`() throws {
        let (one, other) = (try Composition([1, 0]), try Composition([0, 3]))
        let apart = try StructuralSimilarity.run(one, other)
        #expect(
            [apart.cosine, apart.fingerKreinin, apart.krugman].map(\.value) == [0, 0, 2])
        let same = try StructuralSimilarity.run(try Composition([1, 2, 3]), try Composition([2, 4, 6]))
        expect([same.cosine, same.fingerKreinin, same.krugman], [1, 1, 0], within: 1e-15)
        #expect(try MooreAngle.run(from: one, to: other).degrees.value == 90)
        #expect(try MooreAngle.run(from: one, to: one).degrees.value == 0)
    }

    @Test func `an empty structure, a single part and unlike lengths say what is wrong`() throws {
        let empty = try StructuralSimilarity.run(Composition([0, 0]), Composition([1, 2]))
        #expect(empty.cosine.reason == .emptyRegion)
        #expect(
            try StructuralSimilarity.run(Composition([1]), Composition([2])).cosine.reason == .oneIndustry)
        #expect(throws: InputProblems.self) {
            try StructuralSimilarity.run(Composition([1, 2]), Composition([1]))
        }
        #expect(throws: InputProblems.self) { try Composition([1, Bounded(Double.nan)]) }
        #expect(throws: InputProblems.self) { try Composition([70, 40], remainderAt: 1, of: 100) }
    }

    @Test func `levels beyond the square root of the largest number are compared all the same`() throws {
        let found = try StructuralSimilarity.run(Composition([3e200, 4e200]), Composition([3e-200, 4e-200]))
        expect(found.cosine, 1, within: 1e-12)
    }

    @Test(arguments: 1...40)
    func `pairs are symmetric, within their bounds, and overlap is one less half the distance`(
        seed: Int
    ) throws {
        var draws = Draws(seed)
        let columns = draws.whole(2..<8)
        let pairs = try StructuralSimilarity.pairs(
            of: IndustryTable((0..<5).map { _ in draws.sizes(columns) }))
        for one in 0..<5 {
            for other in 0..<5 {
                let pair = pairs[one][other]
                #expect(pair == pairs[other][one])
                guard let cosine = pair.cosine.value, let krugman = pair.krugman.value else { continue }
                #expect((0...1).contains(cosine))
                #expect((0...2 + 1e-12).contains(krugman))
                expect(pair.fingerKreinin, 1 - krugman / 2, within: 1e-12)
            }
        }
    }
}
