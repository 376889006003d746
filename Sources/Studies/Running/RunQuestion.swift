import Ecosystem
public import Reporting

/// What was asked, in words that an address can carry: enough to ask it again.
public struct RunQuestion: Sendable, Equatable {
    /// The study's id.
    public let study: String
    /// Id of the package that was asked.
    public let package: String
    /// Ids of the packages that it was compared with.
    public let compared: [String]
    /// The scenario's title, where one was applied.
    public let scenario: String?
    /// Parameters, defaults included.
    public let parameters: [String: String]

    /// The question of a request.
    public init(_ request: RunRequest) {
        study = request.study.id
        package = request.input.model.identity.id
        compared = request.input.others.map(\.identity.id)
        scenario = request.input.scenario?.title
        parameters = request.input.parameters.texts
    }

    /// The question that a report answers.
    public init(_ report: Report) {
        study = report.study
        package = report.package.id
        compared = report.compared.map(\.id)
        scenario = report.scenario
        parameters = report.parameters
    }
}
