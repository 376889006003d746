import Kernels

/// What is left of each firm's capacity and of each way on a day, given all shocks.
final class DisruptionCalendar {
    /// What is left of each firm's capacity today.
    let remaining: PlainMemory<Double>
    /// Whether any way is ever closed.
    let closesWays: Bool
    /// How far each way is open today.
    private(set) var open: [Double]
    private let shocks: [DisruptionShock]
    private let touched: [Int32]
    private let options: DisruptionOptions

    init(
        _ ground: DisruptionGround, _ shocks: [DisruptionShock], _ options: DisruptionOptions
    ) throws(DisruptionProblem) {
        for shock in shocks {
            let places = 0..<Int32(truncatingIfNeeded: ground.nodeCount)
            let ways = 0..<Int32(truncatingIfNeeded: ground.wayCount)
            guard shock.firms.allSatisfy(places.contains), shock.ways.allSatisfy(ways.contains) else {
                throw .noPlace(shock: shock.name)
            }
            for value in [shock.start, shock.days, shock.depth, shock.recovery] where !value.isFinite {
                throw .badOption("shock", value)
            }
        }
        // By the places of the ground from here on.
        let shocks = shocks.map { given in
            var shock = given
            shock.firms = given.firms.map { ground.seat[Int($0)] }
            return shock
        }
        self.shocks = shocks
        self.options = options
        touched = Set(shocks.flatMap(\.firms)).sorted()
        closesWays = shocks.contains { !$0.ways.isEmpty && $0.depth > 0 }
        remaining = PlainMemory([Double](repeating: 1, count: ground.output.count))
        open = [Double](repeating: 1, count: ground.wayCount)
    }

    /// Several shocks at once leave the product of what each leaves.
    func turn(to day: Int) {
        for firm in touched { remaining[Int(firm)] = 1 }
        for way in open.indices { open[way] = 1 }
        for shock in shocks {
            let loss = options.rounded(shock.loss(on: day))
            if loss == 0 { continue }
            for firm in shock.firms { remaining[Int(firm)] *= 1 - loss }
            for way in shock.ways { open[Int(way)] *= 1 - loss }
        }
    }

    /// The day after which nothing is lost any more.
    var lastDay: Double { shocks.map(\.lastDay).max() ?? -1 }

    /// What is odd about the shocks.
    func findings(_ ground: DisruptionGround, _ names: (Int) -> String) -> [DisruptionFinding] {
        var findings: [DisruptionFinding] = []
        for shock in shocks {
            if shock.depth < 0 || shock.depth > 1 {
                findings.append(.cut(shock: shock.name, depth: shock.depth))
            }
            if shock.start >= Double(options.horizon) { findings.append(.afterTheEnd(shock: shock.name)) }
            let closes = shock.ways.contains { way in
                (0..<ground.linkCount).contains { ground.way[$0] == way && ground.flow[$0] > 0 }
            }
            let stops = shock.firms.contains { ground.output[Int($0)] > 0 }
            if !(shock.depth > 0) || shock.days + shock.recovery <= 0 || !(closes || stops) {
                findings.append(.touchesNothing(shock: shock.name))
            }
            let alone = shock.firms.filter { firm in
                ground.slotStart[Int(firm)] == ground.slotStart[Int(firm) + 1]
                    && ground.saleStart[Int(firm)] == ground.saleStart[Int(firm) + 1]
            }
            if !alone.isEmpty {
                findings.append(
                    .isolated(
                        shock: shock.name, firms: alone.prefix(100).map { names(Int(ground.firm[Int($0)])) }))
            }
        }
        if lastDay > Double(options.horizon) { findings.append(.endsEarly) }
        return findings
    }
}
