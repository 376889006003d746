import Ecosystem

/// What measures cost, as far as the asker says it, and what of them is counted where nothing is said.
struct MeasureCosts {
    /// By kind: the price of one unit of ``size(_:)``; absent where none was given.
    let prices: [SupplyNetwork.Measure.Kind: Double]
    private let bill: SupplyNetwork
    private let unitDays: Double
    private let time: Double?

    /// - Parameter time: how long firms are out, where that is not their own time to recover.
    init(_ bill: SupplyNetwork, _ values: ParameterValues, unitDays: Double, outFor time: Double? = nil) {
        (self.bill, self.unitDays, self.time) = (bill, unitDays, time)
        var prices: [SupplyNetwork.Measure.Kind: Double] = [:]
        for kind in SupplyNetwork.Measure.Kind.allCases {
            prices[kind] = values.number("cost-\(kind.rawValue)")
        }
        self.prices = prices
    }

    /// How large a measure is in what its price counts: money in stock; yearly output added; weeks saved; customers newly served; yearly
    /// output of a new supplier.
    func size(_ measure: SupplyNetwork.Measure) -> Double {
        switch measure.kind {
        case .stock: measure.amount
        case .capacity, .supplier: measure.amount * 365 / unitDays
        case .recovery:
            max(0, (time ?? (measure.firm.flatMap { bill.column("ttr")?[$0] }) ?? 0) - measure.amount)
                * unitDays / 7
        case .source: Double(measure.customers.count)
        }
    }

    /// The measures of some kinds with what they cost.
    func priced(_ measures: [SupplyNetwork.Measure]) -> [SupplyNetwork.Measure] {
        measures.compactMap { measure in
            guard let price = prices[measure.kind] else { return nil }
            var measure = measure
            measure.cost = price * size(measure)
            return measure
        }
    }

    /// The measures of one kind, each costing its size.
    func sized(_ measures: [SupplyNetwork.Measure], _ kind: SupplyNetwork.Measure.Kind) -> [SupplyNetwork
        .Measure]
    {
        measures.filter { $0.kind == kind }.map { measure in
            var measure = measure
            measure.cost = size(measure)
            return measure
        }
    }

    /// What the size of a kind is counted in.
    static func unit(_ kind: SupplyNetwork.Measure.Kind, _ money: Localized) -> Localized {
        switch kind {
        case .stock: Localized("\(money.en) in stock", "\(money.zh)库存")
        case .capacity, .supplier: Localized("\(money.en) of output a year", "\(money.zh)年产出")
        case .recovery: Localized("weeks saved", "缩短的周数")
        case .source: Localized("customers newly served", "新增供货客户")
        }
    }

    /// The parameters that say what measures cost; none has a default, for no document states one.
    static let parameters = SupplyNetwork.Measure.Kind.allCases.map { kind in
        let (title, help): (Localized, Localized) =
            switch kind {
            case .stock:
                (
                    Localized("Cost of stock", "库存费用"),
                    Localized("for one unit of money in stock, such as 0.2", "每单位货币库存的费用，如 0.2")
                )
            case .capacity:
                (
                    Localized("Cost of idle capacity", "备用产能费用"),
                    Localized("for one unit of money of yearly output", "每单位货币年产出的费用")
                )
            case .recovery:
                (Localized("Cost of a week saved", "每缩短一周的费用"), Localized("in the network's money", "以网络货币计"))
            case .source:
                (
                    Localized("Cost of a second source", "第二货源费用"),
                    Localized("for each customer newly served, in the network's money", "每个新增供货客户，以网络货币计")
                )
            case .supplier:
                (
                    Localized("Cost of a new supplier", "新供应商费用"),
                    Localized("for one unit of money of yearly output", "每单位货币年产出的费用")
                )
            }
        return StudyParameter(
            "cost-\(kind.rawValue)", .number(0...1e12), title: title,
            help: Localized(
                "Networks of money: \(help.en). No document states it; without it this kind is answered in what it takes, not in money",
                "金额网络：\(help.zh)。文献未给出；不填则此类措施以实物量作答"))
    }
}
