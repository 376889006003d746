import CLanes

/// One step of stocks and orders on links that stand in the order of their customers: what arrives is added, what is used is taken,
/// gaps are ordered, orders are added up at the suppliers. A loop that uses the widest vectors of the processor.
///
/// Slots are the inputs of a node, each with one stock; a slot's order on a link is scale · flow · weight of the supplier.
public struct StockSweep {
    /// Where slots and links begin, and what does not change.
    public struct Ground {
        var slotStart: PlainMemory<Int32>
        var linkStart: PlainMemory<Int32>
        var supplier: PlainMemory<Int32>
        var flow: PlainMemory<Double>
        var need: PlainMemory<UInt8>
        var output: PlainMemory<Double>
        var bought: PlainMemory<Double>

        /// Lists by node (`slotStart` with one more), by slot (`linkStart` with one more, `need` with eight more), by link.
        ///
        /// - Parameters:
        ///   - need: 2 = nothing is made without it, 1 = its share of `bought` is lost without it.
        public init(
            slotStart: PlainMemory<Int32>, linkStart: PlainMemory<Int32>, supplier: PlainMemory<Int32>,
            flow: PlainMemory<Double>, need: PlainMemory<UInt8>, output: PlainMemory<Double>,
            bought: PlainMemory<Double>
        ) {
            self.slotStart = slotStart
            self.linkStart = linkStart
            self.supplier = supplier
            self.flow = flow
            self.need = need
            self.output = output
            self.bought = bought
        }
    }

    /// What a step reads and writes.
    public struct State {
        var made: PlainMemory<Double>
        var wanted: PlainMemory<Double>
        var face: PlainMemory<Double>
        var sought: PlainMemory<Double>
        var stock: PlainMemory<Double>
        var scale: PlainMemory<Double>
        var hard: PlainMemory<Double>
        var soft: PlainMemory<Double>

        /// Lists by node (`face` has two: what a unit of scale and flow delivers, the weight in orders) and by slot
        /// (`stock`, `scale`); `hard` and `soft` are the limits that stocks set, as parts of output.
        public init(
            made: PlainMemory<Double>, wanted: PlainMemory<Double>, face: PlainMemory<Double>,
            sought: PlainMemory<Double>, stock: PlainMemory<Double>, scale: PlainMemory<Double>,
            hard: PlainMemory<Double>, soft: PlainMemory<Double>
        ) {
            self.made = made
            self.wanted = wanted
            self.face = face
            self.sought = sought
            self.stock = stock
            self.scale = scale
            self.hard = hard
            self.soft = soft
        }
    }

    /// Sums of a step.
    public struct Sums {
        /// What arrived.
        public var received = 0.0
        /// What was used.
        public var used = 0.0
        /// What is in stock.
        public var stocked = 0.0
    }

    private let ground: Ground
    private let state: State
    private let work: PlainMemory<Double>
    private let width: Int

    /// A sweep over blocks of at most `width` links.
    public init(_ ground: Ground, _ state: State, width: Int) {
        self.ground = ground
        self.state = state
        self.width = width
        work = PlainMemory((width + 8) * 8)
    }

    /// One step of the nodes between neighbouring `blocks`.
    ///
    /// - Parameters:
    ///   - goal: the stock that is aimed at, in steps of use; `needed`: the part of it that production needs.
    ///   - pace: the part of a gap that is ordered in a step.
    public func step(_ blocks: [Int], goal: Double, needed: Double, pace: Double) -> Sums {
        var rows = StockRows(
            slotStart: ground.slotStart.start, linkStart: ground.linkStart.start,
            supplier: ground.supplier.start, flow: ground.flow.start, need: ground.need.start,
            output: ground.output.start, made: state.made.start, wanted: state.wanted.start,
            bought: ground.bought.start, face: state.face.start, sought: state.sought.start,
            stock: state.stock.start, scale: state.scale.start, hard: state.hard.start,
            soft: state.soft.start, work: work.start, width: UInt32(truncatingIfNeeded: width), goal: goal,
            needed: needed, pace: pace)
        var sums = Sums()
        for (from, to) in zip(blocks, blocks.dropFirst()) {
            stockStep(
                &rows, UInt32(truncatingIfNeeded: from), UInt32(truncatingIfNeeded: to), &sums.received,
                &sums.used, &sums.stocked)
        }
        return sums
    }
}
