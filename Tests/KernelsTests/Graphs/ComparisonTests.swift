import Kernels
import Testing

@Suite("Comparing graphs")
struct ComparisonTests {
    @Test(arguments: GraphFixtures.names)
    func `assortativity agrees with networkx`(name: String) throws {
        let (graph, peer) = (try GraphFixtures.graph(name).simplified(), try GraphFixtures.described(name))
        #expect(abs((Assortativity.byDegree(graph) ?? .nan) - peer.degreeAssortativity) < 1e-12)
        let kinds = (0..<graph.nodeCount).map { $0 % 3 }
        #expect(abs((Assortativity.byKind(graph, kinds: kinds) ?? .nan) - peer.kindAssortativity) < 1e-12)
    }

    @Test func `links inside kinds only are wholly assortative, between them only not at all`() throws {
        let graph = try DirectedGraph.of(4, [(0, 1), (2, 3)])
        #expect(Assortativity.byKind(graph, kinds: [0, 0, 1, 1]) == 1)
        #expect(Assortativity.byKind(graph, kinds: [0, 1, 0, 1]) == 0)
        #expect(Assortativity.byKind(try DirectedGraph.of(2, [(0, 1), (1, 0)]), kinds: [0, 1]) == -1)
        #expect(Assortativity.byKind(graph, kinds: [0, 0, 0, 0]) == nil)
        #expect(Assortativity.byKind(graph, kinds: [0, 0, nil, 1]) == nil)
        #expect(Assortativity.byDegree(graph) == nil)
    }

    @Test func `links are kept, gained and lost with their weights`() throws {
        let before = try DirectedGraph(
            nodeCount: 3, sources: [0, 0, 1], targets: [1, 1, 2], weights: [1, 2, 4])
        let after = try DirectedGraph(nodeCount: 3, sources: [0, 2], targets: [1, 0], weights: [5, 6])
        let found = try #require(LinkComparison(before, after))
        #expect(found.kept.map { [$0.before, $0.after] } == [[3, 5]])
        #expect(found.lost.map { [$0.from, $0.to] } == [[1, 2]] && found.lost[0].before == 4)
        #expect(found.gained.map { [$0.from, $0.to] } == [[2, 0]] && found.gained[0].after == 6)
        #expect(found.jaccard == 1.0 / 3 && found.persistence == 0.5)
        #expect(LinkComparison(before, try DirectedGraph.of(2, [])) == nil)
    }

    @Test func `random comparisons are sets of links`() throws {
        var generator = SeededGenerator(seed: 61)
        for _ in 0..<100 {
            let sets = (0..<2).map { _ in
                Set((0..<20).map { _ in [generator.next(below: 6), generator.next(below: 6)] })
                    .filter { $0[0] != $0[1] }
            }
            let graphs = try sets.map { set in try DirectedGraph.of(6, set.map { ($0[0], $0[1]) }) }
            let found = try #require(LinkComparison(graphs[0], graphs[1]))
            #expect(Set(found.kept.map { [$0.from, $0.to] }) == sets[0].intersection(sets[1]))
            #expect(Set(found.gained.map { [$0.from, $0.to] }) == sets[1].subtracting(sets[0]))
            #expect(Set(found.lost.map { [$0.from, $0.to] }) == sets[0].subtracting(sets[1]))
        }
    }

    /// The documentation of scikit-learn's adjusted_rand_score gives 0.57 for these, and 1 for a renaming.
    @Test func `groups agree as far as they are the same`() throws {
        let found = try #require(PartitionAgreement([0, 0, 1, 2], [0, 0, 1, 1]))
        #expect(abs((found.adjustedRand ?? 0) - 4.0 / 7) < 1e-12)
        let renamed = try #require(PartitionAgreement([0, 0, 1, 1], [7, 7, 3, 3]))
        #expect(abs((renamed.adjustedRand ?? 0) - 1) < 1e-12)
        #expect(abs((renamed.mutualInformation ?? 0) - 1) < 1e-12)
        #expect(abs((PartitionAgreement([0, 0, 1, 1], [0, 1, 0, 1])?.mutualInformation ?? 1)) < 1e-12)
        #expect(PartitionAgreement([0], [0, 1]) == nil && PartitionAgreement([], []) == nil)
        #expect(PartitionAgreement([0, 0], [0, 0])?.mutualInformation == nil)
    }

    @Test func `ranks in the same order correlate wholly, ties share their rank`() {
        #expect(RankCorrelation.meanRanks([30, 10, 10, 20]) == [4, 1.5, 1.5, 3])
        #expect(RankCorrelation.spearman([1, 2, 3], [10, 100, 1_000]) == 1)
        #expect(RankCorrelation.spearman([1, 2, 3], [3, 2, 1]) == -1)
        #expect(RankCorrelation.spearman([1, 1], [1, 2]) == nil)
        #expect(RankCorrelation.spearman([1, .nan], [1, 2]) == nil)
    }
}
