public import Ecosystem
import Resilience

/// What stops: names turned into firms, links and ways of a network.
struct DisruptTargets {
    /// Something that was named.
    struct Target {
        var kind: String
        var name: String
        var firms: [Int32] = []
        var ways: [Int32] = []
        var links = 0
    }

    let network: SupplyNetwork
    private var firmPlaces: [String: Int32] = [:]
    /// The ways of the links, with a new one for each link that was named alone.
    private(set) var ways: SupplyNetwork.Ways

    /// - Parameter standIns: other names of firms, each with the firm's place: those of organizations in a made-up network.
    init(_ network: SupplyNetwork, standIns: [String: Int] = [:]) {
        self.network = network
        ways =
            network.ways
            ?? .init(names: [], wayOfLink: [Int32](repeating: -1, count: network.values.count))
        for (place, firm) in network.firms.enumerated() {
            firmPlaces[firm] = Int32(truncatingIfNeeded: place)
        }
        for (name, place) in standIns where firmPlaces[name] == nil {
            firmPlaces[name] = Int32(truncatingIfNeeded: place)
        }
    }

    /// The network, with a way of its own for links that were named.
    var prepared: SupplyNetwork? {
        guard ways.names.count > (network.ways?.names.count ?? 0) else { return network }
        return SupplyNetwork(
            name: network.name, firms: network.firms, sectors: network.sectors,
            sectorOfFirm: network.sectorOfFirm, columns: network.columns, suppliers: network.suppliers,
            customers: network.customers, values: network.values, needs: network.needs,
            shocks: network.shocks, places: network.places, earlier: network.earlier, ways: ways,
            siteNumbers: network.siteNumbers, basis: network.basis, source: network.source,
            money: network.money, imports: network.imports)
    }

    /// What one name means; every problem with what to do.
    mutating func target(_ text: String) -> Swift.Result<Target, StudyProblem.Detail> {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        if parts.count == 2, ["firm", "sector", "region", "way", "link"].contains(parts[0]) {
            if let found = find(parts[0], parts[1]) { return .success(found) }
            return .failure(unknown(text, kinds: [parts[0]]))
        }
        let found = ["firm", "sector", "region", "way"].compactMap { find($0, text) }
        if found.count > 1 {
            let forms = found.map { "\($0.kind):\(text)" }
            return .failure(
                .init(
                    parameter: "what",
                    message: Localized(
                        "what: “\(text)” is several things; write \(forms.joined(separator: " or "))",
                        "what：“\(text)”有多种含义；请写 \(forms.joined(separator: " 或 "))")))
        }
        if let only = found.first { return .success(only) }
        if text.contains(">"), let link = find("link", text) { return .success(link) }
        return .failure(unknown(text, kinds: []))
    }

    private mutating func find(_ kind: String, _ name: String) -> Target? {
        var target = Target(kind: kind, name: name)
        switch kind {
        case "firm":
            guard let place = firmPlaces[name] else { return nil }
            target.firms = [place]
        case "sector":
            guard let sector = network.sectors.firstIndex(of: name) else { return nil }
            target.firms = members(network.sectorOfFirm, sector)
        case "region":
            guard let places = network.places, let region = places.regions.firstIndex(of: name) else {
                return nil
            }
            target.firms = members(places.regionOfFirm, region)
        case "way":
            guard let way = network.ways?.names.firstIndex(of: name) else { return nil }
            target.ways = [Int32(truncatingIfNeeded: way)]
            target.links = ways.wayOfLink.count { Int($0) == way }
        default:
            let ends = name.split(separator: ">", maxSplits: 1).map { Disrupt.trimmed($0) }
            guard ends.count == 2, let supplier = firmPlaces[ends[0]], let customer = firmPlaces[ends[1]]
            else { return nil }
            let links = network.values.indices.filter {
                network.suppliers[$0] == supplier && network.customers[$0] == customer
            }
            guard !links.isEmpty else { return nil }
            let way = Int32(truncatingIfNeeded: ways.names.count)
            ways.names.append(name)
            for link in links { ways.wayOfLink[link] = way }
            target.ways = [way]
            target.links = links.count
        }
        return target
    }

    private func members(_ places: [Int32], _ place: Int) -> [Int32] {
        places.indices.filter { Int(places[$0]) == place }.map { Int32(truncatingIfNeeded: $0) }
    }

    private func unknown(_ text: String, kinds: [String]) -> StudyProblem.Detail {
        let choices = choices(8).joined(separator: "; ")
        return .init(
            parameter: "what",
            message: Localized(
                "what: the network has no \(kinds.first ?? "firm, sector, region or way") “\(text)”; it has, among others, \(choices)",
                "what：网络中没有“\(text)”；可用名称如 \(choices)"))
    }

    /// What can be named: the largest firms, then sectors, regions and ways, at most so many of each.
    func choices(_ count: Int) -> [String] {
        let revenue = network.column("revenue")
        var sizes = [Double](repeating: 0, count: network.firms.count)
        for link in network.values.indices { sizes[Int(network.suppliers[link])] += network.values[link] }
        for firm in sizes.indices { sizes[firm] = max(sizes[firm], revenue?[firm] ?? 0) }
        let firms = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }.prefix(count)
        return firms.map { network.firms[$0] } + network.sectors.prefix(count).map { "sector:" + $0 }
            + (network.places?.regions ?? []).prefix(count).map { "region:" + $0 }
            + (network.ways?.names ?? []).prefix(count).map { "way:" + $0 }
    }
}

extension Disrupt {
    /// What can stop: ways, regions, sectors and the largest firms of a network; without one, cities and segments of the package.
    public func suggestions(
        for parameter: String, on model: EcosystemModel, supplied: ComputingInput?
    ) -> [(value: String, label: Localized)] {
        guard parameter == "what" else { return [] }
        switch supplied {
        case .network(let network)?:
            let targets = DisruptTargets(network)
            let named = network.namedFirms(in: model)
            let ways = (network.ways?.names ?? []).map { ("way:" + $0, Localized(same: $0)) }
            let regions = (network.places?.regions ?? []).map { ("region:" + $0, model.name(of: $0)) }
            let sectors = network.sectors.map { ("sector:" + $0, model.name(of: $0)) }
            let firms = targets.choices(40).filter { !$0.contains(":") }.filter { id in
                network.firms.firstIndex(of: id).map { !named.contains($0) } ?? false
            }.map { ($0, model.name(of: $0)) }
            return (ways + regions + sectors + firms).map { (value: $0.0, label: $0.1) }
        case .table(let table)?:
            return table.sectors.map { (value: $0.text, label: table.about.name(of: $0)) }
        default:
            return choices(on: model, supplied: nil).filter { $0.kind != .abroad }
                .map { (value: $0.value, label: $0.name) }
        }
    }
}
