import CLanes

/// How much stock firms keep, and what is out of the ordinary in a ``StockSweep``.
public final class StockSweepRules {
    /// Days of use that are aimed at and that production needs, where no sector says otherwise; the part of a gap that is ordered in a
    /// step.
    let goal: Double
    let needed: Double
    let pace: Double
    /// By sector, where they differ.
    let goals: PlainMemory<Double>?
    let needs: PlainMemory<Double>?
    /// 1 for firms that buy as before whatever happens and keep no stock that matters, 0 for all others; padded to eights.
    let steady: PlainMemory<Double>?
    /// How far each way is open, after a first number for what takes none: now and when orders were sent.
    let open: PlainMemory<Double>?
    let openBefore: PlainMemory<Double>?
    let search: StockSweepSearch?
    let movesOrders: Bool
    let smallFirst: Bool

    /// Rules.
    ///
    /// - Parameters:
    ///   - goals: days aimed at, by sector; needs: days that production needs, by sector.
    ///   - pace: the part of a gap that is ordered in a step.
    ///   - steady: firms that buy as before whatever happens; `nil` for none.
    ///   - wayCount: how many ways may be closed; 0 for none.
    ///   - movesOrders: whether orders move to links that are open and suppliers that are ready.
    ///   - smallFirst: whether orders that are small beside the usual ones are filled first.
    public init(
        goals: [Double], needs: [Double], pace: Double, steady: PlainMemory<Bool>?, wayCount: Int,
        search: StockSweepSearch?, movesOrders: Bool, smallFirst: Bool
    ) {
        goal = goals.first ?? 1
        needed = needs.first ?? 1
        let differs = zip(goals, needs).contains { [goal, needed] in $0.0 != goal || $0.1 != needed }
        self.goals = differs ? PlainMemory(goals) : nil
        self.needs = differs ? PlainMemory(needs) : nil
        self.pace = pace
        self.steady = steady.map { steady in
            PlainMemory(
                (0..<(steady.count + 7) / 8 * 8).map { $0 < steady.count && steady[$0] ? 1 : 0 })
        }
        let ways = [Double](repeating: 1, count: wayCount + 1)
        open = wayCount > 0 ? PlainMemory(ways) : nil
        openBefore = wayCount > 0 ? PlainMemory(ways) : nil
        self.search = search
        self.movesOrders = movesOrders
        self.smallFirst = smallFirst
    }

    /// Says how far each way is open now; orders of before travel as they were sent.
    public func turn(to parts: [Double]) {
        guard let open, let openBefore else { return }
        openBefore.start.update(from: open.start, count: open.count)
        for (way, part) in parts.enumerated() where way + 1 < open.count { open[way + 1] = part }
    }

    /// How far a way was open when the orders that are filled now were sent; −1 is no way.
    func openBefore(_ way: Int32) -> Double { openBefore.map { $0[Int(way) + 1] } ?? 1 }

    /// The rules for the loops; none where nothing is out of the ordinary.
    func withRules(_ body: (UnsafePointer<StockRules>?) -> Void) {
        guard goals != nil || steady != nil || open != nil || search != nil || smallFirst else {
            return body(nil)
        }
        func call(_ search: UnsafePointer<StockSearch>?) {
            var rules = StockRules(
                goals: goals?.start, needs: needs?.start, open: open?.start, openBefore: openBefore?.start,
                steady: steady?.start, search: search, movesOrders: movesOrders ? 1 : 0,
                fills: smallFirst ? 1 : 0)
            body(&rules)
        }
        guard let search else { return call(nil) }
        var own = search.lists
        withUnsafePointer(to: &own) { call($0) }
    }
}
