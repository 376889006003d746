public import Ecosystem

/// What a study works on.
public struct StudyInput: Sendable {
    /// The ecosystem, with the scenario applied.
    public var model: EcosystemModel
    /// Regions or dates to compare with.
    public var others: [EcosystemModel]
    /// The scenario that was applied, `nil` for none.
    public var scenario: Scenario?
    /// Numbers given beside the ecosystem: a matrix, a table or a network; `nil` where none were.
    public var supplied: ComputingInput?
    /// Checked parameters.
    public var parameters: ParameterValues
    /// Seed for studies that draw.
    public var seed: UInt64?
    /// Which part of the scenarios to compute; `nil` for all. Only a ``ShardedStudy`` is asked for a part.
    public var shard: StudyShard?
    /// Told how far the work is; returns whether to go on.
    public var progress: StudyProgress

    /// An input.
    public init(
        model: EcosystemModel, others: [EcosystemModel] = [], scenario: Scenario? = nil,
        supplied: ComputingInput? = nil, parameters: ParameterValues = ParameterValues(), seed: UInt64? = nil,
        shard: StudyShard? = nil, progress: StudyProgress = StudyProgress()
    ) {
        self.model = model
        self.others = others
        self.scenario = scenario
        self.supplied = supplied
        self.parameters = parameters
        self.seed = seed
        self.shard = shard
        self.progress = progress
    }

    /// Resolves given texts and applies a scenario, all problems at once. In a network whose numbers are made up, real firms
    /// appear as stand-ins from here on.
    ///
    /// - Throws: ``StudyProblem`` with every parameter and every change of the scenario that cannot be used.
    public static func prepared(
        for description: StudyDescription, model: EcosystemModel, others: [EcosystemModel] = [],
        scenario: Scenario? = nil, supplied: ComputingInput? = nil, given: [String: String] = [:],
        progress: StudyProgress = StudyProgress()
    ) throws(StudyProblem) -> StudyInput {
        var current = model
        if let scenario {
            switch scenario.applied(to: model) {
            case .success(let changed): current = changed
            case .failure(let problems):
                throw StudyProblem(
                    problems.problems.map { problem in
                        StudyProblem.Detail(
                            parameter: "scenario",
                            message: Localized(
                                "scenario, change \(problem.change): ", "情景，第 \(problem.change) 项修改：")
                                + problem.message)
                    })
            }
        }
        if let supplied, !description.takes.contains(supplied.kind) {
            let kinds = description.takes
            throw StudyProblem(
                Localized(
                    "\(description.id) takes no \(supplied.kind.label.en); "
                        + (kinds.isEmpty
                            ? "it asks the data package"
                            : "it takes a " + kinds.map(\.label.en).joined(separator: ", a ")),
                    "研究 \(description.id) 不接受\(supplied.kind.label.zh)；"
                        + (kinds.isEmpty ? "它使用数据包" : "可接受" + kinds.map(\.label.zh).joined(separator: "、"))),
                parameter: supplied.kind.rawValue)
        }
        let values = try ParameterValues.resolve(given, for: description, on: current)
        var used = supplied
        if used == nil, let name = description.builtInTable { used = try BuiltInTables.table(name) }
        // No answer from one made-up network ranks a real firm: no study gets to know which firm it is.
        if case .network(let given)? = used {
            let network = given.showingStandIns(in: current)
            let hidden = network.hiddenAsked(
                values, description.parameters, scenario, in: current)
            guard hidden.isEmpty else { throw StudyProblem(hidden) }
            used = .network(network)
        }
        return StudyInput(
            model: current, others: others, scenario: scenario, supplied: used, parameters: values,
            seed: scenario?.seed,
            progress: progress)
    }
}

extension StudyInput {
    /// How sure the numbers of a given matrix are: as its giver says, unless its about-file says that they are less.
    var givenBasis: Basis {
        guard case .matrix(let matrix)? = supplied else { return .declared }
        return matrix.givenBasis
    }
}

extension RegionMatrix {
    /// How sure its numbers are: as its giver says, unless its about-file says that they are less.
    var givenBasis: Basis { max(basis ?? .declared, .declared) }
}

/// How a study tells how far it is and learns whether to go on.
public struct StudyProgress: Sendable {
    private let tell: @Sendable (Double, Localized) -> Bool

    /// Progress that nobody listens to and that never stops the work.
    public init() { tell = { _, _ in true } }

    /// Progress told to a listener, which returns whether to go on.
    public init(_ tell: @escaping @Sendable (Double, Localized) -> Bool) { self.tell = tell }

    /// Tells how far the work is, 0…1, and in which step; throws where it shall stop.
    ///
    /// Long work calls this at least every 100 ms.
    public func advance(to fraction: Double, _ step: Localized) throws(StudyCancelled) {
        if !tell(min(max(fraction, 0), 1), step) { throw StudyCancelled() }
    }
}
