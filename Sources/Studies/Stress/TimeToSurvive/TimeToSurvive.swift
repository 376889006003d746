import Ecosystem
import Foundation
import Reporting
import Resilience

/// How long demand is met when a firm stops, and what is lost until it is back, for every firm or for given scenarios.
public struct TimeToSurvive: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "time-to-survive", version: SurvivalOptions.version, verb: .stress,
            title: Localized("Time to survive", "可支撑时间"),
            question: Localized(
                "If this firm stops, how long is all demand still met, and what is lost until it is back?",
                "若这家企业停产，全部需求还能满足多久？到其恢复为止会损失多少？"),
            parameters: Self.parameters + MoneyBillChoices.parameters + FirmRisk.bandParameters,
            foremost: ["recovery", "unit", "stock-days", "samples"],
            methods: [Self.method],
            takes: [.network])
    }

    private static let parameters = [
        StudyParameter(
            "recovery", .number(0.001...100_000), title: Localized("Time to recover", "恢复时间"),
            help: Localized(
                "Of firms for which the column ttr gives none; without it their losses stay unknown, or for networks of money eight weeks hold",
                "用于 ttr 列未给出的企业；不填则其损失未知，金额网络按八周计")),
        StudyParameter(
            "unit",
            .choice([
                .init("day", Localized("days", "天")), .init("week", Localized("weeks", "周")),
                .init("month", Localized("months", "月")),
            ]),
            title: Localized("Unit of time", "时间单位"),
            help: Localized(
                "Demand and capacity are per unit, ttr is in units; it changes words only",
                "需求与产能按此单位计，ttr 以此为单位；只影响用词"),
            default: .value("week")),
        StudyParameter(
            "rows", .integer(1...1000), title: Localized("Rows", "行数"),
            help: Localized("How many firms the tables show; the result holds all", "表格显示的企业数；结果含全部"),
            default: .value("30")),
    ]

    /// How many days a unit of time has.
    static func days(_ unit: String) -> Double {
        switch unit {
        case "day": 1
        case "month": 365.0 / 12
        default: 7
        }
    }

    static let method = Method(
        Localized(
            "Firms make one material each from inputs in fixed amounts; suppliers of one material stand in for each other as far as capacity and "
                + "stock go. After a firm stops, production is planned anew by a linear program. Time to survive is the longest time over "
                + "which no demand is missed; the loss is the least margin that is missed until the firm has recovered. A firm is exposed "
                + "where it takes longer to recover than demand survives. The exposure index is the loss over the largest loss.",
            "每家企业以固定比例的投入生产一种物料；同种物料的供应商在产能与库存范围内可相互替代。企业停产后用线性规划重新安排生产。"
                + "可支撑时间为不缺任何需求的最长时间；损失为恢复之前所缺毛利的最小值。恢复时间长于可支撑时间者即撑不到恢复。暴露指数为损失与最大损失之比。"),
        formula:
            "min Σ f l subject to u_j ≤ Σ_{i of k} y_ij / r_ij, Σ_j y_ij ≤ u_i + s_i, l_j + u_j + s_j ≥ d_j t, u ≤ c t, u = 0 for what stops; "
            + "time to survive: max t with l = 0",
        literature: [
            "Simchi-Levi, D., Schmidt, W., Wei, Y., Zhang, P. Y., Combs, K., Ge, Y., Gusikhin, O., Sanders, M., Zhang, D. (2015). Identifying "
                + "risks and mitigating disruptions in the automotive supply chain. Interfaces 45(5), 375–390."
        ],
        limits: Localized(
            "One period without lead times: stock anywhere helps at once, and production is planned as if all were known. No prices, no new "
                + "suppliers. Stock that is not given counts as none, capacity that is not given as unlimited; both are said.",
            "单期模型，不计运输与生产提前期：任何库存立即可用，并假定信息完全。不含价格与新供应商。未给出的库存按无计，未给出的产能按不限计，均予说明。"))

    /// Computes times and losses.
    public func result(on input: StudyInput) throws -> Result {
        var result = try answer(to: input)
        if result.missing == nil || result.bands != nil {
            result.findings = UnusedParameters.of(self, input) + result.findings
        }
        return result
    }

    private func answer(to input: StudyInput) throws -> Result {
        guard case .network(let given)? = input.supplied else {
            if let samples = input.parameters.integer("samples") { return try samplesResult(samples, input) }
            return Result(missing: Result.Missing(input.model))
        }
        let unit = input.parameters.text("unit") ?? "week"
        let isMoney = MoneyBill.reads(given, input.parameters)
        let grouped =
            isMoney
            ? GroupedNetwork.asked(
                given, input.parameters, byDefault: given.firms.count > GroupedNetwork.manyFirms,
                place: GroupedNetwork.wider(input.model)) : nil
        let bill =
            isMoney
            ? try MoneyBill(grouped ?? given, input.parameters, unitDays: Self.days(unit)) : nil
        let network = bill?.network ?? given
        var options = SurvivalOptions()
        options.recovery = input.parameters.number("recovery")
        options.threads = ProcessInfo.processInfo.activeProcessorCount
        options.shard = input.shard.flatMap { .init(index: $0.index, count: $0.count) }
        let progress = input.progress
        options.progress = .init { done, total in
            let step = Localized("disruption \(done) of \(total)", "第 \(done)/\(total) 个停产情景")
            return (try? progress.advance(to: Double(done) / Double(max(1, total)), step)) != nil
        }
        switch Survival.run(on: network, options) {
        case .success(let found):
            var result = Result(
                found, network, recovery: options.recovery, unit: unit, shard: options.shard)
            result.money = bill?.unit
            result.assumptions = bill?.assumptions ?? []
            if grouped != nil {
                result.isGrouped = true
                result.assumptions.append(GroupedNetwork.whoStops)
            }
            return result
        case .failure(.cancelled): throw StudyCancelled()
        case .failure(.noDemand), .failure(.noFirms): return Result(noDemand: network)
        case .failure(let problem): throw Self.problem(problem)
        }
    }
}
