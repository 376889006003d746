public import Ecosystem

/// Which group each sector of a table belongs to, and the table of the groups.
///
/// Flows are added up, never coefficients: a mean of coefficients depends on weights that a table of coefficients does not
/// have. Each sector goes to exactly one group, so that every total is kept.
public struct SectorCorrespondence: Sendable, Equatable {
    /// Why a correspondence does not fit a table; all of them at once.
    public struct Problem: Error, Sendable, Equatable {
        /// Sectors of the table that no group takes.
        public let missing: [String]
        /// Sectors that the correspondence names and the table does not have.
        public let unknown: [String]
        /// Sectors that several groups take.
        public let twice: [String]
    }

    /// The groups, in the order in which the correspondence first names them.
    public let groups: [String]
    /// The group of each sector of the table.
    public let group: [Int]

    /// A correspondence of sectors, by the sector of their label, to groups.
    ///
    /// - Throws: ``Problem`` with everything that does not fit.
    public init(_ pairs: [(sector: String, group: String)], for table: FlowTable) throws(Problem) {
        var groupOfSector: [String: String] = [:]
        var twice: [String] = []
        var groups: [String] = []
        var placeOfGroup: [String: Int] = [:]
        for pair in pairs {
            if let other = groupOfSector[pair.sector], other != pair.group { twice.append(pair.sector) }
            groupOfSector[pair.sector] = pair.group
            if placeOfGroup[pair.group] == nil {
                placeOfGroup[pair.group] = groups.count
                groups.append(pair.group)
            }
        }
        let known = Set(table.sectors.map(\.sector))
        let missing = table.sectors.map(\.sector).filter { groupOfSector[$0] == nil }
        let unknown = Set(pairs.map(\.sector)).subtracting(known).sorted()
        guard missing.isEmpty, unknown.isEmpty, twice.isEmpty else {
            throw Problem(
                missing: Array(Set(missing)).sorted(), unknown: unknown, twice: Array(Set(twice)).sorted())
        }
        self.groups = groups
        group = table.sectors.map { groupOfSector[$0.sector].flatMap { placeOfGroup[$0] } ?? 0 }
    }

    /// The table of the groups: of each region where the table has regions. Demand categories and accounts stay.
    ///
    /// - Complexity: one pass over the table.
    public func aggregated(_ table: FlowTable) -> FlowTable? {
        guard group.count == table.sectors.count else { return nil }
        var labels: [FlowTable.Label] = []
        var places: [FlowTable.Label: Int] = [:]
        for region in table.regions {
            for name in groups {
                let label = FlowTable.Label(region: region, sector: name)
                guard
                    table.sectors.indices.contains(where: {
                        table.sectors[$0].region == region && groups[group[$0]] == name
                    })
                else { continue }
                places[label] = labels.count
                labels.append(label)
            }
        }
        let target = table.sectors.indices.map {
            places[FlowTable.Label(region: table.sectors[$0].region, sector: groups[group[$0]])] ?? 0
        }
        let old = table.sectors.count
        let new = labels.count
        let categories = table.demandCategories.count
        func square(_ cells: [Double]) -> [Double] {
            var sums = [Double](repeating: 0, count: new * new)
            for row in 0..<old {
                for column in 0..<old {
                    sums[target[row] * new + target[column]] += cells[row * old + column]
                }
            }
            return sums
        }
        var demand = [Double](repeating: 0, count: new * categories)
        var accounts = [Double](repeating: 0, count: table.extensionNames.count * new)
        for row in 0..<old {
            for category in 0..<categories {
                demand[target[row] * categories + category] += table.finalDemand[row * categories + category]
            }
            for account in table.extensionNames.indices {
                accounts[account * new + target[row]] += table.extensions[account * old + row]
            }
        }
        return FlowTable(
            name: table.name, sectors: labels, flows: square(table.flows),
            demandCategories: table.demandCategories, finalDemand: demand,
            extensionNames: table.extensionNames, extensions: accounts,
            importedFlows: table.importedFlows.map(square),
            about: FlowTableAbout(
                title: table.about.title, unit: table.about.unit, basis: table.about.basis,
                source: table.about.source))
    }
}
