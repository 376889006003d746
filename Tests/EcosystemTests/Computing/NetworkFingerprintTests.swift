import Ecosystem
import Testing

@Suite struct `The fingerprint of a network` {
    private func network(_ values: [Double]) throws -> SupplyNetwork {
        try #require(
            SupplyNetwork(
                name: "a", firms: ["x", "y"], sectors: ["s"], sectorOfFirm: [0, 0], suppliers: [0, 1],
                customers: [1, 0], values: values))
    }

    private func text(_ network: SupplyNetwork) -> String { ComputingInput.network(network).fingerprint }

    @Test func `is kept, and still follows what changes`() throws {
        let first = try network([1, 2])
        let kept = text(first)
        #expect(text(first) == kept)
        #expect(text(try network([1, 2])) == kept)
        #expect(text(try network([1, 3])) != kept)
        // A copy that says more has another one; the first keeps its own, and the name is no part of it.
        var copy = first
        copy.name = "b"
        #expect(text(copy) == kept)
        copy.basis = .synthetic
        let said = text(copy)
        #expect(said != kept)
        copy.source = Localized("somebody", "某人")
        #expect(text(copy) != said)
        #expect(text(first) == kept)
        copy.source = nil
        copy.basis = nil
        #expect(text(copy) == kept)
    }

    @Test func `takes no part in whether two networks are equal`() throws {
        let (one, other) = (try network([1, 2]), try network([1, 2]))
        _ = text(one)
        #expect(one == other)
    }

    @Test func `is the same whoever asks first`() async throws {
        let network = try network((0..<2).map(Double.init))
        let found = await withTaskGroup(of: String.self) { group in
            for _ in 0..<16 { group.addTask { ComputingInput.network(network).fingerprint } }
            return await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(found.count == 1)
    }
}
