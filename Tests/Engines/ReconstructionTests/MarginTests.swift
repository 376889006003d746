import Kernels
@testable import Reconstruction
import Testing

@Suite("What reconstructed firms buy and sell")
struct MarginTests {
    private func cells(
        _ targets: ReconstructionTargets, _ change: (inout ReconstructionOptions) -> Void = { _ in }
    ) -> TradingCells {
        var options = ReconstructionOptions()
        options.seed = 7
        change(&options)
        let flows = SectorFlows(targets)
        return TradingCells(flows, FirmRoster(targets, flows, options), options)
    }

    /// The coefficients say it: row = bought of, column = buyer.
    @Test(arguments: [SizeDistribution.lognormal(sigma: 1), .pareto(alpha: 1.1), .equal])
    func `every firm is expected to buy of every sector its coefficient times its output`(
        _ sizes: SizeDistribution
    ) {
        let targets = SmallRegion.targets(sizes: sizes)
        let cells = cells(targets)
        let firms = cells.roster.output.indices
        for customer in firms {
            let buyer = cells.sector(of: customer)
            for sector in 0..<3 {
                let bought = firms.filter { cells.sector(of: $0) == sector }.reduce(0.0) {
                    $0 + cells.expectedValue($1, customer)
                }
                let asked = targets.coefficients[sector * 3 + buyer] * cells.roster.output[customer]
                #expect(abs(bought - asked) <= 1e-12 * max(1, asked))
            }
        }
    }

    @Test func `firms of one size sell in proportion to their output`() {
        let cells = cells(SmallRegion.targets(sizes: .equal))
        let firms = cells.roster.output.indices
        let sold = firms.map { firm in firms.reduce(0.0) { $0 + cells.expectedValue(firm, $1) } }
        // Parts are bought for 0.5 · 120 by cars and 0.25 · 100 by parts: 85 of 100 made, in both cities alike.
        for firm in firms where cells.sector(of: firm) == 1 {
            #expect(abs(sold[firm] / cells.roster.output[firm] - 0.85) < 1e-9)
        }
        #expect(cells.flows.worstSales < 1e-10)
    }

    @Test(arguments: [[], SmallRegion.needs])
    func `as many links are expected as are wanted, and each pair is drawn as often as its chance says`(
        _ needs: [ReconstructionTargets.Need]
    ) throws {
        var targets = SmallRegion.targets()
        targets.needs = needs
        let cells = cells(targets)
        let mains = MainSuppliers(cells, targets, seed: 7)
        // 5 makers of cars and 30 of parts have a need each.
        #expect(mains?.count ?? 0 == (needs.isEmpty ? 0 : 35))
        let density = LinkDensity(cells, mains)
        let z = density.solved(for: 110 - Double(mains?.count ?? 0))
        let firms = cells.roster.output.indices
        var chances: [Double] = []
        for supplier in firms {
            for customer in firms {
                let strength = cells.strength(
                    Int(cells.roster.groupOfFirm[supplier]), Int(cells.roster.groupOfFirm[customer]))
                let y = z * strength * cells.supplyWeight[supplier] * cells.demandWeight[customer]
                let sectors = [supplier, customer].map { cells.sector(of: $0) }
                let inputs =
                    needs.first { $0.user == sectors[1] && $0.inputs.contains(sectors[0]) }?.inputs ?? []
                let bought = firms.filter { inputs.contains(cells.sector(of: $0)) }
                    .reduce(0.0) { $0 + cells.expectedValue($1, customer) }
                let main = bought > 0 ? cells.expectedValue(supplier, customer) / bought : 0
                chances.append(supplier == customer ? 0 : 1 - (1 - main) / (1 + y))
            }
        }
        #expect(abs(chances.compensatedSum / 110 - 1) < 0.01)
        var seen = [Int](repeating: 0, count: chances.count)
        let draws = 3_000
        for seed in 0..<draws {
            let sampler = LinkSampler(
                cells, z: z, seed: UInt64(seed), links: [],
                mains: MainSuppliers(cells, targets, seed: UInt64(seed)))
            var drawn = LinkSampler.Draw()
            for group in cells.flows.groups.indices { _ = sampler.draw(to: group, into: &drawn) }
            for (supplier, customer) in zip(drawn.suppliers, drawn.customers) {
                seen[Int(supplier) * firms.count + Int(customer)] += 1
            }
        }
        // Binomial: of some 1,400 pairs none is further off than five standard deviations, and their squares average to 1.
        var squares: [Double] = []
        for (count, chance) in zip(seen, chances) {
            guard chance > 0 else {
                #expect(count == 0)
                continue
            }
            let spread = (Double(draws) * chance * (1 - chance)).squareRoot()
            let off = (Double(count) - Double(draws) * chance) / spread
            if Double(draws) * chance > 5 { #expect(abs(off) < 5) }
            squares.append(off * off)
        }
        #expect(abs(squares.compensatedSum / Double(squares.count) - 1) < 0.2)
    }

    @Test(arguments: [[], SmallRegion.needs])
    func `over many networks sectors buy what they should`(_ needs: [ReconstructionTargets.Need]) throws {
        var targets = SmallRegion.targets(sizes: .equal)
        targets.needs = needs
        var sum = 0.0
        var squares = 0.0
        let draws = 400
        for seed in 0..<draws {
            let network = try SmallRegion.network(targets, seed: UInt64(seed))
            let value = zip(network.values, network.customers).reduce(0.0) { sum, link in
                network.sectorOfFirm[Int(link.1)] == 0 ? sum + link.0 : sum
            }
            sum += value
            squares += value * value
        }
        let mean = sum / Double(draws)
        let error = ((squares / Double(draws) - mean * mean) / Double(draws)).squareRoot()
        #expect(abs(mean - 60) < 4 * error)  // 0.5 · 120
    }

    @Test func `fitted values meet in every network what a firm with a supplier should buy`() throws {
        let targets = SmallRegion.targets()
        let network = try SmallRegion.network(targets) { $0.values = .fitted }
        var bought: [[Int32]: Double] = [:]
        for link in network.values.indices {
            let supplier = network.sectorOfFirm[Int(network.suppliers[link])]
            bought[[network.customers[link], supplier], default: 0] += network.values[link]
        }
        #expect(!bought.isEmpty)
        for (key, value) in bought {
            let buyer = Int(network.sectorOfFirm[Int(key[0])])
            let asked = targets.coefficients[Int(key[1]) * 3 + buyer] * network.output[Int(key[0])]
            #expect(abs(value - asked) < 1e-12 * max(1, asked))
        }
    }

    @Test func `nearer firms trade more`() {
        let near = cells(SmallRegion.targets())
        let even = cells(SmallRegion.targets(closeness: nil))
        func inside(_ cells: TradingCells) -> Double {
            let groups = cells.flows.groups
            return groups.indices.reduce(0.0) { sum, row in
                groups.indices.reduce(sum) { sum, column in
                    groups[row].region == groups[column].region
                        ? sum + cells.flows.flows[row * groups.count + column] : sum
                }
            }
        }
        #expect(inside(near) > inside(even) * 1.1)
    }
}

extension TradingCells {
    fileprivate func sector(of firm: Int) -> Int { flows.groups[Int(roster.groupOfFirm[firm])].sector }
}
