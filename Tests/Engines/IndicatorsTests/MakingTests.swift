import Indicators
import Kernels
import Testing

@Suite struct `Capacity, content and the smile curve` {
    @Test func `utilization of plants and of all of them agrees with the reference`() throws {
        let reference = try Fixture.reference()["plants"]
        let plants = try Fixture.matrix("inputs/plants_capacity_synthetic.csv").map {
            CapacityUtilization.Plant(capacity: Bounded($0[0]), output: Bounded($0[1]))
        }
        let found = try CapacityUtilization.run(on: plants)
        expect(found.plants, reference["utilization"].numbers, within: 1e-12)
        expect(found.total, reference["capacity_utilization_total"].number, within: 1e-12)
        #expect(found.plants[11].reason == .zeroCapacity)
        #expect(found.idle == [9, 11])
    }

    @Test func `the output that the printed capacity and rate imply agrees with the reference`() throws {
        // Document 001: 48.0493 million vehicles of capacity, 52 % used.
        let reference = try Fixture.reference()["seed001"]
        let found = try CapacityUtilization.run(on: [
            .init(
                capacity: Bounded(reference["capacity_2020_10k"].number),
                output: Bounded(reference["implied_output_10k"].number))
        ])
        expect(found.total, reference["utilization"].number, within: 1e-12)
    }

    @Test func `a roll-up is a ratio of sums, never a mean of ratios, and unknown is not zero`() throws {
        let found = try CapacityUtilization.run(on: [
            .init(capacity: 100, output: 90), .init(capacity: 1, output: 0),
            .init(capacity: 50, output: nil), .init(capacity: 10, output: 12),
        ])
        expect(found.total, 102.0 / 111, within: 1e-12)
        #expect(found.plants[2].reason == .unknownInput)
        #expect(found.unknown == [2])
        #expect(found.over == [3])
        #expect(found.counted == [0, 1, 3])
        #expect(try CapacityUtilization.run(on: []).total.reason == .nothingThere)
        #expect(
            try CapacityUtilization.run(on: [.init(capacity: nil, output: 3)]).total.reason == .unknownInput)
        #expect(throws: InputProblems.self) {
            try CapacityUtilization.run(on: [.init(capacity: -1, output: 3)])
        }
    }

    @Test func `overheating shows its components and what is not known`() throws {
        let found = try Overheating.run(
            on: .init(existing: 100, underConstruction: 20, approved: 30, demand: 75, nationalPlanned: 500))
        #expect([found.index, found.today, found.pipeline].map(\.value) == [2, 100.0 / 75, 0.5])
        #expect(found.shareOfNational.value == 0.1)
        #expect(found.partsToVehicles.reason == .unknownInput)
        #expect(try Overheating.run(on: .init(existing: 1, demand: 0)).index.reason == .zeroDemand)
        #expect(try Overheating.run(on: .init(existing: 1)).index.reason == .unknownInput)
        let wide = try Overheating.run(
            on: .init(existing: Bounded(100, give: 5), demand: Bounded(50, give: 5)))
        let range = try #require(wide.index.range)
        expect([range.lower, range.upper], [95.0 / 55, 105.0 / 45])
    }

    @Test func `regional content counts what is known and brackets what is not`() throws {
        let known = try RegionalContent.run(
            on: [.init(amount: 22, isRegional: true), .init(amount: 78, isRegional: false)], basis: .parts)
        #expect(known.share.value == 0.22)
        #expect(known.basis == .parts)
        let partly = try RegionalContent.run(
            on: [
                .init(amount: 20, isRegional: true), .init(amount: 60, isRegional: false),
                .init(amount: 20, isRegional: nil),
            ], basis: .value)
        #expect(partly.share.value == 0.25)
        #expect(partly.known.value == 0.8)
        let range = try #require(partly.share.range)
        expect([range.lower, range.upper], [0.2, 0.4])
        #expect(
            try RegionalContent.run(on: [.init(amount: 5, isRegional: nil)], basis: .mass).share.reason
                == .unknownInput)
        #expect(try RegionalContent.run(on: [], basis: .mass).share.reason == .nothingThere)
    }

    @Test func `a curve with high ends smiles, one with a high middle does not`() throws {
        func curve(_ values: [Bounded]) throws -> SmileCurve {
            try SmileCurve.run(on: values.map { .init(valueAdded: $0) })
        }
        let smiling = try curve([40, 10, 5, 15, 30])
        #expect(smiling.shareCurvature.value ?? 0 > 0)
        #expect(smiling.lowest == 2)
        expect(smiling.shares, [0.4, 0.1, 0.05, 0.15, 0.3])
        #expect(smiling.rateCurvature.reason == .unknownInput)
        #expect(try curve([1, 5, 1]).shareCurvature.value ?? 0 < 0)
        // y = 2 x² at −1, 0, 1 has the second coefficient 2.
        let rates = try SmileCurve.run(on: [
            .init(valueAdded: 2, turnover: 1), .init(valueAdded: 0, turnover: 1),
            .init(valueAdded: 2, turnover: 1),
        ])
        expect(rates.rateCurvature, 2)
        #expect(try curve([1, 2]).shareCurvature.reason == .oneIndustry)
        #expect(try curve([0, 0, 0]).shareCurvature.reason == .nothingThere)
    }
}
