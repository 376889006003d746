import Ecosystem
import Reporting

extension SupplyNetwork {
    /// Places of real firms in a network that is made up: one such network says nothing of them one by one. They are those that
    /// the network lists as real, those whose id or name is that of a record which a document states, and those that bear the id
    /// of a stand-in already. Empty where the network's numbers are known better.
    func namedFirms(in model: EcosystemModel) -> Set<Int> {
        guard basis?.isMadeUp == true else { return [] }
        let listed = Set(realFirms.listed)
        // Ids that a reconstruction gives are looked at no further: there may be a million of them.
        let doubtful = firms.indices.filter {
            CompanionNetwork.place(of: firms[$0]) == nil || listed.contains(firms[$0])
        }
        guard !doubtful.isEmpty else { return [] }
        let names = Self.namesOfReal(model)
        return Set(
            doubtful.filter { place in
                let id = firms[place]
                return listed.contains(id) || names[id] != nil || Self.standInNumber(id) != nil
                    || model.record(id: id).map { $0.knownBasis < .estimated } ?? false
            })
    }

    /// The network as studies see it: where its numbers are made up, real firms appear as stand-ins only.
    func showingStandIns(in model: EcosystemModel) -> SupplyNetwork {
        let named = namedFirms(in: model).filter { Self.standInNumber(firms[$0]) == nil }
        guard !named.isEmpty else { return self }
        let names = Self.namesOfReal(model)
        var other: [Int: [String]] = [:]
        for place in named {
            guard let id = names[firms[place]] ?? model.record(id: firms[place])?.id else { continue }
            other[place] = [id] + Self.names(model, id)
        }
        return standingIn(for: named, other)
    }

    /// What is asked of real firms that this network does not show under their own names, each with what to do instead.
    func hiddenAsked(
        _ values: ParameterValues, _ parameters: [StudyParameter], _ scenario: Scenario?,
        in model: EcosystemModel
    ) -> [StudyProblem.Detail] {
        guard basis?.isMadeUp == true else { return [] }
        let asked =
            parameters.compactMap { parameter -> (String, String)? in
                guard case .text = parameter.kind else { return nil }
                return values.text(parameter.id).map { (parameter.id, $0) }
            } + (scenario?.shocks.map { ("scenario", $0.what) } ?? [])
        guard !asked.isEmpty else { return [] }
        let words = asked.flatMap { parameter, text in
            text.split { ",，;；:>@=+\n".contains($0) }.map { (parameter, Disrupt.trimmed($0)) }
        }
        let known = Self.namesOfReal(model)
        let hidden = Set(realFirms.hiddenIDs + realFirms.behindStandIns).union(known.keys)
        let suspects = words.filter { hidden.contains($0.1) }
        guard !suspects.isEmpty else { return [] }
        let own = Set(firms + sectors + (places?.regions ?? []) + (ways?.names ?? []) + columns.map(\.name))
        return suspects.filter { !own.contains($0.1) }.map { parameter, word in
            .init(
                parameter: parameter,
                message: Localized(
                    "\(parameter): “\(word)” is a real firm and this network is made up, so it says nothing of that firm; ask the data package without a "
                        + "network and with samples = 100",
                    "\(parameter)：“\(word)”是真实企业，而此网络为合成，不能说明该企业；请不带网络、以 samples = 100 询问数据包"))
        }
    }

    /// Names and ids of organizations that documents state, each with the id.
    private static func namesOfReal(_ model: EcosystemModel) -> [String: String] {
        var ids: [String: String] = [:]
        for record in model.records(of: .organization)
        where CompanionNetwork.place(of: record.id) == nil && record.knownBasis < .estimated {
            for name in [record.id] + names(model, record.id) { ids[name] = record.id }
        }
        return ids
    }

    private static func names(_ model: EcosystemModel, _ id: String) -> [String] {
        guard let record = model.record(id: id) else { return [] }
        let full = [record.fullName.en, record.fullName.zh]
        let printed = (record.text("printed_name") ?? "").split(separator: "/").map { Disrupt.trimmed($0) }
        return ([record.name.en, record.name.zh] + full + printed).filter { !$0.isEmpty && $0 != id }
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
