public import Ecosystem
import Reporting
import Resilience

extension FirmRisk {
    /// The word for `pair` that stands for the firm whose failure costs most.
    public static let gravest = "gravest"

    /// Columns that can weigh, and firms whose losses can be explained.
    public func suggestions(
        for parameter: String, on model: EcosystemModel, supplied: ComputingInput?
    ) -> [(value: String, label: Localized)] {
        guard case .network(let network)? = supplied else {
            guard supplied == nil, parameter == "pair", CompanionPackage.isPossible(for: model) else {
                return []
            }
            let segments = model.all(Segment.self).map { (value: $0.id.text, label: $0.name) }
            return segments
                + model.all(Organization.self).map { (value: $0.id.text, label: $0.name) }
        }
        switch parameter {
        case "weight": return network.columns.map { (value: $0.name, label: Localized(same: $0.name)) }
        case "pair":
            let named = Set(network.namedFirms(in: model).map { network.firms[$0] })
            let firms = DisruptTargets(network).choices(40).filter {
                !$0.contains(":") && !named.contains($0)
            }
            return [(value: Self.gravest, label: Localized("the gravest firm", "影响最大的企业"))]
                + firms.map { (value: $0, label: model.name(of: $0)) }
        default: return []
        }
    }

    /// The ways of the loss that `pair` asks for; `nil` where it does not.
    ///
    /// - Throws: a name that the network does not have, or a network without revenue.
    func pair(
        _ network: SupplyNetwork, _ options: SystemicRiskOptions, _ input: StudyInput, gravest: String?
    ) throws -> Result.Pair? {
        guard var text = input.parameters.text("pair") else { return nil }
        var rows = input.parameters.integer("rows") ?? 30
        if text == Self.gravest, !network.firms.contains(text) {
            guard let gravest else { return nil }
            text = gravest
            rows = min(rows, 10)
        }
        let names = text.split(maxSplits: 1, omittingEmptySubsequences: false) { ",，>".contains($0) }
            .map { Disrupt.trimmed($0) }
        let places = names.map { name in network.firms.firstIndex(of: name) }
        let unknown = zip(names, places).filter { $0.1 == nil }.map(\.0)
        guard unknown.isEmpty, let from = places.first ?? nil else {
            let some = network.firms.prefix(5).joined(separator: ", ")
            throw StudyProblem(
                unknown.map { name in
                    StudyProblem.Detail(
                        parameter: "pair",
                        message: Localized(
                            "pair: the network has no firm “\(name)”; it has, among others, \(some)",
                            "pair：网络中没有企业“\(name)”；现有如 \(some)"))
                })
        }
        let target = places.count > 1 ? places[1] : nil
        var options = options
        options.finalDemand = .revenue
        options.tolerance = nil
        switch LossPaths.run(
            on: network, shocks: [(from, 1)], to: target, hits: max(rows, 1), paths: rows, options)
        {
        case .failure(.cancelled): throw StudyCancelled()
        case .failure(let problem): throw Self.problem(problem, network)
        case .success(let found):
            return Result.Pair(
                found, network, from: from, to: target, named: network.namedFirms(in: input.model))
        }
    }
}

extension FirmRisk.Result.Pair {
    init(_ found: LossPaths.Found, _ network: SupplyNetwork, from: Int, to: Int?, named: Set<Int>) {
        func name(_ place: Int) -> String {
            named.contains(place) && place != from && place != to
                ? "[\(network.sectors[Int(network.sectorOfFirm[place])])]" : network.firms[place]
        }
        let hit = to.flatMap { place in found.hits.first { $0.firm == place } }
        self.init(
            from: network.firms[from], to: to.map { network.firms[$0] }, downstream: hit?.downstream,
            upstream: hit?.upstream,
            paths: found.paths.map { path in
                Path(
                    firms: path.firms.map(name), amount: path.amount,
                    direction: path.isDownstream ? "downstream" : "upstream")
            },
            unexplainedDownstream: to.map { _ in found.unexplained.downstream },
            unexplainedUpstream: to.map { _ in found.unexplained.upstream },
            hits: found.hits.filter { $0.firm != from && !named.contains($0.firm) }.map { hit in
                Hit(
                    firm: name(hit.firm), downstream: hit.downstream, upstream: hit.upstream,
                    weighed: hit.weighed, mainPath: hit.mainPath?.firms.map(name))
            }, hitCount: found.hitCount)
    }
}

extension FirmRiskPage {
    /// The blocks about the ways of a loss.
    func blocks(of pair: FirmRisk.Result.Pair) -> [Block] {
        var blocks: [Block] = []
        if let to = pair.to {
            let rest = (pair.unexplainedDownstream ?? 0) + (pair.unexplainedUpstream ?? 0)
            blocks.append(
                .table(
                    Table(
                        "paths",
                        Localized(
                            "How the failure of \(pair.from) reaches \(to)", "\(pair.from) 停产如何传到 \(to)"),
                        caption: pair.paths.isEmpty
                            ? Localized("it does not reach it", "未传到")
                            : Localized(
                                "ways not listed bring \(NumberWording.text(LossNumbers.percent(rest))) %",
                                "未列出的路径合计 \(NumberWording.text(LossNumbers.percent(rest)))%"),
                        columns: [
                            .words("path", "Through whom", "经由"),
                            .words("direction", "Why", "原因"),
                            .numbers(
                                "amount", "Of its capacity", "占其产能", unit: Localized(same: "%")),
                        ],
                        rows: pair.paths.map { path in
                            [
                                .text(path.firms.joined(separator: " → ")),
                                .text(
                                    path.direction == "downstream"
                                        ? Localized("lack of inputs", "缺投入")
                                        : Localized("lack of orders", "缺订单")),
                                share(path.amount),
                            ]
                        })))
        }
        blocks.append(
            .table(
                Table(
                    "hit",
                    Localized("Whom the failure of \(pair.from) hits hardest", "\(pair.from) 停产对谁冲击最重"),
                    caption: Localized(
                        "\(pair.hitCount.words) firms are hit", "共 \(pair.hitCount.words) 家受冲击"),
                    columns: [
                        .words("firm", "Firm", "企业"), .words("path", "Main way", "主要路径"),
                        .numbers("downstream", "Lacks inputs", "缺投入", unit: Localized(same: "%")),
                        .numbers("upstream", "Lacks orders", "缺订单", unit: Localized(same: "%")),
                        .numbers("weighed", "Part in the index", "在指数中", unit: Localized(same: "%")),
                    ],
                    rows: pair.hits.map { hit in
                        [
                            .text(hit.firm),
                            hit.mainPath.map { .text($0.joined(separator: " → ")) } ?? .unknown,
                            share(hit.downstream), share(hit.upstream), share(hit.weighed),
                        ]
                    })))
        return blocks
    }
}
