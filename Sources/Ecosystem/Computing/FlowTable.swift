/// An input-output table: what each sector sells to each sector and to final demand, in one unit of money.
public struct FlowTable: Sendable, Equatable {
    /// A sector, of a region where the table has several.
    public struct Label: Sendable, Hashable {
        /// The region; `nil` in a table of one region.
        public var region: String?
        /// The sector.
        public var sector: String

        /// A label.
        public init(region: String? = nil, sector: String) {
            self.region = region
            self.sector = sector
        }

        /// `region/sector`, or the sector alone.
        public var text: String { region.map { "\($0)/\(sector)" } ?? sector }
    }

    /// The name under which it was given, such as the folder's name.
    public var name: String
    /// The sectors, rows and columns alike, in the file's order.
    public let sectors: [Label]
    /// Z, row by row, `sectors × sectors`: row sells to column. Of a table that tells imports apart, what is made at home.
    public let flows: [Double]
    /// The categories of final demand.
    public let demandCategories: [Label]
    /// Y, row by row, `sectors × demandCategories`.
    public let finalDemand: [Double]
    /// Names of further accounts by sector, such as value added or jobs.
    public let extensionNames: [String]
    /// F, row by row, `extensionNames × sectors`.
    public let extensions: [Double]
    /// What sectors buy of imported products, row by row, `sectors × sectors`; `nil` where ``flows`` do not tell imports
    /// from what is made at home.
    public let importedFlows: [Double]?
    /// What the table says of itself.
    public var about: FlowTableAbout
    /// What its folder holds beside it.
    public var companions: TableCompanions

    /// A table; `nil` where the numbers of cells do not fit the labels.
    public init?(
        name: String = "", sectors: [Label], flows: [Double], demandCategories: [Label],
        finalDemand: [Double], extensionNames: [String] = [], extensions: [Double] = [],
        importedFlows: [Double]? = nil, about: FlowTableAbout = FlowTableAbout(),
        companions: TableCompanions = TableCompanions()
    ) {
        guard flows.count == sectors.count * sectors.count,
            finalDemand.count == sectors.count * demandCategories.count,
            extensions.count == extensionNames.count * sectors.count,
            importedFlows == nil || importedFlows?.count == flows.count
        else { return nil }
        self.name = name
        self.sectors = sectors
        self.flows = flows
        self.demandCategories = demandCategories
        self.finalDemand = finalDemand
        self.extensionNames = extensionNames
        self.extensions = extensions
        self.importedFlows = importedFlows
        self.about = about
        self.companions = companions
    }

    /// The table at the earlier date that its folder holds; `nil` where there is none.
    public var earlier: FlowTable? {
        companions.earlier.flatMap { earlier in
            FlowTable(
                name: name, sectors: sectors, flows: earlier.flows, demandCategories: demandCategories,
                finalDemand: earlier.finalDemand,
                extensionNames: earlier.extensions == nil ? [] : extensionNames,
                extensions: earlier.extensions ?? [], about: about)
        }
    }

    /// What each sector sells in all, to sectors and to final demand: x.
    public var output: [Double] {
        sectors.indices.map { row in
            let sold = flows[row * sectors.count..<(row + 1) * sectors.count].reduce(0, +)
            let width = demandCategories.count
            return sold + finalDemand[row * width..<(row + 1) * width].reduce(0, +)
        }
    }

    /// The row of an account; `nil` for a name that the table does not have.
    public func account(_ name: String) -> ArraySlice<Double>? {
        extensionNames.firstIndex(of: name).map { extensions[$0 * sectors.count..<($0 + 1) * sectors.count] }
    }

    /// The regions of the sectors in the order in which they first stand, `nil` once for sectors without one.
    public var regions: [String?] {
        var seen: Set<String?> = []
        return sectors.map(\.region).filter { seen.insert($0).inserted }
    }

    func add(to content: inout ContentHash) {
        content.add(sectors.map(\.text))
        content.add(flows)
        content.add(demandCategories.map(\.text))
        content.add(finalDemand)
        content.add(extensionNames)
        content.add(extensions)
        if let importedFlows {
            content.add("imports")
            content.add(importedFlows)
        }
        about.add(to: &content)
        companions.add(to: &content)
    }
}
