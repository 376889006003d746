import Ecosystem
import Reporting
import Resilience

/// Which measures against disruptions lessen the expected loss most for the money.
public struct Mitigate: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "mitigate", version: MitigationOptions.version, verb: .stress,
            title: Localized("Protection for the money", "以最少的钱防断供"),
            question: Localized(
                "Which stocks, second sources, spare capacities, faster repairs and new suppliers buy most resilience under a budget?",
                "在给定预算下，哪些库存、第二货源、备用产能、更快修复与新供应商最能提升韧性？"),
            parameters: Self.parameters + StopQuestion.parameters + Self.candidateParameters
                + MoneyBillChoices.parameters,
            foremost: ["what", "days", "depth", "back-in", "budget", "recovery"]
                + MeasureCosts.parameters.map(\.id),
            methods: [Self.method], takes: [.network])
    }

    private static let parameters = [
        StudyParameter(
            "budget", .number(0...1e15), title: Localized("Budget", "预算"),
            help: Localized(
                "What may be spent, in the money of the measures; half of what all cost where none is given",
                "可用金额，与措施费用同一货币；不填则为全部措施费用的一半")),
        StudyParameter(
            "steps", .integer(1...60), title: Localized("Steps of the frontier", "前沿的步数"),
            help: Localized("From nothing to all measures", "自零至全部措施"), default: .value("12")),
        StudyParameter(
            "recovery", .number(0.001...100_000), title: Localized("Time to recover", "恢复时间"),
            help: Localized(
                "Of firms for which the column ttr gives none; without it their losses are left out, or for networks of money eight weeks hold",
                "用于 ttr 列未给出的企业；不填则不计其损失，金额网络按八周计")),
        StudyParameter(
            "likelihood", .text(maximumLength: 100), title: Localized("How likely", "可能性"),
            help: Localized(
                "A column of firms.csv that says how often each firm stops, against the others; all equally where none is given",
                "firms.csv 的一列，表示各企业停产的相对频率；不填则一律相等")),
        StudyParameter(
            "rows", .integer(1...1000), title: Localized("Rows", "行数"),
            help: Localized("How many rows the tables show; the result holds all", "表格显示的行数；结果含全部"),
            default: .value("30")),
    ]

    static let method = Method(
        Localized(
            "Measures are taken before it is known what stops; then production is planned anew as in time-to-survive. The risk is the loss of a "
                + "disruption, on average over all by their likelihood. A mixed-integer program chooses a set; the linear programs of the disruptions "
                + "give its true loss and prices, which bound the loss of every other set from below; this goes on until no set that can be paid can be "
                + "better than the best one found. What is left of the proof stands as the gap, as a part of the risk without measures.",
            "措施在不知何处停产之前选定，随后按“可支撑时间”的方法重新安排生产。风险为各情景损失按可能性加权的平均值。由混合整数规划选出一组措施，"
                + "再由各情景的线性规划给出其真实损失与影子价格，后者从下方界定其他任何组合的损失；如此往复，直至可负担的任何组合都不可能优于已找到者。"
                + "未证明的余量以占无措施时风险的比例列为差距。"),
        formula:
            "min over x in {0,1}, Σ cost x ≤ budget of Σ w_n · loss_n(x); loss_n(x) ≥ constant + Σ slope · x by duality",
        literature: [
            "Benders, J. F. (1962). Partitioning procedures for solving mixed-variables programming problems. Numerische Mathematik 4, 238–252.",
            "Van Slyke, R. M., Wets, R. (1969). L-shaped linear programs with applications to optimal control and stochastic programming. SIAM "
                + "Journal on Applied Mathematics 17, 638–663.",
            "Simchi-Levi, D. et al. (2015). Identifying risks and mitigating disruptions in the automotive supply chain. Interfaces 45(5), 375–390.",
        ],
        limits: Localized(
            "Measures are whole or not at all, and only those that are given are weighed. New suppliers take nothing from the network and never stop. "
                + "Costs count once, losses a disruption: whether a measure pays depends on how often disruptions come, which nobody says here.",
            "措施只能全取或不取，且仅比较所给出的措施。新供应商不从网络取料，也不会停产。费用计一次，损失按每次停产计；措施是否划算取决于停产频率，此处并无数据。"
        ))

    /// Chooses.
    public func result(on input: StudyInput) throws -> Result {
        guard case .network(let network)? = input.supplied else {
            return Result(missing: Result.Missing(input.model))
        }
        var result = try result(on: network, input)
        result.findings = UnusedParameters.of(self, input) + result.findings
        return result
    }
}
