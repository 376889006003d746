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

    /// Seeded permutations; each unit and the whole draw from a stream of their own.
    struct Draws {
        let spread: Deviations
        let all: Double
        let options: Options

        init(_ spread: Deviations, _ all: Double, _ options: Options) {
            self.spread = spread
            self.all = all
            self.options = options
        }

        func global() -> Permuted? {
            let found = spread.product(spread.z)
            var generator = SeededGenerator(seed: options.seed)
            var z = spread.z
            return counted(against: found) {
                z.shuffle(using: &generator)
                return spread.product(z)
            }
        }

        func local(_ unit: Int) -> Permuted? {
            let list = spread.weights.neighbours[unit]
            guard !list.isEmpty else { return nil }
            let found = spread.z[unit] * spread.lag(unit, spread.z)
            var generator = SeededGenerator(seed: options.seed &+ UInt64(unit) &+ 1)
            var others = spread.z
            others.remove(at: unit)
            return counted(against: found) {
                // As many of the others as there are neighbours, in random order.
                for place in list.indices where place < others.count {
                    let chosen = place + generator.next(below: others.count - place)
                    others.swapAt(place, chosen)
                }
                var lag = 0.0
                for (place, neighbour) in list.enumerated() where place < others.count {
                    lag += neighbour.weight * others[place]
                }
                return spread.z[unit] * lag
            }
        }

        private func counted(against found: Double, _ draw: () -> Double) -> Permuted? {
            guard options.permutations > 0 else { return nil }
            var (atLeast, atMost) = (0, 0)
            let give = 1e-12 * spread.square
            for _ in 0..<options.permutations {
                let value = draw()
                if value >= found - give { atLeast += 1 }
                if value <= found + give { atMost += 1 }
            }
            return Permuted(atLeast: atLeast, atMost: atMost, permutations: options.permutations)
        }
    }
}
