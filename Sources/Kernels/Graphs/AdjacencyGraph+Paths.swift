extension AdjacencyGraph {
    /// Paths found from one node, and whether they are all there are.
    public struct Paths: Sendable, Hashable {
        /// The nodes of each path, the start first.
        public var nodes: [[Int]]
        /// The numbers of the links of each path, one fewer than nodes.
        public var links: [[Int]]
        /// Whether every path was listed; `false` where the limit stopped the search.
        public var isComplete: Bool

        /// Some paths.
        public init(nodes: [[Int]] = [], links: [[Int]] = [], isComplete: Bool = true) {
            self.nodes = nodes
            self.links = links
            self.isComplete = isComplete
        }
    }

    /// The nodes at 0, 1, 2 … steps from a node along shortest paths, at most `steps` away; each layer ascending.
    ///
    /// A node that does not exist reaches nothing. Layers that would be empty are left out.
    /// - Complexity: O(nodes reached + their links), besides sorting the layers.
    public func layers(from start: Int, upTo steps: Int) -> [[Int]] {
        guard start >= 0, start < nodeCount else { return [] }
        var isSeen = [Bool](repeating: false, count: nodeCount)
        isSeen[start] = true
        var layers = [[start]]
        var depth = 0
        while depth < steps, let last = layers.last {
            var next: [Int] = []
            for node in last {
                for target in neighbours(of: node) where !isSeen[target] {
                    isSeen[target] = true
                    next.append(target)
                }
            }
            if next.isEmpty { break }
            layers.append(next.sorted())
            depth += 1
        }
        return layers
    }

    /// All paths from a node of at least one and at most `steps` links that visit no node twice, parallel links apart.
    ///
    /// Shorter paths come first, then by the nodes along them, then by the numbers of the links. With
    /// `shortestOnly`, paths to a node that has a shorter one are left out.
    /// - Parameter limit: the search ends after so many paths, and says so in ``Paths/isComplete``.
    /// - Complexity: proportional to the links looked at, at most `limit` paths times the links of their ends; memory is
    ///   proportional to the paths found.
    public func paths(from start: Int, upTo steps: Int, shortestOnly: Bool = false, limit: Int = 100_000)
        -> Paths
    {
        guard start >= 0, start < nodeCount, steps > 0, limit > 0 else {
            return Paths(isComplete: !(start >= 0 && start < nodeCount && steps > 0))
        }
        var distance: [Int: Int] = [:]
        if shortestOnly {
            for (depth, layer) in layers(from: start, upTo: steps).enumerated() {
                for node in layer { distance[node] = depth }
            }
        }
        var found = Paths()
        var layer: [(nodes: [Int], links: [Int])] = [([start], [])]
        var depth = 1
        while depth <= steps, !layer.isEmpty {
            var next: [(nodes: [Int], links: [Int])] = []
            for path in layer {
                guard let end = path.nodes.last else { continue }
                for place in places(from: end) {
                    let target = targets[place]
                    if path.nodes.contains(target) { continue }
                    if shortestOnly, distance[target] != depth { continue }
                    if found.nodes.count + next.count >= limit {
                        found.nodes += next.map(\.nodes)
                        found.links += next.map(\.links)
                        found.isComplete = false
                        return found
                    }
                    next.append((path.nodes + [target], path.links + [numbers[place]]))
                }
            }
            found.nodes += next.map(\.nodes)
            found.links += next.map(\.links)
            layer = next
            depth += 1
        }
        return found
    }
}
