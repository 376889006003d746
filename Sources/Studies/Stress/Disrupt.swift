import Ecosystem
import Reporting
import Resilience

/// What happens from day to day when firms, segments, regions or ways stop: who is hit, when, through whom, how badly.
public struct Disrupt: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "disrupt", version: Self.version, verb: .stress,
            title: Localized("Disruption from day to day", "逐日中断推演"),
            question: Localized(
                "If this stops for some weeks, who is hit, when, through whom, how badly, and what runs dry?",
                "若此处停摆数周，谁受冲击、何时、经由谁、多严重，哪些环节断供？"),
            parameters: Self.shockParameters + Self.ruleParameters + FirmRisk.bandParameters,
            foremost: ["what", "days", "depth", "recovery", "stock-days", "imports", "samples"],
            methods: [Self.method],
            takes: [.network, .table])
    }

    /// The version of the study: its keys and the engine's rules.
    static let version = "1." + DisruptionOptions.version

    static let method = Method(
        Localized(
            "Each day every firm makes what is ordered, as far as its capacity and its stocks of inputs go. An input that it cannot do "
                + "without stops it when the stock is used up; one that it can do without takes its share of all inputs. What is made is "
                + "shared out among orders and final demand. Then stocks are drawn, goods arrive, and every firm orders what it used and a "
                + "part of what its stock lacks: from the suppliers that it knows, more from those that can still produce, and after a search from "
                + "others of the same sector with capacity to spare. A closed way takes its part of every link that uses it. Goods are conserved: "
                + "what is shipped arrives, and stocks change by what comes and goes; the result holds the largest difference of any day.",
            "每日各企业在产能与投入库存允许的范围内按订单生产。必需投入库存耗尽即停产；可部分缺少的投入按其占全部投入的份额影响产出。产出在订单与最终需求之间分配；"
                + "随后消耗库存、货物到达，企业订购所用之量并补一部分库存缺口：向已知供应商订购，尚能生产者多订；经过寻找期后，也可向同部门有余力的其他企业订购。"
                + "通道关闭时，使用该通道的每条连线按比例减少。货物守恒：发出即到达，库存只因进出而变；结果给出逐日最大差额。"),
        formula:
            "x = min(D, cap, x0 · min over essential s of S_s / (n_min A_s), cap0 · (1 − Σ over others w_s (1 − min(1, S_s / (n_min A_s))))); "
            + "S' = S + received − A x / x0; order = max(0, n A x_opt / x0 − S') / τ + A x / x0",
        literature: [
            "Hallegatte, S. (2008). An adaptive regional input-output model and its application to the assessment of the economic cost of "
                + "Katrina. Risk Analysis 28, 779–799.",
            "Hallegatte, S. (2014). Modeling the role of inventories and heterogeneity in the assessment of the economic costs of natural "
                + "disasters. Risk Analysis 34, 152–167.",
            "Inoue, H., Todo, Y. (2019). Firm-level propagation of shocks through supply-chain networks. Nature Sustainability 2, 841–847.",
        ],
        limits: Localized(
            "No prices, no lasting loss of customers, no stock of finished goods; final demand that is not met is lost. Stocks, searching and "
                + "restocking times are assumptions, the same for all firms, and are shown.",
            "不含价格、客户永久流失与产成品库存；未满足的最终需求即损失。库存、寻找期与补库期为假设，各企业相同，并予列出。"))

    /// Follows the shocks.
    public func result(on input: StudyInput) throws -> Result {
        var result: Result
        switch input.supplied {
        case .network(let network)?: result = try networkResult(network, input)
        case .table(let table)?: result = try tableResult(table, input)
        default:
            guard let samples = input.parameters.integer("samples") else {
                return Result(missing: FirmRisk.Result.Missing(input.model))
            }
            result = try samplesResult(samples, input)
        }
        result.findings = UnusedParameters.of(self, input) + result.findings
        return result
    }
}
