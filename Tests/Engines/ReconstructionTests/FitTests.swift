import Reconstruction
import Testing

@Suite("How well a network fits")
struct FitTests {
    /// 0, 0, 1, 3: mean 1; Gini by hand: (2·(1·0 + 2·0 + 3·1 + 4·3)/(4·4)) − 5/4 = 0.625.
    @Test func `a spread has its mean, quantiles and Gini coefficient`() {
        let spread = ReconstructionFit.Spread([3, 0, 1, 0])
        #expect(spread.mean == 1 && spread.median == 0 && spread.ninetieth == 3 && spread.largest == 3)
        #expect(abs(spread.gini - 0.625) < 1e-15)
        #expect(ReconstructionFit.Spread([]).mean == 0)
    }

    @Test func `links, trade and mutual pairs are counted as a plain count gives them`() throws {
        let network = try SmallRegion.network(seed: 11) { $0.meanSuppliers = 6 }
        let fit = ReconstructionFit(network)
        let pairs = Set(zip(network.suppliers, network.customers).map { [$0, $1] })
        let mutual = pairs.count { pairs.contains([$0[1], $0[0]]) }
        #expect(abs(fit.reciprocity - Double(mutual) / Double(pairs.count)) < 1e-15)
        #expect(abs(fit.suppliers.mean - Double(pairs.count) / 38) < 1e-12)
        #expect(fit.withoutSupplier == 38 - Set(network.customers).count)
        #expect(fit.withoutCustomer == 38 - Set(network.suppliers).count)
        let traded = fit.flows.reduce(0.0) { $0 + $1.realized }
        #expect(abs(traded - network.values.reduce(0, +)) < 1e-9)
        // Cars buy parts for 0.5 · 120, parts parts for 0.25 · 100 and steel for 0.1 · 100.
        #expect(fit.flows.map(\.expected).map { ($0 * 1e6).rounded() / 1e6 } == [60, 25, 10])
    }
}
