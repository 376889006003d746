import Ecosystem

/// What is assumed to come from abroad: a part of what each firm buys of a sector, by some way, from a source outside.
struct DisruptImports {
    /// What stands before the sector in the id of its source.
    static let prefix = "abroad:"

    /// What stands for all that the network says of imports.
    static let table = "table"

    private struct Part {
        var sector: Int
        var share: Double
        var way: String?
        var isOfNetwork = false
    }

    /// What comes from abroad, one list a sector: a part for each way.
    private var parts: [[Part]] = []

    /// Reads `SECTOR=SHARE`, `SECTOR=SHARE@WAY`, `*=SHARE@WAY`, `table`, `;` between them; a sector's own entries count before `*`, and both before
    /// what the network says of imports (`table`). Several ways of one sector add up.
    ///
    /// - Parameter names: what stops: a source abroad that is named and not assumed takes the part that the network says.
    /// - Throws: everything that is wrong, at once.
    init(_ text: String?, _ network: SupplyNetwork, for names: [String] = []) throws(StudyProblem) {
        var problems: [StudyProblem.Detail] = []
        var found: [Int: [Part]] = [:]
        var rest: [Part] = []
        func add(_ part: Part, to parts: inout [Part]) {
            parts.removeAll { $0.way == part.way }
            parts.append(part)
        }
        let entries = Disrupt.names(text)
        for entry in entries where entry != Self.table {
            let sides = entry.split(separator: "=", maxSplits: 1).map { Disrupt.trimmed($0) }
            let ends = sides.count == 2 ? sides[1].split(separator: "@", maxSplits: 1) : []
            let share = ends.first.flatMap { Double(Disrupt.trimmed($0)) }
            guard sides.count == 2, let share, share > 0, share < 1 else {
                problems.append(
                    .init(
                        parameter: "imports",
                        message: Localized(
                            "imports: “\(entry)” is not SECTOR=SHARE or SECTOR=SHARE@WAY with a share between 0 and 1",
                            "imports：“\(entry)”不是 部门=份额 或 部门=份额@通道 的形式，份额应在 0 与 1 之间")))
                continue
            }
            let way = ends.count == 2 ? Disrupt.trimmed(ends[1]) : nil
            if sides[0] == "*" {
                add(Part(sector: -1, share: share, way: way), to: &rest)
            } else if let sector = network.sectors.firstIndex(of: sides[0]) {
                add(Part(sector: sector, share: share, way: way), to: &found[sector, default: []])
            } else {
                let some = network.sectors.prefix(8).joined(separator: "; ")
                problems.append(
                    .init(
                        parameter: "imports",
                        message: Localized(
                            "imports: the network has no sector “\(sides[0])”; it has, among others, \(some)",
                            "imports：网络中没有部门“\(sides[0])”；现有如 \(some)")))
            }
        }
        guard problems.isEmpty else { throw StudyProblem(problems) }
        for sector in network.sectors.indices {
            var own = found[sector] ?? rest.map { Part(sector: sector, share: $0.share, way: $0.way) }
            if own.isEmpty, let share = network.imports?.shares[sector], share > 0, share < 1,
                entries.contains(Self.table) || Self.isWanted(network.sectors[sector], names, network)
            {
                own = [Part(sector: sector, share: share, isOfNetwork: true)]
            }
            guard !own.isEmpty else { continue }
            guard own.reduce(0, { $0 + $1.share }) < 1 else {
                let name = network.sectors[sector]
                throw StudyProblem(
                    Localized(
                        "imports: the ways of “\(name)” bring all of it or more; their shares must stay below 1 together",
                        "imports：“\(name)”各通道份额之和须小于 1"), parameter: "imports")
            }
            parts.append(own)
        }
    }

    private static func isWanted(_ sector: String, _ names: [String], _ network: SupplyNetwork) -> Bool {
        let id = prefix + sector
        return names.contains { $0 == id || $0 == "firm:" + id } && !network.firms.contains(id)
    }

    /// What is assumed to come from abroad, for the answer.
    func told(_ network: SupplyNetwork) -> [Disrupt.Result.Abroad] {
        parts.joined().map { part in
            .init(
                sector: network.sectors[part.sector], share: part.share, way: part.way,
                isOfTable: part.isOfNetwork,
                counted: part.isOfNetwork ? network.imports?.counted[part.sector] : nil)
        }
    }

    /// The network with a source for each sector of which something comes from abroad. What firms buy here stays; the source
    /// brings `share / (1 − all shares of the sector)` of it on top, by each way its part.
    func added(to network: SupplyNetwork) -> SupplyNetwork {
        guard !parts.isEmpty else { return network }
        var firms = network.firms
        var sectorOfFirm = network.sectorOfFirm
        var suppliers = network.suppliers
        var customers = network.customers
        var values = network.values
        var ways =
            network.ways ?? .init(names: [], wayOfLink: [Int32](repeating: -1, count: network.values.count))
        let width = network.sectors.count
        var bought: [Int: Double] = [:]
        for link in network.values.indices {
            let sector = Int(network.sectorOfFirm[Int(network.suppliers[link])])
            bought[Int(network.customers[link]) * width + sector, default: 0] += network.values[link]
        }
        let cells = bought.sorted { $0.key < $1.key }
        for own in parts {
            guard let sector = own.first?.sector else { continue }
            let source = Int32(truncatingIfNeeded: firms.count)
            firms.append(Self.prefix + network.sectors[sector])
            sectorOfFirm.append(Int32(truncatingIfNeeded: sector))
            let here = 1 - own.reduce(0) { $0 + $1.share }
            for part in own {
                let way = Self.place(of: part.way, in: &ways)
                for (cell, value) in cells where cell % width == sector && value > 0 {
                    suppliers.append(source)
                    customers.append(Int32(truncatingIfNeeded: cell / width))
                    values.append(value * part.share / here)
                    ways.wayOfLink.append(way)
                }
            }
        }
        let more = firms.count - network.firms.count
        var columns = network.columns.map { column in
            SupplyNetwork.FirmColumn(
                name: column.name, values: column.values + [Double?](repeating: nil, count: more))
        }
        let known = network.column("source") ?? [Double?](repeating: nil, count: network.firms.count)
        columns.removeAll { $0.name == "source" }
        columns.append(.init(name: "source", values: known + [Double?](repeating: 1, count: more)))
        let extended = SupplyNetwork(
            name: network.name, firms: firms, sectors: network.sectors, sectorOfFirm: sectorOfFirm,
            columns: columns, suppliers: suppliers, customers: customers, values: values,
            needs: network.needs, shocks: network.shocks,
            places: network.places.map { places in
                .init(
                    regions: places.regions,
                    regionOfFirm: places.regionOfFirm + [Int32](repeating: -1, count: more))
            },
            ways: ways,
            siteNumbers: network.siteNumbers.map { $0 + [String](repeating: "", count: more) },
            basis: network.basis.map { max($0, .estimated) } ?? .estimated, source: network.source,
            money: network.money, imports: network.imports)
        return extended ?? network
    }

    /// The place of a way, which is new where nobody has named it; −1 for none.
    private static func place(of way: String?, in ways: inout SupplyNetwork.Ways) -> Int32 {
        guard let way else { return -1 }
        if let known = ways.names.firstIndex(of: way) { return Int32(truncatingIfNeeded: known) }
        ways.names.append(way)
        return Int32(truncatingIfNeeded: ways.names.count - 1)
    }
}
