/// How a graph falls apart while nodes are taken out by lot, over several trials.
public struct RandomRemoval: Sendable, Hashable {
    /// How many nodes are gone at each point, beginning with 0.
    public let removed: [Int]
    /// The mean over the trials of the largest weak component's share of all nodes at first.
    public let mean: [Double]
    /// The standard deviation of that share between trials; 0 for one trial.
    public let deviation: [Double]
    /// The mean robustness R of the trials; `nil` in an empty graph.
    public let robustness: Double?

    /// Takes all nodes out so many times, and keeps so many points of each curve.
    ///
    /// - Parameter goOn: asked before each trial but the first; where it says no, those before it are the answer.
    /// - Complexity: O(trials (n + m) α(n)).
    public init(
        _ graph: DirectedGraph, trials: Int = 20, points: Int = 101, seed: UInt64 = 1,
        goOn: () -> Bool = { true }
    ) {
        let count = graph.nodeCount
        let steps = max(1, min(points - 1, count))
        removed = count == 0 ? [0] : (0...steps).map { $0 * count / steps }
        var generator = SeededGenerator(seed: seed)
        var curves: [[Double]] = []
        var scores: [Double] = []
        for trial in 0..<max(1, trials) where trial == 0 || goOn() {
            let curve = RemovalCurve(graph, order: RemovalOrder.random(count, &generator))
            curves.append(removed.map { curve.largest[$0] })
            if let robustness = curve.robustness { scores.append(robustness) }
        }
        let mean = removed.indices.map { point in
            curves.map { $0[point] }.compensatedSum / Double(curves.count)
        }
        self.mean = mean
        deviation = removed.indices.map { point in
            guard curves.count > 1 else { return 0 }
            let squares = curves.map { ($0[point] - mean[point]) * ($0[point] - mean[point]) }
            return (squares.compensatedSum / Double(curves.count - 1)).squareRoot()
        }
        robustness = scores.isEmpty ? nil : scores.compensatedSum / Double(scores.count)
    }
}
