public import Ecosystem
import Reporting

/// A question with everything that its answer depends on.
public struct RunRequest: Sendable {
    /// The study.
    public let study: any Study
    /// Its checked input.
    public let input: StudyInput

    /// A request.
    ///
    /// - Throws: ``StudyProblem`` with everything that cannot be used.
    public init(
        study: any Study, model: EcosystemModel, others: [EcosystemModel] = [], scenario: Scenario? = nil,
        supplied: ComputingInput? = nil, given: [String: String] = [:]
    ) throws(StudyProblem) {
        self.study = study
        input = try StudyInput.prepared(
            for: study.description, model: model, others: others, scenario: scenario, supplied: supplied,
            given: given)
    }

    /// The permanent address of the answer: SHA-256 over study, version, parameters, scenario, seed and the
    /// fingerprints of all packages, as 24 hexadecimal digits. Equal questions have equal addresses.
    public var address: String {
        let description = study.description
        var hash = SHA256Hash()
        hash.add("\(description.id)\n\(description.version)\n")
        for (id, text) in input.parameters.texts.sorted(by: { $0.key < $1.key }) {
            hash.add("\(id) \(text.utf8.count) \(text)\n")
        }
        let title = input.scenario.map { "\($0.title.utf8.count) \($0.title)" } ?? "none"
        hash.add("scenario \(title)\nseed \(input.seed.map(String.init) ?? "none")\n")
        hash.add("\(input.model.fingerprint)\n")
        if let supplied = input.supplied {
            hash.add(
                "\(supplied.kind.rawValue) \(supplied.name.utf8.count) \(supplied.name) \(supplied.fingerprint)\n"
            )
        }
        for other in input.others { hash.add("\(other.fingerprint)\n") }
        return String(hash.finish().prefix(24))
    }
}
