import Foundation
import Kernels

/// Graphs and what other packages say of them: see `Fixtures/network/ORIGIN.md`.
enum GraphFixtures {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let folder = root.appending(path: "Fixtures/network")

    /// What networkx and igraph found in a graph, as `reference.py` wrote it.
    struct Described: Decodable {
        let nodes: Int
        let links: Int
        let simpleLinks: Int
        let strongComponents: [Int]
        let weakComponents: [Int]
        let articulationPoints: [Int]
        let bridges: [[Int]]
        let coreNumbers: [Int]
        let pageRank: [Double]
        let pageRankUnweighted: [Double]
        let betweenness: [Double]
        let closeness: [Double]
        let harmonicCloseness: [Double]
        let degreeAssortativity: Double
        let kindAssortativity: Double
        let leidenModularities: [Double]
    }

    /// What igraph found in the large graph.
    struct Large: Decodable {
        let nodes: Int
        let links: Int
        let strongComponents: Int
        let strongSizes: [Int]
        let weakSizes: [Int]
        let articulationPoints: [Int]
        let bridges: [[Int]]
        let coreHistogram: [Int]
        let pageRankEvery: Int
        let pageRank: [Double]
        let pageRankLargest: Double
        let degreeAssortativity: Double
        let leidenModularities: [Double]
    }

    /// Graphs of which networkx said something.
    static let names = ["karate", "scattered"]

    /// A graph of the folder.
    static func graph(_ name: String) throws -> DirectedGraph {
        let text = try String(contentsOf: folder.appending(path: name + ".csv"), encoding: .utf8)
        let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
        let sources = rows.map { Int32($0[0]) ?? -1 }
        let targets = rows.map { Int32($0[1]) ?? -1 }
        let nodes = (sources + targets).max() ?? -1
        return try DirectedGraph(
            nodeCount: Int(nodes) + 1, sources: sources, targets: targets,
            weights: rows.map { Double($0[2]) ?? .nan })
    }

    static func described(_ name: String) throws -> Described {
        let data = try Data(contentsOf: folder.appending(path: "small.json"))
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return try JSONDecoder().decode(
            Described.self, from: JSONSerialization.data(withJSONObject: object?[name] ?? [:]))
    }

    static func large() throws -> Large {
        try JSONDecoder().decode(Large.self, from: Data(contentsOf: folder.appending(path: "debian.json")))
    }

    /// The dependencies of a release, from the reference material; `nil` where that is not there, which is said.
    static func debian(_ release: String = "bookworm") throws -> DirectedGraph? {
        let reference = ProcessInfo.processInfo.environment["JINGWEI_REFERENCE"] ?? "../shared"
        let path = URL(filePath: reference, relativeTo: root)
            .appending(path: "data/debian_dependency_network/").path
        guard let nodes = try unpacked(path + "/\(release)_nodes.tsv.gz"),
            let edges = try unpacked(path + "/\(release)_edges.tsv.gz")
        else {
            print("not run: the graph of Debian packages is not in JINGWEI_REFERENCE")
            return nil
        }
        let count = nodes.count { $0 == UInt8(ascii: "\n") } - 1
        var sources: [Int32] = []
        var targets: [Int32] = []
        var (number, column, isHeader): (Int32, Int, Bool) = (0, 0, true)
        for byte in edges {
            switch byte {
            case UInt8(ascii: "\n"):
                (number, column, isHeader) = (0, 0, false)
            case UInt8(ascii: "\t"):
                if !isHeader, column == 0 { sources.append(number) }
                if !isHeader, column == 1 { targets.append(number) }
                (number, column) = (0, column + 1)
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column < 2:
                number = number * 10 + Int32(byte - UInt8(ascii: "0"))
            default: break
            }
        }
        return try DirectedGraph(nodeCount: count, sources: sources, targets: targets)
    }

    /// Trade in electrical car parts between countries in 2006 or 2016, weighted by value, from the reference material, and what
    /// networkx and igraph said of it; `nil` where that is not there, which is said.
    static func trade(_ year: Int) throws -> (graph: DirectedGraph, peer: Described)? {
        let reference = ProcessInfo.processInfo.environment["JINGWEI_REFERENCE"] ?? "../shared"
        let path = URL(filePath: reference, relativeTo: root)
            .appending(path: "data/auto_trade_network/ele_automotive_edges.csv.gz").path
        guard let bytes = try unpacked(path) else {
            print("not run: the trade in car parts is not in JINGWEI_REFERENCE")
            return nil
        }
        let data = try Data(contentsOf: folder.appending(path: "trade.json"))
        let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let names = object?["countries"] as? [String] ?? []
        let peer = try JSONDecoder().decode(
            Described.self, from: JSONSerialization.data(withJSONObject: object?["\(year)"] ?? [:]))
        let net = year == 2006 ? "1" : "11"
        let rows = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
            .map { line -> [String] in
                line.split(separator: ",").map { String($0).replacing("\"", with: "") }
            }.filter { $0.first == net }
        let numbers = Dictionary(
            uniqueKeysWithValues: names.enumerated().map { ($0.element, Int32($0.offset)) })
        let graph = try DirectedGraph(
            nodeCount: names.count, sources: rows.map { numbers[$0[1]] ?? -1 },
            targets: rows.map { numbers[$0[2]] ?? -1 }, weights: rows.map { Double($0[3]) ?? .nan })
        return (graph, peer)
    }

    private static func unpacked(_ path: String) throws -> [UInt8]? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? [UInt8](data) : nil
    }
}

extension DirectedGraph {
    /// A graph of pairs.
    static func of(_ count: Int, _ pairs: [(Int, Int)]) throws -> DirectedGraph {
        try DirectedGraph(
            nodeCount: count, sources: pairs.map { Int32($0.0) }, targets: pairs.map { Int32($0.1) })
    }

    /// Up to so many links between up to so many nodes, loops and parallels among them.
    static func random(_ generator: inout SeededGenerator, nodes: Int, links: Int) throws -> DirectedGraph {
        let count = 1 + generator.next(below: nodes)
        let pairs = (0..<generator.next(below: links)).map { _ in
            (generator.next(below: count), generator.next(below: count))
        }
        return try of(count, pairs)
    }

    /// Its links.
    var pairs: [(Int, Int)] {
        (0..<nodeCount).flatMap { node in outgoing.neighbours(of: node).map { (node, Int($0)) } }
    }

    /// Which nodes reach which, by trying all ways.
    var reach: [[Bool]] {
        var reach = (0..<nodeCount).map { node in (0..<nodeCount).map { $0 == node } }
        for (from, to) in pairs { reach[from][to] = true }
        for middle in 0..<nodeCount {
            for from in 0..<nodeCount where reach[from][middle] {
                for to in 0..<nodeCount where reach[middle][to] { reach[from][to] = true }
            }
        }
        return reach
    }
}

/// The lowest node of each node's group.
func lowest(_ groups: [Int]) -> [Int] {
    var first: [Int: Int] = [:]
    return groups.enumerated().map { node, group in
        if first[group] == nil { first[group] = node }
        return first[group] ?? node
    }
}

/// The greatest difference between two lists; infinite where they are not equally long.
func distance(_ one: [Double], _ two: [Double]) -> Double {
    guard one.count == two.count else { return .infinity }
    return zip(one, two).map { abs($0 - $1) }.max() ?? 0
}
