import Ecosystem

/// A network taken apart so that firms and links can be added.
struct NetworkParts {
    private let given: SupplyNetwork
    private var firms: [String]
    private var sectorOfFirm: [Int32]
    private var suppliers: [Int32]
    private var customers: [Int32]
    private var values: [Double]
    var columns: [SupplyNetwork.FirmColumn]

    init(_ given: SupplyNetwork) {
        self.given = given
        (firms, sectorOfFirm) = (given.firms, given.sectorOfFirm)
        (suppliers, customers, values) = (given.suppliers, given.customers, given.values)
        columns = given.columns
        for name in ["capacity", "stock"] where given.column(name) == nil {
            columns.append(.init(name: name, values: [Double?](repeating: nil, count: firms.count)))
        }
    }

    /// An idle firm; its place.
    mutating func add(_ name: String, material: Int32) -> Int {
        firms.append(name)
        sectorOfFirm.append(material)
        for place in columns.indices {
            let isHolding = columns[place].name == "capacity" || columns[place].name == "stock"
            columns[place].values.append(isHolding ? 0 : nil)
        }
        return firms.count - 1
    }

    mutating func link(_ supplier: Int, _ customer: Int, _ need: Double) {
        suppliers.append(Int32(clamping: supplier))
        customers.append(Int32(clamping: customer))
        values.append(need)
    }

    /// The whole; where every firm stops alone, each of the firms that were given is a scenario.
    var network: SupplyNetwork? {
        let shocks =
            given.shocks.isEmpty
            ? given.firms.indices.map { SupplyNetwork.Shock(scenario: given.firms[$0], firm: $0, loss: 1) }
            : given.shocks
        return SupplyNetwork(
            name: given.name, firms: firms, sectors: given.sectors, sectorOfFirm: sectorOfFirm,
            columns: columns, suppliers: suppliers, customers: customers, values: values, shocks: shocks,
            basis: given.basis, source: given.source, money: given.money)
    }
}
