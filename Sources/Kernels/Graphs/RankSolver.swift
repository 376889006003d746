/// Solves the equations of ``PageRank`` for one strong component after the other.
struct RankSolver {
    let incoming: LinkRows
    let passing: [Double]
    let starts: [Double]
    let tolerance: Double

    /// Solves the equations of some nodes, those before them being solved; gives the sweeps, `nil` where they did not
    /// suffice.
    func solve(_ members: ArraySlice<Int32>, into ranks: inout [Double], atMost limit: Int) -> Int? {
        for sweep in 1...limit {
            var (change, sum) = (0.0, 0.0)
            sweepOnce(members, &ranks, &change, &sum)
            if members.count == 1 || change <= tolerance * sum { return sweep }
        }
        return nil
    }

    private func sweepOnce(
        _ members: ArraySlice<Int32>, _ ranks: inout [Double], _ change: inout Double, _ sum: inout Double
    ) {
        incoming.offsets.withUnsafeBufferPointer { offsets in
            incoming.ends.withUnsafeBufferPointer { ends in
                passing.withUnsafeBufferPointer { passing in
                    ranks.withUnsafeMutableBufferPointer { ranks in
                        for member in members {
                            let node = Int(member)
                            var (inflow, loops) = (0.0, 0.0)
                            for place in Int(offsets[node])..<Int(offsets[node + 1]) {
                                let end = Int(ends[place])
                                let share = passing[end] * (incoming.weights?[place] ?? 1)
                                if end == node { loops += share } else { inflow += share * ranks[end] }
                            }
                            let rank = (starts[node] + inflow) / (1 - loops)
                            change += (rank - ranks[node]).magnitude
                            sum += rank
                            ranks[node] = rank
                        }
                    }
                }
            }
        }
    }
}
