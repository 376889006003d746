import Ecosystem

/// A network of money added up to makers of one segment in one place, of whom even a made-up network says something.
enum GroupedNetwork {
    /// What stands between segment and place in the id of a group.
    static let mark = "@"

    /// From so many made-up firms on times are told of groups unless firms are asked for.
    static let manyFirms = 3_000

    /// The network of the groups where they are asked for, or wanted by default; `nil` for firms.
    ///
    /// - Parameter place: the wider place that a region lies in.
    static func asked(
        _ given: SupplyNetwork, _ values: ParameterValues, byDefault: Bool, place: (String) -> String?
    ) -> SupplyNetwork? {
        let isMadeUp = given.basis?.isMadeUp == true && given.places != nil
        guard values.text("by").map({ $0 == "group" }) ?? (byDefault && isMadeUp) else { return nil }
        return of(given, place: place)
    }

    /// The wider place that a region lies in, which groups are told by.
    static func wider(_ model: EcosystemModel) -> (String) -> String? {
        let tree = RegionTree(model)
        return { tree.place(of: RegionID($0))?.text }
    }

    /// A firm's name, or that of a group: its segment and its place.
    static func name(_ id: String, _ model: EcosystemModel) -> Localized {
        if id.hasPrefix(DisruptImports.prefix) { return Disrupt.words(what: id, in: model) }
        let parts = id.split(separator: "@", maxSplits: 1).map { model.name(of: String($0)) }
        guard parts.count == 2 else { return model.name(of: id) }
        return Localized("\(parts[0].en), \(parts[1].en)", "\(parts[1].zh)·\(parts[0].zh)")
    }

    /// That groups stop, as an assumption.
    static let whoStops = Reconstruct.Result.Assumption(
        id: "by", label: Localized("Who stops", "停产者"),
        value: Localized("all makers of one segment in one place at once", "一地某环节的全部企业同时停产"),
        origin: Origin(basis: .estimated),
        why: Localized(
            "firms are made up, so that one of them says nothing; each group is equally likely, or by a column (likelihood=firms)",
            "企业为合成，单个企业无意义；各组可能性相等，或按某列（likelihood=firms）"))

    /// The id of each firm's group: its segment and its place. Sources abroad stay by themselves.
    static func members(of given: SupplyNetwork, place: (String) -> String?) -> [String] {
        let places = (given.places?.regions ?? []).map { place($0) ?? $0 }
        return given.firms.indices.map { firm in
            guard !given.firms[firm].hasPrefix(DisruptImports.prefix) else { return given.firms[firm] }
            let region = given.places.map { Int($0.regionOfFirm[firm]) } ?? -1
            return given.sectors[Int(given.sectorOfFirm[firm])]
                + (places.indices.contains(region) ? mark + places[region] : "")
        }
    }

    /// The network of the groups; a column `firms` counts those of each.
    ///
    /// - Parameter place: the wider place that a region lies in; regions without one stay themselves.
    static func of(_ given: SupplyNetwork, place: (String) -> String?) -> SupplyNetwork? {
        let regions = given.places?.regions ?? []
        let places = regions.map { place($0) ?? $0 }
        func name(_ firm: Int) -> String? {
            let region = given.places.map { Int($0.regionOfFirm[firm]) } ?? -1
            return places.indices.contains(region) ? places[region] : nil
        }
        let members = members(of: given, place: place)
        var ids: [String] = []
        var sectorOfGroup: [Int32] = []
        var regionNames: [String] = []
        var regionOfGroup: [Int32] = []
        var known: [String: Int32] = [:]
        var groupOfFirm: [Int32] = []
        for firm in given.firms.indices {
            let sector = given.sectorOfFirm[firm]
            let place = name(firm)
            let id = members[firm]
            if let group = known[id] {
                groupOfFirm.append(group)
                continue
            }
            let group = Int32(clamping: ids.count)
            known[id] = group
            groupOfFirm.append(group)
            ids.append(id)
            sectorOfGroup.append(sector)
            let region = place.map { place in
                regionNames.firstIndex(of: place)
                    ?? {
                        regionNames.append(place)
                        return regionNames.count - 1
                    }()
            }
            regionOfGroup.append(region.map { Int32(clamping: $0) } ?? -1)
        }
        var firms = [Double](repeating: 0, count: ids.count)
        for group in groupOfFirm { firms[Int(group)] += 1 }
        let sums = ["revenue", "value_added", "compensation", "tax", "jobs", "stock", "capacity"].compactMap {
            name in
            given.column(name).map { sum(name, $0, groupOfFirm, ids.count) }
        }
        let links = links(given, groupOfFirm)
        return SupplyNetwork(
            name: given.name, firms: ids, sectors: given.sectors, sectorOfFirm: sectorOfGroup,
            columns: sums + [.init(name: "firms", values: firms)], suppliers: links.suppliers,
            customers: links.customers, values: links.values, needs: given.needs,
            places: regionNames.isEmpty ? nil : .init(regions: regionNames, regionOfFirm: regionOfGroup),
            basis: given.basis, source: given.source, money: given.money)
    }

    /// Sums over the firms of a group; unknown where one of them is.
    private static func sum(
        _ name: String, _ values: [Double?], _ groupOfFirm: [Int32], _ count: Int
    ) -> SupplyNetwork.FirmColumn {
        var sums = [Double?](repeating: 0, count: count)
        for (firm, group) in groupOfFirm.enumerated() {
            guard let sum = sums[Int(group)] else { continue }
            sums[Int(group)] = values[firm].map { sum + $0 }
        }
        return .init(name: name, values: sums)
    }

    private static func links(_ given: SupplyNetwork, _ groupOfFirm: [Int32]) -> SupplyNetwork.Links {
        var sums: [UInt64: Double] = [:]
        for link in given.values.indices {
            let (from, to) = (
                groupOfFirm[Int(given.suppliers[link])], groupOfFirm[Int(given.customers[link])]
            )
            sums[UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to)), default: 0] +=
                given.values[link]
        }
        let sorted = sums.sorted { $0.key < $1.key }
        return .init(
            suppliers: sorted.map { Int32(truncatingIfNeeded: $0.key >> 32) },
            customers: sorted.map { Int32(truncatingIfNeeded: $0.key & 0xFFFF_FFFF) },
            values: sorted.map(\.value))
    }
}
