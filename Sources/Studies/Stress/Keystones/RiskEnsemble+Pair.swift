import Ecosystem
import Reconstruction
import Resilience

extension RiskEnsemble {
    /// The ends of a way through many networks.
    struct PairQuestion: Sendable {
        /// What stands for an end in each network.
        enum End: Sendable {
            /// The stand-in of a named firm, by its place in the plan.
            case named(Int)
            /// The largest firm of a segment, by its place in the plan.
            case segment(Int)
        }

        var names: [String]
        var from: End
        var to: End?

        /// What `pair` asks.
        ///
        /// - Throws: names that the plan does not have, and a named firm where there are too few networks to tell of one.
        init(_ text: String, _ plan: CompanionPlan, samples: Int) throws(StudyProblem) {
            names = text.split(maxSplits: 1, omittingEmptySubsequences: false) { ",，>".contains($0) }
                .map { Disrupt.trimmed($0) }
            var ends: [End] = []
            var slips: [StudyProblem.Detail] = []
            for name in names {
                if let place = plan.named.firstIndex(where: { $0.organization.text == name }) {
                    ends.append(.named(place))
                    if samples < RiskEnsemble.enoughForNamed {
                        slips.append(
                            .init(
                                parameter: "samples",
                                message: Localized(
                                    "samples: named firms such as “\(name)” are told of from \(RiskEnsemble.enoughForNamed) networks on",
                                    "samples：不少于 \(RiskEnsemble.enoughForNamed) 个网络时才说明“\(name)”这样的具名企业")))
                    }
                } else if let place = plan.segments.firstIndex(where: { $0.text == name }),
                    plan.targets.groups.contains(where: { $0.sector == place && $0.firms > 0 })
                {
                    ends.append(.segment(place))
                } else {
                    let some =
                        plan.segments.prefix(4).map(\.text) + plan.named.prefix(2).map(\.organization.text)
                    slips.append(
                        .init(
                            parameter: "pair",
                            message: Localized(
                                "pair: “\(name)” is neither a named firm nor a segment with firms; there are, among others, "
                                    + some.joined(separator: ", "),
                                "pair：“\(name)”既不是具名企业也不是有企业的环节；可用如 \(some.joined(separator: "、"))")))
                }
            }
            guard slips.isEmpty, let first = ends.first else { throw StudyProblem(slips) }
            from = first
            to = ends.count > 1 ? ends[1] : nil
        }

        /// Bands without numbers yet.
        var frame: FirmRisk.Result.PairBands { .init(from: names[0], to: names.count > 1 ? names[1] : nil) }
    }

    /// Firms hit hardest that are told of by segment.
    private static let told = 40
    /// Ways that are followed in each network.
    private static let followed = 200

    /// The ways and hits of a pair in one network.
    func pairDraw(_ asked: PairQuestion, _ companion: CompanionNetwork) throws -> FirmRisk.Result.PairDraw {
        func firm(_ end: PairQuestion.End) -> Int? {
            switch end {
            case .named(let place):
                return companion.standIn.indices.contains(place) ? companion.standIn[place] : nil
            case .segment(let place):
                let drawn = companion.drawn
                return drawn.output.indices.filter { Int(drawn.sectorOfFirm[$0]) == place }
                    .min { (drawn.output[$1], $0) < (drawn.output[$0], $1) }
            }
        }
        func segments(_ firms: [Int]) -> [String] {
            firms.map { plan.segments[Int(companion.drawn.sectorOfFirm[$0])].text }
        }
        let target = asked.to.flatMap(firm)
        guard let from = firm(asked.from), asked.to == nil || target != nil, from != target else {
            return .init(downstream: nil, upstream: nil, ways: [], hits: [])
        }
        var options = risk
        options.tolerance = nil
        // The firm that is asked for is among those listed where all are; its own loss is what its ways add up to.
        switch LossPaths.run(
            on: companion.network, shocks: [(from, 1)], to: target, hits: target == nil ? Self.told : 0,
            paths: Self.followed, options)
        {
        case .failure(.cancelled): throw StudyCancelled()
        case .failure(let problem): throw FirmRisk.problem(problem, companion.network)
        case .success(let found):
            func sum(_ isDownstream: Bool, _ rest: Double) -> Double? {
                target == nil
                    ? nil
                    : found.paths.reduce(rest) { $1.isDownstream == isDownstream ? $0 + $1.amount : $0 }
            }
            return .init(
                downstream: sum(true, found.unexplained.downstream),
                upstream: sum(false, found.unexplained.upstream),
                ways: found.paths.map { path in
                    .init(
                        segments: segments(path.firms),
                        direction: path.isDownstream ? "downstream" : "upstream",
                        amount: path.amount)
                },
                hits: found.hits.filter { $0.firm != from }.map { hit in
                    .init(
                        segments: segments([hit.firm]),
                        direction: hit.downstream >= hit.upstream ? "downstream" : "upstream",
                        amount: hit.weighed)
                })
        }
    }
}
