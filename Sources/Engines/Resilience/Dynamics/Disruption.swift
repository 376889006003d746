public import Ecosystem

/// What happens from day to day when firms or ways stop: a firm-level adaptive model of inventories, orders and bottlenecks.
///
/// Sources: Hallegatte, S. (2008). An adaptive regional input-output model and its application to the assessment of the economic
/// cost of Katrina. Risk Analysis 28, 779–799; Hallegatte, S. (2014). Modeling the role of inventories and heterogeneity in the
/// assessment of the economic costs of natural disasters. Risk Analysis 34, 152–167; Inoue, H., Todo, Y. (2019). Firm-level
/// propagation of shocks through supply-chain networks. Nature Sustainability 2, 841–847. Needs of inputs as in Diem et al. (2022).
public enum Disruption {
    /// Follows shocks in a network.
    ///
    /// - Complexity: each day one pass over the links; memory as ``DisruptionGround`` and 34 bytes an input more.
    public static func run(
        on network: SupplyNetwork, shocks: [DisruptionShock],
        _ options: DisruptionOptions = DisruptionOptions()
    ) -> Result<DisruptionResult, DisruptionProblem> {
        do {
            let ground = try DisruptionGround(network, options)
            return run(on: ground, shocks: shocks, options) { network.firms[$0] }
        } catch {
            return .failure(error)
        }
    }

    /// Follows shocks in a table of sectors.
    public static func run(
        on table: FlowTable, shocks: [DisruptionShock], _ options: DisruptionOptions = .sectors
    ) -> Result<DisruptionResult, DisruptionProblem> {
        do {
            let ground = try DisruptionGround(table, options)
            return run(on: ground, shocks: shocks, options) { table.sectors[$0].text }
        } catch {
            return .failure(error)
        }
    }

    /// Follows shocks on a ground made ready before; `names` says what findings call a firm.
    public static func run(
        on ground: DisruptionGround, shocks: [DisruptionShock], _ options: DisruptionOptions,
        names: (Int) -> String = { "\($0)" }
    ) -> Result<DisruptionResult, DisruptionProblem> {
        do {
            try check(options)
            let calendar = try DisruptionCalendar(ground, shocks, options)
            let days = DisruptionDays(ground, options, calendar)
            var watch = DisruptionWatch(ground, options)
            for day in 0..<options.horizon {
                calendar.turn(to: day)
                days.produce(day)
                watch.note(day, days)
                days.move()
                watch.check(days)
                guard options.progress.tell(day + 1, options.horizon) else { return .failure(.cancelled) }
            }
            watch.finish(calendar, names)
            return .success(watch.result)
        } catch {
            return .failure(error)
        }
    }

    private static func check(_ options: DisruptionOptions) throws(DisruptionProblem) {
        func fits(_ name: String, _ value: Double, _ range: ClosedRange<Double>) throws(DisruptionProblem) {
            guard range.contains(value) else { throw .badOption(name, value) }
        }
        try fits("horizon", Double(options.horizon), 1...100_000)
        try fits("stockDays", options.stockDays, 1...100_000)
        for (_, days) in options.stockDaysOfSector.sorted(by: { $0.key < $1.key }) {
            try fits("stockDays", days, 1...100_000)
        }
        switch options.reserve {
        case .days(let days): try fits("reserve", days, 1...options.stockDays)
        case .part(let part): try fits("reserve", part, 0...1)
        }
        try fits("restockDays", options.restockDays, 1...100_000)
        try fits("spare", options.spare, 0...100)
        try fits("overproduction", options.overproduction, 1...100)
        try fits("overproductionDays", options.overproductionDays, 1...100_000)
        try fits("hitThreshold", options.hitThreshold, 0...1)
    }
}
