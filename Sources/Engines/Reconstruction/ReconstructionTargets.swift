/// What is known, or assumed, of the firms of a region: how many there are of each sector in each place, what they make in
/// all, and what a sector buys of every sector.
public struct ReconstructionTargets: Sendable {
    /// The firms of one sector in one region.
    public struct Group: Sendable, Hashable {
        /// Their sector, as its place in ``ReconstructionTargets/sectors``.
        public var sector: Int
        /// Their region, as its place in ``ReconstructionTargets/regions``.
        public var region: Int
        /// How many there are.
        public var firms: Int
        /// What they make in all, in money.
        public var output: Double

        /// A group.
        public init(sector: Int, region: Int, firms: Int, output: Double) {
            self.sector = sector
            self.region = region
            self.firms = firms
            self.output = output
        }
    }

    /// A supply between two named firms that is known to exist.
    public struct NamedLink: Sendable, Hashable {
        /// The supplier, as its place in ``ReconstructionTargets/namedFirms``.
        public var supplier: Int
        /// The customer, likewise.
        public var customer: Int
        /// Its value; `nil` where it is not known, and then the expected one.
        public var value: Double?

        /// A link.
        public init(supplier: Int, customer: Int, value: Double? = nil) {
            self.supplier = supplier
            self.customer = customer
            self.value = value
        }
    }

    /// What the firms of a sector cannot do without: each has a supplier in one of these sectors, wherever anybody there sells
    /// to it.
    public struct Need: Sendable, Hashable {
        /// Sectors that meet it, as their places in ``ReconstructionTargets/sectors``; no two needs of a user share one.
        public var inputs: [Int]
        /// The sector whose firms have it.
        public var user: Int

        /// A need.
        public init(inputs: [Int], user: Int) {
            self.inputs = inputs
            self.user = user
        }
    }

    /// Names of the sectors.
    public var sectors: [String]
    /// Names of the regions.
    public var regions: [String]
    /// Firms by sector and region, each pair once.
    public var groups: [Group]
    /// What a sector buys of each sector for one unit of its output, `sectors × sectors`: row = bought of, column = buyer.
    public var coefficients: [Double]
    /// What firms cannot do without; where nothing is said, links are drawn pair by pair alone.
    public var needs: [Need]
    /// How easily the firms of a region (row) supply those of another (column), `regions × regions`; 1 or `nil` for no
    /// difference. Only its ratios matter.
    public var closeness: [Double]?
    /// How sizes spread within a group.
    public var sizes: SizeDistribution
    /// For each named firm the group in which it is counted, as its place in ``groups``.
    public var namedFirms: [Int]
    /// Links that every network holds.
    public var namedLinks: [NamedLink]

    /// Targets.
    public init(
        sectors: [String], regions: [String], groups: [Group], coefficients: [Double],
        needs: [Need] = [], closeness: [Double]? = nil,
        sizes: SizeDistribution = .lognormal(sigma: 1.5), namedFirms: [Int] = [],
        namedLinks: [NamedLink] = []
    ) {
        self.sectors = sectors
        self.regions = regions
        self.groups = groups
        self.coefficients = coefficients
        self.needs = needs
        self.closeness = closeness
        self.sizes = sizes
        self.namedFirms = namedFirms
        self.namedLinks = namedLinks
    }

    /// How many firms there are in all.
    public var firmCount: Int { groups.reduce(0) { $0 + max(0, $1.firms) } }
}
