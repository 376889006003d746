import Ecosystem

extension FirmRisk: ShardedStudy {
    /// Which part a result is.
    public func shard(of result: Result) -> StudyShard? { result.shard }

    /// Losses side by side; findings of each code added up, those about the whole network once.
    public func joined(_ parts: [Result]) throws -> Result {
        guard var whole = parts.first else {
            return Result(missing: .init(links: 0, linksWithValue: 0, organizations: 0))
        }
        whole.shard = nil
        if whole.bands != nil {
            whole.bands = try Self.joinedBands(parts)
            whole.links = Int((whole.bands?.links ?? 0).rounded())
            return whole
        }
        whole.scenarios = parts.flatMap(\.scenarios)
        var codes: [String] = []
        var found: [String: [Result.Finding]] = [:]
        for part in parts {
            for finding in part.findings {
                if found[finding.code] == nil { codes.append(finding.code) }
                found[finding.code, default: []].append(finding)
            }
        }
        let joined = codes.flatMap { code -> [Result.Finding] in
            let all = found[code] ?? []
            return Self.ofScenarios.contains(code) ? Result.merged(all) : Array(all.prefix(1))
        }
        // Those of scenarios are found after those of the network, in the order in which one run finds them.
        whole.findings =
            joined.filter { !Self.ofScenarios.contains($0.code) }
            + Self.ofScenarios.compactMap { code in joined.first { $0.code == code } }
        guard whole.scenarios.count == whole.scenarioCount else {
            throw StudyProblem(
                Localized(
                    "the parts hold \(whole.scenarios.count) of \(whole.scenarioCount) scenarios",
                    "各部分共 \(whole.scenarios.count) 个情景，应为 \(whole.scenarioCount) 个"))
        }
        whole.describeShape()
        return whole
    }

    /// Findings of the scenarios of a part, in the order in which a run finds them.
    private static let ofScenarios = ["not-certified", "not-converged", "touches-nothing"]
}
