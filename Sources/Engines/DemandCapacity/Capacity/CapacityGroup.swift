/// What a supplier can make for a customer, week by week, and which demands it is for: the aspect
/// `week_based_capacity_group` 3.0.1 of Catena-X.
///
/// Read from its JSON form as it is; whatever is missing there is an empty text or list here and becomes a finding.
public struct CapacityGroup: Sendable, Hashable {
    /// Its id, a UUID, with or without `urn:uuid:`.
    public var id = ""
    /// Its name.
    public var name = ""
    /// Business partner number of the customer (BPNL).
    public var customer = ""
    /// Business partner number of the supplier (BPNL).
    public var supplier = ""
    /// The supplier's sites (BPNS).
    public var supplierLocations: [String] = []
    /// The unit of all its quantities.
    public var unit: String?
    /// Whether the unit is left out on purpose.
    public var isUnitOmitted = false
    /// Whether it is out of use; it then counts nowhere.
    public var isInactive = false
    /// When it was last changed.
    public var changedAt = ""
    /// The demand series that it is for.
    public var linkedSeries: [DemandLink] = []
    /// Ids of groups whose demands count here too.
    public var linkedGroups: [String] = []
    /// Capacities by week.
    public var weeks: [WeekCapacity] = []
    /// How far demands may move.
    public var volatility: VolatilityParameters?

    /// An empty group, to be filled.
    public init() {}
}

/// A link from a capacity group to a demand series of its supplier and customer.
public struct DemandLink: Sendable, Hashable {
    /// The customer's number of the material.
    public var material = ""
    /// The supplier's number of the material.
    public var materialOfSupplier: String?
    /// The customer's site (BPNS).
    public var customerLocation = ""
    /// The code of the category.
    public var category = ""
    /// Units of capacity that one unit of demand takes; `nil` counts as 1.
    public var loadFactor: Double?

    /// An empty link, to be filled.
    public init() {}
}

/// The capacity of one week, in the group's unit.
public struct WeekCapacity: Sendable, Hashable {
    /// The Monday of the week, as given.
    public var monday = ""
    /// What is planned to be available.
    public var actual = 0.0
    /// What can be released at most; not below `actual`.
    public var maximum = 0.0
    /// What was agreed; for information.
    public var agreed: Double?
    /// Production moved into (+) or out of (−) the week.
    public var delta: Double?

    /// What can be released beyond the actual capacity.
    public var flexible: Double { maximum - actual }

    /// A capacity.
    public init(monday: String, actual: Double, maximum: Double, agreed: Double? = nil, delta: Double? = nil)
    {
        self.monday = monday
        self.actual = actual
        self.maximum = maximum
        self.agreed = agreed
        self.delta = delta
    }
}

extension CapacityGroup: Codable {
    private enum CodingKeys: String, CodingKey {
        case id = "capacityGroupId"
        case name, customer, supplier, supplierLocations
        case unit = "unitOfMeasure"
        case isUnitOmitted = "unitOfMeasureIsOmitted"
        case isInactive = "capacityGroupIsInactive"
        case changedAt
        case linkedSeries = "linkedDemandSeries"
        case linkedGroups = "linkedCapacityGroups"
        case weeks = "capacities"
        case volatility = "demandVolatilityParameters"
    }

    /// Reads the JSON form of the standard; what is missing becomes a finding of ``findings()``.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String? {
            try container.decodeIfPresent(String.self, forKey: key)
        }
        func list<Item: Decodable>(_ key: CodingKeys) throws -> [Item] {
            try container.decodeIfPresent([Item].self, forKey: key) ?? []
        }
        id = try text(.id) ?? ""
        name = try text(.name) ?? ""
        customer = try text(.customer) ?? ""
        supplier = try text(.supplier) ?? ""
        supplierLocations = try list(.supplierLocations)
        unit = try text(.unit)
        isUnitOmitted = try container.decodeIfPresent(Bool.self, forKey: .isUnitOmitted) ?? false
        isInactive = try container.decodeIfPresent(Bool.self, forKey: .isInactive) ?? false
        changedAt = try text(.changedAt) ?? ""
        linkedSeries = try list(.linkedSeries)
        linkedGroups = try list(.linkedGroups)
        weeks = try list(.weeks)
        volatility = try container.decodeIfPresent(VolatilityParameters.self, forKey: .volatility)
    }
}

extension DemandLink: Codable {
    private enum CodingKeys: String, CodingKey {
        case material = "materialNumberCustomer"
        case materialOfSupplier = "materialNumberSupplier"
        case customerLocation
        case category = "demandCategory"
        case loadFactor
    }

    /// Reads the JSON form of the standard.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        material = try container.decodeIfPresent(String.self, forKey: .material) ?? ""
        materialOfSupplier = try container.decodeIfPresent(String.self, forKey: .materialOfSupplier)
        customerLocation = try container.decodeIfPresent(String.self, forKey: .customerLocation) ?? ""
        category = try container.decodeIfPresent(CategoryMember.self, forKey: .category)?.code ?? ""
        loadFactor = try container.decodeIfPresent(Double.self, forKey: .loadFactor)
    }

    /// Writes the JSON form of the standard.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(material, forKey: .material)
        try container.encodeIfPresent(materialOfSupplier, forKey: .materialOfSupplier)
        try container.encode(customerLocation, forKey: .customerLocation)
        try container.encode(CategoryMember(code: category), forKey: .category)
        try container.encodeIfPresent(loadFactor, forKey: .loadFactor)
    }
}

extension WeekCapacity: Codable {
    private enum CodingKeys: String, CodingKey {
        case monday = "pointInTime"
        case actual = "actualCapacity"
        case maximum = "maximumCapacity"
        case agreed = "agreedCapacity"
        case delta = "deltaProductionResult"
    }
}
