extension PrunedDownstream {
    /// How errors in a pool come back: what an error E in the pool's output adds at most to a weighed sum of errors.
    private struct Feedback {
        var pool: Int
        /// Growth of σ at damaged nodes, a part of the loss of each: (node, part).
        var parts: [(node: Int, part: Double)] = []
        /// Growth of σ beyond σ̄, for every node that can still lose; by unit of size.
        var growth = 0.0
        /// The same where the pool may vanish: by unit of loss.
        var mayVanish = false
    }

    /// An upper bound of Σ w · what the losses lack, valid where it is at most `tolerance`; infinite where it cannot be told.
    ///
    /// With e what the losses lack, b what was held back and E_K = Σ_{i in K} size·e: since the growth of σ is at most
    /// min(1, size / (A − E)) · E / A for a pool with A left, w̄e ≤ Σ bV + Σ_K F_K E_K. Where every F_K · E_K / w̄e is below ½
    /// that closes at once. Pools where it is not get a potential of their own, which bounds their E_K first.
    func bound(tolerance: Double) -> Double {
        guard potentials.isDownstreamBounded else { return .infinity }
        var held = 0.0
        var calm = 0.0
        var hot: [Feedback] = []
        for place in 0..<touchedPools.count {
            let pool = Int(touchedPools[place])
            let rest = rest(pool)
            var coefficient = 0.0
            let lower = rest - potentials.sizeOfWeight[pool] * tolerance
            var isPinned = false
            forEachDamaged(in: pool) { node in
                let now = sigma(node, rest)
                held += max(0, loss[node] * now - handed[node]) * potentials.worth[node]
                if now < 1 {
                    let slope = lower > rows.sizes[node] ? rows.sizes[node] / lower : 1
                    coefficient += potentials.worth[node] * loss[node] * slope / rest
                }
                if loss[node] >= 1, node == Int(potentials.largestNode[pool]) { isPinned = true }
            }
            guard rows.isSubstituting else { continue }
            if potentials.isFullPool[pool] == 0 {
                if lower > 0 {
                    let growth = 1 / lower - 1 / (CascadePotentials.poolPart * rows.poolSizes[pool])
                    // A node that lost everything can lose no more.
                    let largest = isPinned ? potentials.secondWorth[pool] : potentials.largestWorth[pool]
                    coefficient += max(0, growth) * largest
                } else {
                    coefficient = .infinity
                }
            }
            let gamma = coefficient * potentials.sizeOfWeight[pool]
            if gamma > 0.5 {
                if hot.count == 6 { return .infinity }
                hot.append(feedback(pool, rest, lower))
            } else {
                calm = max(calm, gamma)
            }
        }
        return hot.isEmpty ? held / (1 - calm) : bound(held, calm, hot)
    }

    @inline(__always)
    private func forEachDamaged(in pool: Int, _ body: (Int) -> Void) {
        var entry = firstOfPool[pool]
        while entry != 0, entry != UInt32.max {
            let node = Int(entry - 1)
            entry = nextOfPool[node]
            body(node)
        }
    }

    private func feedback(_ pool: Int, _ rest: Double, _ lower: Double) -> Feedback {
        var feedback = Feedback(pool: pool)
        forEachDamaged(in: pool) { node in
            guard sigma(node, rest) < 1 else { return }
            let slope = lower > rows.sizes[node] ? rows.sizes[node] / lower : 1
            feedback.parts.append((node, loss[node] * slope / rest))
        }
        if potentials.isFullPool[pool] == 0 {
            feedback.mayVanish = lower <= 0
            feedback.growth =
                lower > 0 ? max(0, 1 / lower - 1 / (CascadePotentials.poolPart * rows.poolSizes[pool])) : 0
        }
        return feedback
    }

    /// What an error of 1 in a pool's output adds at most to the sum that `worth` weighs.
    private func coefficient(_ feedback: Feedback, _ worth: (Int) -> Double) -> Double {
        var sum = 0.0
        for part in feedback.parts { sum += part.part * worth(part.node) }
        guard feedback.growth > 0 || feedback.mayVanish else { return sum }
        var largest = 0.0
        for place in Int(rows.poolStarts[feedback.pool])..<Int(rows.poolStarts[feedback.pool + 1]) {
            let node = Int(rows.poolNodes[place])
            guard loss[node] < 1, rows.sizes[node] > 0 else { continue }
            let vanishing = (1 - potentials.standIn[node]) / rows.sizes[node]
            largest = max(
                largest,
                worth(node) * (feedback.mayVanish ? vanishing : min(feedback.growth, vanishing)))
        }
        return sum + largest
    }

    /// Σ w · e by the least solution of X = held + calm·X + Σ F_K E_K, E_K = held_K + Σ F_KM E_M + r_K·calm·X.
    private func bound(_ held: Double, _ calm: Double, _ hot: [Feedback]) -> Double {
        let own = hot.map { potential(of: $0.pool) }
        let count = hot.count
        let outer = hot.map { feedback in coefficient(feedback) { potentials.worth[$0] } }
        var inner: [[Double]] = []
        var heldBack: [Double] = []
        for potential in own {
            guard let potential else { return .infinity }
            inner.append(hot.map { feedback in coefficient(feedback) { potential.worth($0, potentials) } })
            var sum = 0.0
            for place in 0..<damagedCount {
                let node = Int(damaged[place])
                let back = loss[node] * sigma(node, rest(Int(rows.pools[node]))) - handed[node]
                if back > 0 { sum += back * potential.worth(node, potentials) }
            }
            heldBack.append(sum)
        }
        var whole = held
        var parts = heldBack
        for _ in 0..<400 {
            var next = held + calm * whole
            for index in 0..<count { next += outer[index] * parts[index] }
            var nextParts = heldBack
            for index in 0..<count {
                nextParts[index] += potentials.sizeOfWeight[hot[index].pool] * calm * whole
                for other in 0..<count { nextParts[index] += inner[index][other] * parts[other] }
            }
            let grown = max(
                (next - whole) / max(next, 1e-300),
                zip(nextParts, parts).map { ($0 - $1) / max($0, 1e-300) }.max() ?? 0)
            whole = next
            parts = nextParts
            if !whole.isFinite || whole > 1e6 { return .infinity }
            // What is still missing of a geometric growth is far below this part.
            if grown < 1e-9 { return whole * (1 + 1e-6) }
        }
        return .infinity
    }

    private func potential(of pool: Int) -> PoolPotential? {
        let potential = poolPotentials.potential(of: pool, rows, potentials)
        return potential.isBounded ? potential : nil
    }
}
