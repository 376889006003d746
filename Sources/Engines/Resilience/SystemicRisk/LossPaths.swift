public import Ecosystem
import Kernels

/// Who is hit when firms fail, and through whom the loss travels to each.
///
/// Open mode only: where losses are the true ones, a firm's loss is the sum over the ways it comes along.
public enum LossPaths {
    /// One way of a loss.
    public struct Path: Sendable, Equatable {
        /// Places of the firms, from one that fails to the one that is hit.
        public var firms: [Int]
        /// The part of the hit firm's capacity that is lost along it.
        public var amount: Double
        /// Whether the loss goes from suppliers to customers, else from customers to suppliers.
        public var isDownstream: Bool
    }

    /// A firm that is hit.
    public struct Hit: Sendable, Equatable {
        /// Its place.
        public var firm: Int
        /// Its loss for lack of inputs, 0…1.
        public var downstream: Double
        /// Its loss for lack of orders, 0…1.
        public var upstream: Double
        /// Its part of all that is lost, in parts of all that is weighed.
        public var weighed: Double
        /// The way that brings most of the larger of its losses; `nil` for firms that fail themselves.
        public var mainPath: Path?
    }

    /// What was found.
    public struct Found: Sendable, Equatable {
        /// The firms that are hit hardest by weight, the hardest first.
        public var hits: [Hit]
        /// How many are hit at all by more than 1e-9 of their capacity.
        public var hitCount: Int
        /// The ways to the firm that was asked for, by amount; both directions.
        public var paths: [Path]
        /// The loss of that firm that the ways do not explain: downstream, upstream.
        public var unexplained: (downstream: Double, upstream: Double)

        /// Equal content.
        public static func == (left: Found, right: Found) -> Bool {
            left.hits == right.hits && left.hitCount == right.hitCount && left.paths == right.paths
                && left.unexplained == right.unexplained
        }
    }

    /// Follows a shock and explains it.
    ///
    /// - Parameters:
    ///   - shocks: what fails: places of firms and the part that each loses.
    ///   - target: the firm whose loss is to be explained, where one is asked for.
    ///   - hits: how many of those hit to list.
    ///   - paths: how many ways to list.
    /// - Complexity: one cascade to its end, then at most 100,000 steps a firm that is explained.
    public static func run(
        on network: SupplyNetwork, shocks: [(firm: Int, loss: Double)], to target: Int? = nil, hits: Int = 30,
        paths: Int = 30, _ options: SystemicRiskOptions = SystemicRiskOptions()
    ) -> Result<Found, SystemicRiskProblem> {
        do throws(SystemicRiskProblem) {
            var options = options
            options.mode = .open
            return .success(try found(network, shocks, target, hits, paths, options))
        } catch {
            return .failure(error)
        }
    }

    private static func found(
        _ network: SupplyNetwork, _ shocks: [(firm: Int, loss: Double)], _ target: Int?, _ hits: Int,
        _ paths: Int,
        _ options: SystemicRiskOptions
    ) throws(SystemicRiskProblem) -> Found {
        let ground = try RiskGround(network, options)
        let trace = CascadeTrace(
            CascadeRows(ground.problem), stop: CascadeStop(change: 1e-13, rounds: options.maximumRounds))
        trace.run(CascadeShock(nodes: shocks.map { Int32($0.firm) }, downstream: shocks.map(\.loss)))
        let failing = Set(shocks.map(\.firm))
        func ways(_ firm: Int, _ direction: CascadeTrace.Direction, _ limit: Int) -> [Path] {
            trace.walks(to: firm, direction, limit: limit).map { walk in
                Path(firms: walk.nodes, amount: walk.amount, isDownstream: direction == .downstream)
            }
        }
        let all = trace.hit.map { firm in
            let (down, up) = (trace.loss(firm, .downstream), trace.loss(firm, .upstream))
            return Hit(
                firm: firm, downstream: down, upstream: up, weighed: ground.weights[firm] * max(down, up),
                mainPath: nil)
        }.filter { max($0.downstream, $0.upstream) > 1e-9 }
        var listed = Array(all.sorted { ($1.weighed, $0.firm) < ($0.weighed, $1.firm) }.prefix(hits))
        for place in listed.indices where !failing.contains(listed[place].firm) {
            let hit = listed[place]
            listed[place].mainPath =
                ways(hit.firm, hit.downstream >= hit.upstream ? .downstream : .upstream, 1).first
        }
        var found = Found(hits: listed, hitCount: all.count, paths: [], unexplained: (0, 0))
        if let target {
            let down = ways(target, .downstream, paths)
            let up = ways(target, .upstream, paths)
            // The larger amount first; of equal ones those downstream, in the order found.
            found.paths = (down + up).enumerated()
                .sorted { ($1.element.amount, $0.offset) < ($0.element.amount, $1.offset) }.map(\.element)
            found.unexplained = (
                max(0, trace.loss(target, .downstream) - down.reduce(0) { $0 + $1.amount }),
                max(0, trace.loss(target, .upstream) - up.reduce(0) { $0 + $1.amount })
            )
        }
        return found
    }
}
