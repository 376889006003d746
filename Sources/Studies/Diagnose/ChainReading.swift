import Ecosystem
import InputOutput
import Kernels

/// Reads the chain of one sector, and accounts by region, from a table and its inverse.
struct ChainReading {
    let table: FlowTable
    let balance: TableBalance
    let inverse: LeontiefInverse
    /// How many lines a list has.
    let top: Int

    private var count: Int { inverse.system.count }

    /// The chain of a sector.
    func chain(_ place: Int) throws -> InterIndustry.Chain {
        let system = inverse.system
        let output = system.output[place]
        let bought = system.flows.column(place)
        let imported =
            table.importedFlows.map { flows in (0..<count).map { flows[$0 * count + place] } } ?? []
        let inputs = bought.compensatedSum + imported.compensatedSum
        let column = inverse.matrix.column(place)
        var pulled = column
        pulled[place] = 0
        let carried = (0..<count).map { sector in
            system.output[sector] > 0
                ? balance.valueAdded[sector] / system.output[sector] * column[sector] : 0
        }
        let losses = SectorExtraction.backwardLosses(of: place, inverse)
        return InterIndustry.Chain(
            sector: table.sectors[place].text,
            segments: table.about.segments[table.sectors[place].sector] ?? [],
            suppliers: ties(bought, of: inputs), importedInputs: ties(imported, of: inputs),
            customers: ties(Array(system.flows.row(place)), of: output), finalUses: finalUses(place),
            pulls: ties(pulled, of: pulled.compensatedSum), valueAdded: ties(carried, of: 1),
            losses: ties(losses, of: losses.compensatedSum), localization: try localization(place))
    }

    private func ties(_ values: [Double], of whole: Double) -> [InterIndustry.Tie] {
        values.indices.filter { values[$0] > 0 }.sorted {
            values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1
        }.prefix(top).map {
            InterIndustry.Tie(
                sector: table.sectors[$0].text, value: values[$0], share: whole > 0 ? values[$0] / whole : 0)
        }
    }

    /// Final uses by category, those of several regions added up; in the table's order, negative ones too.
    private func finalUses(_ place: Int) -> [InterIndustry.Tie] {
        let width = table.demandCategories.count
        var names: [String] = []
        var sums: [String: Double] = [:]
        for (category, label) in table.demandCategories.enumerated() {
            let name = table.regions.count > 1 ? label.region ?? label.sector : label.sector
            if sums[name] == nil { names.append(name) }
            sums[name, default: 0] += table.finalDemand[place * width + category]
        }
        let output = inverse.system.output[place]
        return names.compactMap { name in
            guard let value = sums[name], value != 0 else { return nil }
            return InterIndustry.Tie(sector: name, value: value, share: output > 0 ? value / output : 0)
        }
    }

    /// The regions of a table that has several, and the place of each sector's.
    private var regions: (names: [String], places: [Int])? {
        let names = table.regions.compactMap(\.self)
        guard names.count > 1, names.count == table.regions.count else { return nil }
        let places = Dictionary(zip(names, names.indices), uniquingKeysWith: { left, _ in left })
        return (names, table.sectors.map { $0.region.flatMap { places[$0] } ?? 0 })
    }

    private func localization(_ place: Int) throws -> InterIndustry.Localization? {
        guard let regions else { return nil }
        let own = regions.places[place]
        let found = try ChainLocalization.run(
            inverse, product: place, inside: regions.places.map { $0 == own }, regions: regions.places,
            regionCount: regions.names.count, valueAdded: balance.valueAdded
        ).get()
        return InterIndustry.Localization(
            region: regions.names[own], direct: found.direct, total: found.total,
            valueAdded: zip(regions.names, found.valueAdded).map {
                InterIndustry.RegionShare(region: $0, value: $1)
            })
    }

    /// Value added and every account of the table, by region of production and of final demand. Demand of places that make
    /// nothing in the table, such as exports, stands under its own name.
    func accounts() throws -> [InterIndustry.Account] {
        guard let regions else { return [] }
        var names = regions.names
        let target = table.demandCategories.map { label -> Int in
            let name = label.region ?? label.sector
            if let known = names.firstIndex(of: name) { return known }
            names.append(name)
            return names.count - 1
        }
        var demand = DenseMatrix(rows: count, columns: names.count)
        let width = table.demandCategories.count
        for sector in 0..<count {
            for (category, region) in target.enumerated() {
                demand[sector, region] += table.finalDemand[sector * width + category]
            }
        }
        let place = TableAccounts(table).valueAdded
        let kinds = (place == nil ? ["Value added"] : []) + table.extensionNames
        let rows = (place == nil ? balance.valueAdded : []) + table.extensions
        guard let bySector = try? DenseMatrix(rows: kinds.count, columns: count, values: rows) else {
            return []
        }
        let footprint = try Footprint.run(
            inverse, regions: regions.places, regionCount: names.count, demand: demand,
            accounts: .init(bySector: bySector)
        ).get()
        return kinds.enumerated().map { kind, name in
            InterIndustry.Account(
                account: name,
                regions: names.enumerated().map { region, text in
                    InterIndustry.RegionAccount(
                        region: text, production: footprint.production[kind, region],
                        consumption: footprint.consumption[kind, region],
                        imports: footprint.imports[kind, region], exports: footprint.exports[kind, region])
                })
        }
    }
}
