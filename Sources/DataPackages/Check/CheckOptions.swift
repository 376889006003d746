public import Ecosystem

/// How a package is checked.
public struct CheckOptions: Sendable, Hashable {
    /// How many findings of each severity are listed; further ones are only counted.
    public var maximumFindings: Int
    /// How far from its region's point something in the region may lie.
    public var reach: RegionReach
    /// How many ids are compared in all to find the nearest ones for dangling references; beyond that, only ids at
    /// one letter's distance are suggested.
    public var suggestionBudget: Int
    /// Whether phrases without a translation and names in one language are listed.
    public var listsGaps: Bool

    /// Defaults: 100,000 findings a severity, the limits of `RegionReach`, 5 million comparisons, gaps listed.
    public init(
        maximumFindings: Int = 100_000, reach: RegionReach = RegionReach(),
        suggestionBudget: Int = 5_000_000, listsGaps: Bool = true
    ) {
        self.maximumFindings = maximumFindings
        self.reach = reach
        self.suggestionBudget = suggestionBudget
        self.listsGaps = listsGaps
    }
}
