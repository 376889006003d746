/// A linear or mixed-integer model: variables with bounds and costs, rows that hold sums of them within bounds.
///
/// ```swift
/// var model = LinearModel(.maximize)
/// let bread = model.addVariable(cost: 3), cake = model.addVariable(cost: 5)
/// model.addRow([(bread, 1), (cake, 2)], in: .atMost(10))
/// let solution = try model.solve()
/// ```
public struct LinearModel: Sendable {
    /// Whether the objective is made small or large.
    public enum Sense: Sendable { case minimize, maximize }

    /// Which values a variable may take.
    public enum Domain: Sendable { case continuous, integer }

    /// From where to where, both ends belonging to it; infinite ends are none.
    public struct Limits: Sendable, Equatable {
        /// The least value.
        public var lower: Double
        /// The largest value.
        public var upper: Double

        /// From `lower` to `upper`.
        public init(_ lower: Double, _ upper: Double) {
            self.lower = lower
            self.upper = upper
        }

        /// At most a value.
        public static func atMost(_ value: Double) -> Limits { Limits(-.infinity, value) }
        /// At least a value.
        public static func atLeast(_ value: Double) -> Limits { Limits(value, .infinity) }
        /// One value.
        public static func exactly(_ value: Double) -> Limits { Limits(value, value) }
        /// From 0 on.
        public static let notNegative = Limits(0, .infinity)
        /// No bound.
        public static let free = Limits(-.infinity, .infinity)
    }

    /// A variable of a model, by its place.
    public struct Variable: Sendable, Hashable {
        /// The place, from 0 on in the order in which variables were added.
        public let place: Int
    }

    /// A row of a model, by its place.
    public struct Row: Sendable, Hashable {
        /// The place, from 0 on in the order in which rows were added.
        public let place: Int
    }

    /// Whether the objective is made small or large.
    public let sense: Sense
    /// What the objective has besides the costs of variables.
    public var offset: Double = 0
    /// What one unit of each variable adds to the objective.
    public private(set) var costs: [Double] = []
    /// The limits of each variable.
    public private(set) var limits: [Limits] = []
    /// The domain of each variable.
    public private(set) var domains: [Domain] = []
    /// The limits of each row.
    public private(set) var rowLimits: [Limits] = []
    /// Where the terms of each row begin in ``places`` and ``coefficients``; one more than rows.
    public private(set) var rowStarts: [Int32] = [0]
    /// The variable of each term.
    public private(set) var places: [Int32] = []
    /// The coefficient of each term.
    public private(set) var coefficients: [Double] = []

    /// A model with neither variables nor rows.
    public init(_ sense: Sense) { self.sense = sense }

    /// The variables, in the order in which they were added.
    public var variables: [Variable] { costs.indices.map { Variable(place: $0) } }

    /// How many variables there are.
    public var variableCount: Int { costs.count }
    /// How many rows there are.
    public var rowCount: Int { rowLimits.count }
    /// Whether any variable has to be whole.
    public var isMixedInteger: Bool { domains.contains(.integer) }

    /// Adds a variable.
    public mutating func addVariable(
        in limits: Limits = .notNegative, cost: Double = 0, _ domain: Domain = .continuous
    ) -> Variable {
        costs.append(cost)
        self.limits.append(limits)
        domains.append(domain)
        return Variable(place: costs.count - 1)
    }

    /// Adds a row; terms of one variable are added up, terms of variables of another model are a problem told by `solve`.
    ///
    /// Complexity: O(terms · log terms).
    @discardableResult
    public mutating func addRow(_ terms: [(Variable, Double)], in limits: Limits) -> Row {
        let sorted = terms.sorted { $0.0.place < $1.0.place }
        let start = places.count
        for (variable, coefficient) in sorted {
            let place = Int32(clamping: variable.place)
            if places.count > start, places.last == place {
                coefficients[coefficients.count - 1] += coefficient
            } else {
                places.append(place)
                coefficients.append(coefficient)
            }
        }
        rowStarts.append(Int32(clamping: places.count))
        rowLimits.append(limits)
        return Row(place: rowLimits.count - 1)
    }

    /// Changes the limits of a variable.
    public mutating func setLimits(of variable: Variable, to limits: Limits) {
        guard self.limits.indices.contains(variable.place) else { return }
        self.limits[variable.place] = limits
    }

    /// Changes the limits of a row.
    public mutating func setLimits(of row: Row, to limits: Limits) {
        guard rowLimits.indices.contains(row.place) else { return }
        rowLimits[row.place] = limits
    }

    /// Solves the model from scratch.
    ///
    /// - Parameter goesOn: asked now and then; the run ends where it says no.
    /// - Throws: ``SolverProblem`` where the solver is not installed or the model is none; that there is no feasible
    ///   answer is a status of the solution.
    public func solve(
        _ options: SolverOptions = SolverOptions(), goesOn: (@Sendable () -> Bool)? = nil
    ) throws(SolverProblem) -> LinearSolution {
        try LinearSolver(self, options, goesOn: goesOn).solve()
    }

    /// What makes this no model, all at once, or `nil`.
    var flaw: String? {
        var flaws: [String] = []
        for (place, cost) in costs.enumerated() where !cost.isFinite {
            flaws.append("cost of variable \(place) is \(cost)")
        }
        for (place, limit) in limits.enumerated() where limit.lower.isNaN || limit.upper.isNaN {
            flaws.append("limits of variable \(place) are \(limit.lower)…\(limit.upper)")
        }
        for (place, limit) in rowLimits.enumerated() where limit.lower.isNaN || limit.upper.isNaN {
            flaws.append("limits of row \(place) are \(limit.lower)…\(limit.upper)")
        }
        for (place, value) in coefficients.enumerated() where !value.isFinite {
            flaws.append("coefficient \(place) is \(value)")
        }
        if !offset.isFinite { flaws.append("offset is \(offset)") }
        if places.contains(where: { Int($0) >= variableCount }) {
            flaws.append("a row names a variable that the model does not have")
        }
        if places.count > Int(Int32.max) - 1 { flaws.append("\(places.count) coefficients are too many") }
        return flaws.isEmpty ? nil : flaws.prefix(20).joined(separator: "; ")
    }
}
