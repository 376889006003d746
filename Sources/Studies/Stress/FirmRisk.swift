import Ecosystem
import Foundation
import Reporting
import Resilience

/// How much of all output is lost when a firm fails, for every firm of a supply network or for given scenarios.
public struct FirmRisk: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "systemic-risk", version: SystemicRiskOptions.version + ".1", verb: .stress,
            title: Localized("Systemic risk of firms", "企业系统性风险"),
            question: Localized(
                "If this firm fails, how much of all output is lost through those it supplies and those that supply it?",
                "若这家企业停产，经由其客户与供应商会损失多少总产出？"),
            parameters: Self.parameters + Self.bandParameters,
            foremost: ["mode", "weight", "pair", "samples"],
            methods: [Self.method, Self.openMethod, Self.bandMethod], takes: [.network])
    }

    private static let parameters = [
        StudyParameter(
            "mode",
            .choice([
                .init(
                    "open",
                    Localized("open: well posed, every value with a proven bound", "开放：适定，每个数值附有证明的误差界")),
                .init(
                    "peer", Localized("peer: as published, with its rule of when to stop", "同行：按已发表的方法与停止规则")),
            ]),
            title: Localized("Form of the index", "指数形式"),
            help: Localized(
                "On a network without final demand the published index depends on when the iteration stops",
                "在没有最终需求的网络上，已发表指数的数值取决于何时停止迭代"),
            default: .value("open")),
        StudyParameter(
            "final-demand",
            .choice([
                .init("none", Localized("none: sales in the network are all there is", "无：网络内销售即全部销售")),
                .init(
                    "revenue",
                    Localized("revenue: the column revenue of firms.csv", "收入：取 firms.csv 的 revenue 列")),
            ]),
            title: Localized("Final demand", "最终需求"),
            help: Localized(
                "What firms sell outside the network; open mode needs revenue, peer mode takes none where nothing is said",
                "企业在网络之外的销售；开放形式须用 revenue，同行形式默认 none")),
        StudyParameter(
            "tolerance", .number(1e-13...1), title: Localized("Tolerance", "容许误差"),
            help: Localized(
                "Peer mode: the iteration stops when no firm's loss grows by more (1e-2). Open mode: no value is off by more (1e-6).",
                "同行形式：所有企业的损失增量都不超过此值时停止（1e-2）。开放形式：任何数值的误差不超过此值（1e-6）。")),
        StudyParameter(
            "relative-tolerance", .text(maximumLength: 24),
            title: Localized("Relative tolerance", "相对容许误差"),
            help: Localized(
                "Open mode: no value is off by more than this part of itself, such as 1e-3; “yes” takes the tolerance as that part",
                "开放形式：误差不超过数值自身的这一比例，如 1e-3；填 yes 则把容许误差当作该比例")),
        StudyParameter(
            "exact", .flag, title: Localized("In full", "完整迭代"),
            help: Localized(
                "Peer mode: follow every iteration in full also where there are more than 20,000 firms; else values there may be off by 1e-6, "
                    + "the number of rounds never",
                "同行形式：超过 20,000 家企业时也完整迭代；否则数值误差不超过 1e-6，轮数不变")),
        StudyParameter(
            "replaceability",
            .choice([
                .init("on", Localized("firms of a sector stand in for each other", "同部门企业可相互替代")),
                .init("off", Localized("nobody stands in for anybody", "任何企业不可替代")),
            ]),
            title: Localized("Replaceability", "可替代性"),
            help: Localized(
                "Whether customers find what is lost at other firms of the same sector, as far as their output goes",
                "客户能否在同部门其他企业的产出范围内找到替代"),
            default: .value("on")),
        StudyParameter(
            "weight", .text(maximumLength: 100), title: Localized("Weighed by", "权重"),
            help: Localized(
                "A column of firms.csv, such as jobs or tax; revenue or sales where none is given",
                "firms.csv 的一列，如就业或税收；不填则为收入或网络内销售")),
        StudyParameter(
            "rows", .integer(1...1000), title: Localized("Rows", "行数"),
            help: Localized("How many firms the tables show; the result holds all", "表格显示的企业数；结果含全部"),
            default: .value("30")),
        StudyParameter(
            "pair", .text(maximumLength: 400), title: Localized("Explain the way", "说明传导路径"),
            help: Localized(
                "gravest: whom the gravest firm hits hardest; A,B: through whom the failure of firm A reaches firm B, and how much along each way; A alone: whom it hits hardest, and by which way. "
                    + "In open mode, on the column revenue. Over reconstructed networks: ids of named firms or segments",
                "gravest：影响最大的企业冲击谁；A,B：企业 A 停产经由谁传到企业 B、各路径多少；只写 A：受冲击最重者及主要路径。按开放形式、收入列计算。多网络时填具名企业或环节的编号")),
    ]

    static let method = Method(
        Localized(
            "A firm that fails loses a part of its capacity. Each customer loses the largest part that it lacks of any input group "
                + "that it cannot do without, or the part that it lacks of all other inputs together, whichever is more; what other firms "
                + "of the supplier's sector can deliver softens this. Each supplier loses the part of its sales that is no longer ordered. "
                + "Both spread from firm to firm; a firm's loss is the larger of the two. The index is the loss of all firms, weighed.",
            "停产企业损失部分产能。客户的损失取不可缺少的各类投入中缺口最大者，与其余投入合计缺口相比取大；供应商所在部门其他企业的供货能力可减轻缺口。"
                + "供应商的损失为不再被订购的销售份额。两个方向逐企业传递，企业损失取两者之大。指数为所有企业损失的加权和。"),
        formula:
            "ESRI = Σ w (1 − min(h_d, h_u)) / Σ w; h_d = min(ψ, min over essential k of Π_k, 1 − Σ over others (1 − Π_k)), "
            + "Π_jk = 1 − Σ σ_i Λd_ij (1 − h_d,i); h_u,i = min(ψ, 1 − Σ_j Λu_ij (1 − h_u,j))",
        literature: [
            "Diem, C., Borsos, A., Reisch, T., Kertész, J., Thurner, S. (2022). Quantifying firm-level economic systemic risk from "
                + "nation-wide supply networks. Scientific Reports 12, 7719."
        ],
        limits: Localized(
            "No stocks, no time, no prices, no new suppliers: the loss while nothing but existing firms of a sector steps in. "
                + "A network that misses links or quantities gives wrong ranks.",
            "不含库存、时间、价格与新供应商：仅有同部门现有企业顶上时的损失。网络缺少连线或数量时排名会出错。"))

    static let openMethod = Method(
        Localized(
            "Without final demand the upstream loss of firms that supply each other in a circle never stops growing, and the published "
                + "index is decided by when the iteration stops. In open mode what is sold to final demand ends a loss; with "
                + "G = (I − Λu)⁻¹ the upstream loss of one firm is (wG)_k (1 − R_k), R_k the probability that an order chain from k "
                + "returns to it. R_k and the downstream loss are followed until what is left out is proven to be within the tolerance.",
            "没有最终需求时，互相供货成环的企业上游损失会不断增长，已发表指数取决于何时停止迭代。开放形式下，售予最终需求的部分使损失终止；"
                + "记 G = (I − Λu)⁻¹，单个企业的上游损失为 (wG)_k (1 − R_k)，R_k 为自 k 出发的订单链返回 k 的概率。对 R_k 与下游损失一直计算到可证明遗漏部分在容许误差之内。"
        ),
        formula:
            "|error| ≤ errorBound; errorBound ≤ tolerance, or what is left up to a total loss where no proof closes",
        literature: [
            "Andersen, R., Borgs, C., Chayes, J., Hopcroft, J., Mirrokni, V., Teng, S.-H. (2007). Local computation of PageRank "
                + "contributions. WAW 2007, LNCS 4863, 150–165.",
            "Lofgren, P., Banerjee, S., Goel, A. (2016). Personalized PageRank estimation and search: a bidirectional approach. WSDM 2016.",
        ])

    /// Computes the losses.
    public func result(on input: StudyInput) throws -> Result {
        let samples = input.parameters.integer("samples")
        guard case .network(let network)? = input.supplied else {
            guard let samples else { return Result(missing: Result.Missing(input.model)) }
            var result = try bands(on: input, samples: samples, options(input))
            result.findings = UnusedParameters.of(self, input) + result.findings
            return result
        }
        if samples != nil {
            throw StudyProblem(
                Localized(
                    "samples are drawn where no network is given; leave out samples, or the network",
                    "仅在未提供网络时抽样；请去掉 samples 或网络"), parameter: "samples")
        }
        let options = try options(input)
        switch SystemicRisk.run(on: network, options) {
        case .success(let found):
            var result = Result(found, network, options)
            result.findings = UnusedParameters.of(self, input) + result.findings
            // Parts do not know which firm of the whole is the gravest.
            let gravest = result.shard == nil && result.everyFirmAlone ? result.gravest?.scenario : nil
            result.pair = try pair(network, options, input, gravest: gravest)
            return result
        case .failure(.cancelled): throw StudyCancelled()
        case .failure(let problem): throw Self.problem(problem, network)
        }
    }

    private func options(_ input: StudyInput) throws -> SystemicRiskOptions {
        let values = input.parameters
        var options = SystemicRiskOptions()
        options.mode = values.text("mode").flatMap(SystemicRiskOptions.Mode.init(rawValue:)) ?? .open
        options.finalDemand =
            values.text("final-demand").flatMap(SystemicRiskOptions.FinalDemand.init(rawValue:))
            ?? (options.mode == .open ? .revenue : .none)
        options.tolerance = try tolerance(values)
        options.isReplaceable = values.text("replaceability") != "off"
        options.weight = values.text("weight")
        if values.flag("exact") { options.peerError = 0 }
        options.threads = ProcessInfo.processInfo.activeProcessorCount
        options.shard = input.shard.flatMap { .init(index: $0.index, count: $0.count) }
        let progress = input.progress
        options.progress = .init { done, total in
            let step = Localized("scenario \(done) of \(total)", "第 \(done)/\(total) 个情景")
            return (try? progress.advance(to: Double(done) / Double(max(1, total)), step)) != nil
        }
        return options
    }

    private func tolerance(_ values: ParameterValues) throws -> SystemicRiskOptions.Tolerance? {
        let absolute = values.number("tolerance")
        guard let text = values.text("relative-tolerance"), !["no", "off", "false"].contains(text) else {
            return absolute.map { .absolute($0) }
        }
        if ["yes", "on", "true"].contains(text) { return .relative(absolute ?? 1e-3) }
        guard let part = Double(text), part >= 1e-13, part <= 1 else {
            throw StudyProblem(
                Localized(
                    "relative-tolerance: “\(text)” is no number from 1e-13 to 1, nor yes",
                    "relative-tolerance：“\(text)”不是 1e-13 到 1 之间的数，也不是 yes"),
                parameter: "relative-tolerance")
        }
        return .relative(part)
    }
}
