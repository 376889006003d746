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

    private var parts: [Part] = []

    /// Reads `SECTOR=SHARE`, `SECTOR=SHARE@WAY`, `*=SHARE@WAY`, `table`, `;` between them; a sector's own entry counts before `*`, and both before
    /// what the network says of imports (`table`).
    ///
    /// - Parameter names: what stops: a source abroad that is named and not assumed takes the part that the network says.
    /// - Throws: everything that is wrong, at once.
    init(_ text: String?, _ network: SupplyNetwork, for names: [String] = []) throws(StudyProblem) {
        var problems: [StudyProblem.Detail] = []
        var found: [Int: Part] = [:]
        var rest: Part?
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
                rest = Part(sector: -1, share: share, way: way)
            } else if let sector = network.sectors.firstIndex(of: sides[0]) {
                found[sector] = Part(sector: sector, share: share, way: way)
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
            if let part = found[sector] {
                parts.append(part)
            } else if let rest {
                parts.append(Part(sector: sector, share: rest.share, way: rest.way))
            } else if let share = network.imports?.shares[sector], share > 0, share < 1,
                entries.contains(Self.table) || Self.isWanted(network.sectors[sector], names, network)
            {
                parts.append(Part(sector: sector, share: share, isOfNetwork: true))
            }
        }
    }

    private static func isWanted(_ sector: String, _ names: [String], _ network: SupplyNetwork) -> Bool {
        let id = prefix + sector
        return names.contains { $0 == id || $0 == "firm:" + id } && !network.firms.contains(id)
    }

    /// What is assumed to come from abroad, for the answer.
    func told(_ network: SupplyNetwork) -> [Disrupt.Result.Abroad] {
        parts.map { part in
            .init(
                sector: network.sectors[part.sector], share: part.share, way: part.way,
                isOfTable: part.isOfNetwork,
                counted: part.isOfNetwork ? network.imports?.counted[part.sector] : nil)
        }
    }

    /// The network with a source for each sector of which something comes from abroad. What firms buy here stays; the source
    /// brings `share / (1 − share)` of it on top.
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
        for part in parts {
            let source = Int32(truncatingIfNeeded: firms.count)
            firms.append(Self.prefix + network.sectors[part.sector])
            sectorOfFirm.append(Int32(truncatingIfNeeded: part.sector))
            var way: Int32 = -1
            if let name = part.way {
                if let known = ways.names.firstIndex(of: name) {
                    way = Int32(truncatingIfNeeded: known)
                } else {
                    way = Int32(truncatingIfNeeded: ways.names.count)
                    ways.names.append(name)
                }
            }
            for (cell, value) in cells where cell % width == part.sector && value > 0 {
                suppliers.append(source)
                customers.append(Int32(truncatingIfNeeded: cell / width))
                values.append(value * part.share / (1 - part.share))
                ways.wayOfLink.append(way)
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
}
