/// Where a graph falls apart: nodes and links without which some of its parts are no longer joined.
public struct CutPoints: Sendable, Hashable {
    /// A link without which its ends are not joined, the lower end first.
    public struct Bridge: Sendable, Hashable {
        /// The lower end.
        public let first: Int
        /// The higher end.
        public let second: Int
    }

    /// Nodes without which their component falls apart, ascending.
    public let articulationPoints: [Int]
    /// Links without which their component falls apart, in order of their ends. Of parallel links none is a bridge.
    public let bridges: [Bridge]

    /// The cut points of a graph, by one depth-first walk without recursion; loops count for nothing.
    ///
    /// Source: J. Hopcroft, R. Tarjan, “Algorithm 447: efficient algorithms for graph manipulation”, Communications of
    /// the ACM 16 (1973), 372–378.
    /// - Complexity: O(n + m).
    public init(_ graph: UndirectedGraph) {
        let count = graph.nodeCount
        var isCut = [Bool](repeating: false, count: count)
        var bridges: [Bridge] = []
        graph.rows.offsets.withUnsafeBufferPointer { offsets in
            graph.rows.ends.withUnsafeBufferPointer { ends in
                isCut.withUnsafeMutableBufferPointer { isCut in
                    bridges = CutPoints.walk(offsets, ends, isCut)
                }
            }
        }
        articulationPoints = isCut.indices.filter { isCut[$0] }
        self.bridges = bridges.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// Whether a node is among ``articulationPoints``.
    public func isCut(_ node: Int) -> Bool {
        var (low, high) = (0, articulationPoints.count)
        while low < high {
            let middle = (low + high) / 2
            if articulationPoints[middle] < node { low = middle + 1 } else { high = middle }
        }
        return low < articulationPoints.count && articulationPoints[low] == node
    }

    /// An open node of the walk.
    private struct Step {
        var node: Int32
        var cursor: Int32
        /// The lowest number that it or anything below it links to.
        var low: Int32
        /// Whether the link from its parent was passed over; a second one is a way back.
        var hasPassedParent: Bool
    }

    private static func walk(
        _ offsets: UnsafeBufferPointer<Int32>, _ ends: UnsafeBufferPointer<Int32>,
        _ isCut: UnsafeMutableBufferPointer<Bool>
    ) -> [Bridge] {
        let count = isCut.count
        var bridges: [Bridge] = []
        let numbers = UnsafeMutableBufferPointer<Int32>.allocate(capacity: count)
        numbers.initialize(repeating: 0)
        defer { numbers.deallocate() }
        var steps: [Step] = []
        var number: Int32 = 0
        for start in 0..<count where numbers[start] == 0 {
            var children = 0
            number += 1
            numbers[start] = number
            var step = Step(
                node: Int32(start), cursor: offsets[start], low: number, hasPassedParent: true)
            var parent: Int32 = -1
            while true {
                let stop = offsets[Int(step.node) + 1]
                var child: Int32 = -1
                var (cursor, low) = (step.cursor, step.low)
                while cursor < stop {
                    let end = ends[Int(cursor)]
                    let other = numbers[Int(end)]
                    cursor += 1
                    if other == 0 {
                        child = end
                        break
                    }
                    if other < low {
                        if end == parent, !step.hasPassedParent {
                            step.hasPassedParent = true
                        } else {
                            low = other
                        }
                    }
                }
                step.cursor = cursor
                step.low = low
                if child >= 0 {
                    steps.append(step)
                    parent = step.node
                    number += 1
                    numbers[Int(child)] = number
                    step = Step(
                        node: child, cursor: offsets[Int(child)], low: number, hasPassedParent: false)
                    continue
                }
                guard var above = steps.popLast() else { break }
                let own = numbers[Int(above.node)]
                if above.node == Int32(start) {
                    children += 1
                } else if step.low >= own {
                    isCut[Int(above.node)] = true
                }
                if step.low > own {
                    let (one, two) = (Int(above.node), Int(step.node))
                    bridges.append(Bridge(first: min(one, two), second: max(one, two)))
                }
                above.low = min(above.low, step.low)
                step = above
                parent = steps.last?.node ?? -1
            }
            if children > 1 { isCut[start] = true }
        }
        return bridges
    }
}
