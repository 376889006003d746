/// The order in which a ground puts firms and their links: firms by how many inputs with a single supplier they have, most first, then by
/// how many of these they need; links of a firm by the supplier's sector.
struct DisruptionInputOrder {
    /// The firms as they were given, in their new order.
    let firms: [Int32]
    private let start: [Int]
    private let order: [Int32]

    init(_ draft: DisruptionGround.Draft) {
        let count = draft.output.count
        var start = [Int](repeating: 0, count: count + 1)
        for customer in draft.customers { start[Int(customer) + 1] += 1 }
        for node in 0..<count { start[node + 1] += start[node] }
        var place = start
        var order = [Int32](repeating: 0, count: draft.flows.count)
        for link in draft.flows.indices {
            let customer = Int(draft.customers[link])
            order[place[customer]] = Int32(truncatingIfNeeded: link)
            place[customer] += 1
        }
        let group = { (link: Int32) in draft.groups[Int(draft.suppliers[Int(link)])] }
        var counts = [Int](repeating: 0, count: count)
        for node in 0..<count {
            let own = start[node]..<start[node + 1]
            if own.count > 1 {
                order[own].sort { left, right in
                    let (first, second) = (group(left), group(right))
                    return first != second ? first < second : left < right
                }
            }
            for at in own {
                let sector = group(order[at])
                let isFirst = at == own.lowerBound || group(order[at - 1]) != sector
                let isLast = at + 1 == own.upperBound || group(order[at + 1]) != sector
                if isFirst, isLast { counts[node] += draft.need(of: sector, at: node) > 0 ? 4_097 : 4_096 }
            }
        }
        firms = (0..<Int32(truncatingIfNeeded: count)).sorted { left, right in
            (-counts[Int(left)], left) < (-counts[Int(right)], right)
        }
        self.start = start
        self.order = order
    }

    /// The links that a firm buys by.
    func links(of firm: Int) -> ArraySlice<Int32> { order[start[firm]..<start[firm + 1]] }
}
