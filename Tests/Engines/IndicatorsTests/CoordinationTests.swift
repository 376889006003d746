import Indicators
import Kernels
import Testing

@Suite struct `Coordination` {
    private static func scores(_ count: Int) throws -> [[Bounded]] {
        try Reference.rows("inputs/ccd_scores.csv").map { row in
            row[1...count].map { Double($0) ?? .nan }.exact
        }
    }

    @Test(
        Reference.trait,
        arguments: [
            ("two_standard", 2, CouplingCoordination.Form.classic, [Double]?.none),
            ("two_corrected", 2, .corrected, nil), ("three_standard", 3, .classic, nil),
            ("three_corrected", 3, .corrected, nil),
            ("three_corrected_w532", 3, .corrected, [0.5, 0.3, 0.2]),
        ])
    func `coupling coordination agrees with the reference`(
        name: String, count: Int, form: CouplingCoordination.Form, weights: [Double]?
    ) throws {
        let reference = try Fixture.reference()["ccd"][name].matrix
        for (scores, wanted) in zip(try Self.scores(count), reference) {
            let found = try CouplingCoordination.run(on: scores, weights: weights, form: form)
            expect([found.coupling, found.development, found.coordination], wanted, within: 1e-12)
        }
    }

    @Test(Reference.trait) func `mathmodels agrees but where a score is zero, which it lifts first`() throws {
        let peer = try Reference.peer("mathmodels")
        let scores = try Self.scores(2)
        for (row, wanted) in peer["ccd_two_standard"].list.enumerated() {
            let found = try CouplingCoordination.run(on: scores[row])
            if scores[row].contains(where: { $0.value == 0 }) {
                // Clamped to 1e-10, a score of zero gives C = 0.0028 there; it is 0.
                #expect(found.coupling.value == 0)
                #expect(wanted["coupling"].number > 0)
            } else {
                expect(found.coordination, wanted["coupling_coord"].number)
            }
        }
        for (row, wanted) in peer["ccd_two_adjusted"].list.enumerated() {
            let found = try CouplingCoordination.run(on: scores[row], form: .corrected)
            expect(found.coordination, wanted["coupling_coord"].number)
        }
    }

