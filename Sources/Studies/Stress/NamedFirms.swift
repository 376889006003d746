import Ecosystem

extension SupplyNetwork {
    /// Places of firms that documents name, in a network that is made up: one such network says nothing of them one by one. Empty
    /// where the network's numbers are known better.
    func namedFirms(in model: EcosystemModel) -> Set<Int> {
        guard basis?.isMadeUp == true else { return [] }
        return Set(
            firms.indices.filter { place in
                model.record(id: firms[place]).map { $0.knownBasis < .estimated } ?? false
            })
    }

    /// For each of some sectors those that cannot do without it, in their order; sectors that nobody needs are left out.
    ///
    /// - Parameters:
    ///   - needs: row = input, column = user, as many as there are pairs.
    ///   - exists: whether a sector has firms.
    static func users(of sectors: [String], _ needs: [Need], _ exists: (Int) -> Bool) -> [String: [String]] {
        var users: [String: [String]] = [:]
        for (pair, need) in needs.enumerated() where need == .essential {
            let (input, user) = (pair / sectors.count, pair % sectors.count)
            if input != user, exists(user) { users[sectors[input], default: []].append(sectors[user]) }
        }
        return users
    }
}
