import Foundation

/// How central nodes are to the shortest paths of a graph: exactly where it is small, else by a sample with an error bound.
///
/// Source: U. Brandes, “A faster algorithm for betweenness centrality”, Journal of Mathematical Sociology 25 (2001),
/// 163–177; sources drawn as U. Brandes, C. Pich, International Journal of Bifurcation and Chaos 17 (2007), 2303–2318;
/// bounds by W. Hoeffding (1963) and by A. Maurer, M. Pontil, “Empirical Bernstein bounds and sample variance
/// penalization”, COLT 2009, whichever is tighter. Links count one step each; parallel links count once, loops not at all.
public struct PathCentrality: Sendable, Hashable {
    /// What is asked.
    public struct Options: Sendable, Hashable {
        /// The largest graph that is computed exactly.
        public var exactUpTo: Int
        /// How many sources are drawn in larger ones.
        public var samples: Int
        /// How sure all error bounds together are.
        public var confidence: Double
        /// The seed of the sources.
        public var seed: UInt64

        /// Options.
        public init(
            exactUpTo: Int = 20_000, samples: Int = 1_000, confidence: Double = 0.95, seed: UInt64 = 1
        ) {
            self.exactUpTo = exactUpTo
            self.samples = samples
            self.confidence = confidence
            self.seed = seed
        }
    }

    /// The share of ordered pairs of other nodes, (n − 1)(n − 2) of them, on whose shortest paths a node lies, each pair
    /// by the share of its shortest paths that pass there.
    public let betweenness: [Double]
    /// The mean over all other nodes of 1 ÷ (steps from there to a node), 0 where no way leads.
    ///
    /// Source: P. Boldi, S. Vigna, “Axioms for centrality”, Internet Mathematics 10 (2014), 222–262.
    public let harmonicCloseness: [Double]
    /// The nodes that reach a node per step of their ways, times their share of all others; `nil` in a sample.
    ///
    /// Source: S. Wasserman, K. Faust, Social Network Analysis (1994), eq. 5.22.
    public let closeness: [Double]?
    /// Half the width of the interval around each betweenness; `nil` where it is exact.
    public let betweennessErrors: [Double]?
    /// Half the width of the interval around each harmonic closeness; `nil` where it is exact.
    public let harmonicErrors: [Double]?
    /// How many sources were walked from.
    public let sources: Int

    /// Whether all sources were walked from.
    public var isExact: Bool { betweennessErrors == nil }

    /// The centrality of a graph's nodes.
    ///
    /// - Parameter goOn: told the share that is done; where it says no, the work stops.
    /// - Throws: ``CalculationStopped``.
    /// - Complexity: O(sources × (n + m)).
    public init(
        _ graph: DirectedGraph, options: Options = Options(), goOn: (Double) -> Bool = { _ in true }
    ) throws(CalculationStopped) {
        let simple = graph.simplified()
        let count = simple.nodeCount
        let isExact = count <= options.exactUpTo
        var starts: [Int] = Array(0..<count)
        if !isExact {
            var generator = SeededGenerator(seed: options.seed)
            starts = (0..<max(2, options.samples)).map { _ in generator.next(below: count) }
        }
        let walk = PathWalk(simple.outgoing)
        let between = MomentSums(count, withSquares: !isExact)
        let harmonic = MomentSums(count, withSquares: !isExact)
        let steps = Scratch<Double>(count, repeating: 0)
        let reached = Scratch<Double>(count, repeating: 0)
        let pairs = Double(max(1, count - 2))
        for (number, start) in starts.enumerated() {
            if !goOn(Double(number) / Double(starts.count)) { throw CalculationStopped() }
            walk.run(from: start)
            for place in 1..<max(1, walk.reachedCount) {
                let node = walk.order[place]
                let distance = Double(walk.distances[node])
                steps[node] += distance
                reached[node] += 1
                harmonic.add(1 / distance, to: node)
                between.add(walk.dependencies[node] / pairs, to: node)
            }
        }
        sources = starts.count
        let scale = count > 1 ? Double(count) / Double(count - 1) / Double(starts.count) : 0
        betweenness = count > 2 ? between.sums.array.map { $0 * scale } : [Double](repeating: 0, count: count)
        harmonicCloseness = harmonic.sums.array.map { $0 * scale }
        guard !isExact else {
            let others = Double(max(1, count - 1))
            closeness = (0..<count).map { node in
                steps[node] > 0 ? reached[node] / steps[node] * (reached[node] / others) : 0
            }
            (betweennessErrors, harmonicErrors) = (nil, nil)
            return
        }
        closeness = nil
        // Two measures of each node with two bounds each share what may go wrong.
        let risk = (1 - min(max(options.confidence, 0), 1 - 1e-12)) / (4 * Double(count))
        let width = Double(count) / Double(count - 1)
        betweennessErrors = between.errors(of: starts.count, risk: risk).map { $0 * width }
        harmonicErrors = harmonic.errors(of: starts.count, risk: risk).map { $0 * width }
    }
}

/// Work that stopped before its end because it was told to.
public struct CalculationStopped: Error, Sendable, Hashable {
    /// A stop.
    public init() {}
}

/// Sums of numbers in 0…1 and of their squares, a place a node.
private struct MomentSums: ~Copyable {
    let sums: Scratch<Double>
    let squares: Scratch<Double>
    let withSquares: Bool

    init(_ count: Int, withSquares: Bool) {
        sums = Scratch(count, repeating: 0)
        squares = Scratch(withSquares ? count : 0, repeating: 0)
        self.withSquares = withSquares
    }

    func add(_ number: Double, to node: Int32) {
        sums[node] += number
        if withSquares { squares[node] += number * number }
    }

    /// Half the width of the interval around each mean of so many draws, wrong at most so often.
    func errors(of draws: Int, risk: Double) -> [Double] {
        let number = Double(draws)
        let hoeffding = (log(2 / risk) / (2 * number)).squareRoot()
        let logarithm = log(4 / risk)
        return (0..<sums.count).map { node in
            let mean = sums[node] / number
            let variance = max(0, squares[node] - number * mean * mean) / (number - 1)
            let bernstein =
                (2 * variance * logarithm / number).squareRoot() + 7 * logarithm / (3 * (number - 1))
            return min(1, hoeffding, bernstein)
        }
    }
}