    @Test func `all zero is zero by agreement, one subsystem has no coupling, bad scores are refused`() throws
    {
        for form in CouplingCoordination.Form.allCases {
            let found = try CouplingCoordination.run(on: [0, 0, 0], form: form)
            #expect([found.coupling, found.development, found.coordination].map(\.value) == [0, 0, 0])
            let even = try CouplingCoordination.run(on: [0.3, 0.3], form: form)
            expect(even.coupling, 1, within: 1e-12)
        }
        #expect(try CouplingCoordination.run(on: [0.5]).coupling.reason == .oneIndustry)
        #expect(throws: InputProblems.self) { try CouplingCoordination.run(on: [1.2, 0.5]) }
        #expect(throws: InputProblems.self) {
            try CouplingCoordination.run(on: [0.2, 0.5], weights: [0, 0])
        }
        #expect(throws: InputProblems.self) {
            try CouplingCoordination.run(on: [0.2, Bounded(Double.nan)])
        }
    }

    @Test func `entropy weights agree with the reference, with and without a shift`() throws {
        let reference = try Fixture.reference()["entropy_weight"]
        let rows = try Fixture.matrix("inputs/entropy_indicators_synthetic.csv").map(\.exact)
        // The last two, energy a unit and logistics cost, are better the lower they are.
        let directions: [EntropyWeights.Direction] = [
            .benefit, .benefit, .benefit, .benefit, .cost, .cost,
        ]
        for (name, shift) in [("eps0", 0), ("eps002", 0.002), ("eps1e9", 1e-9)] {
            let found = try EntropyWeights.run(on: rows, directions: directions, .init(shift: shift))
            expect(found.weights, reference[name]["weights"].numbers, within: 1e-12)
            expect(found.entropies, reference[name]["entropy"].numbers, within: 1e-12)
            expect(found.scores, reference[name]["score"].numbers, within: 1e-12)
            #expect(found.shift == shift)
        }
    }

    @Test(Reference.trait) func `mathmodels gives the same entropy weights at its own shift`() throws {
        let peer = try Reference.peer("mathmodels")["entropy_weight_eps002"]
        let rows = try Fixture.matrix("inputs/entropy_indicators_synthetic.csv").map(\.exact)
        let found = try EntropyWeights.run(
            on: rows, directions: [.benefit, .benefit, .benefit, .benefit, .cost, .cost], .init(shift: 0.002))
        expect(found.weights, peer["w"].numbers)
        expect(found.scores.map { $0.value.map { 100 * $0 } }, peer["s"].numbers)
    }

    @Test func `an indicator that does not vary is left out and named`() throws {
        let found = try EntropyWeights.run(
            on: [[1, 5], [2, 5], [4, 5]], directions: [.benefit, .benefit])
        #expect(found.constant == [1])
        #expect(found.weights[0].value == 1)
        #expect(found.weights[1].reason == .allEqual)
        let alone = try EntropyWeights.run(on: [[1, 5]], directions: [.benefit, .cost])
        #expect(alone.weights.map(\.reason) == [.oneRegion, .oneRegion])
        #expect(throws: InputProblems.self) { try EntropyWeights.run(on: [[1]], directions: [.cost, .cost]) }
    }

    private static func subsystems() throws -> [(name: String, parameters: [SystemSynergy.Parameter])] {
        var series: [String: [String: [Double]]] = [:]
        for row in try Fixture.rows("inputs/synergy_order_parameters_synthetic.csv") {
            series[row[0], default: [:]][row[1], default: []].append(Double(row[3]) ?? .nan)
        }
        return series.keys.sorted().map { name in
            let parameters = series[name] ?? [:]
            return (
                name,
                parameters.keys.sorted().map { key in
                    let values = parameters[key] ?? []
                    // The reference's bounds: 0.99 of the smallest and 1.01 of the largest value of the period.
                    return SystemSynergy.Parameter(
                        values: values.exact, low: 0.99 * (values.min() ?? 0),
                        high: 1.01 * (values.max() ?? 0))
                }
            )
        }
    }

    @Test func `order degrees and synergy agree with the reference`() throws {
        let reference = try Fixture.reference()["synergy"]
        let parameters = try Self.subsystems()
        #expect(parameters.map(\.name) == reference["order_degree_geometric"]["rows"].list.map(\.text))
        let years = ["2020", "2021", "2022", "2023"]
        for (mean, base, degrees, synergy) in [
            (
                SystemSynergy.Mean.geometric, SystemSynergy.Start.first, "order_degree_geometric",
                "cm_base2019"
            ),
            (.geometric, .previous, "order_degree_geometric", "cm_yoy"),
            (.linear, .first, "order_degree_linear", "cm_base2019_linear"),
        ] {
            let found = try SystemSynergy.run(on: parameters.map(\.parameters), mean: mean, start: base)
            for (row, wanted) in zip(found.orderDegrees, reference[degrees]["values"].matrix) {
                expect(row, wanted, within: 1e-12)
            }
            expect(found.synergy, reference[synergy].numbers(years), within: 1e-12)
        }
    }

    @Test func `synergy is below zero where one falls, zero where one stands still`() throws {
        func parameter(_ values: [Bounded]) -> [SystemSynergy.Parameter] {
            [.init(values: values, low: 0, high: 10)]
        }
        let falls = try SystemSynergy.run(on: [parameter([1, 5]), parameter([6, 2])])
        expect(falls.synergy[0], -0.4)
        #expect(try SystemSynergy.run(on: [parameter([1, 5]), parameter([6, 6])]).synergy[0].value == 0)
        let wide = try SystemSynergy.run(on: [parameter([1, 5]), parameter([6, Bounded(6.1, give: 0.3)])])
        #expect(wide.synergy[0].range?.contains(-0.1) == true)
        #expect(throws: InputProblems.self) { try SystemSynergy.run(on: [parameter([1, 11])]) }
        #expect(throws: InputProblems.self) { try SystemSynergy.run(on: []) }
    }
}
