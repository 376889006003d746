/// How the structure of a network is measured.
public struct NetworkOptions: Sendable {
    /// γ of the modularity of communities.
    public var resolution: Double
    /// Iterations of the search for communities; 0 for until nothing changes.
    public var iterations: Int
    /// The largest network whose paths and nestedness are measured exactly.
    public var exactUpTo: Int
    /// Sources drawn for paths in larger ones.
    public var samples: Int
    /// Trials of random removal.
    public var trials: Int
    /// Points of each removal curve.
    public var points: Int
    /// The seed of everything that is drawn.
    public var seed: UInt64

    /// Options.
    public init(
        resolution: Double = 1, iterations: Int = 10, exactUpTo: Int = 20_000, samples: Int = 1_000,
        trials: Int = 20, points: Int = 26, seed: UInt64 = 1
    ) {
        self.resolution = resolution
        self.iterations = iterations
        self.exactUpTo = exactUpTo
        self.samples = samples
        self.trials = trials
        self.points = points
        self.seed = seed
    }
}
