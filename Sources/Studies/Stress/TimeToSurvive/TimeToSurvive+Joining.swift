import Ecosystem

extension TimeToSurvive: ShardedStudy {
    /// Which part a result is.
    public func shard(of result: Result) -> StudyShard? { result.shard }

    /// Disruptions side by side, ranked together; findings are of the whole network in every part.
    public func joined(_ parts: [Result]) throws -> Result {
        guard var whole = parts.first else {
            return Result(missing: .init(links: 0, linksWithValue: 0, organizations: 0))
        }
        whole.shard = nil
        whole.disruptions = parts.flatMap(\.disruptions)
        guard whole.disruptions.count == whole.scenarioCount else {
            throw StudyProblem(
                Localized(
                    "the parts hold \(whole.disruptions.count) of \(whole.scenarioCount) disruptions",
                    "各部分共 \(whole.disruptions.count) 个停产情景，应为 \(whole.scenarioCount) 个"))
        }
        whole.rank()
        return whole
    }
}
