/// Until when a disruption may last, by what is done for a faster recovery.
struct RecoveryChoices: Sendable {
    /// Longest first: the first needs nothing.
    let times: [Double]
    /// For each time, what has to be taken: one measure of each list.
    let conditions: [[[Int]]]

    init(
        _ shock: SurvivalGround.Shock, _ ground: SurvivalGround, _ effects: [MitigationGround.Effect],
        slowest: Double
    ) {
        // A stop of its own length lasts as long whatever is repaired: who is back sooner loses less of it.
        guard shock.time == nil else {
            (times, conditions) = ([slowest], [[]])
            return
        }
        var faster: [Int: [(measure: Int, time: Double)]] = [:]
        for (place, effect) in effects.enumerated() {
            guard case .recovery(let firm, let time) = effect, shock.firms.contains(firm) else { continue }
            faster[firm, default: []].append((place, time))
        }
        // The disruption ends when its slowest firm is back, so it can end at the time of any firm or measure.
        let own = shock.firms.compactMap { ground.recovery[$0] }
        let candidates = Set(own + faster.values.flatMap { $0.map(\.time) }).filter { $0 < slowest }
        var times = [slowest]
        var conditions: [[[Int]]] = [[]]
        for time in candidates.sorted(by: >) {
            var needed: [[Int]] = []
            for firm in shock.firms where (ground.recovery[firm] ?? slowest) > time {
                needed.append((faster[firm] ?? []).filter { $0.time <= time }.map(\.measure))
            }
            guard needed.allSatisfy({ !$0.isEmpty }) else { continue }
            times.append(time)
            conditions.append(needed)
        }
        (self.times, self.conditions) = (times, conditions)
    }

    /// The shortest time that the taken measures allow, by place.
    func place(_ taken: [Bool]) -> Int {
        times.indices.last { place in
            conditions[place].allSatisfy { list in list.contains { taken[$0] } }
        } ?? 0
    }
}
