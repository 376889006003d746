/// Which measures lessen the risk most for the money.
public struct MitigationResult: Sendable, Equatable {
    /// A set of measures and what is left of the risk.
    public struct Choice: Sendable, Equatable {
        /// What might be spent.
        public var budget: Double
        /// Places of the measures that are taken, in order.
        public var measures: [Int]
        /// What they cost.
        public var cost: Double
        /// The expected loss with them.
        public var risk: Double
        /// No set within the budget has a smaller expected loss than this.
        public var bound: Double
        /// How many rounds the search took.
        public var rounds: Int
    }

    /// What one measure does.
    public struct Worth: Sendable, Equatable {
        /// By how much it alone lessens the expected loss.
        public var alone: Double
        /// By how much the expected loss would grow if it were left out of the chosen set; `nil` where it is not chosen.
        public var inSet: Double?
    }

    /// One disruption before and after the chosen set.
    public struct Disruption: Sendable, Equatable {
        /// Its name.
        public var scenario: String
        /// Its weight, all adding up to one.
        public var weight: Double
        /// The loss without measures.
        public var before: Double
        /// The loss with the chosen set.
        public var after: Double
    }

    /// The expected loss without measures: Σ weight · loss over the disruptions.
    public var risk: Double
    /// The best set within the budget.
    public var chosen: Choice
    /// The best sets by budget, ascending.
    public var frontier: [Choice]
    /// What each measure does, in the network's order.
    public var worths: [Worth]
    /// The disruptions, in the network's order; those without a known time to recover are left out.
    public var disruptions: [Disruption]
    /// Whether losses are margins; else units.
    public var hasMargins: Bool
    /// What the network does not say.
    public var survivalFindings: [SurvivalFinding]
    /// What is odd about the measures.
    public var findings: [MitigationFinding]

    /// What is not proven of a choice, as a part of the risk without measures.
    public func gap(of choice: Choice) -> Double { risk > 0 ? max(0, choice.risk - choice.bound) / risk : 0 }
}
