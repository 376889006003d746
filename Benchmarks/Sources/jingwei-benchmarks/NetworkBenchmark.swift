import Foundation
import Kernels

/// Measures of a graph, each with its best CPU time of some runs, as JSON for `network-vs-igraph.py` to compare.
struct NetworkBenchmark: Encodable {
    var nodes = 0
    var links = 0
    var seconds: [String: Double] = [:]
    var component: [Int] = []
    var articulationPoints: [Int] = []
    var ranks: [Double] = []
    var cores: [Int] = []
    var modularities: [Double] = []

    /// Reads links as `source target` a line, of nodes from 0, and measures each so many times.
    init(path: String, runs: Int) throws {
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let ends = line.split(separator: UInt8(ascii: " "))
            guard ends.count == 2, let source = Int32(String(Substring(ends[0]))),
                let target = Int32(String(Substring(ends[1])))
            else {
                continue
            }
            sources.append(source)
            targets.append(target)
        }
        let nodes = Int(max(sources.max() ?? -1, targets.max() ?? -1)) + 1
        self.nodes = nodes
        links = sources.count
        let graph = try best("making the graph", runs) {
            try DirectedGraph(nodeCount: nodes, sources: sources, targets: targets)
        }
        let undirected = best("leaving directions out", runs) { UndirectedGraph(graph) }
        component = best("strong components", runs) { StrongComponents(graph) }.component
        ranks = best("PageRank", runs) { PageRank(graph) }.ranks
        articulationPoints =
            best("articulation points and bridges", runs) { CutPoints(undirected) }.articulationPoints
        cores = best("k-cores", runs) { undirected.coreNumbers }
        _ = best("weak components", runs) { WeakComponents(graph) }
        for seed in 1...UInt64(max(1, runs)) {
            let options = LeidenCommunities.Options(iterations: 2, seed: seed)
            modularities.append(
                best("Leiden, 2 iterations", 1) { LeidenCommunities(undirected, options: options) }.modularity
            )
        }
    }

    private mutating func best<R>(_ name: String, _ runs: Int, _ body: () throws -> R) rethrows -> R {
        var result = try timed(name, body)
        for _ in 1..<max(2, runs) where runs > 1 { result = try timed(name, body) }
        return result
    }

    private mutating func timed<R>(_ name: String, _ body: () throws -> R) rethrows -> R {
        let (result, cost) = try Measure.run(body)
        seconds[name] = min(seconds[name] ?? .infinity, cost.userSeconds + cost.systemSeconds)
        return result
    }
}
