@testable import Kernels
import Testing

/// The other way is the definition: all walks, step by step, those that have arrived taken out.
@Suite struct `The first time that a walk meets a node` {
    private let count = 30

    /// Links drawn by seed, with loops and repeated ones; W and the shares of what each supplies.
    private func network(_ seed: UInt64) throws -> (rows: CascadeRows, shares: [[Double]]) {
        var random = SeededGenerator(seed: seed)
        var suppliers: [Int32] = []
        var customers: [Int32] = []
        var values: [Double] = []
        for _ in 0..<count * 3 {
            suppliers.append(Int32(random.next(below: count)))
            customers.append(Int32(random.next(below: count)))
            values.append(random.next(below: 9) == 0 ? 0 : random.nextFraction())
        }
        var sales = [Double](repeating: 0, count: count)
        for (supplier, value) in zip(suppliers, values) { sales[Int(supplier)] += value }
        let denominators = sales.map { $0 * (seed % 2 == 0 ? 1 : 1.25) }
        var shares = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        for link in values.indices where denominators[Int(suppliers[link])] > 0 {
            let supplier = Int(suppliers[link])
            shares[supplier][Int(customers[link])] += values[link] / denominators[supplier]
        }
        let problem = try #require(
            CascadeProblem(
                nodeCount: count, suppliers: suppliers, customers: customers, values: values,
                groups: [Int32](repeating: 0, count: count), groupCount: 1, needs: [1],
                denominators: denominators))
        return (CascadeRows(problem), shares)
    }

    private func plain(_ shares: [[Double]], _ start: Int, _ goal: Int, _ steps: Int) -> [Double] {
        var now = [Double](repeating: 0, count: count)
        now[start] = 1
        return (0..<steps).map { _ in
            var next = [Double](repeating: 0, count: count)
            for from in 0..<count where now[from] != 0 {
                for to in 0..<count { next[to] += now[from] * shares[from][to] }
            }
            let arrived = next[goal]
            next[goal] = 0
            now = next
            return arrived
        }
    }

    @Test(arguments: [UInt64](1...10))
    func `is as probable as all walks together say`(seed: UInt64) throws {
        let (rows, shares) = try network(seed)
        let passage = FirstPassage(rows)
        for start in 0..<count {
            for goal in [start, (start + 7) % count] {
                let found = passage.probabilities(from: start, to: goal, steps: 7, limit: 100_000)
                let right = plain(shares, start, goal, 7)
                let difference = zip(found ?? [], right).map { abs($0 - $1) }.max() ?? 1
                #expect(found?.count == 7 && difference < 1e-14, "from \(start) to \(goal)")
            }
        }
    }

    @Test func `is left open where too many links would be read, and asked anew is found`() throws {
        let (rows, shares) = try network(3)
        let passage = FirstPassage(rows)
        #expect(passage.probabilities(from: 0, to: 1, steps: 6, limit: 5) == nil)
        let found = passage.probabilities(from: 0, to: 1, steps: 6, limit: 100_000)
        let difference = zip(found ?? [], plain(shares, 0, 1, 6)).map { abs($0 - $1) }.max() ?? 1
        #expect(difference < 1e-14)
    }
}
