public import Kernels

/// Economic links between places by gravity.
///
/// `F_ij = k √(P_i G_i) √(P_j G_j) / d_ij^b`, directed `R_ij = G_i / (G_i + G_j) · F_ij`, total `Σ_j F_ij`. Reilly 1931;
/// Wang Dezhong, Zhuang Renxing 王德忠、庄仁兴 1996.
public struct GravityLinks: Sendable, Hashable {
    /// How they are computed.
    public struct Options: Sendable, Hashable {
        /// b, how fast links fade with distance.
        public var exponent: Double
        /// k.
        public var factor: Double

        /// Options.
        public init(exponent: Double = 2, factor: Double = 1) {
            self.exponent = exponent
            self.factor = factor
        }
    }

    /// F, both ways the same where distances are; a place has no link with itself (`nil`).
    public let links: [[Measured?]]
    /// R, from the first to the second.
    public let directed: [[Measured?]]
    /// What each place has in all.
    public let totals: [Measured]
    /// The exponent that was used.
    public let exponent: Double
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.nothing, .selfLeftOut)

    /// Computes the links of places.
    ///
    /// - Parameters:
    ///   - population: P, one a place.
    ///   - product: G, one a place.
    ///   - distances: d, one row a place; the diagonal is not read. The kind of distance (great circle, road, hours) is
    ///     the caller's and belongs with the result.
    /// - Throws: lists of different length, masses that are negative, distances between two places that are not above zero.
    /// - Complexity: O(places²).
    public static func run(
        population: [Bounded], product: [Bounded], distances: [[Bounded]], _ options: Options = Options()
    ) throws(InputProblems) -> GravityLinks {
        let count = population.count
        var check = InputCheck()
        check.within(ListName.population, population, 0)
        check.count(ListName.output, product.count, count)
        check.within(ListName.output, product, 0)
        check.count(ListName.distances, distances.count, count)
        check.within(
            ListName.bounds, [Bounded(options.exponent), Bounded(options.factor)], .leastNormalMagnitude)
        for (row, values) in distances.enumerated() {
            if values.count != count {
                check.add(.ragged(row: row, found: values.count, expected: count))
            }
            for (column, distance) in values.enumerated() where row != column {
                if !(distance.low > 0 && distance.range.isFinite) {
                    check.add(.noDistance(from: row, to: column, value: distance.value))
                }
            }
        }
        try check.finish()
        func force(_ one: Int, _ other: Int) -> Bounded {
            Bounded.monotone(
                rising: [population[one], product[one], population[other], product[other]],
                falling: [distances[one][other]]
            ) { up, down in
                options.factor * (up[0] * up[1]).squareRoot() * (up[2] * up[3]).squareRoot()
                    / down[0].power(options.exponent)
            }
        }
        var links = [[Measured?]](repeating: [Measured?](repeating: nil, count: count), count: count)
        var directed = [[Measured?]](repeating: [Measured?](repeating: nil, count: count), count: count)
        for one in 0..<count {
            for other in 0..<count where one != other {
                let link = force(one, other)
                links[one][other] = .checked(link, else: .tooLarge)
                let share = Shares.of([product[one], product[other]])[0]
                guard link.value.isFinite, let part = share.bounded else {
                    directed[one][other] = link.value.isFinite ? share : .undefined(.tooLarge)
                    continue
                }
                let value = part.value * link.value
                directed[one][other] = .value(
                    part.isExact && link.isExact
                        ? Bounded(value) : Bounded(value, in: part.range * link.range))
            }
        }
        let totals = links.map { row -> Measured in
            let own = row.compactMap { $0 }
            if let reason = own.lazy.compactMap(\.reason).first { return .undefined(reason) }
            return .checked(own.compactMap(\.bounded).sum, else: .tooLarge)
        }
        return GravityLinks(
            links: links, directed: directed, totals: totals,
            exponent: options.exponent)
    }
}
