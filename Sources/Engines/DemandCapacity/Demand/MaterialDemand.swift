/// What a customer needs of one material, week by week: the aspect `week_based_material_demand` 3.0.1 of Catena-X.
///
/// Read from its JSON form as it is; whatever is missing there is an empty text or list here and becomes a finding.
/// Unknown members are ignored.
public struct MaterialDemand: Sendable, Hashable {
    /// Its id, a UUID, with or without `urn:uuid:`.
    public var id = ""
    /// Business partner number of the customer (BPNL).
    public var customer = ""
    /// Business partner number of the supplier (BPNL).
    public var supplier = ""
    /// The customer's number of the material.
    public var material = ""
    /// The customer's words for the material.
    public var materialDescription = ""
    /// The supplier's number of the material.
    public var materialOfSupplier: String?
    /// The unit of all its quantities, such as `unit:piece`.
    public var unit: String?
    /// Whether the unit is left out on purpose.
    public var isUnitOmitted = false
    /// Whether it is out of use; it then counts nowhere.
    public var isInactive = false
    /// When it was last changed.
    public var changedAt = ""
    /// Its demands by place and category.
    public var series: [DemandSeries] = []

    /// An empty demand, to be filled.
    public init() {}
}

/// Weekly demands for one place and category.
public struct DemandSeries: Sendable, Hashable {
    /// The customer's site (BPNS).
    public var customerLocation = ""
    /// The site that is to deliver (BPNS).
    public var expectedSupplierLocation: String?
    /// The code of its category; empty where it is missing.
    public var category = ""
    /// Quantities by week.
    public var weeks: [WeekQuantity] = []

    /// An empty series, to be filled.
    public init() {}
}

/// A quantity of one week.
public struct WeekQuantity: Sendable, Hashable, Codable {
    /// The Monday of the week, as given.
    public var monday: String
    /// The quantity; zero is zero, unknown weeks are left out.
    public var quantity: Double

    /// A quantity.
    public init(monday: String, quantity: Double) {
        self.monday = monday
        self.quantity = quantity
    }

    private enum CodingKeys: String, CodingKey {
        case monday = "pointInTime"
        case quantity = "demand"
    }
}

extension MaterialDemand: Codable {
    private enum CodingKeys: String, CodingKey {
        case id = "materialDemandId"
        case customer, supplier
        case material = "materialNumberCustomer"
        case materialDescription = "materialDescriptionCustomer"
        case materialOfSupplier = "materialNumberSupplier"
        case unit = "unitOfMeasure"
        case isUnitOmitted = "unitOfMeasureIsOmitted"
        case isInactive = "materialDemandIsInactive"
        case changedAt
        case series = "demandSeries"
    }

    /// Reads the JSON form of the standard; what is missing becomes a finding of ``findings()``.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String? {
            try container.decodeIfPresent(String.self, forKey: key)
        }
        id = try text(.id) ?? ""
        customer = try text(.customer) ?? ""
        supplier = try text(.supplier) ?? ""
        material = try text(.material) ?? ""
        materialDescription = try text(.materialDescription) ?? ""
        materialOfSupplier = try text(.materialOfSupplier)
        unit = try text(.unit)
        isUnitOmitted = try container.decodeIfPresent(Bool.self, forKey: .isUnitOmitted) ?? false
        isInactive = try container.decodeIfPresent(Bool.self, forKey: .isInactive) ?? false
        changedAt = try text(.changedAt) ?? ""
        series = try container.decodeIfPresent([DemandSeries].self, forKey: .series) ?? []
    }
}

extension DemandSeries: Codable {
    private enum CodingKeys: String, CodingKey {
        case customerLocation, expectedSupplierLocation
        case category = "demandCategory"
        case weeks = "demands"
    }

    /// Reads the JSON form of the standard.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        customerLocation = try container.decodeIfPresent(String.self, forKey: .customerLocation) ?? ""
        expectedSupplierLocation = try container.decodeIfPresent(
            String.self, forKey: .expectedSupplierLocation)
        category = try container.decodeIfPresent(CategoryMember.self, forKey: .category)?.code ?? ""
        weeks = try container.decodeIfPresent([WeekQuantity].self, forKey: .weeks) ?? []
    }

    /// Writes the JSON form of the standard.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(customerLocation, forKey: .customerLocation)
        try container.encodeIfPresent(expectedSupplierLocation, forKey: .expectedSupplierLocation)
        try container.encode(CategoryMember(code: category), forKey: .category)
        try container.encode(weeks, forKey: .weeks)
    }
}

/// A category as the standard writes it: an object with one member.
struct CategoryMember: Codable {
    var code: String

    private enum CodingKeys: String, CodingKey { case code = "demandCategoryCode" }
}
