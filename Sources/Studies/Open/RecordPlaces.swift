import Ecosystem

/// Where records of any kind are: a region itself, the home of an organization, the region of a site or park.
struct RecordPlaces: Sendable {
    let model: EcosystemModel
    let tree: RegionTree

    /// The region of a record; `nil` for kinds that are nowhere, such as segments.
    func region(of id: String) -> RegionID? {
        guard let record = model.record(id: id) else { return nil }
        switch record.kind {
        case .region: return RegionID(id)
        case .organization: return record.text("home_region").map(RegionID.init)
        case .product, .service: return record.text("organization_id").flatMap { region(of: $0) }
        default: return record.text("region_id").map(RegionID.init)
        }
    }

    /// The compared place of a record.
    func place(of id: String) -> RegionID? { tree.place(of: region(of: id)) }

    /// Whether a relation touches the region that is asked about at either end.
    func touches(_ relation: Relation) -> Bool {
        [relation.subject, relation.object].contains { end in
            region(of: end).map { tree.isInside($0) } == true
        }
    }
}
