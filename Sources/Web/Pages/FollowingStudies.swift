import Ecosystem
import Reporting
import Studies

/// Which questions follow from the answer of a study, so that no answer is the end of the way.
enum FollowingStudies {
    /// Ids of studies by the study that was answered, the nearest first.
    static let all: [String: [String]] = [
        "overview": ["chain", "roles", "monitor"],
        "roles": ["specialization", "positioning", "clusters"],
        "clusters": ["balance", "structure", "overview"],
        "parks": ["overlap", "candidates", "roles"],
        "innovation": ["timeline", "network", "emerging"],
        "timeline": ["monitor", "coordination", "innovation"],
        "chain": ["suppliers", "candidates", "network"],
        "suppliers": ["candidates", "network", "disrupt"],
        "candidates": ["suppliers", "local-content", "chain"],
        "local-content": ["candidates", "chain", "suppliers"],
        "specialization": ["similarity", "positioning", "structure"],
        "similarity": ["overlap", "specialization", "coordination"],
        "utilization": ["balance", "emerging", "monitor"],
        "balance": ["chain", "clusters", "utilization"],
        "smile-curve": ["chain", "local-content", "input-output"],
        "takt": ["utilization", "balance", "chain"],
        "monitor": ["structure", "utilization", "timeline"],
        "input-output": ["regionalize", "decomposition", "disrupt"],
        "regionalize": ["input-output", "rebalance", "structure"],
        "rebalance": ["input-output", "decomposition", "regionalize"],
        "decomposition": ["input-output", "structure", "rebalance"],
        "network": ["systemic-risk", "suppliers", "disrupt"],
        "structure": ["coordination", "specialization", "monitor"],
        "emerging": ["overlap", "positioning", "structure"],
        "coordination": ["structure", "similarity", "timeline"],
        "positioning": ["specialization", "emerging", "roles"],
        "brief": ["overview", "monitor", "chain"],
        "overlap": ["parks", "emerging", "similarity"],
        "reconstruct": ["systemic-risk", "disrupt", "mitigate"],
        "systemic-risk": ["disrupt", "mitigate", "network"],
        "time-to-survive": ["mitigate", "disrupt", "systemic-risk"],
        "disrupt": ["mitigate", "time-to-survive", "candidates"],
        "mitigate": ["time-to-survive", "disrupt", "systemic-risk"],
    ]

    /// Parameters that go along to a study that has them too.
    private static let kept = ["region", "segment"]

    /// The questions after a study that this site serves; those that have a page of their own lead there.
    static func questions(
        after study: StudyDescription, values: [String: String], of package: ServedPackage, on site: Site
    ) -> [FurtherQuestion] {
        let root = "/r/\(WebAddress.encoded(package.id))"
        let model = package.model
        return (all[study.id] ?? []).compactMap { id in
            guard let next = site.study(id: id)?.description else { return nil }
            switch id {
            case StressPage.study:
                return FurtherQuestion(
                    title: StressPage.title, words: next.question, path: "\(root)/stress")
            case KeystonesPage.study:
                return FurtherQuestion(
                    title: KeystonesPage.title, words: next.question, path: "\(root)/keystones")
            default:
                let items = kept.compactMap { name -> (String, String)? in
                    guard let value = values[name], !value.isEmpty,
                        let parameter = next.parameters.first(where: { $0.id == name }),
                        parameter.defaultText(for: model) != value
                    else { return nil }
                    return (name, value)
                }
                return FurtherQuestion(
                    title: next.title, words: next.question,
                    path: WebAddress.path("\(root)/studies/\(id)", query: items))
            }
        }
    }
}
