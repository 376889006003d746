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
    /// Z, row by row, `sectors × sectors`: row sells to column.
    public let flows: [Double]
    /// The categories of final demand.
    public let demandCategories: [Label]
    /// Y, row by row, `sectors × demandCategories`.
    public let finalDemand: [Double]
    /// Names of further accounts by sector, such as value added or jobs.
    public let extensionNames: [String]
    /// F, row by row, `extensionNames × sectors`.
    public let extensions: [Double]

    /// A table; `nil` where the numbers of cells do not fit the labels.
    public init?(
        name: String = "", sectors: [Label], flows: [Double], demandCategories: [Label],
        finalDemand: [Double],
        extensionNames: [String] = [], extensions: [Double] = []
    ) {
        guard flows.count == sectors.count * sectors.count,
            finalDemand.count == sectors.count * demandCategories.count,
            extensions.count == extensionNames.count * sectors.count
        else { return nil }
        self.name = name
        self.sectors = sectors
        self.flows = flows
        self.demandCategories = demandCategories
        self.finalDemand = finalDemand
        self.extensionNames = extensionNames
        self.extensions = extensions
    }

    func add(to content: inout ContentHash) {
        content.add(sectors.map(\.text))
        content.add(flows)
        content.add(demandCategories.map(\.text))
        content.add(finalDemand)
        content.add(extensionNames)
        content.add(extensions)
    }
}
