/// Firms, what they supply each other, and which inputs their sectors cannot do without.
public struct SupplyNetwork: Sendable, Equatable {
    /// One firm that loses a part of its capacity in a scenario.
    public struct Shock: Sendable, Equatable {
        /// The scenario's name.
        public var scenario: String
        /// The place of the firm in ``SupplyNetwork/firms``.
        public var firm: Int
        /// The part lost, 0…1.
        public var loss: Double

        /// A shock.
        public init(scenario: String, firm: Int, loss: Double) {
            self.scenario = scenario
            self.firm = firm
            self.loss = loss
        }
    }

    /// Where firms are.
    public struct Places: Sendable, Equatable {
        /// Names of the regions.
        public var regions: [String]
        /// The region of each firm, as its place in ``regions``; −1 where none is given.
        public var regionOfFirm: [Int32]

        /// Places of firms.
        public init(regions: [String], regionOfFirm: [Int32]) {
            self.regions = regions
            self.regionOfFirm = regionOfFirm
        }
    }

    /// The ways that links take, such as a port or a corridor.
    public struct Ways: Sendable, Equatable {
        /// Names of the ways.
        public var names: [String]
        /// The way of each link, as its place in ``names``; −1 where none is given.
        public var wayOfLink: [Int32]

        /// Ways of links.
        public init(names: [String], wayOfLink: [Int32]) {
            self.names = names
            self.wayOfLink = wayOfLink
        }
    }

    /// Links of one date.
    public struct Links: Sendable, Equatable {
        /// The supplier of each link, as its place in ``SupplyNetwork/firms``.
        public var suppliers: [Int32]
        /// The customer of each link.
        public var customers: [Int32]
        /// The value of each link.
        public var values: [Double]

        /// Links.
        public init(suppliers: [Int32], customers: [Int32], values: [Double]) {
            self.suppliers = suppliers
            self.customers = customers
            self.values = values
        }

        func fit(_ firms: Int) -> Bool {
            let range = 0..<Int32(clamping: firms)
            return suppliers.count == values.count && customers.count == values.count
                && suppliers.allSatisfy(range.contains) && customers.allSatisfy(range.contains)
        }
    }

    /// How much an input matters to a sector.
    public enum Need: UInt8, Sendable, CaseIterable {
        case irrelevant = 0, replaceable = 1, essential = 2
    }

    /// Something that could be done against disruptions, whole or not at all.
    public struct Measure: Sendable, Equatable {
        /// What it changes.
        public enum Kind: String, Sendable, CaseIterable {
            /// A firm holds `amount` units more in stock.
            case stock
            /// A firm can make `amount` units more per unit of time.
            case capacity
            /// A firm is back after `amount` units of time.
            case recovery
            /// A firm also supplies `customers`, up to `amount` units per unit of time.
            case source
            /// A new firm supplies `customers` with a material, up to `amount` units per unit of time.
            case supplier
        }

        /// Its id.
        public var id: String
        /// What it changes.
        public var kind: Kind
        /// The firm's place in ``SupplyNetwork/firms``; `nil` for a new firm.
        public var firm: Int?
        /// How much; see ``Kind``.
        public var amount: Double
        /// What it costs.
        public var cost: Double
        /// Places of those that are newly supplied.
        public var customers: [Int]
        /// Units that one unit of a customer takes; `nil` for as many as of its present suppliers of that material.
        public var need: Double?
        /// The place in ``SupplyNetwork/sectors`` of what a new firm makes.
        public var material: Int?

        /// A measure.
        public init(
            id: String, kind: Kind, firm: Int?, amount: Double, cost: Double, customers: [Int] = [],
            need: Double? = nil, material: Int? = nil
        ) {
            self.id = id
            self.kind = kind
            self.firm = firm
            self.amount = amount
            self.cost = cost
            self.customers = customers
            self.need = need
            self.material = material
        }

        func fits(firms: Int, sectors: Int) -> Bool {
            (firm.map { (0..<firms).contains($0) } ?? (kind == .supplier))
                && customers.allSatisfy { (0..<firms).contains($0) }
                && (material.map { (0..<sectors).contains($0) } ?? (kind != .supplier))
        }
    }

    /// The name under which it was given, such as the folder's name.
    public var name: String
    /// How sure its numbers are; `nil` where nothing is said.
    public var basis: Basis? { didSet { memo.forget() } }
    /// Where they come from, in words; `nil` where nothing is said.
    public var source: Localized? { didSet { memo.forget() } }
    /// Ids of the firms, in the file's order.
    public internal(set) var firms: [String]
    /// Names of the sectors.
    public let sectors: [String]
    /// The sector of each firm, as its place in ``sectors``.
    public let sectorOfFirm: [Int32]
    /// Further columns of the firms, in the file's order; revenue is the one named `revenue`.
    public let columns: [FirmColumn]
    /// The supplier of each link, as its place in ``firms``.
    public let suppliers: [Int32]
    /// The customer of each link.
    public let customers: [Int32]
    /// The value of each link.
    public let values: [Double]
    /// Row = input sector, column = using sector, row by row; `nil` where none was given.
    public let needs: [Need]?
    /// Shocks to be answered, in the file's order; empty where none were given.
    public internal(set) var shocks: [Shock]
    /// Where the firms are; `nil` where no region was given.
    public let places: Places?
    /// The links at an earlier date; `nil` where none were given.
    public let earlier: Links?
    /// The Catena-X number of each firm's site (BPNS), empty where it has none; `nil` where none were given.
    public internal(set) var siteNumbers: [String]?
    /// What could be done against disruptions, in the file's order; empty where nothing was given.
    public internal(set) var measures: [Measure]
    /// The ways that links take; `nil` where none were given.
    public let ways: Ways?
    /// What values are counted in, where they are money; `nil` where nothing is said.
    public var money: Money? { didSet { memo.forget() } }
    /// Which part of each sector's product comes from abroad; `nil` where nothing is said.
    public let imports: Imports?
    /// Which of its firms are real although its numbers are made up, and which real firms others stand in for.
    public internal(set) var realFirms: RealFirms
    /// The fingerprint, once it is known: pages ask for it at every question.
    private(set) var memo = FingerprintMemo()

