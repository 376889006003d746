import Ecosystem
import Foundation
import Reconstruction
import Reporting

/// A supply network of made-up firms that fits what documents count and name.
public struct Reconstruct: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "reconstruct", version: ReconstructParameters.version, verb: .stress,
            title: Localized("Reconstructed supply network", "供应网络重建"),
            question: Localized(
                "What could the supply network between the region's firms look like, given what is known of it?",
                "根据已知信息，本地区企业间的供应网络可能是什么样？"),
            parameters: ReconstructParameters.all,
            foremost: ["seed", "vehicle-firms", "parts-firms", "mean-suppliers", "local-share"],
            methods: [Self.method], takes: [.table],
            builtInTable: ReconstructParameters.table)
    }

    static let method = Method(
        Localized(
            "Firms are made up: as many of each class as documents count, spread over segments and cities, with sizes drawn by seed. "
                + "Sectors buy of sectors by the coefficients of the national table, less with distance. Two firms are linked with a "
                + "probability that grows with what they would trade, so that the wanted number of links is expected; each also "
                + "has at least one supplier in every sector that it cannot do without. A link is worth what the two are expected to trade, "
                + "divided by the probability that it is there. Over many seeds every firm then buys of every sector exactly its "
                + "coefficient times its output. Named links are always there.",
            "企业为合成：各类企业数量取文献统计，分布到环节与城市，规模按种子抽取。部门间采购按全国投入产出表系数，并随距离衰减。"
                + "两企业相连的概率随其应有贸易额增长，使期望连线数等于设定值；在不可缺少的每个部门至少有一家供应商。连线金额为期望贸易额除以连线出现的概率。"
                + "在大量种子上平均，每家企业向各部门的采购恰为其系数乘以产出。具名连线始终存在。"),
        formula:
            "p_ij = z f_ij / (1 + z f_ij), f_ij = W_k T_ab u_i v_j; ⟨w_ij⟩ = T_ab x_i x_j / (X_a X_b), q_ij = ⟨w_ij⟩ / Σ_l ⟨w_lj⟩ over the suppliers of a need, w_ij = ⟨w_ij⟩ / (1 − (1 − p_ij)(1 − q_ij))",
        literature: [
            "Ialongo, L. N., de Valk, C., Marchese, E., Jansen, F., Zmarrou, H., Squartini, T., Garlaschelli, D. (2022). Reconstructing "
                + "firm-level interactions in the Dutch input–output network from production constraints. Scientific Reports 12, 11847.",
            "Squartini, T., Caldarelli, G., Cimini, G., Gabrielli, A., Garlaschelli, D. (2018). Reconstruction methods for networks: the case "
                + "of economic and financial systems. Physics Reports 757, 1–47.",
        ],
        limits: Localized(
            "One of countless networks that fit. Read patterns over many seeds, never a single firm or link. Which segment supplies which "
                + "is known by the table's sectors alone: all makers of parts look alike to it.",
            "符合条件的网络不计其数，此为其一。应看多个种子的共同规律，不可看单个企业或连线。环节之间的供应关系仅来自投入产出表部门，各类零部件企业在其中没有差别。"))

    /// Draws the network and measures it.
    public func result(on input: StudyInput) throws -> Result {
        let (plan, companion) = try Self.companion(input)
        return Result(plan, companion, ReconstructParameters.options(input))
    }

    /// The plan and its network.
    static func companion(_ input: StudyInput) throws -> (CompanionPlan, CompanionNetwork) {
        guard case .table(let table)? = input.supplied else {
            throw StudyProblem(
                Localized(
                    "reconstruct needs a table; name its folder with --table", "供应网络重建需要一张表；请用 --table 指定"),
                parameter: "table")
        }
        let plan = try CompanionPlan(input.model, table, input.parameters)
        var options = ReconstructParameters.options(input)
        options.threads = ProcessInfo.processInfo.activeProcessorCount
        let progress = input.progress
        options.goesOn = { (try? progress.advance(to: 0.5, Localized("drawing links", "生成连线"))) != nil }
        let name = input.model.identity.id + "+reconstructed/network"
        guard let companion = try CompanionNetwork(plan, options, name: name) else { throw StudyCancelled() }
        return (plan, companion)
    }
}
