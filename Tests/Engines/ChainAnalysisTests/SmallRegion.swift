import Ecosystem

/// A made-up region for tests: home `r.h` with the places `r.a` and `r.b`, and `r.x` outside.
struct SmallRegion {
    private var builder: EcosystemBuilder

    init(home: String? = "r.h") {
        builder = EcosystemBuilder(
            PackageIdentity(
                id: "small", title: Localized(same: "small"), homeRegion: home.map(RegionID.init),
                places: [RegionID("r.a"), RegionID("r.b")], isSynthetic: true))
        for (id, parent) in [
            ("r.all", ""), ("r.h", "r.all"), ("r.a", "r.h"), ("r.b", "r.h"), ("r.x", "r.all"),
        ] {
            add(.region, ["id": id, "name_en": id, "level": "province", "parent_id": parent])
        }
    }

    mutating func add(_ kind: RecordKind, _ fields: [FieldName: String]) {
        var fields = fields
        if fields["basis"] == nil { fields["basis"] = "stated" }
        builder.add(kind, fields)
    }

    mutating func segment(
        _ id: String, under parent: String = "", stage: String = "components", automotive: Bool = true
    ) {
        add(
            .segment,
            [
                "id": id, "name_en": "Segment \(id)", "parent_id": parent, "stage": stage,
                "automotive": automotive ? "yes" : "no",
            ])
    }

    mutating func organization(_ id: String, home: String, parent: String = "") {
        add(
            .organization,
            [
                "id": id, "name_en": id, "kind": "supplier", "home_region": home, "home_basis": "stated",
                "parent_id": parent,
            ])
    }

    mutating func site(
        _ id: String, of organization: String, in region: String, state: String = "", status: String = ""
    ) {
        add(
            .site,
            [
                "id": id, "organization_id": organization, "region_id": region,
                "functions": "component_plant",
                "state": state, "status": status,
            ])
    }

    mutating func work(
        _ id: String, _ organization: String, _ segment: String, capacity: String = "", unit: String = "",
        role: String = "producer_or_provider", state: String = "", basis: String = "stated"
    ) {
        add(
            .activity,
            [
                "id": id, "organization_id": organization, "segment_id": segment, "role": role,
                "capacity": capacity,
                "capacity_unit": unit, "state": state, "basis": basis,
            ])
    }

    mutating func figure(_ id: String, _ entity: String, _ indicator: String, _ value: String, _ unit: String)
    {
        add(
            .indicator,
            ["id": id, "entity_id": entity, "indicator_id": indicator, "value": value, "unit": unit])
    }

    mutating func said(
        _ id: String, _ segment: String, _ region: String, _ strength: String, basis: String = "stated"
    ) {
        add(
            .assessment,
            [
                "id": id, "segment_id": segment, "region_id": region, "strength": strength, "basis": basis,
                "sources": "s.1",
            ])
    }

    consuming func model() -> EcosystemModel { builder.build() }
}
