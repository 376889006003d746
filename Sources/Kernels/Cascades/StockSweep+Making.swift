import CLanes

extension StockSweep {
    /// What firms can make and do make, by firm; all lists are filled up to eights.
    public final class Making {
        /// Usual output, final demand and what is bought, and the part of capacity that is left.
        let output: PlainMemory<Double>
        let demand: PlainMemory<Double>
        let bought: PlainMemory<Double>
        let remaining: PlainMemory<Double>
        /// Capacity as a part of usual output; the most that overtime raises it, 1 for not at all.
        let room: Double
        let top: Double
        /// How far overtime has raised it.
        let overtime: PlainMemory<Double>
        /// What is made.
        public let made: PlainMemory<Double>
        /// What would be made if stocks sufficed.
        public let wanted: PlainMemory<Double>
        /// The part of what is wanted of a firm that it delivers; empty where nobody asks.
        public let service: PlainMemory<Double>

        /// Firms that make what is usual.
        ///
        /// - Parameters:
        ///   - room: capacity as a part of usual output, at least 1; top: the most that overtime raises it.
        ///   - keepsService: whether ``service`` is kept.
        public init(
            output: PlainMemory<Double>, demand: PlainMemory<Double>, bought: PlainMemory<Double>,
            remaining: PlainMemory<Double>, room: Double, top: Double, keepsService: Bool
        ) {
            (self.output, self.demand, self.bought, self.remaining) = (output, demand, bought, remaining)
            (self.room, self.top) = (room, top)
            overtime = PlainMemory([Double](repeating: 1, count: top > 1 ? output.count : 0))
            made = PlainMemory(output.count)
            made.start.update(from: output.start, count: output.count)
            wanted = PlainMemory(output.count)
            service = PlainMemory(keepsService ? output.count : 0)
        }

        /// What a firm could make now if stocks sufficed.
        public func capacity(_ node: Int) -> Double {
            output[node] * room * (top > 1 ? overtime[node] : 1) * remaining[node]
        }
    }

    /// Sums of what is made.
    public struct MadeSums {
        /// What is sent to other firms.
        public var shipped = 0.0
        /// Final demand that is not met.
        public var unmet = 0.0
        /// All that is wanted.
        public var wanted = 0.0
    }

    /// The first part of a day: how much every firm makes of what was ordered, and how far that goes. Where small orders come first,
    /// ``fill(_:level:)`` has to follow for every firm that makes too little.
    ///
    /// - Parameters:
    ///   - pace: how fast overtime rises today; 0 for not.
    public func make(_ firms: Making, pace: Double) -> MadeSums {
        var making = StockMaking(
            rows: UInt32(truncatingIfNeeded: inputs.rowCount), dealOf: inputs.dealOf.start,
            output: firms.output.start, demand: firms.demand.start, bought: firms.bought.start,
            remaining: firms.remaining.start, found: rules.search?.asked.start, steady: rules.steady?.start,
            room: firms.room, top: firms.top, pace: pace, movesOrders: rules.movesOrders ? 1 : 0,
            fills: rules.smallFirst ? 1 : 0, overtime: firms.overtime.start, made: firms.made.start,
            wanted: firms.wanted.start, service: firms.service.count > 0 ? firms.service.start : nil)
        var lists = lists
        var sums = (0.0, 0.0, 0.0)
        withUnsafeMutableBytes(of: &sums) { bytes in
            let sums = bytes.assumingMemoryBound(to: Double.self).baseAddress
            stockMake(&making, &lists, uses.start, aims.start, faces.start, sums)
        }
        return MadeSums(shipped: sums.0, unmet: sums.1, wanted: sums.2)
    }

    /// Sets the level up to which a firm fills orders where small ones come first.
    public func fill(_ node: Int, level: Double) {
        let place = Int(inputs.dealOf[node])
        deals[place].part = faces[place * 2] > 0 ? level : 0
    }

    /// Lets those who look for new suppliers know what comes today; before ``step()``.
    public func settle(_ firms: Making) { rules.search?.settle(firms.service) }

    /// Matches those who look for new suppliers with capacity to spare; after ``step()``.
    public func match(_ firms: Making) {
        rules.search?.match { node in
            let place = Int(inputs.dealOf[node])
            let sought = faces[place * 2 + 1] > 0 ? deals[place].sought : 0
            return firms.capacity(node) - firms.demand[node] - sought
        }
    }
}
