import Kernels

/// Links whose way is closed: they carry what is left of what would be ordered on them; the rest moves to open links of the same
/// input where orders may move. What was ordered before a closure still arrives.
final class DisruptionClosures {
    /// The part of each link that is open, for orders of today and as it was for those of yesterday.
    let open: PlainMemory<Double>
    let before: PlainMemory<Double>
    /// The scale of orders on closed links, an input each.
    let scale: PlainMemory<Double>
    private let ground: DisruptionGround
    private let movesOrders: Bool
    private var parts: [Double]

    init(_ ground: DisruptionGround, movesOrders: Bool) {
        self.ground = ground
        self.movesOrders = movesOrders
        open = PlainMemory([Double](repeating: 1, count: ground.linkCount))
        before = PlainMemory([Double](repeating: 1, count: ground.linkCount))
        scale = PlainMemory(ground.inputCount)
        parts = [Double](repeating: 1, count: ground.wayCount)
    }

    /// Sets how far each way is open today; orders of yesterday travel as they were sent.
    func update(_ today: [Double]) {
        before.start.update(from: open.start, count: open.count)
        guard today != parts else { return }
        parts = today
        for link in 0..<ground.linkCount {
            let way = Int(ground.way[link])
            open[link] = way >= 0 ? today[way] : 1
        }
    }

    /// Sends an order out; returns the scale on open links.
    ///
    /// - Parameters:
    ///   - first: the link that stands first in `weighs` and `sends`.
    @inline(__always)
    func place(
        _ order: Double, _ slot: Int, _ links: Range<Int>, _ first: Int,
        _ weighs: UnsafeMutablePointer<Double>,
        _ sends: UnsafeMutablePointer<Double>
    ) -> Double {
        var weight = 0.0
        var closed = 0.0
        var lost = 0.0
        for link in links {
            weight += weighs[link - first]
            if open[link] < 1 {
                closed += weighs[link - first]
                lost += weighs[link - first] * (1 - open[link])
            }
        }
        let even = weight > 0 ? order / weight : 0
        let rest = weight - closed
        let raised = movesOrders && closed > 0 && rest > weight * 1e-12 ? even * (1 + lost / rest) : even
        scale[slot] = even
        for link in links {
            sends[link - first] = (open[link] < 1 ? even * open[link] : raised) * ground.flow[link]
        }
        return raised
    }
}
