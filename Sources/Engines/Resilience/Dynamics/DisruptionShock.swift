/// Something that stops: firms or ways, from a day on, for some days, with a recovery.
public struct DisruptionShock: Sendable, Hashable {
    /// How what was lost comes back during the recovery.
    public enum Curve: String, Sendable, Codable, CaseIterable {
        /// The same part every day.
        case linear
        /// Fast at first: what is left falls with the square.
        case convex
        /// Slow at first.
        case concave
    }

    /// What it is called.
    public var name: String
    /// The firms that lose capacity, by their places.
    public var firms: [Int32]
    /// The ways that are closed, by their places in ``SupplyNetwork/Ways/names``.
    public var ways: [Int32]
    /// The first day, from 0.
    public var start: Double
    /// Days until the recovery begins.
    public var days: Double
    /// The part lost; outside 0…1 it is cut and said.
    public var depth: Double
    /// Days of the recovery.
    public var recovery: Double
    /// Its curve.
    public var curve: Curve

    /// A shock.
    public init(
        name: String = "", firms: [Int32] = [], ways: [Int32] = [], start: Double = 0, days: Double,
        depth: Double = 1, recovery: Double = 0, curve: Curve = .linear
    ) {
        self.name = name
        self.firms = firms
        self.ways = ways
        self.start = start
        self.days = days
        self.depth = depth
        self.recovery = recovery
        self.curve = curve
    }

    /// The part that is lost on a day.
    public func loss(on day: Int) -> Double {
        let depth = min(max(depth, 0), 1)
        let since = Double(day) - start
        guard since >= 0 else { return 0 }
        if since < days { return depth }
        guard recovery > 0, since < days + recovery else { return 0 }
        let done = (since - days) / recovery
        return switch curve {
        case .linear: depth * (1 - done)
        case .convex: depth * (1 - done) * (1 - done)
        case .concave: depth * (1 - done * done)
        }
    }

    /// The last day on which something is lost; −1 where nothing ever is.
    var lastDay: Double { depth > 0 ? start + days + recovery : -1 }
}

extension DisruptionOptions {
    /// A loss as the options round it.
    func rounded(_ loss: Double) -> Double {
        guard let lossDecimals else { return loss }
        let scale = (0..<max(0, lossDecimals)).reduce(1.0) { scale, _ in scale * 10 }
        return (loss * scale).rounded(.toNearestOrEven) / scale
    }
}
