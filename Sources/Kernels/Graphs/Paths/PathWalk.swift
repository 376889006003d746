/// Walks the shortest paths from a node and counts how many pairs each node on the way serves.
struct PathWalk: ~Copyable {
    private let rows: LinkRows
    private let counts: Scratch<Double>
    /// Steps from the start; −1 where no way leads.
    let distances: Scratch<Int32>
    /// The share of shortest paths from the start to all others that pass each node.
    let dependencies: Scratch<Double>
    /// Nodes in the order in which they were reached.
    let order: Scratch<Int32>
    /// How many nodes were reached, the start with them.
    private(set) var reachedCount: Int {
        get { Int(reached[0]) }
        nonmutating set { reached[0] = Int32(newValue) }
    }
    private let reached = Scratch<Int32>(1, repeating: 0)

    /// Numbers of paths above this are scaled down, so that they stay finite on graphs with very many.
    private static let largest = 1e200

    init(_ rows: LinkRows) {
        self.rows = rows
        counts = Scratch(rows.nodeCount, repeating: 0)
        distances = Scratch(rows.nodeCount, repeating: -1)
        dependencies = Scratch(rows.nodeCount, repeating: 0)
        order = Scratch(rows.nodeCount, repeating: 0)
    }

    /// Walks from a node.
    func run(from start: Int) {
        rows.offsets.withUnsafeBufferPointer { offsets in
            rows.ends.withUnsafeBufferPointer { ends in walk(start, offsets, ends) }
        }
    }

    private func walk(
        _ start: Int, _ offsets: UnsafeBufferPointer<Int32>, _ ends: UnsafeBufferPointer<Int32>
    ) {
        for place in 0..<reachedCount {
            let node = order[place]
            distances[node] = -1
            counts[node] = 0
            dependencies[node] = 0
        }
        order[0] = Int32(start)
        distances[start] = 0
        counts[start] = 1
        var (last, next) = (0, 1)
        // How much the counts of each layer were scaled down against the layer before.
        var scales: [Double] = [1]
        var bounds = [0]
        while last < next {
            let stop = next
            bounds.append(stop)
            var most = 0.0
            while last < stop {
                let node = order[last]
                last += 1
                let (depth, count) = (distances[node] + 1, counts[node])
                for place in Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) {
                    let end = ends[place]
                    if distances[end] < 0 {
                        distances[end] = depth
                        order[next] = end
                        next += 1
                    }
                    if distances[end] == depth {
                        counts[end] += count
                        most = max(most, counts[end])
                    }
                }
            }
            let scale = most > Self.largest ? 1 / Self.largest : 1
            scales.append(scale)
            if scale < 1 { for place in stop..<next { counts[order[place]] *= scale } }
        }
        reachedCount = next
        // Back from the farthest layer: each node passes on what the next layer owes it.
        for layer in stride(from: bounds.count - 3, through: 0, by: -1) {
            let scale = scales[layer + 1]
            for place in bounds[layer]..<bounds[layer + 1] {
                let node = order[place]
                let (depth, count) = (distances[node] + 1, counts[node] * scale)
                var sum = 0.0
                for link in Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) {
                    let end = ends[link]
                    if distances[end] == depth { sum += count / counts[end] * (1 + dependencies[end]) }
                }
                dependencies[node] = sum
            }
        }
        dependencies[start] = 0
    }
}