    /// A network; `nil` where lists do not fit together or a place is out of range.
    public init?(
        name: String = "", firms: [String], sectors: [String], sectorOfFirm: [Int32],
        columns: [FirmColumn] = [], suppliers: [Int32], customers: [Int32], values: [Double],
        needs: [Need]? = nil, shocks: [Shock] = [], places: Places? = nil, earlier: Links? = nil,
        measures: [Measure] = [],
        ways: Ways? = nil, siteNumbers: [String]? = nil, basis: Basis? = nil, source: Localized? = nil,
        money: Money? = nil, imports: Imports? = nil, realFirms: RealFirms = RealFirms()
    ) {
        let sectorRange = 0..<Int32(clamping: sectors.count)
        guard sectorOfFirm.count == firms.count, sectorOfFirm.allSatisfy(sectorRange.contains),
            columns.allSatisfy({ $0.count == firms.count }),
            Links(suppliers: suppliers, customers: customers, values: values).fit(firms.count),
            earlier?.fit(firms.count) ?? true,
            places.map({ places in
                places.regionOfFirm.count == firms.count
                    && places.regionOfFirm.allSatisfy { $0 >= -1 && Int($0) < places.regions.count }
            }) ?? true,
            ways.map({ ways in
                ways.wayOfLink.count == values.count
                    && ways.wayOfLink.allSatisfy { $0 >= -1 && Int($0) < ways.names.count }
            }) ?? true,
            siteNumbers.map({ $0.count == firms.count }) ?? true,
            imports.map({ $0.shares.count == sectors.count && $0.counted.count == sectors.count }) ?? true,
            needs.map({ $0.count == sectors.count * sectors.count }) ?? true,
            shocks.allSatisfy({ firms.indices.contains($0.firm) }),
            measures.allSatisfy({ $0.fits(firms: firms.count, sectors: sectors.count) })
        else { return nil }
        self.name = name
        self.firms = firms
        self.sectors = sectors
        self.sectorOfFirm = sectorOfFirm
        self.columns = columns
        self.suppliers = suppliers
        self.customers = customers
        self.values = values
        self.needs = needs
        self.shocks = shocks
        self.places = places
        self.earlier = earlier
        self.measures = measures
        self.ways = ways
        self.siteNumbers = siteNumbers
        self.basis = basis
        self.source = source
        self.money = money
        self.imports = imports
        self.realFirms = realFirms
    }

    /// The column with this name; `nil` where there is none.
    public func column(_ name: String) -> [Double?]? { columns.first { $0.name == name }?.values }

    func add(to content: inout ContentHash) {
        content.add(firms)
        content.add(sectors)
        content.add(sectorOfFirm)
        for column in columns {
            content.add(column.name)
            content.add(column.values)
        }
        content.add(suppliers)
        content.add(customers)
        content.add(values)
        content.add((needs ?? []).map { Int32($0.rawValue) })
        content.add(shocks.map(\.scenario))
        content.add(shocks.map { Int32(clamping: $0.firm) })
        content.add(shocks.map(\.loss))
        if let places {
            content.add("places")
            content.add(places.regions)
            content.add(places.regionOfFirm)
        }
        if let earlier {
            content.add("earlier")
            content.add(earlier.suppliers)
            content.add(earlier.customers)
            content.add(earlier.values)
        }
        if let ways {
            content.add("ways")
            content.add(ways.names)
            content.add(ways.wayOfLink)
        }
        if let siteNumbers {
            content.add("sites")
            content.add(siteNumbers)
        }
        // What older networks do not say leaves their fingerprint as it was.
        if let basis { content.add(basis.rawValue) }
        if let source { content.add([source.en, source.zh]) }
        addMoney(to: &content)
        if !realFirms.listed.isEmpty { content.add(["named"] + realFirms.listed) }
        if !realFirms.behindStandIns.isEmpty { content.add(["stand-ins"] + realFirms.behindStandIns) }
        for measure in measures {
            content.add([measure.id, measure.kind.rawValue])
            content.add([measure.firm.map { Double($0) }, measure.amount, measure.cost, measure.need])
            content.add(
                measure.customers.map { Int32(clamping: $0) } + [Int32(clamping: measure.material ?? -1)])
        }
    }
}
