public import Ecosystem

/// Something that can stop, for pickers: what the parameter `what` says for it, its name, and where it lies.
public struct DisruptChoice: Sendable, Equatable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// All firms of a region.
        case region
        /// All firms of a sector or segment.
        case sector
        /// A port, corridor or other way that goods take.
        case way
        /// What is bought of a sector abroad.
        case abroad
        /// A firm that documents name; in each reconstructed network a made-up firm of its segment and place stands in for it.
        case named
        /// A firm of the network.
        case firm

        /// Its heading.
        public var label: Localized {
            switch self {
            case .region: Localized("Places", "地区")
            case .sector: Localized("Segments", "环节")
            case .way: Localized("Ports and ways", "港口与通道")
            case .abroad: Localized("From abroad", "来自境外")
            case .named: Localized("Named organizations", "具名机构")
            case .firm: Localized("Firms of the network", "网络中的企业")
            }
        }
    }

    /// What it is.
    public var kind: Kind
    /// What `what` says for it, such as `region:r.tj`.
    public var value: String
    /// Its name in the network: a record's id where the network was rebuilt from a package.
    public var id: String
    /// What readers call it.
    public var name: Localized
    /// What has to be assumed with it, as the parameter `imports` says it; `nil` for nothing.
    public var imports: String?

    /// The part of imports that pickers assume where nothing is on record: of all inputs by one port, and of one segment.
    public static let portShare = 0.1
    /// The part of one segment's product that is assumed to come from abroad where the table tells none.
    public static let abroadShare = 0.8
}

extension Disrupt {
    /// Everything that can be picked, group by group: of the network that is given; without one, places, segments, ports and
    /// named firms of the package, which reconstructed networks have.
    ///
    /// Firms of a network stand in its order. O(firms + records).
    public func choices(on model: EcosystemModel, supplied: ComputingInput?) -> [DisruptChoice] {
        switch supplied {
        case .network(let network)?: networkChoices(network, model)
        case .table(let table)?:
            table.sectors.map {
                .init(kind: .sector, value: $0.text, id: $0.text, name: table.about.name(of: $0))
            }
        default: packageChoices(model)
        }
    }

    private func networkChoices(_ network: SupplyNetwork, _ model: EcosystemModel) -> [DisruptChoice] {
        let named = network.namedFirms(in: model)
        let sources = network.column("source")
        func choice(_ kind: DisruptChoice.Kind, _ id: String) -> DisruptChoice {
            .init(
                kind: kind, value: (kind == .firm ? "firm" : kind.rawValue) + ":" + id, id: id,
                name: model.name(of: id))
        }
        let regions = (network.places?.regions ?? []).map { choice(.region, $0) }
        let sectors = network.sectors.map { choice(.sector, $0) }
        var ways = (network.ways?.names ?? []).map { choice(.way, $0) }
        if network.basis?.isMadeUp == true { ways += ports(model) }
        let abroad = abroadChoices(network.sectors, network.imports?.shares, model)
        let firms = network.firms.indices.filter { !named.contains($0) }.map { place in
            var firm = choice(.firm, network.firms[place])
            if (sources?[place] ?? 0) > 0 { firm.kind = .abroad }
            return firm
        }
        return regions + sectors + ways + abroad + firms
    }

    /// What no record states, but can be assumed: that a part of a sector's product comes from abroad.
    private func abroadChoices(
        _ sectors: [String], _ shares: [Double?]?, _ model: EcosystemModel
    ) -> [DisruptChoice] {
        sectors.enumerated().map { place, sector in
            let name = model.name(of: sector)
            // What the table says of its imports; else a part that is plainly an assumption.
            let share = (shares?[place]).flatMap {
                $0 > 0.0005 && $0 < 1 ? ($0 * 1_000).rounded() / 1_000 : nil
            }
            return .init(
                kind: .abroad, value: DisruptImports.prefix + sector, id: sector,
                name: Localized("\(name.en) from abroad", "境外\(name.zh)"),
                imports: "\(sector)=\(share ?? DisruptChoice.abroadShare)")
        }
    }

    private func packageChoices(_ model: EcosystemModel) -> [DisruptChoice] {
        guard
            let asked = try? StudyInput.prepared(for: Reconstruct().description, model: model, given: [:]),
            case .table(let table)? = asked.supplied,
            let plan = try? CompanionPlan(asked.model, table, asked.parameters)
        else { return [] }
        let regions = plan.regions.map { id in
            DisruptChoice(
                kind: .region, value: "region:" + id.text, id: id.text, name: model.name(of: id.text))
        }
        let segments = plan.segments.map { id in
            DisruptChoice(
                kind: .sector, value: "sector:" + id.text, id: id.text, name: model.name(of: id.text))
        }
        let named = plan.named.map { firm in
            DisruptChoice(
                kind: .named, value: "firm:" + firm.organization.text, id: firm.organization.text,
                name: model.name(of: firm.organization.text))
        }
        return regions + segments + ports(model)
            + abroadChoices(
                plan.segments.map(\.text), plan.accounts.imports(of: Array(plan.segments.indices))?.shares,
                model)
            + named
    }

    /// Ports of the package, each with the part of all inputs that is assumed to come by it.
    private func ports(_ model: EcosystemModel) -> [DisruptChoice] {
        model.records(of: .site).filter { $0.list("functions").contains("port") }.map { site in
            .init(
                kind: .way, value: "way:" + site.id, id: site.id, name: site.name,
                imports: "*=\(DisruptChoice.portShare)@\(site.id)")
        }
    }
}
