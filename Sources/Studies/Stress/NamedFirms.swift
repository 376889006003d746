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
}
