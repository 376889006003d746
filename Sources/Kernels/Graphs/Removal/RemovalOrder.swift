/// In which order nodes are taken out.
public enum RemovalOrder {
    /// By a score of each node, largest first, then by number; a score that is no number comes last.
    public static func descending(_ scores: [Double]) -> [Int] {
        let plain = scores.map { $0.isNaN ? -Double.infinity : $0 }
        return plain.indices.sorted { (plain[$1], $0) < (plain[$0], $1) }
    }

    /// Always a node that has the most links left, the lowest where several are level.
    ///
    /// - Complexity: O((n + m) log n).
    public static func mostLinksLeft(_ graph: UndirectedGraph) -> [Int] {
        let simple = graph.simplified().rows
        var degrees = simple.lengths
        // Nodes wait by degree; one that lost links waits again below, and its old place is passed over.
        var waiting = [Heap](repeating: Heap(), count: (degrees.max() ?? -1) + 1)
        for node in degrees.indices { waiting[degrees[node]].push(node) }
        var isGone = [Bool](repeating: false, count: degrees.count)
        var order: [Int] = []
        order.reserveCapacity(degrees.count)
        for degree in waiting.indices.reversed() {
            while let node = waiting[degree].pop() {
                if isGone[node] || degrees[node] != degree { continue }
                isGone[node] = true
                order.append(node)
                for end in simple.neighbours(of: node) where !isGone[Int(end)] {
                    degrees[Int(end)] -= 1
                    waiting[degrees[Int(end)]].push(Int(end))
                }
            }
        }
        return order
    }

    /// By lot.
    public static func random(_ count: Int, _ generator: inout SeededGenerator) -> [Int] {
        var order = Array(0..<max(0, count))
        order.shuffle(using: &generator)
        return order
    }

    /// Numbers of which the lowest comes out first.
    private struct Heap {
        private var numbers: [Int] = []

        mutating func push(_ number: Int) {
            numbers.append(number)
            var place = numbers.count - 1
            while place > 0, numbers[place] < numbers[(place - 1) / 2] {
                numbers.swapAt(place, (place - 1) / 2)
                place = (place - 1) / 2
            }
        }

        mutating func pop() -> Int? {
            guard let first = numbers.first, let last = numbers.popLast() else { return nil }
            if numbers.isEmpty { return first }
            numbers[0] = last
            var place = 0
            while true {
                var least = place
                for child in [2 * place + 1, 2 * place + 2]
                where child < numbers.count && numbers[child] < numbers[least] {
                    least = child
                }
                if least == place { return first }
                numbers.swapAt(place, least)
                place = least
            }
        }
    }
}
