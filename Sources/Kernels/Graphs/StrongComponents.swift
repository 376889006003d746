/// The strong components of a directed graph: nodes that reach each other.
public struct StrongComponents: Sendable, Hashable {
    /// The component of each node. Components are numbered in a topological order: a link between two of them leads
    /// from the lower number to the higher.
    public let component: [Int]
    /// How many nodes each component has.
    public let sizes: [Int]

    /// The components of a graph, by one depth-first walk without recursion.
    ///
    /// Source: D. J. Pearce, “A space-efficient algorithm for finding strongly connected components”, Information
    /// Processing Letters 116 (2016), 47–52, after R. Tarjan (1972).
    /// - Complexity: O(n + m).
    public init(_ graph: DirectedGraph) {
        let count = graph.nodeCount
        // The number of each node in the walk while it is open; then its component's, counted down from count.
        var marks = [Int32](repeating: 0, count: count)
        var cursors = [Int32](repeating: 0, count: count)
        // Nodes of the walk from the front, closed nodes that wait for their component from the back.
        var stack = [Int32](repeating: 0, count: count)
        var isRoot = [Bool](repeating: true, count: count)
        var component = Int32(count)
        graph.outgoing.offsets.withUnsafeBufferPointer { offsets in
            graph.outgoing.ends.withUnsafeBufferPointer { ends in
                marks.withUnsafeMutableBufferPointer { marks in
                    cursors.withUnsafeMutableBufferPointer { cursors in
                        stack.withUnsafeMutableBufferPointer { stack in
                            isRoot.withUnsafeMutableBufferPointer { isRoot in
                                component = StrongComponents.walk(
                                    offsets, ends, marks, cursors, stack, isRoot)
                            }
                        }
                    }
                }
            }
        }
        var sizes = [Int](repeating: 0, count: count - Int(component))
        self.component = marks.map { Int($0 - component) - 1 }
        for part in self.component { sizes[part] += 1 }
        self.sizes = sizes
    }

    /// Walks all nodes; gives the number below the lowest component.
    private static func walk(
        _ offsets: UnsafeBufferPointer<Int32>, _ ends: UnsafeBufferPointer<Int32>,
        _ marks: UnsafeMutableBufferPointer<Int32>, _ cursors: UnsafeMutableBufferPointer<Int32>,
        _ stack: UnsafeMutableBufferPointer<Int32>, _ isRoot: UnsafeMutableBufferPointer<Bool>
    ) -> Int32 {
        let count = marks.count
        var index: Int32 = 1
        var component = Int32(count)
        var waiting = count
        for start in 0..<count where marks[start] == 0 {
            var depth = 0
            var node = start
            marks[node] = index
            index += 1
            var cursor = offsets[node]
            while true {
                let stop = offsets[node + 1]
                var mark = marks[node]
                var child = -1
                while cursor < stop {
                    let end = Int(ends[Int(cursor)])
                    let other = marks[end]
                    if other == 0 {
                        child = end
                        break
                    }
                    if other < mark {
                        mark = other
                        isRoot[node] = false
                    }
                    cursor += 1
                }
                marks[node] = mark
                if child >= 0 {
                    cursors[node] = cursor
                    stack[depth] = Int32(node)
                    depth += 1
                    node = child
                    marks[node] = index
                    index += 1
                    cursor = offsets[node]
                    continue
                }
                // The node is done: it closes its component, or waits for the node that does.
                if isRoot[node] {
                    index -= 1
                    while waiting < count, marks[Int(stack[waiting])] >= mark {
                        marks[Int(stack[waiting])] = component
                        waiting += 1
                        index -= 1
                    }
                    marks[node] = component
                    component -= 1
                } else {
                    waiting -= 1
                    stack[waiting] = Int32(node)
                }
                if depth == 0 { break }
                depth -= 1
                node = Int(stack[depth])
                cursor = cursors[node]
            }
        }
        return component
    }

    /// The largest component, the lowest number where several are level; `nil` in an empty graph.
    public var largest: Int? { sizes.max().flatMap { sizes.firstIndex(of: $0) } }
}
