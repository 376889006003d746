import CLanes

/// One step of stocks and orders after another: what arrives is added, what is used is taken, gaps are ordered, orders are added up at
/// the suppliers. Loops that use the widest vectors of the processor; equal input gives equal bytes on all of them.
///
/// Stocks are kept as covers, in steps of usual use. What was ordered of a single supplier is not kept but follows from the cover: a
/// step reads 20 bytes of such a link and writes 8.
public final class StockSweep {
    /// Sums of a step.
    public struct Sums {
        /// What arrived.
        public var received = 0.0
        /// What was used.
        public var used = 0.0
        /// What is in stock.
        public var stocked = 0.0
    }

    /// By pointers, for a loop over all firms; it lives no longer than its sweep.
    public struct Firms {
        @usableFromInline let lines: UnsafeMutablePointer<Double>
        @usableFromInline let parts: UnsafeMutablePointer<Double>
        @usableFromInline let faces: UnsafeMutablePointer<Double>
        /// What was ordered of each firm in the last step, where it was ready to deliver.
        public let sought: UnsafeMutablePointer<Double>

        /// How ready a firm was when it was sent the orders that it fills now, 0…1.
        @inlinable @inline(__always)
        public func readiness(_ node: Int) -> Double { faces[node * 2 + 1] }

        /// The least cover of what nothing is made without, in steps of usual use; infinite for none.
        @inlinable @inline(__always)
        public func cover(_ node: Int) -> Double { lines[node * 8 + 4] }

        /// What lacks of all other needed inputs together.
        @inlinable @inline(__always)
        public func lack(_ node: Int) -> Double { lines[node * 8 + 5] }

        /// Says what a firm does now, before a step.
        ///
        /// - Parameters:
        ///   - uses: what it makes; `aims`: what it wants to make, as parts of the usual.
        ///   - part: the part of its orders that it delivers.
        ///   - ready: how ready it is for the orders that the step sends.
        @inlinable @inline(__always)
        public func set(_ node: Int, uses: Double, aims: Double, part: Double, ready: Double) {
            let before = faces[node * 2 + 1]
            lines[node * 8 + 2] = uses
            lines[node * 8 + 3] = aims
            parts[node] = before > 0 ? part : 0
            faces[node * 2] = before * part
            faces[node * 2 + 1] = ready
            sought[node] = 0
        }
    }

    private let sought: PlainMemory<Double>
    /// What is in stock at first, at the aim.
    public let firstStock: Double
    let inputs: StockInputs
    /// The part of its orders that each firm delivers, and twice as many: readiness before times that part, readiness now.
    let parts: PlainMemory<Double>
    let faces: PlainMemory<Double>
    /// ``StockLine``, eight numbers a firm.
    let lines: PlainMemory<Double>
    let singleCovers: PlainMemory<Double>
    private let sharedCovers: PlainMemory<Double>
    let scales: PlainMemory<Double>
    private let work: PlainMemory<Double>
    private(set) var plan: StockPlan

    /// A sweep from full stocks and usual orders.
    ///
    /// - Parameters:
    ///   - goal: the stock that is aimed at, in steps of use; `needed`: how much of it production needs.
    ///   - pace: the part of a gap that is ordered in a step.
    public init(_ inputs: StockInputs, goal: Double, needed: Double, pace: Double) {
        self.inputs = inputs
        plan = StockPlan(goal: goal, needed: needed, pace: pace)
        firstStock = goal * inputs.flow
        let firms = inputs.nodeCount + 1
        sought = PlainMemory(firms)
        sought.start.update(from: inputs.supplies.start, count: firms)
        parts = PlainMemory(firms)
        faces = PlainMemory(firms * 2)
        lines = PlainMemory(firms * 8)
        let full = { (count: Int) in PlainMemory([Double](repeating: goal, count: count)) }
        singleCovers = full(inputs.singleFlows.count)
        sharedCovers = full(inputs.sharedWholes.count)
        scales = PlainMemory((0..<inputs.sharedWholes.count).map { inputs.sharedWholes[$0] > 0 ? 1 : 0 })
        work = PlainMemory(inputs.widest * 8)
        UnsafeMutableRawPointer(lines.start).withMemoryRebound(to: StockLine.self, capacity: firms) { line in
            for node in 0..<firms {
                line[node] = StockLine(
                    usedBefore: 1, aimedBefore: 1, uses: 1, aims: 1, cover: .infinity, lack: 0, greatest: 0,
                    scarcest: -1, lacking: -1)
            }
        }
        for node in 0..<firms { faces[node * 2 + 1] = 1 }
    }

    /// What a step is told of firms and tells of them.
    public var firms: Firms {
        Firms(lines: lines.start, parts: parts.start, faces: faces.start, sought: sought.start)
    }

    /// One step.
    public func step() -> Sums {
        let lines = UnsafeMutableRawPointer(lines.start).assumingMemoryBound(to: StockLine.self)
        var firms = StockFirms(lines: lines, parts: parts.start, faces: faces.start, sought: sought.start)
        var singles = StockSingles(
            rows: UInt32(truncatingIfNeeded: inputs.singleStarts.count - 1), nodes: inputs.singleNodes.start,
            starts: inputs.singleStarts.start, suppliers: inputs.singleSuppliers.start,
            flows: inputs.singleFlows.start, covers: singleCovers.start)
        var shared = StockShared(
            rows: UInt32(truncatingIfNeeded: inputs.sharedStarts.count - 1), nodes: inputs.sharedNodes.start,
            starts: inputs.sharedStarts.start, suppliers: inputs.sharedSuppliers.start,
            flows: inputs.sharedFlows.start, wholes: inputs.sharedWholes.start,
            needs: inputs.sharedNeeds.start, covers: sharedCovers.start, scales: scales.start,
            work: work.start)
        var sums = (0.0, 0.0, 0.0)
        withUnsafeMutableBytes(of: &sums) { bytes in
            let sums = bytes.assumingMemoryBound(to: Double.self).baseAddress
            stockSingles(&singles, &plan, &firms, sums)
            stockShared(&shared, &plan, &firms, sums)
        }
        return Sums(received: sums.0, used: sums.1, stocked: sums.2)
    }
}
