import Ecosystem

/// A network of money added up to makers of one segment in one place, of whom even a made-up network says something.
enum GroupedNetwork {
    /// What stands between segment and place in the id of a group.
    static let mark = "@"

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
        var ids: [String] = []
        var sectorOfGroup: [Int32] = []
        var regionNames: [String] = []
        var regionOfGroup: [Int32] = []
        var known: [String: Int32] = [:]
        var groupOfFirm: [Int32] = []
        for firm in given.firms.indices {
            let sector = given.sectorOfFirm[firm]
            let place = name(firm)
            let id = given.sectors[Int(sector)] + (place.map { mark + $0 } ?? "")
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
