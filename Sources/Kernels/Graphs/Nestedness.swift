import Foundation

/// Whether the partners of those with few are among the partners of those with many: the nestedness NODF, 0…100.
///
/// A row is a node with outgoing links, a column a node with incoming ones. Two rows of different lengths count the share
/// of the shorter one's columns that the longer one has too; rows equally long count 0; columns alike.
/// Source: M. Almeida-Neto et al., “A consistent metric for nestedness analysis in ecological systems”, Oikos 117 (2008),
/// 1227–1239. Parallel links count once.
public struct Nestedness: Sendable, Hashable {
    /// What is asked.
    public struct Options: Sendable, Hashable {
        /// The most nodes that are computed exactly.
        public var exactUpTo: Int
        /// How many pairs of rows, and of columns, are drawn in larger graphs.
        public var samples: Int
        /// How sure all error bounds together are.
        public var confidence: Double
        /// The seed of the pairs.
        public var seed: UInt64

        /// Options.
        public init(
            exactUpTo: Int = 20_000, samples: Int = 1_000_000, confidence: Double = 0.95, seed: UInt64 = 1
        ) {
            self.exactUpTo = exactUpTo
            self.samples = samples
            self.confidence = confidence
            self.seed = seed
        }
    }

    /// Over all pairs of rows; `nil` with fewer than two rows.
    public let rows: Double?
    /// Over all pairs of columns; `nil` with fewer than two columns.
    public let columns: Double?
    /// Over all pairs of both; `nil` where there are none.
    public let total: Double?
    /// Half the width of the interval around ``total``; `nil` where it is exact.
    public let error: Double?

    /// The nestedness of a graph's links.
    ///
    /// - Throws: ``CalculationStopped`` where `goOn` says no.
    /// - Complexity: exact: the sum over nodes of their degrees squared; sampled: pairs times their degrees.
    public init(
        _ graph: DirectedGraph, options: Options = Options(), goOn: (Double) -> Bool = { _ in true }
    ) throws(CalculationStopped) {
        // Loops are links here, so only parallels are merged.
        let (out, back) = (PatternRows(graph.outgoing), PatternRows(graph.incoming))
        let isExact = graph.nodeCount <= options.exactUpTo
        let (rowPairs, columnPairs) = (out.pairs, back.pairs)
        let pairs = rowPairs + columnPairs
        if isExact {
            let first = try out.exact(by: back) { goOn($0 / 2) }
            let second = try back.exact(by: out) { goOn(0.5 + $0 / 2) }
            rows = rowPairs > 0 ? 100 * first / rowPairs : nil
            columns = columnPairs > 0 ? 100 * second / columnPairs : nil
            total = pairs > 0 ? 100 * (first + second) / pairs : nil
            error = nil
            return
        }
        var generator = SeededGenerator(seed: options.seed)
        let draws = max(2, options.samples)
        let first = try out.sampled(draws, &generator) { goOn($0 / 2) }
        let second = try back.sampled(draws, &generator) { goOn(0.5 + $0 / 2) }
        rows = rowPairs > 0 ? 100 * first : nil
        columns = columnPairs > 0 ? 100 * second : nil
        total = pairs > 0 ? 100 * (first * rowPairs + second * columnPairs) / pairs : nil
        // Each of the two means is off by more than this at most half as often as allowed (Hoeffding).
        let risk = (1 - min(max(options.confidence, 0), 1 - 1e-12)) / 2
        error = pairs > 0 ? 100 * (log(2 / risk) / (2 * Double(draws))).squareRoot() : nil
    }
}

/// Rows of a pattern of which each entry stands once; empty rows are left out of pairs.
private struct PatternRows {
    let entries: [ArraySlice<Int32>]
    let lengths: [Int]
    let used: [Int]

    init(_ rows: LinkRows) {
        entries = (0..<rows.nodeCount).map { node in
            let row = rows.neighbours(of: node)
            var kept: ArraySlice<Int32> = []
            if zip(row, row.dropFirst()).allSatisfy({ $0 != $1 }) { return row }
            for end in row where kept.last != end { kept.append(end) }
            return kept
        }
        let lengths = entries.map(\.count)
        self.lengths = lengths
        used = lengths.indices.filter { lengths[$0] > 0 }
    }

    var pairs: Double { Double(used.count) * Double(max(0, used.count - 1)) / 2 }

    /// The sum over pairs of the share of the shorter row's entries that the longer one has.
    func exact(by columns: PatternRows, goOn: (Double) -> Bool) throws(CalculationStopped) -> Double {
        var sum = CompensatedSum()
        var shared = [Int32](repeating: 0, count: entries.count)
        var touched: [Int] = []
        for (number, row) in used.enumerated() {
            if !goOn(Double(number) / Double(used.count)) { throw CalculationStopped() }
            for column in entries[row] {
                for other in columns.entries[Int(column)] where lengths[Int(other)] < lengths[row] {
                    if shared[Int(other)] == 0 { touched.append(Int(other)) }
                    shared[Int(other)] += 1
                }
            }
            for other in touched {
                sum.add(Double(shared[other]) / Double(lengths[other]))
                shared[other] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }
        return sum.value
    }

    /// The mean of the same share over so many pairs drawn; 0 where there are none.
    func sampled(_ draws: Int, _ generator: inout SeededGenerator, goOn: (Double) -> Bool)
        throws(CalculationStopped) -> Double
    {
        guard used.count > 1 else { return 0 }
        var sum = CompensatedSum()
        for draw in 0..<draws {
            if draw % 4_096 == 0, !goOn(Double(draw) / Double(draws)) { throw CalculationStopped() }
            let one = generator.next(below: used.count)
            let other = generator.next(below: used.count - 1)
            let (first, second) = (used[one], used[other >= one ? other + 1 : other])
            if lengths[first] == lengths[second] { continue }
            let (long, short) = lengths[first] > lengths[second] ? (first, second) : (second, first)
            sum.add(Double(PatternRows.shared(entries[long], entries[short])) / Double(lengths[short]))
        }
        return sum.value / Double(draws)
    }

    /// How many entries of the shorter row the longer one has: each is looked up by halving.
    private static func shared(_ long: ArraySlice<Int32>, _ short: ArraySlice<Int32>) -> Int {
        var found = 0
        var start = long.startIndex
        for entry in short {
            var (low, high) = (start, long.endIndex)
            while low < high {
                let middle = low + (high - low) / 2
                if long[middle] < entry { low = middle + 1 } else { high = middle }
            }
            start = low
            if start < long.endIndex, long[start] == entry { found += 1 }
        }
        return found
    }
}
