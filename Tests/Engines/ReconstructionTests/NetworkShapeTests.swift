import Reconstruction
import Testing

@Suite("Reconstructed networks")
struct NetworkShapeTests {
    private func same(_ left: ReconstructedNetwork, _ right: ReconstructedNetwork) -> Bool {
        left.suppliers == right.suppliers && left.customers == right.customers && left.values == right.values
            && left.output == right.output && left.named == right.named
    }

    @Test func `a seed gives the same network on one thread or four, another seed another one`() throws {
        let one = try SmallRegion.network(seed: 3)
        let four = try SmallRegion.network(seed: 3) { $0.threads = 4 }
        let other = try SmallRegion.network(seed: 4)
        let isSame = same(one, four)
        let isOther = !same(one, other)
        #expect(isSame && isOther)
    }

    @Test(arguments: 0..<20)
    func `no firm supplies itself, no pair is linked twice, and groups keep their firms and output`(
        _ seed: UInt64
    ) throws {
        let targets = SmallRegion.targets(sizes: .pareto(alpha: 1.1))
        let network = try SmallRegion.network(targets, seed: seed) { $0.demandExponent = 0.5 }
        let pairs = zip(network.suppliers, network.customers)
        #expect(pairs.allSatisfy { $0 != $1 })
        #expect(Set(pairs.map { [$0, $1] }).count == network.values.count)
        #expect(network.values.allSatisfy { $0 > 0 && $0.isFinite })
        #expect(network.output.count == 38)
        for group in targets.groups {
            let firms = network.output.indices.filter {
                network.sectorOfFirm[$0] == group.sector && network.regionOfFirm[$0] == group.region
            }
            #expect(firms.count == group.firms)
            #expect(abs(firms.reduce(0.0) { $0 + network.output[$1] } - group.output) < 1e-9)
        }
    }

