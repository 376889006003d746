import Kernels

extension Moran {
    /// Deviations from the mean and what neighbours make of them.
    struct Deviations {
        let z: [Double]
        let square: Double
        let weights: SpatialWeights

        init(_ values: [Double], _ weights: SpatialWeights) {
            let mean = values.isEmpty ? 0 : values.compensatedSum / Double(values.count)
            let isConstant = Set(values).count < 2
            z = values.map { isConstant ? 0 : $0 - mean }
            square = z.map { $0 * $0 }.compensatedSum
            self.weights = weights
        }

        func lag(_ unit: Int, _ z: [Double]) -> Double {
            weights.neighbours[unit].reduce(0) { $0 + $1.weight * z[$1.unit] }
        }

        /// zᵀWz of deviations in some order.
        func product(_ z: [Double]) -> Double {
            z.indices.reduce(0) { $0 + z[$1] * lag($1, z) }
        }

        func quadrant(_ unit: Int) -> Quadrant {
            switch (z[unit] > 0, lag(unit, z) > 0) {
            case (true, true): .highHigh
            case (false, true): .lowHigh
            case (false, false): .lowLow
            case (true, false): .highLow
            }
        }
    }

    /// Expectation and variances after Cliff and Ord 1981, pp. 42–46.
    struct Moments {
        let expected: Double
        let normal: Measured
        let random: Measured

        init(_ spread: Deviations, _ sums: (all: Double, pairs: Double, margins: Double)) {
            let n = Double(spread.z.count)
            let (s0, s1, s2) = (sums.all * sums.all, sums.pairs, sums.margins)
            expected = -1 / (n - 1)
            let e2 = expected * expected
            let plain = (n * n * s1 - n * s2 + 3 * s0) / ((n * n - 1) * s0) - e2
            normal = .checked(Bounded(plain), else: .tooLarge)
            let fourth = spread.z.map { $0 * $0 * $0 * $0 }.compensatedSum / n
            let kurtosis = fourth / (spread.square / n * (spread.square / n))
            let first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0)
            let second = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0)
            let value = (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0) - e2
            random = n > 3 ? .checked(Bounded(value), else: .tooLarge) : .undefined(.oneRegion)
        }

        func z(_ index: Measured, _ variance: Measured) -> Measured {
            guard let square = variance.value else { return variance }
            guard square > 0 else { return .undefined(.allEqual) }
            return index.map { $0.monotone { ($0 - expected) / square.squareRoot() } }
        }
    }

    /// Seeded permutations.
    ///
    /// For the local values the same draws of places serve every unit, each unit leaving itself out, as in PySAL.
    struct Draws {
        let spread: Deviations
        let options: Options
        /// Where the links of a unit begin; one more than units.
        private let starts: [Int]
        private let targets: [Int]
        private let weights: [Double]
        /// For each permutation as many places among all others as the most neighbours of a unit.
        private let places: [Int]
        private let most: Int

        init(_ spread: Deviations, _ options: Options) {
            self.spread = spread
            self.options = options
            let neighbours = spread.weights.neighbours
            var starts = [0]
            for list in neighbours { starts.append(starts[starts.count - 1] + list.count) }
            self.starts = starts
            targets = neighbours.flatMap { $0.map(\.unit) }
            weights = neighbours.flatMap { $0.map(\.weight) }
            let others = max(0, spread.z.count - 1)
            most = min(others, neighbours.map(\.count).max() ?? 0)
            var generator = SeededGenerator(seed: options.seed &+ 1)
            var order = Array(0..<others)
            var places: [Int] = []
            places.reserveCapacity(max(0, options.permutations) * most)
            for _ in 0..<max(0, options.permutations) {
                for place in 0..<most {
                    order.swapAt(place, place + generator.next(below: others - place))
                    places.append(order[place])
                }
            }
            self.places = places
        }

        func global() -> Permuted? {
            let found = spread.product(spread.z)
            var generator = SeededGenerator(seed: options.seed)
            var z = spread.z
            return counted(against: found) { _ in
                z.shuffle(using: &generator)
                var sum = 0.0
                for unit in z.indices {
                    var lag = 0.0
                    for link in starts[unit]..<starts[unit + 1] { lag += weights[link] * z[targets[link]] }
                    sum += z[unit] * lag
                }
                return sum
            }
        }

        func local(_ unit: Int) -> Permuted? {
            let links = starts[unit]..<starts[unit + 1]
            guard !links.isEmpty else { return nil }
            let own = spread.z[unit]
            return counted(against: own * spread.lag(unit, spread.z)) { draw in
                var lag = 0.0
                for (number, link) in links.enumerated() where number < most {
                    let place = places[draw * most + number]
                    lag += weights[link] * spread.z[place < unit ? place : place + 1]
                }
                return own * lag
            }
        }

        private func counted(against found: Double, _ value: (Int) -> Double) -> Permuted? {
            guard options.permutations > 0 else { return nil }
            var (atLeast, atMost) = (0, 0)
            let give = 1e-12 * spread.square
            for draw in 0..<options.permutations {
                let value = value(draw)
                if value >= found - give { atLeast += 1 }
                if value <= found + give { atMost += 1 }
            }
            return Permuted(atLeast: atLeast, atMost: atMost, permutations: options.permutations)
        }
    }
}
