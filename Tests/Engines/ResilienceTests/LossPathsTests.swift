import Ecosystem
import Resilience
import Testing

@Suite struct `Paths of a loss` {
    /// a → b → d, a → c → d; all inputs partly needed, so that losses add up. d buys 3 of b and 1 of c.
    private func diamond() throws -> SupplyNetwork {
        try #require(
            SupplyNetwork(
                firms: ["a", "b", "c", "d"], sectors: ["s0", "s1", "s2", "s3"], sectorOfFirm: [0, 1, 2, 3],
                columns: [.init(name: "revenue", values: [8, 6, 2, 10])], suppliers: [0, 0, 1, 2],
                customers: [1, 2, 3, 3], values: [2, 1, 3, 1],
                needs: [SupplyNetwork.Need](repeating: .replaceable, count: 16)))
    }

    @Test func `a loss that comes along two ways is split by how much each brings`() throws {
        let found = try LossPaths.run(on: diamond(), shocks: [(0, 0.5)], to: 3).get()
        let down = found.paths.filter(\.isDownstream)
        #expect(down.map(\.firms) == [[0, 1, 3], [0, 2, 3]])
        #expect(abs(down[0].amount - 0.5 * 0.75) < 1e-12)
        #expect(abs(down[1].amount - 0.5 * 0.25) < 1e-12)
        #expect(found.unexplained.downstream < 1e-12)
        // Nothing of d reaches a's failure upstream: d sells nothing in the network.
        #expect(found.paths.allSatisfy { $0.isDownstream })
        #expect(found.hits.map(\.firm) == [3, 0, 1, 2])
        #expect(found.hits[0].mainPath?.firms == [0, 1, 3])
        #expect(found.hits[1].mainPath == nil)
        #expect(found.hitCount == 4)
    }

    @Test func `upstream a loss goes from customers to suppliers by what they no longer order`() throws {
        let found = try LossPaths.run(on: diamond(), shocks: [(3, 1)], to: 0).get()
        // a sells 2 of 8 to b, which sells 3 of 6 to d; and 1 of 8 to c, which sells 1 of 2 to d.
        #expect(found.paths.map(\.firms) == [[3, 1, 0], [3, 2, 0]])
        #expect(abs(found.paths[0].amount - 2.0 / 8 * 3 / 6) < 1e-12)
        #expect(abs(found.paths[1].amount - 1.0 / 8 * 1 / 2) < 1e-12)
    }

    @Test(arguments: [UInt64](101...115)) func `amounts add up to the loss`(seed: UInt64) throws {
        let network = try #require(SupplyNetwork.random(seed, firms: 30, leak: 0.4...0.7))
        for target in [0, 5, 11] {
            let found = try LossPaths.run(
                on: network, shocks: [(7, 1), (8, 0.5)], to: target, hits: 30, paths: 3000
            ).get()
            let hit = found.hits.first { $0.firm == target }
            guard let hit else { continue }
            for isDownstream in [true, false] {
                let sum = found.paths.filter { $0.isDownstream == isDownstream }.reduce(0) { $0 + $1.amount }
                let loss = isDownstream ? hit.downstream : hit.upstream
                let rest = isDownstream ? found.unexplained.downstream : found.unexplained.upstream
                #expect(sum <= loss + 1e-9)
                #expect(abs(sum + rest - loss) < 1e-9)
                #expect(rest <= 0.35 * loss + 1e-9)
            }
            for path in found.paths {
                #expect([7, 8].contains(path.firms.first))
                #expect(path.firms.last == target)
            }
        }
    }
}
