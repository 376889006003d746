import Ecosystem
import Foundation
import Reconstruction
import Reporting
import Resilience

extension FirmRisk {
    /// Parameters of bands over reconstructed networks.
    static let bandParameters = [
        StudyParameter(
            "samples", .integer(2...1_000), title: Localized("Reconstructed networks", "重建网络个数"),
            help: Localized(
                "Where no network is given: so many networks of made-up firms that fit what the package counts and names; named firms are told of "
                    + "from 100 on, as an interval",
                "未提供网络时：生成多少个符合数据包记载的合成网络；不少于 100 个时以区间给出具名企业")),
        StudyParameter(
            "seed", .integer(0...Int(Int32.max)), title: Localized("Seed", "种子"),
            help: Localized(
                "Of the first reconstructed network, 1 where nothing is said; the next ones have the numbers after it",
                "首个重建网络的种子，不填为 1，其后依次加一")),
        StudyParameter(
            "assumptions", .text(maximumLength: 400),
            title: Localized("Assumptions of the reconstruction", "重建假设"),
            help: Localized(
                "Parameters of the study reconstruct, such as local-share=0.5;mean-suppliers=15",
                "研究 reconstruct 的参数，如 local-share=0.5;mean-suppliers=15")),
    ]

    static let bandMethod = Method(
        Localized(
            "Many networks of made-up firms are drawn that fit what is known (study reconstruct), and every firm of each fails alone. "
                + "Intervals hold the middle 90 % of the networks. A named firm has a stand-in of its segment and city in each.",
            "按已知信息生成多个合成企业网络（研究 reconstruct），每个网络中逐一令各企业停产。区间含中间 90% 的网络。具名企业在每个网络中有一家同环节同城市的替身。"),
        formula:
            "low, quarter, middle, threeQuarters, high = quantiles 0.05, 0.25, 0.5, 0.75, 0.95 over samples",
        literature: [
            "Ialongo, L. N. et al. (2022). Reconstructing firm-level interactions in the Dutch input–output network from production "
                + "constraints. Scientific Reports 12, 11847."
        ],
        limits: Localized(
            "The intervals show what is not known of links and sizes; that firms are spread as assumed, and that coefficients of the nation "
                + "hold here, is in none of them.",
            "区间反映连线与规模的未知；企业分布假设与全国系数适用性的误差不在其中。"))

    /// The plan that a question about bands rests on.
    func plan(_ input: StudyInput) throws -> (CompanionPlan, ReconstructionOptions) {
        var given: [String: String] = [:]
        var slips: [StudyProblem.Detail] = []
        for part in (input.parameters.text("assumptions") ?? "").split(whereSeparator: { ";,\n".contains($0) }
        ) {
            let sides = part.split(separator: "=", maxSplits: 1).map { side in
                side.trimmingCharacters(in: .whitespaces)
            }
            if sides.count == 2, sides[0] != "seed" {
                given[sides[0]] = sides[1]
            } else {
                slips.append(
                    .init(
                        parameter: "assumptions",
                        message: Localized(
                            "assumptions: “\(part)” is not name=value with a parameter of reconstruct",
                            "assumptions：“\(part)”不是 reconstruct 参数的 名称=值 形式")))
            }
        }
        guard slips.isEmpty else { throw StudyProblem(slips) }
        given["seed"] = input.parameters.text("seed")
        let asked = try StudyInput.prepared(for: Reconstruct().description, model: input.model, given: given)
        guard case .table(let table)? = asked.supplied else {
            throw StudyProblem(Localized("the national table is missing", "缺少全国投入产出表"))
        }
        let plan = try CompanionPlan(asked.model, table, asked.parameters)
        var options = ReconstructParameters.options(asked)
        options.seed = input.seed ?? options.seed
        return (plan, options)
    }

    /// Losses over reconstructed networks.
    func bands(on input: StudyInput, samples: Int, _ risk: SystemicRiskOptions) throws -> Result {
        guard risk.mode == .open else {
            throw StudyProblem(
                Localized(
                    "samples are computed in mode open; leave out mode, or write a network with reconstruct --into and name it with --data",
                    "多网络抽样仅支持 mode open；请去掉 mode，或用 reconstruct --into 写出网络后以 --data 指定"),
                parameter: "samples")
        }
        let (plan, options) = try plan(input)
        var risk = risk
        risk.threads = 1
        risk.shard = nil
        risk.progress = .init()
        // Far below what networks differ by, and proven for nearly every firm of every network.
        if risk.tolerance == nil { risk.tolerance = .absolute(1e-5) }
        var ensemble = RiskEnsemble(plan: plan, options: options, risk: risk, samples: samples)
        ensemble.pair = try input.parameters.text("pair").flatMap { text in
            text == Self.gravest ? nil : try RiskEnsemble.PairQuestion(text, plan, samples: samples)
        }
        let shard = input.shard
        let range = shard.flatMap { SystemicRiskOptions.Shard(index: $0.index, count: $0.count) }?.range(
            of: samples)
        let draws = try ensemble.draws(range ?? 0..<samples, input.progress)
        var result = Result(missing: Result.Missing(input.model))
        result.mode = risk.mode.rawValue
        result.finalDemand = risk.finalDemand.rawValue
        result.weight = risk.weight ?? "revenue"
        switch risk.tolerance {
        case .absolute(let value)?: result.tolerance = value
        case .relative(let value)?:
            result.tolerance = value
            result.isRelative = true
        case nil: break
        }
        result.replaceability = risk.isReplaceable
        result.firms = plan.targets.firmCount
        result.sectors = plan.segments.count
        result.scenarioCount = samples
        result.everyFirmAlone = true
        result.basis = .synthetic
        result.shard = shard
        var bands = RiskEnsemble.frame(plan, samples: samples, seed: options.seed)
        bands.pair = ensemble.pair?.frame
        bands.fill(draws)
        if shard != nil { bands.draws = draws }
        result.links = Int(bands.links.rounded())
        result.bands = bands
        return result
    }

    /// The bands of a whole from those of its parts, whose draws stand side by side.
    static func joinedBands(_ parts: [Result]) throws -> Result.Bands? {
        guard var bands = parts.first?.bands else { return nil }
        let draws = parts.flatMap { $0.bands?.draws ?? [] }
        guard draws.count == bands.samples, draws.allSatisfy(bands.fits) else {
            throw StudyProblem(
                Localized(
                    "the parts hold \(draws.count) of \(bands.samples) networks, or other ones",
                    "各部分共 \(draws.count) 个网络，应为 \(bands.samples) 个，或内容不符"))
        }
        bands.draws = nil
        bands.fill(draws)
        return bands
    }

}
