import Kernels
import Testing

@Suite("Nestedness")
struct NestednessTests {
    /// Rows link to columns, which come after them.
    private func pattern(_ rows: [[Int]]) throws -> DirectedGraph {
        let width = rows.map(\.count).max() ?? 0
        let pairs = rows.enumerated().flatMap { row, entries in
            entries.enumerated().filter { $0.element > 0 }.map { (row, rows.count + $0.offset) }
        }
        return try DirectedGraph.of(rows.count + width, pairs)
    }

    /// The worked example of Almeida-Neto et al. (2008), figure 1: 53, 63 and 58.
    @Test func `the worked example of the paper`() throws {
        let found = try Nestedness(
            pattern([
                [1, 0, 1, 1, 1], [1, 1, 1, 0, 0], [0, 1, 1, 1, 0], [1, 1, 0, 0, 0], [1, 1, 0, 0, 0],
            ]))
        #expect(abs((found.rows ?? 0) - 160.0 / 3) < 1e-12)
        #expect(abs((found.columns ?? 0) - 190.0 / 3) < 1e-12)
        #expect(abs((found.total ?? 0) - 175.0 / 3) < 1e-12)
        #expect(found.error == nil)
    }

    @Test func `a staircase is nested wholly, a checkerboard not at all`() throws {
        #expect(try Nestedness(pattern([[1, 1, 1], [1, 1, 0], [1, 0, 0]])).total == 100)
        #expect(try Nestedness(pattern([[1, 0, 1], [0, 1, 0], [1, 0, 1]])).total == 0)
        #expect(try Nestedness(pattern([[1]])).total == nil)
    }

    @Test func `random patterns agree with the definition, and samples with them`() throws {
        var generator = SeededGenerator(seed: 47)
        for seed in 0..<40 {
            let graph = try DirectedGraph.random(&generator, nodes: 14, links: 60)
            var sum = 0.0
            var pairs = 0
            for rows in [graph.outgoing, graph.incoming] {
                let sets = (0..<graph.nodeCount).map { Set(rows.neighbours(of: $0)) }.filter { !$0.isEmpty }
                for (place, one) in sets.enumerated() {
                    for two in sets[(place + 1)...] {
                        pairs += 1
                        if one.count == two.count { continue }
                        sum += Double(one.intersection(two).count) / Double(min(one.count, two.count))
                    }
                }
            }
            let found = try Nestedness(graph)
            guard pairs > 0 else {
                #expect(found.total == nil)
                continue
            }
            let exact = 100 * sum / Double(pairs)
            #expect(abs((found.total ?? .nan) - exact) < 1e-9)
            let sample = try Nestedness(
                graph, options: Nestedness.Options(exactUpTo: 0, samples: 2_000, seed: UInt64(seed)))
            #expect(abs((sample.total ?? .nan) - exact) <= sample.error ?? 0)
        }
    }
}
