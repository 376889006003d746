/// What a table folder holds beside the table, for studies that set the one against the other. Everything may be missing.
public struct TableCompanions: Sendable, Equatable {
    /// Sums that a fitted table has to have: `margins.csv`.
    public struct Margins: Sendable, Equatable {
        /// What each sector sells, in the table's order: to sectors, or in all where ``uses`` are given.
        public var sales: [Double]
        /// What each sector buys from all sectors, in the table's order.
        public var purchases: [Double]
        /// What each category of final demand buys, in the table's order; `nil` where final demand stays as it is.
        public var uses: [Double]?

        /// Sums.
        public init(sales: [Double], purchases: [Double], uses: [Double]? = nil) {
            self.sales = sales
            self.purchases = purchases
            self.uses = uses
        }
    }

    /// What regions make of each sector's product: `regional_output.csv`.
    public struct RegionalOutput: Sendable, Equatable {
        /// The regions in the file's order.
        public var regions: [String]
        /// A list a region, each in the table's order of sectors: output, or jobs in their place.
        public var output: [[Double]]

        /// Regions.
        public init(regions: [String], output: [[Double]]) {
            self.regions = regions
            self.output = output
        }
    }

    /// The same table at an earlier date, with the same labels: `flows-earlier.csv` and its like.
    public struct Earlier: Sendable, Equatable {
        /// Z, row by row.
        public var flows: [Double]
        /// Y, row by row.
        public var finalDemand: [Double]
        /// F, row by row; `nil` where the earlier table has no accounts.
        public var extensions: [Double]?

        /// A table.
        public init(flows: [Double], finalDemand: [Double], extensions: [Double]? = nil) {
            self.flows = flows
            self.finalDemand = finalDemand
            self.extensions = extensions
        }
    }

    /// The sums to fit to.
    public var margins: Margins?
    /// The regions to make tables for.
    public var regional: RegionalOutput?
    /// The earlier date.
    public var earlier: Earlier?

    /// Companions; without arguments, none.
    public init(margins: Margins? = nil, regional: RegionalOutput? = nil, earlier: Earlier? = nil) {
        self.margins = margins
        self.regional = regional
        self.earlier = earlier
    }

    func add(to content: inout ContentHash) {
        if let margins {
            content.add("margins")
            content.add(margins.sales)
            content.add(margins.purchases)
            if let uses = margins.uses { content.add(uses) }
        }
        if let regional {
            content.add("regional output")
            content.add(regional.regions)
            for output in regional.output { content.add(output) }
        }
        if let earlier {
            content.add("earlier")
            content.add(earlier.flows)
            content.add(earlier.finalDemand)
            if let extensions = earlier.extensions { content.add(extensions) }
        }
    }
}
