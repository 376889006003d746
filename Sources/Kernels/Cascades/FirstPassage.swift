import CLanes

/// How probable it is that a walk by L = W / denominator meets a node for the first time after so many steps: what that node's failure
/// takes from another one in that round of the cascade upstream.
///
/// Exact: walks are followed forward from the one and backward from the other, whichever has fewer links to read next, until both
/// meet (the idea of Lofgren, Banerjee and Goel, "Personalized PageRank estimation and search", WSDM 2016, without its
/// pruning). P(s) = Σ_j forward_a(j) · backward_b(j) for any a + b = s, with walks that have met the node left out of both. One
/// instance serves one thread.
final class FirstPassage {
    /// Walks from one end after some steps: how much of them stands where, and how many links the next step reads.
    private struct Front {
        var amount: PlainMemory<Double>
        var next: PlainMemory<Double>
        var nodes = GrowingList<UInt32>()
        var nextNodes = GrowingList<UInt32>()
        var links = 0

        init(_ count: Int) {
            amount = PlainMemory(count)
            next = PlainMemory(count)
        }

        mutating func start(_ node: Int, _ starts: PlainMemory<UInt32>) {
            amount[node] = 1
            nodes.append(UInt32(node))
            links = Int(starts[node + 1] - starts[node])
        }

        mutating func forget() {
            for place in 0..<nodes.count { amount[Int(nodes[place])] = 0 }
            nodes.removeAll()
        }

        /// One step along rows of links; what arrives at `end` stays there only where `keepsEnd`.
        mutating func step(
            _ starts: PlainMemory<UInt32>, _ rows: PlainMemory<CascadeRows.Pull>, end: Int, keepsEnd: Bool
        ) {
            links = 0
            let (amount, next) = (amount.start, next.start)
            for place in 0..<nodes.count {
                let node = Int(nodes[place])
                let part = amount[node]
                amount[node] = 0
                for link in Int(starts[node])..<Int(starts[node + 1]) {
                    let row = rows.start[link]
                    let other = Int(row.node)
                    let more = part * row.share
                    // What is 0 must not list a node, which would stand there twice.
                    if more == 0 || (other == end && !keepsEnd) { continue }
                    let before = next[other]
                    if before == 0 {
                        nextNodes.append(row.node)
                        if other != end { links += Int(starts[other + 1] - starts[other]) }
                    }
                    next[other] = before + more
                }
            }
            nodes.removeAll()
            swap(&nodes, &nextNodes)
            swap(&self.amount, &self.next)
        }
    }

    private let rows: CascadeRows
    private var forward: Front
    private var backward: Front
    /// Links read since the owner set it to 0.
    var work = 0

    init(_ rows: CascadeRows) {
        self.rows = rows
        forward = Front(rows.nodeCount)
        backward = Front(rows.nodeCount)
    }

    /// The probabilities for walks from `start` to meet `goal` first after 1, 2, … `steps` steps; from a node to itself, to return.
    /// `nil` where more than `limit` links would be read.
    func probabilities(from start: Int, to goal: Int, steps: Int, limit: Int) -> [Double]? {
        forward.start(start, rows.customerStarts)
        backward.start(goal, rows.supplierStarts)
        defer {
            forward.forget()
            backward.forget()
        }
        var found: [Double] = []
        var isFirst = true
        var left = limit
        for _ in 0..<steps {
            // The first step is one backward, so that walks that have arrived are told from those under way.
            let isForward = !isFirst && forward.links < backward.links
            let links = isForward ? forward.links : backward.links
            left -= links
            work += links
            guard left >= 0 else { return nil }
            if isForward {
                forward.step(rows.customerStarts, rows.customers, end: goal, keepsEnd: false)
            } else {
                // Walks that are at the goal already are not followed further back.
                if !isFirst { backward.amount[goal] = 0 }
                backward.step(rows.supplierStarts, rows.suppliers, end: goal, keepsEnd: true)
            }
            isFirst = false
            found.append(meeting())
        }
        return found
    }

    private func meeting() -> Double {
        let (few, many) =
            forward.nodes.count < backward.nodes.count
            ? (forward, backward) : (backward, forward)
        var sum = 0.0
        for place in 0..<few.nodes.count {
            let node = Int(few.nodes[place])
            sum += few.amount[node] * many.amount[node]
        }
        return sum
    }
}
