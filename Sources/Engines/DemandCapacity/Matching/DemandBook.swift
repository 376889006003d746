import Ecosystem

/// Demand series, found by what a link names: supplier, customer, material, place and category.
struct DemandBook {
    /// A series that a link leads to.
    struct Lookup {
        let link: DemandLink
        /// Quantities by week; `nil` where nobody sent the series or its unit does not fit.
        let quantities: [Week: Double]?
        /// Whether it counts at all: series of inactive demands do not.
        let counts: Bool
    }

    private struct Entry {
        let unit: String?
        let isInactive: Bool
        let quantities: [Week: Double]
    }

    private var entries: [[String]: Entry] = [:]
    /// What is wrong between demands.
    private(set) var findings: [PayloadFinding] = []
    /// What is wrong between demands and groups.
    private(set) var laterFindings: [PayloadFinding] = []

    init(_ demands: [MaterialDemand]) {
        var owners: [[String]: String] = [:]
        for demand in demands {
            let triple = [demand.customer, demand.supplier, demand.material]
            if let other = owners[triple] {
                findings.append(
                    PayloadFinding(
                        .error, object: demand.id, path: "materialNumberCustomer",
                        Localized(
                            "material \(demand.material) of this customer and supplier is already stated by \(other); "
                                + "the first one is used",
                            "该客户与供应商的物料 \(demand.material) 已由 \(other) 给出；采用前者")))
                continue
            }
            owners[triple] = demand.id
            for series in demand.series {
                var quantities: [Week: Double] = [:]
                for entry in series.weeks {
                    if case .success(let week) = Week.reading(monday: entry.monday) {
                        quantities[week] = entry.quantity
                    }
                }
                entries[triple + [series.customerLocation, series.category]] = Entry(
                    unit: demand.unit, isInactive: demand.isInactive, quantities: quantities)
            }
        }
    }

    mutating func series(for link: DemandLink, of group: CapacityGroup) -> Lookup {
        let key = [group.customer, group.supplier, link.material, link.customerLocation, link.category]
        guard let entry = entries[key] else {
            note(
                group,
                "nobody sent the demand for \(link.material) at \(link.customerLocation), \(link.category); "
                    + "its weeks are unknown",
                "未收到 \(link.material) 在 \(link.customerLocation)（\(link.category)）的需求；其各周未知")
            return Lookup(link: link, quantities: nil, counts: true)
        }
        if entry.isInactive { return Lookup(link: link, quantities: entry.quantities, counts: false) }
        if link.loadFactor == nil, let left = entry.unit, let right = group.unit, left != right {
            note(
                group, "\(link.material) is stated in \(left), the group in \(right); give load factors",
                "\(link.material) 的单位为 \(left)，产能组为 \(right)；请填写负荷系数")
            return Lookup(link: link, quantities: nil, counts: true)
        }
        return Lookup(link: link, quantities: entry.quantities, counts: true)
    }

    private mutating func note(_ group: CapacityGroup, _ en: String, _ zh: String) {
        laterFindings.append(
            PayloadFinding(.warning, object: group.id, path: "linkedDemandSeries", Localized(en, zh)))
    }
}
