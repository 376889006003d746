/// What a solver found.
public struct LinearSolution: Sendable, Equatable {
    /// How the run ended.
    public enum Status: Sendable, Equatable {
        /// The answer is proven to be the best, within the gap for mixed-integer models.
        case optimal
        /// No values meet all rows and limits, for this reason.
        case infeasible(InfeasibilityReason)
        /// The objective can be made as good as one likes.
        case unbounded
        /// A limit was reached; the values, where there are any, meet rows and limits or not as `isFeasible` says.
        case limitReached(Limit, isFeasible: Bool)
    }

    /// Which limit ended a run.
    public enum Limit: Sendable, Equatable { case iterations, nodes }

    /// How the run ended.
    public var status: Status
    /// The objective of the values.
    public var objective: Double
    /// What is proven: no feasible values have a better objective.
    public var bound: Double
    /// The value of each variable; empty where there is no answer.
    public var values: [Double]
    /// The sum of each row.
    public var rowValues: [Double]
    /// What one unit more of each row's active limit adds to the objective; empty for mixed-integer models.
    public var duals: [Double]
    /// What one unit more of each variable's active limit adds to the objective; empty for mixed-integer models.
    public var reducedCosts: [Double]
    /// From where an equal or similar model can be solved faster; `nil` for mixed-integer models.
    public var basis: Basis?
    /// Iterations of the simplex method.
    public var iterations: Int
    /// Nodes of the mixed-integer search.
    public var nodes: Int

    /// Whether the answer is proven to be the best.
    public var isOptimal: Bool { status == .optimal }

    /// |objective − bound| as a part of |objective|; 0 where both are 0.
    public var gap: Double {
        let distance = (objective - bound).magnitude
        return distance == 0 ? 0 : objective == 0 ? .infinity : distance / objective.magnitude
    }

    /// The value of a variable; `nil` where there is no answer.
    public func value(_ variable: LinearModel.Variable) -> Double? {
        values.indices.contains(variable.place) ? values[variable.place] : nil
    }

    /// Which variables and rows stand at which of their limits.
    public struct Basis: Sendable, Equatable {
        var columns: [Int32]
        var rows: [Int32]
    }
}

/// Why no values meet all rows and limits of a model.
public struct InfeasibilityReason: Sendable, Equatable {
    /// Rows that together with the limits of `variables` contradict each other; without any of them the rest does not.
    public var rows: [LinearModel.Row]
    /// Variables whose limits take part.
    public var variables: [LinearModel.Variable]
    /// A weight a row (Farkas): the weighted sum of the rows cannot be met within the limits of the variables. Empty where the
    /// solver gives none.
    public var weights: [Double]
}
