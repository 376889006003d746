import Jingwei

/// The programs of Simchi-Levi et al. as they stand in print: amounts over a time that is given (loss) or sought.
struct PublishedProgram {
    static let horizon = 1e4
    var model: LinearModel

    init(_ network: SupplyNetwork, without firm: Int, over time: Double?) {
        func column(_ name: String) -> [Double] { (network.column(name) ?? []).map { $0 ?? 0 } }
        let (stock, capacity, demand, margin) = (
            column("stock"), column("capacity"), column("demand"), column("margin")
        )
        let count = network.firms.count
        var built = LinearModel(time == nil ? .maximize : .minimize)
        let sought = time == nil ? built.addVariable(in: .init(0, Self.horizon), cost: 1) : nil
        let made = (0..<count).map { place in
            built.addVariable(
                in: place == firm ? .exactly(0) : time.map { .init(0, capacity[place] * $0) } ?? .notNegative)
        }
        let sent = network.values.indices.map { _ in built.addVariable() }
        var inputs = [[Int32: [Int]]](repeating: [:], count: count)
        var outputs = [[Int]](repeating: [], count: count)
        for link in network.values.indices {
            let (supplier, customer) = (Int(network.suppliers[link]), Int(network.customers[link]))
            inputs[customer][network.sectorOfFirm[supplier], default: []].append(link)
            outputs[supplier].append(link)
        }
        for place in 0..<count {
            for (_, links) in inputs[place].sorted(by: { $0.key < $1.key }) {
                built.addRow(
                    [(made[place], 1)] + links.map { (sent[$0], -1 / network.values[$0]) }, in: .atMost(0))
            }
            if demand[place] > 0 {
                if let sought {
                    built.addRow([(made[place], 1), (sought, -demand[place])], in: .atLeast(-stock[place]))
                } else if let time {
                    let lost = built.addVariable(cost: margin[place])
                    built.addRow(
                        [(made[place], 1), (lost, 1)], in: .atLeast(demand[place] * time - stock[place]))
                }
            } else {
                built.addRow(
                    outputs[place].map { (sent[$0], 1) } + [(made[place], -1)], in: .atMost(stock[place]))
            }
            if let sought { built.addRow([(made[place], 1), (sought, -capacity[place])], in: .atMost(0)) }
        }
        model = built
    }
}
