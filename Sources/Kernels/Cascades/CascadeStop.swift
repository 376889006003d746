/// When a cascade that runs round by round ends.
public struct CascadeStop: Sendable, Equatable {
    /// It ends after the round in which no node's loss grew by more than this.
    public var change: Double
    /// It ends after so many rounds at the latest.
    public var rounds: Int
    /// Whether a pool's remaining output of at most 1e-10 counts as 1, as in the published programs. The quirk depends on
    /// the unit of the values; without it, a node of a pool with nothing left is not stood in for.
    public var hasUnitFloor: Bool

    /// A rule.
    public init(change: Double, rounds: Int = 100_000, hasUnitFloor: Bool = false) {
        self.change = change
        self.rounds = rounds
        self.hasUnitFloor = hasUnitFloor
    }
}

/// What a cascade left, in parts of all that was weighed.
public struct CascadeLoss: Sendable, Equatable {
    /// Σ weight · max(loss downstream, loss upstream), by column of weights.
    public var total: [Double]
    /// Σ weight · loss downstream.
    public var downstream: [Double]
    /// Σ weight · loss upstream.
    public var upstream: [Double]
    /// Rounds until the end.
    public var rounds: Int
    /// The largest growth of a loss in the last round.
    public var change: Double

    /// Some losses.
    public init(total: [Double], downstream: [Double], upstream: [Double], rounds: Int, change: Double) {
        self.total = total
        self.downstream = downstream
        self.upstream = upstream
        self.rounds = rounds
        self.change = change
    }
}