    @Test(arguments: 0..<20)
    func `named links are always there, once, and named firms keep their group`(_ seed: UInt64) throws {
        var targets = SmallRegion.targets()
        targets.namedFirms = [0, 1, 0, 3]
        targets.namedLinks = [
            .init(supplier: 0, customer: 1), .init(supplier: 2, customer: 1, value: 4.5),
            .init(supplier: 3, customer: 1),
        ]
        for size in ReconstructionOptions.NamedSize.allCases {
            let network = try SmallRegion.network(targets, seed: seed) { $0.namedSize = size }
            #expect(Set(network.named).count == 4)
            for link in targets.namedLinks {
                let places = network.values.indices.filter {
                    network.suppliers[$0] == network.named[link.supplier]
                        && network.customers[$0] == network.named[link.customer]
                }
                #expect(places.count == 1)
                if let value = link.value { #expect(places.map { network.values[$0] } == [value]) }
            }
            #expect(network.named.map { network.sectorOfFirm[Int($0)] } == [1, 0, 1, 2])
            // Steel sells nothing to cars by the coefficients.
            #expect(network.findings.contains(.namedWithoutFlow(link: 2)))
            if size == .largest {
                let parts = network.output.indices.filter {
                    network.sectorOfFirm[$0] == 1 && network.regionOfFirm[$0] == 0
                }
                let largest = Set(parts.sorted { network.output[$0] > network.output[$1] }.prefix(2))
                #expect(Set([Int(network.named[0]), Int(network.named[2])]) == largest)
            }
        }
    }

    @Test(arguments: 0..<20)
    func `every firm has a supplier of each input that it cannot do without, on any number of threads`(
        _ seed: UInt64
    ) throws {
        var targets = SmallRegion.targets(sizes: .pareto(alpha: 1.1))
        targets.needs = SmallRegion.needs
        targets.namedFirms = [0, 1]
        targets.namedLinks = [.init(supplier: 0, customer: 1)]
        let network = try SmallRegion.network(targets, seed: seed) { $0.meanSuppliers = 4 }
        let four = try SmallRegion.network(targets, seed: seed) {
            $0.meanSuppliers = 4
            $0.threads = 4
        }
        let isSame = same(network, four)
        #expect(isSame)
        for firm in network.output.indices {
            let bought = Set(
                network.customers.indices.filter { Int(network.customers[$0]) == firm }
                    .map { network.sectorOfFirm[Int(network.suppliers[$0])] })
            let user = Int(network.sectorOfFirm[firm])
            for need in targets.needs where need.user == user {
                #expect(!bought.isDisjoint(with: need.inputs.map { Int32($0) }))
            }
        }
        let pairs = zip(network.suppliers, network.customers)
        #expect(pairs.allSatisfy { $0 != $1 })
        #expect(Set(pairs.map { [$0, $1] }).count == network.values.count)
        #expect(network.values.allSatisfy { $0 > 0 && $0.isFinite })
    }

    @Test func `more links are drawn, and it is told, where needs leave few of those that are wanted`() throws
    {
        var targets = SmallRegion.targets()
        targets.needs = SmallRegion.needs
        let network = try SmallRegion.network(targets) { $0.meanSuppliers = 1 }
        let told = network.findings.compactMap { finding -> Double? in
            if case .moreLinksForNeeds(wanted: 38, let drawn) = finding { drawn } else { nil }
        }
        // 35 needs with a main supplier each, and a tenth of the 38 wanted links besides.
        #expect(told.count == 1 && abs((told.first ?? 0) - 38.8) < 1e-6)
        #expect(abs(Double(network.values.count) - 38.8) < 12)
    }

    @Test func `what cannot be had here is told`() throws {
        var targets = SmallRegion.targets(closeness: nil)
        targets.groups = [
            .init(sector: 0, region: 0, firms: 3, output: 100),
            .init(sector: 1, region: 0, firms: 1, output: 20),
        ]
        let network = try SmallRegion.network(targets)
        #expect(network.findings.contains(.emptySector(2)))
        // Cars want 50, parts 5 of their own: 55 where 20 are made.
        let share = network.findings.compactMap { finding -> Double? in
            if case .boughtElsewhere(sector: 1, let share) = finding { share } else { nil }
        }
        #expect(share.count == 1 && abs((share.first ?? 0) - 35 / 55) < 1e-12)
        #expect(network.findings.contains { if case .ownInput(sector: 1, _) = $0 { true } else { false } })
        #expect(network.findings.contains { if case .tooManyLinks = $0 { true } else { false } })
        // Three firms may buy of one, and nobody else of anybody.
        #expect(network.values.count <= 3)
    }

    @Test func `a sector that neither buys nor sells stands alone`() throws {
        var targets = SmallRegion.targets()
        targets.coefficients = [0, 0, 0, 0.5, 0.25, 0, 0, 0, 0]
        let network = try SmallRegion.network(targets)
        #expect(network.findings == [.isolatedSector(2)])
        #expect(network.output.count == 38)
    }

    @Test func `everything that is wrong is told at once`() {
        var targets = SmallRegion.targets()
        targets.coefficients = [-1]
        targets.closeness = [1]
        targets.needs = [
            .init(inputs: [], user: 0), .init(inputs: [1], user: 0), .init(inputs: [2, 1], user: 0),
            .init(inputs: [0], user: 9),
        ]
        targets.groups[0].region = 9
        targets.groups.append(targets.groups[1])
        targets.namedFirms = [4, 4, 77]
        targets.namedLinks = [.init(supplier: 0, customer: 0)]
        targets.sizes = .lognormal(sigma: -1)
        var options = ReconstructionOptions()
        options.meanSuppliers = 0
        guard case .failure(let refusal) = NetworkReconstruction.run(on: targets, options) else {
            Issue.record("not refused")
            return
        }
        let expected: [ReconstructionProblem] = [
            .wrongShape(what: "coefficients", count: 1, expected: 9),
            .badNumber(what: "coefficients", at: 0, value: -1),
            .wrongShape(what: "closeness", count: 1, expected: 4), .unknownPlace(group: 0),
            .repeatedGroup(group: 5),
            .badNeed(0), .badNeed(2), .badNeed(3), .noRoom(namedFirm: 1), .noRoom(namedFirm: 2), .badLink(0),
            .badOption("meanSuppliers", value: 0),
            .badOption("sizes", value: -1),
        ]
        #expect(refusal.problems == expected)
        let nobody = ReconstructionTargets(sectors: [], regions: [], groups: [], coefficients: [])
        let empty = NetworkReconstruction.run(on: nobody)
        #expect(throws: ReconstructionRefusal(problems: [.noFirms])) { try empty.get() }
    }

    @Test func `a drawing that is told to stop stops`() {
        #expect(throws: ReconstructionRefusal(problems: [.cancelled])) {
            try SmallRegion.network { $0.goesOn = { false } }
        }
    }
}
