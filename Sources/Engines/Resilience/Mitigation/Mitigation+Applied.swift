public import Ecosystem

extension Mitigation {
    /// A network as it stands when measures are taken: what an engine that knows nothing of measures can be asked of.
    ///
    /// - Parameters:
    ///   - measures: which are taken, by place.
    ///   - recovery: the time to recover of firms for which the network gives none.
    /// - Returns: `nil` where the network has no usable measures.
    public static func network(
        _ given: SupplyNetwork, taking measures: Set<Int>, recovery: Double? = nil
    ) -> SupplyNetwork? {
        guard let ground = try? MitigationGround(given) else { return nil }
        var parts = NetworkParts(ground.network)
        if recovery != nil, given.column("ttr") == nil {
            parts.columns.append(
                .init(name: "ttr", values: [Double?](repeating: nil, count: ground.network.firms.count)))
        }
        func change(_ column: String, _ firm: Int, _ new: (Double?) -> Double?) {
            guard let place = parts.columns.firstIndex(where: { $0.name == column }) else { return }
            parts.columns[place].values[firm] = new(parts.columns[place].values[firm])
        }
        for (place, effect) in ground.effects.enumerated() where measures.contains(place) {
            switch effect {
            case .stock(let firm, let more): change("stock", firm) { ($0 ?? 0) + more }
            case .capacity(let firm, let more): change("capacity", firm) { $0.map { $0 + more } }
            case .recovery(let firm, let time):
                change("ttr", firm) { before in (before ?? recovery).map { min($0, time) } }
            }
        }
        return parts.network
    }

    /// Stops as they are when measures are taken, for the network of ``network(_:taking:recovery:)``: who is back sooner loses less.
    public static func stops(
        _ given: [SurvivalStop], taking measures: Set<Int>, of network: SupplyNetwork
    ) -> [SurvivalStop] {
        guard let ground = try? MitigationGround(network) else { return given }
        var times: [Int: Double] = [:]
        for (place, effect) in ground.effects.enumerated() where measures.contains(place) {
            if case .recovery(let firm, let time) = effect { times[firm] = min(times[firm] ?? time, time) }
        }
        return given.map { $0.shortened(to: times) }
    }
}
