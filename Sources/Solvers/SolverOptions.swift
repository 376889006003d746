/// How a model is solved. A run stops by iterations, nodes or gap, never by the clock, so that equal models get equal answers.
public struct SolverOptions: Sendable, Equatable {
    /// Where a mixed-integer search may stop: the distance between the best answer and what is proven possible, as a part of it.
    public var relativeGap: Double
    /// The same distance in units of the objective.
    public var absoluteGap: Double
    /// How many iterations of the simplex method at most; `nil` for no limit.
    public var iterationLimit: Int?
    /// How many nodes of a mixed-integer search at most; `nil` for no limit.
    public var nodeLimit: Int?
    /// By how much rows and bounds may be missed.
    public var feasibilityTolerance: Double
    /// By how much reduced costs may have the wrong sign.
    public var optimalityTolerance: Double
    /// Whether the model is first made smaller. A model that is solved again and again from a basis is better left as it is.
    public var isPresolving: Bool
    /// Whether an infeasible model is searched for rows and bounds that contradict each other.
    public var explainsInfeasibility: Bool
    /// The seed of the solver's own draws.
    public var seed: Int

    /// Options.
    public init(
        relativeGap: Double = 1e-6, absoluteGap: Double = 1e-9, iterationLimit: Int? = nil,
        nodeLimit: Int? = nil,
        feasibilityTolerance: Double = 1e-9, optimalityTolerance: Double = 1e-9, isPresolving: Bool = true,
        explainsInfeasibility: Bool = true, seed: Int = 1
    ) {
        self.relativeGap = relativeGap
        self.absoluteGap = absoluteGap
        self.iterationLimit = iterationLimit
        self.nodeLimit = nodeLimit
        self.feasibilityTolerance = feasibilityTolerance
        self.optimalityTolerance = optimalityTolerance
        self.isPresolving = isPresolving
        self.explainsInfeasibility = explainsInfeasibility
        self.seed = seed
    }
}

/// Why nothing could be solved.
public enum SolverProblem: Error, Sendable, Equatable {
    /// The solver's library is not there or does not fit; in its own words.
    case notInstalled(String)
    /// The model is none, with what is wrong.
    case badModel(String)
    /// Who was asked said to stop.
    case cancelled
    /// The solver gave up; its status.
    case failed(String)
}
