import Reconstruction

/// A made-up region: cars, parts and steel in two cities.
enum SmallRegion {
    /// Cars buy parts, parts buy parts and steel, nobody else buys anything.
    static func targets(
        sizes: SizeDistribution = .lognormal(sigma: 1), closeness: [Double]? = [1, 0.3, 0.3, 1]
    ) -> ReconstructionTargets {
        ReconstructionTargets(
            sectors: ["cars", "parts", "steel"], regions: ["north", "south"],
            groups: [
                .init(sector: 1, region: 0, firms: 20, output: 60),
                .init(sector: 0, region: 0, firms: 4, output: 100),
                .init(sector: 1, region: 1, firms: 10, output: 40),
                .init(sector: 2, region: 1, firms: 3, output: 50),
                .init(sector: 0, region: 1, firms: 1, output: 20),
            ],
            coefficients: [0, 0, 0, 0.5, 0.25, 0, 0, 0.1, 0], closeness: closeness, sizes: sizes)
    }

    /// Makers of cars cannot do without parts, makers of parts not without either parts or steel.
    static let needs: [ReconstructionTargets.Need] = [
        .init(inputs: [1], user: 0), .init(inputs: [2, 1], user: 1),
    ]

    /// A network of it.
    static func network(
        _ targets: ReconstructionTargets = targets(), seed: UInt64 = 1,
        _ change: (inout ReconstructionOptions) -> Void = { _ in }
    ) throws(ReconstructionRefusal) -> ReconstructedNetwork {
        var options = ReconstructionOptions()
        options.seed = seed
        options.meanSuppliers = 3
        change(&options)
        return try NetworkReconstruction.run(on: targets, options).get()
    }
}
