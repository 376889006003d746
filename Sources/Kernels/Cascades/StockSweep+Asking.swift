import CLanes

/// A link, as a ``StockSweep`` is asked about it.
public struct StockLink {
    /// The input that it serves, its customer and its supplier.
    let input: Int
    let customer: Int
    let supplier: Int
    /// What is usual on it, and the way that it takes, −1 for none.
    let flow: Double
    let way: Int32

    /// A link.
    public init(input: Int, customer: Int, supplier: Int, flow: Double, way: Int32 = -1) {
        (self.input, self.customer, self.supplier) = (input, customer, supplier)
        (self.flow, self.way) = (flow, way)
    }
}

extension StockSweep {
    /// The least part of what is needed of what nothing is made without; infinite for none.
    public func leastCover(_ node: Int) -> Double { cover[node] }

    /// The input with the least cover of those that nothing is made without, or else the one that lacks most; −1 for none. Of
    /// equal ones those with a single supplier come first.
    public func scarceInput(_ node: Int, isCover: Bool) -> Int {
        inputs.input(at: isCover ? scarcest[node] : lacking[node])
    }

    /// The sector of that input; −1 for none.
    public func scarceGroup(_ node: Int, isCover: Bool) -> Int {
        let place = Int(isCover ? scarcest[node] : lacking[node])
        if place >= 0 { return Int(inputs.singleGroups[place]) }
        return place == -1 ? -1 : Int(inputs.sharedGroups[-2 - place])
    }

    /// What new customers ask of a firm today.
    public func asked(_ node: Int) -> Double { rules.search.map { $0.asked[node] } ?? 0 }

    /// How far a way was open when the orders of today were sent.
    public func openBefore(_ way: Int32) -> Double { rules.openBefore(way) }

    /// What was ordered on a link when the orders of today were sent, and beside what is usual; asked after ``make(_:pace:)``.
    public func order(_ link: StockLink) -> (size: Double, part: Double) {
        let open = rules.openBefore(link.way)
        let deal = Int(inputs.dealOf[link.supplier])
        let place = Int(inputs.places[link.input])
        // Where small orders come first this is readiness; else it holds what is delivered already.
        let face = faces[deal * 2]
        let size = link.flow * open
        if place < 0 {
            let scale = rules.open != nil && open >= 1 ? raised[-2 - place] : scales[-2 - place]
            return (size, scale * face)
        }
        let goal = rules.goals.map { $0[Int(inputs.singleGroups[place])] } ?? rules.goal
        let gap = max(0, aimedBefore[link.customer] * goal - singleCovers[place])
        let ordered = gap * rules.pace + usedBefore[link.customer]
        if rules.smallFirst { return (size, face > 0 ? ordered : 0) }
        return (size, ordered * deals[deal].part)
    }

    /// What the next step brings on a link.
    public func delivered(_ link: StockLink) -> Double {
        let (size, part) = order(link)
        return size * (rules.smallFirst ? min(part, deals[Int(inputs.dealOf[link.supplier])].part) : part)
    }

    /// Whether ``largestFalls(of:)`` can tell: where no way is closed and orders are filled in proportion.
    public var tellsFalls: Bool { rules.open == nil && !rules.smallFirst }

    /// For many suppliers at once, the input for which each delivers less than usual by the most; −1 where there is none. As asking
    /// ``delivered(_:)`` for each of their links, but in the order in which they stand. Of equal ones the first counts.
    ///
    /// - Parameters:
    ///   - asked: the suppliers that are meant.
    ///
    /// Complexity: all links.
    public func largestFalls(of asked: [Bool]) -> [Int32] {
        let count = inputs.nodeCount + 1
        var greatest = [Double](repeating: 0, count: count)
        var found = [Int32](repeating: -1, count: count)
        var isAsked = [Bool](repeating: false, count: count)
        for node in 0..<inputs.nodeCount { isAsked[Int(inputs.dealOf[node])] = asked[node] }
        func note(_ supplier: Int, _ input: Int32, _ fall: Double) {
            let most = greatest[supplier]
            if fall > most || (fall == most && fall > 0 && input < found[supplier]) {
                greatest[supplier] = fall
                found[supplier] = input
            }
        }
        for row in 0..<inputs.rowCount {
            for place in Int(inputs.singleStarts[row])..<Int(inputs.singleStarts[row + 1]) {
                let supplier = Int(inputs.singleSuppliers[place] & 0x3FFF_FFFF)
                guard isAsked[supplier] else { continue }
                let node = row * 8 + place % 8
                let goal = rules.goals.map { $0[Int(inputs.singleGroups[place])] } ?? rules.goal
                let gap = max(0, aimedBefore[node] * goal - singleCovers[place])
                let flow = inputs.singleFlows[place]
                note(
                    supplier, inputs.singleInputs[place],
                    flow - flow * ((gap * rules.pace + usedBefore[node]) * deals[supplier].part))
            }
        }
        for row in 0..<(inputs.sharedStarts.count - 1) {
            for place in Int(inputs.sharedStarts[row])..<Int(inputs.sharedStarts[row + 1]) {
                let supplier = Int(inputs.sharedSuppliers[place])
                guard isAsked[supplier] else { continue }
                let lane = row * 8 + place % 8
                let flow = inputs.sharedFlows[place]
                note(supplier, inputs.sharedInputs[lane], flow - flow * (scales[lane] * faces[supplier * 2]))
            }
        }
        return (0..<inputs.nodeCount).map { found[Int(inputs.dealOf[$0])] }
    }
}
